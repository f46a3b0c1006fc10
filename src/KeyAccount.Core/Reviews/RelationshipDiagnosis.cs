using KeyAccount.Core.Competition;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The diagnosis of a relationship on one page (客户关系诊断): the four internal data (order structure, share of wallet, stage and
/// satisfaction), the strengths and weaknesses that follow from them together with external influences, and the expected share next
/// year.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. It is a view of the rooms: it
/// contains no judgement that a room has not made. Source of the four data: 《大客戶戰略客戶關係管理》 (訂單結構、錢包份額、關係發展階段、客戶滿意度評價).</remarks>
public sealed record RelationshipDiagnosis
{
    private const int MostCategories = 5;

    /// <summary>The structure of its orders; null if no order lines are known.</summary>
    public OrderStructure? Orders { get; init; }

    /// <summary>Our share of its main business, 0 … 1; null if it is not known.</summary>
    public decimal? ShareOfWallet { get; init; }

    /// <summary>The development stage of the relationship; null if it is not known.</summary>
    public DevelopmentStage? Stage { get; init; }

    /// <summary>The customer's satisfaction with us; null if it is not known.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>The strengths and weaknesses by the four data, and the opportunities and threats by the notes on the environment; null if
    /// there are none.</summary>
    public SwotAnalysis? Swot { get; init; }

    /// <summary>Our expected share next year; null if the share or the trend is not known.</summary>
    public ShareForecast? Forecast { get; init; }

    /// <summary>Diagnoses a reviewed account.</summary>
    /// <param name="account">The account, as in the file.</param>
    /// <param name="review">The review of the account.</param>
    /// <returns>The diagnosis.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static RelationshipDiagnosis Of(AccountFile account, AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(review);
        SwotEntry[] entries = [.. CompetitionTopic.OwnEntries(review), .. account.EnvironmentNotes.Select(SwotEntry.Of)];
        var share = review.ShareOfWallet?.MainBusiness.Share ?? account.Loyalty?.ShareOfWallet;
        return new()
        {
            Orders = OrderStructure.Of(account.OrderLines, review.AsOf),
            ShareOfWallet = share,
            Stage = review.Development?.Stage,
            Satisfaction = review.Satisfaction,
            Swot = entries.Length == 0 ? null : new(entries),
            Forecast = ShareForecast.Of(share, review.Trend, account.Value?.MarketGrowthRate),
        };
    }

    /// <summary>Describes the diagnosis for a person.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Document Describe(string language = Language.English)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Reviews.Diagnosis.title"), Blocks(writer, hasSwot: true));
    }

    /// <summary>Describes the diagnosis as a section of another document, which may show the strengths and weaknesses elsewhere.</summary>
    internal Section ToSection(DocumentWriter writer, bool hasSwot) =>
        new(writer.Text("Reviews.Diagnosis.title"), [.. Blocks(writer, hasSwot).OfType<Block>()]);

    private IEnumerable<Block?> Blocks(DocumentWriter writer, bool hasSwot)
    {
        return
        [
            new KeyValueList(
            [
                writer.Value("Reviews.Diagnosis.orders", Orders is { Categories.Count: > 0 } orders
                    ? new TextCell(writer.Listed(orders.Categories.Take(MostCategories).Select(each => (object)writer.Say(
                        "Reviews.Diagnosis.category", each.Name ?? "", NumberCell.Percent(each.Share, 0)))))
                    : Unknown()),
                writer.Value("Reviews.Diagnosis.share", NumberCell.Percent(ShareOfWallet, 0) ?? Unknown()),
                writer.Value("Reviews.Diagnosis.stage", Stage is null ? Unknown() : writer.Cell(Stage)),
                writer.Value("Reviews.Diagnosis.satisfaction", Satisfaction is null ? Unknown() : writer.Cell(Satisfaction)),
            ]),
            Forecast is not { } forecast ? writer.Note("Reviews.Diagnosis.noForecast") : writer.Paragraph(
                "Reviews.Diagnosis.forecast", NumberCell.Percent(forecast.NextYear, 0), NumberCell.Percent(forecast.Low, 0),
                NumberCell.Percent(forecast.High, 0)),
            Forecast is null ? null : new BulletList([.. Forecast.RestsOn.Select(writer.Item)]),
            !hasSwot || Swot is not { Entries.Count: > 0 } swot ? null
                : new Section(writer.Text("Competition.Describe.swot"), [.. CompetitionDocuments.Swot(swot, writer)]),
        ];

        Cell Unknown() => new TextCell(writer.Text("Reviews.Topics.notKnown"));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The four data and the forecast.</returns>
    public override string ToString() =>
        Invariant($"RelationshipDiagnosis {{ Orders = {Orders}, ShareOfWallet = {ShareOfWallet}, Stage = {Stage}, ")
        + Invariant($"Satisfaction = {Satisfaction}, Forecast = {Forecast} }}");
}
