using KeyAccount.Core.Documents;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>Describes lifetime profits and purchase models for a person.</summary>
internal static class LifetimeDocuments
{
    private const int CurvePoints = 100;
    private const int NamedAccounts = 10;

    private static readonly double[] Shown = [0.05, 0.1, 0.2, 0.5, 1];

    /// <summary>The text key of a timing convention.</summary>
    public static string KeyOf(MarginTiming timing) => timing switch
    {
        MarginTiming.EndOfYearAtRisk => "LifetimeValue.Describe.timing.EndOfYearAtRisk",
        MarginTiming.EndOfYearCertain => "LifetimeValue.Describe.timing.EndOfYearCertain",
        _ => "LifetimeValue.Describe.timing.NowCertain",
    };

    public static Document Of(LifetimePlan plan, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        ProfitComponent[] components = [.. ProfitComponent.InOrder.Where(component => plan.ValueOf(component) != 0)];
        int[] years = [.. Enumerable.Range(0, plan.Years.Count + 1).Where(year => year > 0 || plan.ValueOf(0) != 0)];
        return writer.Document(writer.Text("LifetimeValue.Describe.plan"),
        [
            writer.Paragraph("LifetimeValue.Describe.profit", new NumberCell(plan.Profit, 0, currency)),
            writer.Note(
                "LifetimeValue.Describe.assumed",
                NumberCell.Percent((double)plan.Retention, 1), NumberCell.Percent((double)plan.DiscountRate, 1),
                writer.Text(KeyOf(plan.Timing))),
            plan.Retention >= 1 ? null : writer.Note(
                "LifetimeValue.Describe.stay",
                new NumberCell(Math.Round(CustomerLifetimeProfit.YearsOf(plan.Retention)!.Value, 1), 1),
                new NumberCell(CustomerLifetimeProfit.KeyAccountYears, 1)),
            new WaterfallFigure(
                writer.Text("LifetimeValue.Describe.composition"),
                writer.Text("LifetimeValue.Describe.composition.description"),
                writer.Text("LifetimeValue.Describe.component"),
                writer.Axis("LifetimeValue.Describe.value", currency),
                [
                    .. components.Select(component => new WaterfallBar(
                        writer.Capital(writer.NameOf(component)), plan.ValueOf(component))),
                    new(writer.Text("LifetimeValue.Describe.total"), plan.Profit, IsTotal: true),
                ]),
            new Section(writer.Text("LifetimeValue.Describe.byYear"),
            [
                new Table(
                    [
                        writer.Number("LifetimeValue.Describe.year"),
                        .. components.Select(component => TableColumn.Number(writer.Capital(writer.NameOf(component)), currency)),
                        writer.Number("LifetimeValue.Describe.total", currency),
                    ],
                    [
                        .. years.Select(year => new TableRow(
                        [
                            new NumberCell(year),
                            .. components.Select(component => (Cell)new NumberCell(plan.Parts
                                .Where(part => part.Year == year && part.Component == component).Sum(part => part.Value))),
                            new NumberCell(plan.ValueOf(year)),
                        ])),
                    ]),
            ]),
        ]);
    }

    public static Document Of<TAccount>(
        WhaleCurve<TAccount> curve, Func<TAccount, string> nameOf, string? currency, string language)
    {
        var writer = new DocumentWriter(language);
        var points = curve.Points;
        return writer.Document(writer.Text("LifetimeValue.Describe.whale"),
        [
            writer.Paragraph("LifetimeValue.Describe.whaleTotal", new NumberCell(points.Count), new NumberCell(curve.Total, 0, currency)),
            curve.LosingMoney > 0
                ? writer.Warning(
                    "LifetimeValue.Describe.whaleLoss", new NumberCell(curve.LosingMoney), new NumberCell(curve.Loss, 0, currency),
                    new NumberCell(curve.Peak, 0, currency))
                : null,
            curve.Total > 0 ? Figure(curve, writer) : null,
            writer.SectionOf(
                "LifetimeValue.Describe.losing",
                [
                    curve.LosingMoney == 0 ? null : new Table(
                        [writer.Column("LifetimeValue.Describe.account"), writer.Number("LifetimeValue.Describe.profitTitle", currency)],
                        [
                            .. points.Reverse().Take(Math.Min(NamedAccounts, curve.LosingMoney)).Select(point => new TableRow(
                                [new TextCell(nameOf(point.Account), RunStyle.Name), new NumberCell(point.Profit)])),
                        ]),
                    curve.LosingMoney > NamedAccounts
                        ? writer.Note("LifetimeValue.Describe.more", new NumberCell(curve.LosingMoney - NamedAccounts))
                        : null,
                ]),
        ]);
    }

    public static Document Of(PurchaseCalibration calibration, string language)
    {
        var writer = new DocumentWriter(language);
        var groups = calibration.Groups;
        return writer.Document(writer.Text("LifetimeValue.Describe.calibration"),
        [
            writer.Paragraph(
                "LifetimeValue.Describe.calibrated",
                NumberCell.Of(calibration.Expected), new NumberCell(calibration.Actual),
                NumberCell.Percent(calibration.Error, 1, isSigned: true),
                NumberCell.Of(double.IsNaN(calibration.MeanAbsoluteError) ? null : calibration.MeanAbsoluteError, 2)),
            groups.Count == 0 ? null : new CurveFigure(
                writer.Text("LifetimeValue.Describe.calibrationFigure"),
                writer.Text("LifetimeValue.Describe.calibrationFigure.description"),
                writer.Axis("LifetimeValue.Describe.repeatOrders"),
                writer.Axis("LifetimeValue.Describe.ordersPerAccount", decimals: 2),
                [
                    Series("LifetimeValue.Describe.expected", group => group.ExpectedPerAccount),
                    Series("LifetimeValue.Describe.actual", group => group.ActualPerAccount),
                ])
            {
                Data = new(
                    [
                        writer.Number("LifetimeValue.Describe.repeatOrders"), writer.Number("LifetimeValue.Describe.accounts"),
                        writer.Number("LifetimeValue.Describe.expected"), writer.Number("LifetimeValue.Describe.actual"),
                    ],
                    [
                        .. groups.Select((group, i) => new TableRow(
                        [
                            i == groups.Count - 1 && groups.Count > 1
                                ? new TextCell(writer.Text("LifetimeValue.Describe.orMore", new NumberCell(group.Orders)))
                                : new NumberCell(group.Orders),
                            new NumberCell(group.Accounts), NumberCell.Of(group.ExpectedPerAccount, 2),
                            NumberCell.Of(group.ActualPerAccount, 2),
                        ])),
                    ]),
            },
        ]);

        CurveSeries Series(string key, Func<CalibrationGroup, double> valueOf) =>
            new(writer.Text(key), [.. groups.Select(group => new CurvePoint(group.Orders, valueOf(group)))]);
    }

    private static CurveFigure Figure<TAccount>(WhaleCurve<TAccount> curve, DocumentWriter writer)
    {
        var points = curve.Points;

        // The whole curve in few points: always the first, the last, and where it is highest.
        var places = Enumerable.Range(1, Math.Min(CurvePoints, points.Count))
            .Select(i => (int)Math.Round((double)i * points.Count / Math.Min(CurvePoints, points.Count)))
            .Append(points.Count - curve.LosingMoney).Where(place => place > 0).Distinct().Order();
        return new(
            writer.Text("LifetimeValue.Describe.whale"),
            writer.Text("LifetimeValue.Describe.whale.description"),
            writer.Axis("LifetimeValue.Describe.shareOfAccounts", "%"),
            writer.Axis("LifetimeValue.Describe.shareOfProfit", "%"),
            [
                new(
                    writer.Text("LifetimeValue.Describe.shareOfProfit"),
                    [new(0, 0), .. places.Select(place => new CurvePoint(100.0 * place / points.Count, ShareOf(place)))]),
            ],
            [new(writer.Text("LifetimeValue.Describe.whaleAll"), Y: 100)])
        {
            Data = new(
                [
                    writer.Number("LifetimeValue.Describe.shareOfAccounts", "%"),
                    writer.Number("LifetimeValue.Describe.shareOfProfit", "%"),
                ],
                [
                    .. Shown.Select(share => new TableRow(
                    [
                        NumberCell.Of(100 * share), NumberCell.Of(ShareOf(Math.Max(1, (int)Math.Round(share * points.Count)))),
                    ])),
                ]),
        };

        double ShareOf(int place) => 100 * (points[place - 1].CumulativeShare ?? 0);
    }
}
