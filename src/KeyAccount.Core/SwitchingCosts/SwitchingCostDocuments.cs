using KeyAccount.Core.Documents;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The document of the cost of switching: by cost, in money, and whether the customer stays.</summary>
internal static class SwitchingCostDocuments
{
    public static Document Of(Assessment<BarrierLevel> assessment, Scorecard<SwitchingCostFacts, BarrierLevel> model, string language)
    {
        var writer = new DocumentWriter(language);
        var costs = SwitchingCost.ByMainCost(assessment);
        var score = model.Describe(assessment, language);
        return writer.Document(
            score.Title,
            [
                score.Blocks[0],
                new BarFigure(
                    writer.Text("SwitchingCosts.Describe.byCost"),
                    writer.Text("SwitchingCosts.Describe.byCost.description"),
                    writer.Text("SwitchingCosts.Describe.cost"),
                    writer.Axis("Scoring.points"),
                    [.. costs.Select(cost => new Bar(writer.Capital(writer.NameOf(cost.Part)), (decimal?)cost.Score))]),
                .. score.Blocks.Skip(1),
            ]);
    }

    public static Document Of(SwitchingCostInMoney money, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("SwitchingCosts.Describe.money"),
        [
            writer.Paragraph(
                money.IsComplete ? "SwitchingCosts.Describe.sum" : "SwitchingCosts.Describe.sumAtLeast",
                Amount(money.Customer), Amount(money.NewSupplier)),
            money.Contract is null ? null
                : money.DaysLeft == 0 ? writer.Paragraph("SwitchingCosts.Describe.contractOver")
                : writer.Paragraph("SwitchingCosts.Describe.contract", new NumberCell(money.DaysLeft)),
            money.NeededDiscount.PerUnit is { } perUnit
                ? writer.Paragraph("SwitchingCosts.Describe.discount", Amount(perUnit, 2), new NumberCell(money.DaysLeft))
                : null,
            money.PremiumBeforeEntryPays.PerUnit is { } premium
                ? writer.Paragraph("SwitchingCosts.Describe.premium", Amount(premium, 2))
                : null,
            money.Entries.Count == 0 ? null : new Table(
                [
                    writer.Column("SwitchingCosts.Describe.part"), writer.Column("SwitchingCosts.Describe.borneBy"),
                    writer.Number("SwitchingCosts.Describe.amount", currency),
                ],
                [
                    .. money.Entries.Select(entry => new TableRow(
                    [
                        writer.Cell(entry.Part),
                        writer.Text(entry.Part.IsBorneByCustomer ? "SwitchingCosts.Describe.customer" : "SwitchingCosts.Describe.rival"),
                        NumberCell.Of(entry.AmountWith(money.DaysLeft)),
                    ])),
                    new([writer.Text("SwitchingCosts.Describe.total"), "", new NumberCell(money.Total)], isTotal: true),
                ]),
        ]);

        NumberCell Amount(decimal amount, int decimals = 0) => new(amount, decimals, currency);
    }

    public static Document Of(StayOrSwitch choice, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("SwitchingCosts.Describe.choice"),
        [
            writer.Paragraph(choice.Reason),
            choice.Offers.Count == 0 ? null : new Table(
                [
                    writer.Column("SwitchingCosts.Describe.supplier"), writer.Number("SwitchingCosts.Describe.benefit", currency),
                    writer.Number("SwitchingCosts.Describe.switchingCost", currency),
                    writer.Number("SwitchingCosts.Describe.payoff", currency), writer.Number("SwitchingCosts.Describe.lead", currency),
                ],
                [
                    new(
                    [
                        writer.Text("SwitchingCosts.Describe.us"), new NumberCell(choice.Benefit), new NumberCell(0),
                        new NumberCell(choice.Benefit), "",
                    ]),
                    .. choice.Offers.Select(offer => new TableRow(
                    [
                        new TextCell(offer.Supplier, RunStyle.Name), new NumberCell(offer.Benefit), new NumberCell(offer.SwitchingCost),
                        new NumberCell(offer.Payoff), new NumberCell(choice.LackOf(offer), IsSigned: true),
                    ])),
                ]),
        ]);
    }
}
