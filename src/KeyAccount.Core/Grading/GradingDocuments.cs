using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The document of a grading: the tiers, the Pareto curve, the largest accounts; and a checklist.</summary>
internal static class GradingDocuments
{
    private const int CurvePoints = 60;

    public static Document Of<TAccount>(
        ParetoGrading<TAccount> grading, Func<TAccount, string> name, string language, int largest, string? currency)
    {
        var writer = new DocumentWriter(language);
        var count = grading.Accounts.Count;

        // As many places as the most exact amount has, so that all of them are exact and stand under each other.
        var shown = grading.Accounts.Take(largest).Select(account => account.Revenue).Concat(AccountTier.InOrder.Select(grading.RevenueOf));
        var places = shown.Append(grading.Total).Max(PlacesOf);
        return writer.Document(writer.Text("Grading.Describe.pareto"),
        [
            writer.Note(
                grading.Rule switch
                {
                    ParetoRule.Crossing => "Grading.Describe.crossing",
                    ParetoRule.Inclusive => "Grading.Describe.inclusive",
                    _ => "Grading.Describe.headCount",
                },
                Cut(grading.Cuts.A),
                Cut(grading.Cuts.B)),
            new Table(
                [
                    writer.Column("Grading.Describe.tier"), writer.Number("Grading.Describe.accounts"),
                    writer.Number("Grading.Describe.ofAccounts", "%"), writer.Number("Grading.Describe.revenue", currency),
                    writer.Number("Grading.Describe.ofRevenue", "%"),
                ],
                [
                    .. AccountTier.InOrder.Select(tier => new TableRow(
                        Row(writer.NameOf(tier), grading.CountOf(tier), grading.RevenueOf(tier)))),
                    new(Row(writer.Text("Grading.Describe.all"), count, grading.Total), isTotal: true),
                ]),
            writer.Paragraph("Grading.Describe.gini", NumberCell.Of(grading.Gini, 4)),
            grading.Herfindahl is not { } index ? null : writer.Paragraph(
                "Grading.Describe.herfindahl",
                NumberCell.Of(index, 4),
                NumberCell.Percent(grading.ShareOfLargest(1), 1),
                NumberCell.Percent(grading.ShareOfLargest(5), 1)),
            count == 0 ? null : Curve(grading, writer),
            count == 0 ? null : writer.Section("Grading.Describe.largest", new Table(
                [
                    writer.Column("Grading.Describe.account"), writer.Number("Grading.Describe.rank"),
                    writer.Number("Grading.Describe.revenue", currency), writer.Number("Grading.Describe.share", "%"),
                    writer.Number("Grading.Describe.cumulative", "%"), writer.Column("Grading.Describe.tier"),
                ],
                [
                    .. grading.Accounts.Take(largest).Select(account => new TableRow(
                    [
                        new TextCell(name(account.Account), RunStyle.Name), new NumberCell(account.Rank),
                        new NumberCell(account.Revenue, places), NumberCell.Of(account.Share * 100, 1),
                        NumberCell.Of(account.CumulativeShare * 100, 1), account.Tier.Name,
                    ])),
                ]),
                count > largest ? writer.Note("Grading.Describe.more", new NumberCell(count - largest)) : null),
        ]);

        Cell?[] Row(string tier, int accounts, decimal revenue) =>
        [
            tier, new NumberCell(accounts), Share(accounts, count), new NumberCell(revenue, places), Share(revenue, grading.Total),
        ];

        static int PlacesOf(decimal amount)
        {
            var exact = amount / 1.0000000000000000000000000000m;
            return Math.Max(2, (int)exact.Scale);
        }

        static Cell? Share(decimal part, decimal whole) => NumberCell.Of(whole == 0 ? 0 : 100 * (part / whole), 1);

        static Cell Cut(decimal cut) => new NumberCell(cut * 100, null, "%");
    }

    public static Document Of(ChecklistResult result, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.ModelName(result.ChecklistId),
        [
            writer.Paragraph(
                result.IsMet switch
                {
                    true => "Grading.Describe.checklist.met",
                    false => "Grading.Describe.checklist.notMet",
                    null => "Grading.Describe.checklist.open",
                },
                new NumberCell(result.Met),
                new NumberCell(result.Needed)),
            result.Findings.Count == 0 ? null : new Table(
                [
                    writer.Column("Grading.Describe.trait"), writer.Column("Grading.Describe.state"),
                    writer.Column("Grading.Describe.evidence"),
                ],
                [
                    .. result.Findings.Select(finding => new TableRow(
                        [writer.Cell(finding.Label), writer.Cell(finding.State), writer.Cell(finding.Evidence) ?? ""])),
                ]),
            writer.SectionOf("Grading.Describe.findOut", [DocumentWriter.List(result.ToFindOut.Select(writer.Item))]),
        ]);
    }

    public static CurveFigure Curve<TAccount>(ParetoGrading<TAccount> grading, DocumentWriter writer)
    {
        var count = grading.Accounts.Count;
        var points = Math.Min(CurvePoints, count);
        return new(
            writer.Text("Grading.Describe.curve"),
            writer.Text("Grading.Describe.curve.description"),
            writer.Axis("Grading.Describe.ofAccounts", "%", 1),
            writer.Axis("Grading.Describe.ofRevenue", "%", 1),
            [
                new(
                    writer.Text("Grading.Describe.curve"),
                    [
                        new(0, 0),
                        .. Enumerable.Range(1, points).Select(point =>
                        {
                            var place = (int)((((long)point * count) + points - 1) / points);
                            return new CurvePoint(100.0 * place / count, 100 * grading.Accounts[place - 1].CumulativeShare);
                        }),
                    ]),
            ],
            [
                .. AccountTier.InOrder.SkipLast(1).Select(tier => (Tier: tier, Last: LastOf(grading, tier))).Where(each => each.Last > 0)
                    .Select(each => new CurveMark(
                        writer.Text("Grading.Describe.ends", each.Tier),
                        100.0 * each.Last / count,
                        100 * grading.Accounts[each.Last - 1].CumulativeShare)),
            ]);
    }

    // The place of the last account of a tier, counted from 1.
    private static int LastOf<TAccount>(ParetoGrading<TAccount> grading, AccountTier tier) =>
        grading.CountOf(tier) == 0 ? 0
        : AccountTier.InOrder.Where(each => each.Value <= tier.Value).Sum(grading.CountOf);
}
