using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>Describes prices for a person: what to do with a quotation and why, where the money goes, and how a change is made.</summary>
internal static class PriceDocuments
{
    public static Document Of(PriceReview review, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        var quotation = review.Quotation;
        var title = new[] { quotation.Id, quotation.Product }.OfType<string>();
        return writer.Document(string.Join(' ', title),
        [
            writer.Paragraph("Pricing.Describe.advice", Run.Emphasis(writer.NameOf(review.Verdict)), review.Advice),
            new KeyValueList(
            [
                writer.Value("Pricing.Describe.invoice", Price(review.InvoicePrice)),
                writer.Value("Pricing.Describe.net", Price(review.NetPrice)),
                writer.Value("Pricing.Describe.pocket", Price(review.PocketPrice)),
                writer.Value("Pricing.Describe.margin", NumberCell.Percent(review.MarginRate, 1)),
                writer.Value("Pricing.Describe.floor", Price(review.FloorPrice)),
                writer.Value("Pricing.Describe.walkAway", Price(review.WalkAwayPrice)),
                writer.Value("Pricing.Describe.depth", NumberCell.Percent(review.Depth, 1)),
                writer.Value("Pricing.Describe.change", NumberCell.Percent(review.PriceChange, 1, isSigned: true)),
                writer.Value("Pricing.Describe.approval", review.Approval),
            ]),
            writer.SectionOf(
                "Pricing.Describe.findings",
                [DocumentWriter.List(review.Findings.Select(finding => writer.Item(finding.Text)))]),
            writer.SectionOf(
                "Pricing.Describe.approvals",
                [DocumentWriter.List(review.Approvals.Select(need => writer.Item(need.Reason)))]),
            writer.SectionOf("Pricing.Describe.trade", Trade(review.Trade, writer)),
            writer.SectionOf(
                "Pricing.Describe.breakEven",
                [
                    review.BreakEven is { } even ? writer.Paragraph(even.Reason) : null,
                    review.LossBeforeMatchingPays is { } loss
                        ? writer.Paragraph("Pricing.Describe.matching", NumberCell.Percent(-loss, 1))
                        : null,
                ]),
            writer.SectionOf(
                "Pricing.Describe.policy",
                [
                    DocumentWriter.List(DecisionDocument.Items(review.Policy, writer.Language)),
                    review.CostDown is { } answer ? DocumentWriter.List(DecisionDocument.Items(answer, writer.Language)) : null,
                ]),
            Waterfall(review.Quotation.ListPrice, review.Steps, currency, writer),
        ]);

        Cell? Price(decimal? price) => NumberCell.Of(price, 2, currency);
    }

    public static Document Of(PriceWaterfall waterfall, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(
            writer.Text("Pricing.Describe.waterfall"), [Waterfall(waterfall.ListPrice, waterfall.Steps, currency, writer)]);
    }

    public static Document Of(PriceChangePlan plan, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Pricing.Describe.plan"),
        [
            plan.Reason is { } reason ? writer.Warning("Pricing.Describe.impossible", reason) : null,
            plan.Steps.Count == 0 ? null : new Table(
                [
                    writer.Column("Pricing.Describe.announceBy"), writer.Column("Pricing.Describe.effectiveOn"),
                    writer.Number("Pricing.Describe.price", currency), writer.Number("Pricing.Describe.step", currency),
                ],
                [
                    .. plan.Steps.Select(step => new TableRow(
                    [
                        new DateCell(step.AnnounceBy), new DateCell(step.EffectiveOn), new NumberCell(step.Price, 2),
                        new NumberCell(step.Change, 2, IsSigned: true),
                    ])),
                ]),
        ]);
    }

    private static IEnumerable<Block?> Trade(PriceTrade trade, DocumentWriter writer)
    {
        if (trade.PriceStep <= 0 && trade.InReturn.Count == 0)
            return [];
        var table = new Table(
            [writer.Column("Pricing.Describe.inReturn"), writer.Number("Pricing.Describe.extent"), writer.Number("Pricing.Describe.worth")],
            [
                .. trade.Values.Select(each => new TableRow(
                    [writer.Cell(each.Concession.Kind), NumberCell.Of(each.Concession.Extent, null), NumberCell.Of(each.Value, 2)])),
                new([writer.Text("Pricing.Describe.received"), "", new NumberCell(trade.Received, 2)], isTotal: true),
                new([writer.Text("Pricing.Describe.given"), "", new NumberCell(trade.PriceStep, 2)], isTotal: true),
                new([writer.Text("Pricing.Describe.effect"), "", new NumberCell(trade.NetEffect, 2, IsSigned: true)], isTotal: true),
            ]);
        return [table];
    }

    private static WaterfallFigure Waterfall(
        decimal list, IReadOnlyList<WaterfallStep> steps, string? currency, DocumentWriter writer) => new(
        writer.Text("Pricing.Describe.waterfall"),
        writer.Text("Pricing.Describe.waterfall.description"),
        writer.Text("Pricing.Describe.waterfall.step"),
        writer.Axis("Pricing.Describe.price", currency, 2),
        [
            new(writer.Text("Pricing.Describe.list"), list, IsTotal: true),
            .. steps.Select(step => new WaterfallBar(
                step.Name == PriceReview.InterestStep ? PriceReview.InterestName.In(writer.Language) : step.Name, -step.Amount)),
            new(writer.Text("Pricing.Describe.pocket"), steps.Count > 0 ? steps[^1].PriceAfter : list, IsTotal: true),
        ]);
}
