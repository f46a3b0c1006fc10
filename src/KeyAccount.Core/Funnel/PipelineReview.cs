using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The open deals of one account.</summary>
/// <remarks>Immutable, with value equality. Amounts are in one currency.</remarks>
public sealed record PipelineReview
{
    /// <summary>How many days at one stage make a deal of a single account stuck, where no history of many deals says better: twice the
    /// share of a stage in the longest usual cycle of 180 days (《开发大客户培训课件》). Provenance: <c>LibraryDefault</c>.</summary>
    public const int StuckDays = 60;

    /// <summary>The number of open deals.</summary>
    public required long OpenDeals { get; init; }

    /// <summary>Their total amount if they are won.</summary>
    public required decimal OpenAmount { get; init; }

    /// <summary>Their expected amount, by the odds of their stages.</summary>
    public required decimal Expected { get; init; }

    /// <summary>The next expected close, from the reference date on; null if there is none.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? NextClose { get; init => field = Guard.Iso(value, nameof(NextClose)); }

    /// <summary>The first day of the period: that of the quarter of the day after the review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); }

    /// <summary>The last day of the period.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    /// <summary>The total amount of the open deals that are expected to close in the period, without those omitted from the
    /// forecast.</summary>
    public required decimal OpenInPeriod { get; init; }

    /// <summary>The amount already won in the period.</summary>
    public required decimal WonInPeriod { get; init; }

    /// <summary>The number of deals won, at any time.</summary>
    public required long Won { get; init; }

    /// <summary>The number of deals lost, at any time.</summary>
    public required long Lost { get; init; }

    /// <summary>What the open deals bring by the quarter of the year of the period in which they are expected to close.</summary>
    public required QuarterBalance Quarters { get; init; }

    /// <summary>Notices about them, in the order of <see cref="DealNoticeKind"/>.</summary>
    public required IReadOnlyList<DealNotice> Notices
    {
        get;
        init => field = ValueList.Of(value, nameof(Notices));
    }

    /// <summary>The review of the deals of one account.</summary>
    /// <param name="opportunities">The deals, closed ones too.</param>
    /// <param name="asOf">The day of the review.</param>
    /// <param name="options">Rates and stage gate; null for the ready ones.</param>
    /// <returns>The review; null if there is no deal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> or a deal is null.</exception>
    /// <exception cref="ArgumentException">A deal has a fault as of the day, or another currency than the deals before it.</exception>
    public static PipelineReview? Of(IReadOnlyList<Opportunity> opportunities, LocalDate asOf, FunnelOptions? options = null)
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(opportunities);
        if (opportunities.Count == 0)
            return null;
        options = (options ?? new() { AsOf = asOf }) with { AsOf = asOf, MostNotices = opportunities.Count };
        var report = FunnelReport.Of(opportunities, options);
        Opportunity[] open = [.. opportunities.Where(deal => deal.IsOpen)];
        var stuck = open
            .Where(deal => deal.Stage != FunnelStage.P6 && DaysAtStage(deal, asOf) > StuckDays)
            .Select(deal => new DealNotice(
                DealNoticeKind.Stuck, deal.Id, deal.AccountId, deal.Owner, deal.Stage, deal.Amount, DaysAtStage(deal, asOf), [],
                TextTable.Library["Funnel.DealNotice.StuckByNorm"].With(DaysAtStage(deal, asOf), deal.Stage.Name, StuckDays)));
        return new()
        {
            OpenDeals = open.Length,
            OpenAmount = open.Sum(deal => deal.Amount),
            Expected = open.Sum(deal => deal.Amount * (decimal)options.Prior.WinOdds(deal.Stage)),
            NextClose = open.Where(deal => deal.ExpectedClose >= asOf).Min(deal => deal.ExpectedClose),
            From = report.Forecast.From,
            Until = report.Forecast.Until,
            OpenInPeriod = report.Categories.Where(each => each.Category != ForecastCategory.Omitted).Sum(each => each.Amount),
            WonInPeriod = report.Forecast.Won,
            Won = report.Won,
            Lost = report.Lost,
            Quarters = report.Quarters,
            Notices = [.. stuck, .. report.Notices.Where(each => each.Kind != DealNoticeKind.Stuck).SelectMany(each => each.First)],
        };
    }

    /// <summary>The deals with one kind of notice.</summary>
    /// <param name="kind">The kind of the notice.</param>
    /// <returns>The notices.</returns>
    public IReadOnlyList<DealNotice> Of(DealNoticeKind kind) => ValueList.Of(Notices.Where(notice => notice.Kind == kind));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The figures by name.</returns>
    public override string ToString() => Invariant(
        $"PipelineReview {{ OpenDeals = {OpenDeals}, OpenAmount = {OpenAmount}, Expected = {Expected}, NextClose = {NextClose:R} }}");

    private static int? DaysAtStage(Opportunity deal, LocalDate asOf) =>
        deal.StageSince is { } since ? Period.DaysBetween(since, asOf) : null;
}
