using System.Text.Json.Serialization;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The sales funnel on one screen: stages, forecast, coverage, quarters, stalled deals, channels and people.</summary>
/// <remarks>Immutable, with value equality. Amounts are in one currency.</remarks>
public sealed record FunnelReport
{
    /// <summary>The day of the report.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The currency of the amounts; null if the deals name none.</summary>
    public string? Currency { get; init; }

    /// <summary>The number of deals read.</summary>
    public required long Deals { get; init; }

    /// <summary>The number of deals won.</summary>
    public required long Won { get; init; }

    /// <summary>The number of deals lost.</summary>
    public required long Lost { get; init; }

    /// <summary>The win rate of the closed deals; the prior belief is the odds of an opportunity (P2).</summary>
    public required RateEstimate WinRate { get; init; }

    /// <summary>The stages from P0 to P6.</summary>
    public required IReadOnlyList<StageSummary> Stages
    {
        get;
        init => field = ValueList.Of(value, nameof(Stages));
    }

    /// <summary>The conversion rates from stage to stage, with the counts.</summary>
    public required FunnelRates Rates { get; init; }

    /// <summary>How long deals stay at each stage.</summary>
    public required StageTimes Times { get; init; }

    /// <summary>The median number of days that won deals took from their first stage, over the deals whose days are known; null if there
    /// are none.</summary>
    public double? CycleDays { get; init; }

    /// <summary>The forecast of the period.</summary>
    public required FunnelForecast Forecast { get; init; }

    /// <summary>The open deals of the period by forecast category, including the omitted ones.</summary>
    public required IReadOnlyList<CategoryTotal> Categories
    {
        get;
        init => field = ValueList.Of(value, nameof(Categories));
    }

    /// <summary>How evenly the open deals of the year are spread over its quarters.</summary>
    public required QuarterBalance Quarters { get; init; }

    /// <summary>Warnings about the funnel as a whole; empty if there are none.</summary>
    public required IReadOnlyList<FunnelWarning> Warnings
    {
        get;
        init => field = ValueList.Of(value, nameof(Warnings));
    }

    /// <summary>Notices about open deals, in the order of <see cref="DealNoticeKind"/>; kinds without a deal are left
    /// out.</summary>
    public required IReadOnlyList<DealNotices> Notices
    {
        get;
        init => field = ValueList.Of(value, nameof(Notices));
    }

    /// <summary>What each channel brings, the largest amount won first.</summary>
    public required IReadOnlyList<GroupYield> Channels
    {
        get;
        init => field = ValueList.Of(value, nameof(Channels));
    }

    /// <summary>What each owner brings, the largest amount won first.</summary>
    public required IReadOnlyList<GroupYield> Owners
    {
        get;
        init => field = ValueList.Of(value, nameof(Owners));
    }

    /// <summary>Why deals were lost, the most frequent reason first.</summary>
    public required IReadOnlyList<LossCount> Losses
    {
        get;
        init => field = ValueList.Of(value, nameof(Losses));
    }

    /// <summary>Whether the odds that owners stated for closed deals were accurate; null if none stated any.</summary>
    public OddsCalibration? StatedOdds { get; init; }

    /// <summary>The payments that won deals bring in each month after the day of the report, by their payment plans; empty if there are
    /// none.</summary>
    public required IReadOnlyList<MonthlyReceipt> Collection
    {
        get;
        init => field = ValueList.Of(value, nameof(Collection));
    }

    /// <summary>The report of deals.</summary>
    /// <param name="opportunities">The deals, in any order; read once.</param>
    /// <param name="options">The options of the report.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException">An argument or a deal is null.</exception>
    /// <exception cref="ArgumentException">A deal has a fault as of the day, or another currency than the deals before it; the message
    /// names the deal, the field and the value.</exception>
    public static FunnelReport Of(IEnumerable<Opportunity> opportunities, FunnelOptions options)
    {
        ArgumentNullException.ThrowIfNull(opportunities);
        var builder = new FunnelReportBuilder(options);
        foreach (var opportunity in opportunities)
            builder.Add(opportunity);
        return builder.Build();
    }

    /// <summary>The report as a document for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <param name="detail">One screen, or everything.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="detail"/> is not defined.</exception>
    public Documents.Document Describe(string language = Terms.Language.English, Documents.Detail detail = Documents.Detail.Full)
    {
        Guard.Defined(detail);
        return FunnelDocument.Of(this, language, detail);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Day, deals and forecast by name.</returns>
    public override string ToString() => Invariant($"FunnelReport {{ AsOf = {AsOf:R}, Deals = {Deals}, Forecast = {Forecast} }}");
}
