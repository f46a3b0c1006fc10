using KeyAccount.Core.Documents;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Needs;

/// <summary>The documents of needs and of what answers are worth.</summary>
internal static class NeedsDocuments
{
    private const int ShownGaps = 12;

    public static IEnumerable<Block> Of(NeedsReview review, string? currency, DocumentWriter writer)
    {
        if (review.Needs > 0)
        {
            yield return review.OpenValue is { } value
                ? writer.Paragraph("Needs.Describe.counts", review.Needs, review.Open, new NumberCell(value, 0, currency))
                : writer.Paragraph("Needs.Describe.countsNoValue", review.Needs, review.Open);
            yield return Iceberg(review, writer);
        }

        foreach (var id in review.CountedTwice)
            yield return writer.Warning("Needs.Describe.countedTwice", Run.Name(id));
        if (review.Gaps.Count > 0)
            yield return new Section(writer.Text("Needs.Describe.gaps"), [.. Gaps(review, currency, writer)]);
        foreach (var sheet in review.Sheets)
            yield return Sheet(sheet, currency, writer);
        foreach (var offer in review.Offers)
        {
            yield return new Section(
                writer.Text("Needs.Describe.offer", offer.Product ?? offer.Id), [.. ValueOf(offer, writer).OfType<Block>()]);
        }

        // What an opportunity leaves open like the account as a whole is asked once.
        var whole = review.Completeness.Count > 0 ? review.Completeness[0] : null;
        foreach (var completeness in review.Completeness.Where(each => !each.IsComplete))
        {
            if (completeness == whole || !completeness.Open.SequenceEqual(whole!.Open))
                yield return Questions(completeness, writer);
        }

        if (review.FabeFaults.Count > 0)
        {
            yield return new Section(writer.Text("Needs.Describe.arguments"),
            [
                new BulletList(
                [
                    .. review.FabeFaults.Select(fault =>
                        writer.Item("Needs.Describe.argument", Run.Name(fault.NeedId ?? "–"), fault.Text)),
                ]),
            ]);
        }
    }

    public static IEnumerable<Block?> ValueOf(EconomicValue offer, DocumentWriter writer)
    {
        var currency = offer.Reference.Currency;
        var bars = new List<WaterfallBar>
        {
            new(
                writer.Capital(offer.Reference.Product is { } alternative
                    ? writer.Text("Needs.Describe.referenceNamed", alternative) : writer.Text("Needs.Describe.reference")),
                offer.Reference.Amount, IsTotal: true),
        };
        bars.AddRange(offer.Differences.Select(each => new WaterfallBar(each.Label, each.Amount)));
        bars.Add(new(writer.Capital(writer.Text("Needs.Describe.evc")), offer.Value, IsTotal: true));
        if (offer.Kept is { } kept)
        {
            bars.Add(new(writer.Capital(writer.Text("Needs.Describe.kept")), -kept));
            bars.Add(new(writer.Capital(writer.Text("Needs.Describe.price")), offer.Price!.Value, IsTotal: true));
        }

        yield return new WaterfallFigure(
            writer.Text("Needs.Describe.waterfall"),
            writer.Text("Needs.Describe.waterfall.description"),
            writer.Capital(writer.Text("Needs.Describe.step")),
            writer.Axis("Needs.Describe.amount", currency, null), bars);
        if (offer.Price is { } price)
        {
            yield return offer.Kept > 0 && offer.ShareKept is { } share
                ? writer.Paragraph("Needs.Describe.keeps", Amount(price), Amount(offer.Kept.Value), NumberCell.Percent(share))
                : writer.Paragraph("Needs.Describe.keepsNothing", Amount(price));
        }

        if (offer.IsHaggled == true && offer.Kept > 0)
            yield return writer.Warning("Needs.Describe.haggled");
        if (offer.Reference.IsHearsay)
            yield return writer.Warning("Needs.Describe.hearsay");

        NumberCell Amount(decimal amount) => new(amount, null, currency);
    }

    public static string Questions(NeedCheckResult check, DocumentWriter writer) => check.Needs.Count == 0
        ? check.Check.Description(writer.Language)
        : writer.Text(
            "Needs.Describe.questionNeeds", check.Check.Description(writer.Language), writer.Listed(check.Needs.Select(Run.Name)));

    private static BarFigure Iceberg(NeedsReview review, DocumentWriter writer) => new(
        writer.Text("Needs.Describe.iceberg"),
        writer.Text("Needs.Describe.iceberg.description"),
        writer.Capital(writer.Text("Needs.Describe.depth")),
        writer.Axis("Needs.Describe.openNeeds"),
        [
            .. review.Iceberg.Select(each => new Bar(
                writer.Capital(each.Depth is { } depth ? writer.NameOf(depth) : writer.Text("Needs.Describe.depthUnknown")), each.Open)),
        ]);

    private static IEnumerable<Block> Gaps(NeedsReview review, string? currency, DocumentWriter writer)
    {
        yield return new Table(
            [
                writer.Column("Needs.Describe.need"), writer.Column("Needs.Describe.depth"), writer.Column("Needs.Describe.gap"),
                writer.Number("Needs.Describe.valuePerYear", currency), writer.Number("Needs.Describe.urgency", "%"),
            ],
            [
                .. review.Gaps.Take(ShownGaps).Select(gap => new TableRow(
                [
                    new TextCell(gap.Words ?? gap.NeedId), writer.Cell(gap.Depth), Gap(gap),
                    NumberCell.Of(gap.Value), NumberCell.Of(100 * gap.Urgency),
                ])),
            ]);
        if (review.Gaps.Count > ShownGaps)
            yield return writer.Note("Reviews.Describe.more", new NumberCell(review.Gaps.Count - ShownGaps));
    }

    private static Section Sheet(ValueSheet sheet, string? currency, DocumentWriter writer)
    {
        var hit = sheet.Presentation.IsDecided ? sheet.Presentation.Hits[0] : null;
        return new(writer.Text("Needs.Describe.sheet", sheet.Name),
        [
            .. hit is null ? (Block[])[] : [writer.Paragraph("Needs.Describe.wayWhy", hit.Advice.Runs(writer), hit.Reason)],
            new Table(
                [
                    writer.Column("Needs.Describe.need"), writer.Column("Needs.Describe.gap"),
                    writer.Number("Needs.Describe.valuePerYear", currency), writer.Column("Needs.Describe.answer"),
                    writer.Column("Needs.Describe.feature"), writer.Column("Needs.Describe.advantage"),
                    writer.Column("Needs.Describe.benefit"), writer.Column("Needs.Describe.evidence"),
                ],
                [
                    .. sheet.Lines.Select(line => new TableRow(
                    [
                        new TextCell(line.Need.Words ?? line.Need.NeedId), Gap(line.Need), NumberCell.Of(line.Need.Value),
                        Text(line.Answer), Text(line.Argument?.Feature), Text(line.Argument?.Advantage), Text(line.Argument?.Benefit),
                        Evidence(line.Argument?.Evidence, writer),
                    ])),
                ]),
        ]);
    }

    private static Section Questions(NeedsCompleteness completeness, DocumentWriter writer) => new(
        completeness.OpportunityId is { } deal
            ? writer.Text("Needs.Describe.questionsOf", deal) : writer.Text("Needs.Describe.questions"),
        [new BulletList([.. completeness.Checks.Where(check => !check.IsMet).Select(check => new ListItem(Questions(check, writer)))])]);

    private static Cell? Gap(NeedGap gap) => NumberCell.Of(gap.Gap, null, gap.Unit);

    private static TextCell? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text);

    private static TextCell? Evidence(FabeEvidence? evidence, DocumentWriter writer) => evidence is not { Text: { } text } ? null
        : new((evidence.Kind, evidence.Date) switch
        {
            ({ } kind, { } date) => writer.Text("Needs.Describe.dated", text, kind, Day(date)),
            ({ } kind, null) => writer.Text("Needs.Describe.kind", text, kind),
            (null, { } date) => writer.Text("Needs.Describe.kind", text, Day(date)),
            _ => text,
        });

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
