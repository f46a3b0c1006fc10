using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using NodaTime.Text;

namespace KeyAccount.Core.Loyalty;

/// <summary>The documents of loyalty: our share of the wallet, and who stays.</summary>
internal static class LoyaltyDocuments
{
    private const int MostAges = 8;

    public static Document Of(WalletShares shares, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Loyalty.Describe.wallet"),
        [
            writer.Paragraph(shares.MainBusiness.Reason),
            shares.Categories.Count == 0 ? null : new BarFigure(
                writer.Text("Loyalty.Describe.byCategory"),
                writer.Text("Loyalty.Describe.byCategory.description"),
                writer.Text("Loyalty.Describe.category"),
                writer.Axis("Loyalty.Describe.share", "%", 1),
                [.. shares.Categories.Select(each => new Bar(each.Category ?? "", each.Share * 100))])
            {
                Data = new(
                    [
                        writer.Column("Loyalty.Describe.category"), writer.Number("Loyalty.Describe.share", "%"),
                        writer.Column("Loyalty.Describe.reason"),
                    ],
                    [
                        .. shares.Categories.Select(each => new TableRow(
                            [each.Category ?? "", NumberCell.Of(each.Share * 100, 1), writer.Cell(each.Reason)])),
                    ]),
            },
        ]);
    }

    public static Document Of(RetentionResult result, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        var (accounts, revenue) = (result.Accounts, result.Revenue);
        return writer.Document(writer.Text("Loyalty.Describe.retention"),
        [
            new KeyValueList(
            [
                writer.Value("Loyalty.Describe.retained", NumberCell.Percent(accounts.Rate, 1)),
                writer.Value("Loyalty.Describe.churn", NumberCell.Percent(accounts.Churn, 1)),
                writer.Value("Loyalty.Describe.gross", NumberCell.Percent(revenue.Gross, 1)),
                writer.Value("Loyalty.Describe.netRetention", NumberCell.Percent(revenue.Net, 1)),
            ]),
            writer.Paragraph(
                "Loyalty.Describe.accounts", new NumberCell(accounts.AtStart), new NumberCell(accounts.Gained),
                new NumberCell(accounts.AtEnd)),
            new WaterfallFigure(
                writer.Text("Loyalty.Describe.revenue"),
                writer.Text("Loyalty.Describe.revenue.description"),
                writer.Text("Loyalty.Describe.step"),
                writer.Axis("Loyalty.Describe.amount", currency),
                [
                    new(writer.Text("Loyalty.Describe.atStart"), revenue.AtStart, IsTotal: true),
                    new(writer.Text("Loyalty.Describe.expansion"), revenue.Expansion),
                    new(writer.Text("Loyalty.Describe.contraction"), -revenue.Contraction),
                    new(writer.Text("Loyalty.Describe.lost"), -revenue.Lost),
                    new(
                        writer.Text("Loyalty.Describe.atEnd"),
                        revenue.AtStart + revenue.Expansion - revenue.Contraction - revenue.Lost,
                        IsTotal: true),
                ]),
        ]);
    }

    public static Document Of(CohortTable cohorts, string language)
    {
        var writer = new DocumentWriter(language);
        var ages = cohorts.Cohorts.Select(cohort => cohort.Periods.Count).DefaultIfEmpty(0).Max();
        return writer.Document(writer.Text("Loyalty.Describe.cohorts"),
        [
            ages == 0 ? writer.Paragraph("Loyalty.Describe.noCohorts") : Figure(cohorts, writer, int.MaxValue),
            cohorts.LeftOut > 0 ? writer.Note("Loyalty.Describe.leftOut", new NumberCell(cohorts.LeftOut)) : null,
        ]);
    }

    /// <summary>Who still buys. A period that is not over yet stands in brackets: it may still rise.</summary>
    /// <param name="cohorts">The cohorts; at least one.</param>
    /// <param name="writer">The language.</param>
    /// <param name="most">How many cohorts are named, the latest.</param>
    public static MatrixFigure Figure(CohortTable cohorts, DocumentWriter writer, int most)
    {
        var shown = cohorts.Cohorts.TakeLast(most).ToArray();
        var ages = Math.Min(MostAges, cohorts.Cohorts.Max(cohort => cohort.Periods.Count));
        var all = cohorts.ByAge.ToDictionary(age => age.Age);
        return new(
            writer.Text("Loyalty.Describe.cohorts"),
            writer.Text("Loyalty.Describe.cohorts.description", new NumberCell(cohorts.MonthsPerPeriod)),
            writer.Text("Loyalty.Describe.cohort"),
            writer.Text("Loyalty.Describe.age"),
            writer.Axis("Loyalty.Describe.retained", "%"),
            [.. Enumerable.Range(0, ages).Select(age => writer.Text("Loyalty.Describe.ageColumn", new NumberCell(age, IsSigned: true)))],
            [
                .. shown.Select(cohort => new MatrixRow(
                    YearMonthPattern.Iso.Format(cohort.From.ToYearMonth()),
                    Padded(cohort.Periods.Select(period => new MatrixCell(period.Retention * 100, (double)period.Retention))))),
            ])
        {
            Data = new(
                [
                    writer.Column("Loyalty.Describe.cohort"), writer.Number("Loyalty.Describe.accountsTitle"),
                    .. Enumerable.Range(0, ages).Select(age => TableColumn.Number(
                        writer.Text("Loyalty.Describe.ageColumn", new NumberCell(age, IsSigned: true)))),
                ],
                [
                    .. shown.Select(cohort => new TableRow(
                    [
                        YearMonthPattern.Iso.Format(cohort.From.ToYearMonth()), new NumberCell(cohort.Accounts),
                        .. Enumerable.Range(0, ages).Select(age => age < cohort.Periods.Count ? Shown(cohort.Periods[age]) : ""),
                    ])),
                    new(
                        [
                            writer.Text("Loyalty.Describe.all"), new NumberCell(cohorts.Cohorts.Sum(cohort => (decimal)cohort.Accounts)),
                            .. Enumerable.Range(0, ages).Select(age =>
                                all.GetValueOrDefault(age) is { } of ? NumberCell.Percent(of.Retention) : ""),
                        ],
                        isTotal: true),
                ]),
        };

        IReadOnlyList<MatrixCell> Padded(IEnumerable<MatrixCell> cells) =>
            [.. cells.Concat(Enumerable.Repeat(new MatrixCell(null), ages)).Take(ages)];

        Cell? Shown(CohortPeriod period) => NumberCell.Percent(period.Retention) is { } share && !period.IsComplete
            ? new TextCell($"({share.Display(writer.Language)})")
            : NumberCell.Percent(period.Retention);
    }
}
