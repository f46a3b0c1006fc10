using KeyAccount.Core.Documents;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime.Text;

namespace KeyAccount.Core.Funnel;

/// <summary>The document of the sales funnel: what is going to close, how sure that is, and which deals stand still.</summary>
internal static class FunnelDocument
{
    private const int CurvePoints = 60;
    private const int NoticesInBrief = 8;
    private const int ChannelsInBrief = 5;
    private const int MonthsInBrief = 6;

    private static readonly double[] Shown = [0.9, 0.75, 0.5, 0.25, 0.1];

    public static Document Of(FunnelReport report, string language, Detail detail)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Funnel.Describe.title", new DateCell(report.AsOf)),
        [
            writer.Paragraph(
                "Funnel.Describe.deals",
                new NumberCell(report.Deals), new NumberCell(report.Deals - report.Won - report.Lost), new NumberCell(report.Won),
                new NumberCell(report.Lost)),
            .. report.Warnings.Select(warning => new Paragraph(warning.Reason.In(writer.Language), Tone.Warning)),
            .. detail == Detail.Brief ? Brief(report, writer) : Full(report, writer),
        ]);
    }

    private static Block?[] Full(FunnelReport report, DocumentWriter writer) =>
    [
        writer.SectionOf("Funnel.Describe.forecast", Forecast(report, writer)),
        writer.SectionOf("Funnel.Describe.stages", Stages(report, writer)),
        writer.SectionOf("Funnel.Describe.notices", Notices(report, writer)),
        Quarters(report, writer),
        writer.SectionOf("Funnel.Describe.channels", [Groups(report.Channels, isChannel: true, report.Currency, writer)]),
        writer.SectionOf("Funnel.Describe.owners", [Groups(report.Owners, isChannel: false, report.Currency, writer)]),
        writer.SectionOf("Funnel.Describe.losses", [Losses(report, writer)]),
        writer.SectionOf("Funnel.Describe.stated", Stated(report, writer)),
        writer.SectionOf("Funnel.Describe.collection", [Collection(report, writer)]),
    ];

    // One screen: what is left out is counted, and stands in the full report.
    private static IEnumerable<Block?> Brief(FunnelReport report, DocumentWriter writer)
    {
        var forecast = report.Forecast;
        var figures = new List<Block?>
        {
            writer.Paragraph(
                "Funnel.Describe.brief.forecast",
                new DateCell(forecast.From), new DateCell(forecast.Until), Amount(forecast.Won, report.Currency),
                NumberCell.Of(forecast.Expected, 0, report.Currency), Amount(forecast.Quantile(0.1), report.Currency),
                Amount(forecast.Quantile(0.5), report.Currency), Amount(forecast.Quantile(0.9), report.Currency)),
        };
        if (forecast.Target is { } target)
        {
            var missing = forecast.Coverage?.Shortfall ?? 0;
            figures.Add(writer.Paragraph(
                missing > 0 ? "Funnel.Describe.brief.targetShort" : "Funnel.Describe.brief.target",
                Amount(target, report.Currency), NumberCell.Percent(forecast.TargetOdds), Amount(missing, report.Currency)));
        }

        yield return writer.SectionOf("Funnel.Describe.forecast", figures);
        yield return writer.SectionOf("Funnel.Describe.stages", [BriefStages(report, writer)]);
        yield return writer.SectionOf("Funnel.Describe.notices", BriefNotices(report, writer));
        if (report.Quarters.Herfindahl is not null)
        {
            yield return writer.Paragraph(
                "Funnel.Describe.brief.quarters",
                YearOf(report),
                writer.Listed(report.Quarters.Shares.Select((share, i) => (object)writer.Say(
                    "Funnel.Describe.brief.quarter", Quarter(i + 1, writer), NumberCell.Percent(share)))));
        }

        if (report.Collection.Count > 0)
        {
            yield return writer.Paragraph(
                "Funnel.Describe.brief.collection",
                writer.Listed(report.Collection.Take(MonthsInBrief).Select(month => (object)writer.Say(
                    "Funnel.Describe.brief.month", YearMonthPattern.Iso.Format(month.Month), Amount(month.Amount, report.Currency)))));
        }

        yield return writer.SectionOf(
            "Funnel.Describe.channels",
            [
                Groups([.. report.Channels.Take(ChannelsInBrief)], isChannel: true, report.Currency, writer),
                More(report.Channels.Count - ChannelsInBrief, writer),
            ]);
    }

    private static Table BriefStages(FunnelReport report, DocumentWriter writer) => new(
        [
            writer.Column("Funnel.Describe.stage"), writer.Number("Funnel.Describe.open"),
            writer.Number("Funnel.Describe.amount", report.Currency), writer.Number("Funnel.Describe.goesOn", "%"),
            writer.Number("Funnel.Describe.counted"), writer.Number("Funnel.Describe.odds", "%"),
            writer.Number("Funnel.Describe.medianDays"), writer.Number("Funnel.Describe.stuckAfter"),
        ],
        [
            .. report.Stages.Select(stage => new TableRow(
            [
                NameOf(stage.Stage, writer), new NumberCell(stage.OpenDeals), new NumberCell(stage.OpenAmount),
                NumberCell.Of(stage.Conversion?.Mean * 100), Counted(stage.Conversion), NumberCell.Of(stage.WinOdds * 100),
                NumberCell.Of(stage.MedianDays), NumberCell.Of(stage.StuckAfterDays),
            ])),
        ]);

    private static IEnumerable<Block?> BriefNotices(FunnelReport report, DocumentWriter writer)
    {
        if (report.Notices.Count == 0)
            yield break;
        DealNotice[] shown = [.. report.Notices.SelectMany(kind => kind.First).Take(NoticesInBrief)];
        yield return new Table(
            [
                writer.Column("Funnel.Describe.finding"), writer.Column("Funnel.Describe.deal"), writer.Column("Funnel.Describe.account"),
                writer.Column("Funnel.Describe.owner"), writer.Column("Funnel.Describe.stage"),
                writer.Number("Funnel.Describe.amount", report.Currency), writer.Number("Funnel.Describe.days"),
            ],
            [
                .. shown.Select(notice => new TableRow(
                [
                    writer.Text($"Funnel.Describe.kind.{notice.Kind}"), Name(notice.OpportunityId), Name(notice.AccountId),
                    Name(notice.Owner), notice.Stage.Name, new NumberCell(notice.Amount), NumberCell.Of((double?)notice.Days),
                ])),
            ]);
        yield return More(report.Notices.Sum(kind => kind.Count) - shown.Length, writer);
    }

    private static Paragraph? More(long count, DocumentWriter writer) =>
        count > 0 ? writer.Note("Funnel.Describe.more", new NumberCell(count)) : null;

    private static string YearOf(FunnelReport report) => FormattableString.Invariant($"{report.Forecast.From.Year}");

    private static IEnumerable<Block?> Forecast(FunnelReport report, DocumentWriter writer)
    {
        var forecast = report.Forecast;
        KeyValueItem? Value(string key, Cell? value) => value is null ? null : writer.Value($"Funnel.Describe.{key}", value);
        yield return writer.Paragraph("Funnel.Describe.period", new DateCell(forecast.From), new DateCell(forecast.Until));
        yield return new KeyValueList(
        [
            .. new[]
            {
                Value("won", Amount(forecast.Won, report.Currency)),
                Value("expected", NumberCell.Of(forecast.Expected, 0, report.Currency)),
                Value("careful", Amount(forecast.Quantile(0.1), report.Currency)),
                Value("median", Amount(forecast.Quantile(0.5), report.Currency)),
                Value("bold", Amount(forecast.Quantile(0.9), report.Currency)),
                Value("statedExpected", NumberCell.Of(forecast.StatedExpected + forecast.Won, 0, report.Currency)),
                Value("target", NumberCell.Of(forecast.Target, 0, report.Currency)),
                Value("targetOdds", NumberCell.Percent(forecast.TargetOdds)),
                Value("coverage", NumberCell.Of(forecast.Coverage?.Coverage, 1)),
                Value("needed", NumberCell.Of(forecast.Coverage?.NeededCoverage, 1)),
                Value("short", forecast.Coverage is { Shortfall: > 0 } coverage ? Amount(coverage.Shortfall, report.Currency) : null),
            }.OfType<KeyValueItem>(),
        ]);
        if (forecast.Open.Total > 0)
        {
            yield return Curve(report, writer);
            yield return writer.Note("Funnel.Describe.grid", new NumberCell(forecast.Open.Grid, null, report.Currency));
        }

        if (report.Categories.Count > 0)
        {
            yield return new Table(
                [
                    writer.Column("Funnel.Describe.category"), writer.Number("Funnel.Describe.open"),
                    writer.Number("Funnel.Describe.amount", report.Currency),
                ],
                [
                    .. report.Categories.Select(category => new TableRow(
                        [writer.Cell(category.Category), new NumberCell(category.Deals), new NumberCell(category.Amount)])),
                ]);
        }
    }

    // The whole distribution in a few points: what comes at least, with which probability.
    private static CurveFigure Curve(FunnelReport report, DocumentWriter writer)
    {
        var (forecast, steps) = (report.Forecast, report.Forecast.Open.Probabilities.Count - 1);
        var points = Enumerable.Range(0, Math.Min(CurvePoints, steps) + 1).Select(i =>
        {
            var amount = forecast.Open.Grid * Math.Round((decimal)steps * i / Math.Min(CurvePoints, steps));
            return new CurvePoint((double)(forecast.Won + amount), 100 * forecast.Open.ProbabilityAtLeast(amount));
        });
        return new(
            writer.Text("Funnel.Describe.curve"),
            writer.Text("Funnel.Describe.curve.description"),
            writer.Axis("Funnel.Describe.atLeast", report.Currency),
            writer.Axis("Funnel.Describe.probability", "%"),
            [new(writer.Text("Funnel.Describe.probability"), [.. points])],
            forecast.Target is { } target
                ? [new(writer.Text("Funnel.Describe.target"), (double)target, 100 * forecast.TargetOdds!.Value)]
                : null)
        {
            Data = new(
                [writer.Number("Funnel.Describe.probability", "%"), writer.Number("Funnel.Describe.atLeast", report.Currency)],
                [
                    .. Shown.Select(probability => new TableRow(
                        [new NumberCell((decimal)probability * 100), new NumberCell(forecast.Quantile(1 - probability))])),
                ]),
        };
    }

    private static IEnumerable<Block?> Stages(FunnelReport report, DocumentWriter writer)
    {
        yield return new BarFigure(
            writer.Text("Funnel.Describe.stages"),
            writer.Text("Funnel.Describe.stages.description"),
            writer.Text("Funnel.Describe.stage"),
            writer.Axis("Funnel.Describe.amount", report.Currency),
            [.. report.Stages.Select(stage => new Bar(NameOf(stage.Stage, writer), stage.OpenAmount))])
        {
            Data = new(
                [
                    writer.Column("Funnel.Describe.stage"), writer.Number("Funnel.Describe.open"),
                    writer.Number("Funnel.Describe.amount", report.Currency), writer.Number("Funnel.Describe.goesOn", "%"),
                    writer.Number("Funnel.Describe.counted"), writer.Number("Funnel.Describe.odds", "%"),
                    writer.Number("Funnel.Describe.prior", "%"), writer.Number("Funnel.Describe.medianDays"),
                    writer.Number("Funnel.Describe.stuckAfter"), writer.Column("Funnel.Describe.focus"),
                ],
                [
                    .. report.Stages.Select(stage => new TableRow(
                    [
                        NameOf(stage.Stage, writer), new NumberCell(stage.OpenDeals), new NumberCell(stage.OpenAmount),
                        NumberCell.Of(stage.Conversion?.Mean * 100), Counted(stage.Conversion), NumberCell.Of(stage.WinOdds * 100),
                        NumberCell.Of(stage.PriorWinOdds * 100), NumberCell.Of(stage.MedianDays), NumberCell.Of(stage.StuckAfterDays),
                        writer.Cell(stage.Focus),
                    ])),
                ]),
        };
        yield return writer.Paragraph(
            "Funnel.Describe.winRate",
            NumberCell.Percent(report.WinRate.Mean), new NumberCell(report.WinRate.Successes), new NumberCell(report.WinRate.Trials),
            NumberCell.Percent(report.WinRate.Interval()?.Low), NumberCell.Percent(report.WinRate.Interval()?.High));
        if (report.CycleDays is { } cycle)
        {
            yield return writer.Paragraph(
                "Funnel.Describe.cycle", NumberCell.Of(cycle), new NumberCell(StageTimes.UsualCycleFrom),
                new NumberCell(StageTimes.UsualCycleTo));
        }
    }

    private static IEnumerable<Block?> Notices(FunnelReport report, DocumentWriter writer) => report.Notices.Select(kind => new Section(
        writer.Text($"Funnel.Describe.kind.{kind.Kind}"),
        [
            writer.Paragraph("Funnel.Describe.noticed", new NumberCell(kind.Count), Amount(kind.Amount, report.Currency)),
            new Table(
                [
                    writer.Column("Funnel.Describe.deal"), writer.Column("Funnel.Describe.account"), writer.Column("Funnel.Describe.owner"),
                    writer.Column("Funnel.Describe.stage"), writer.Number("Funnel.Describe.amount", report.Currency),
                    writer.Column("Funnel.Describe.reason"),
                ],
                [
                    .. kind.First.Select(notice => new TableRow(
                    [
                        Name(notice.OpportunityId), Name(notice.AccountId), Name(notice.Owner), notice.Stage.Name,
                        new NumberCell(notice.Amount), Reason(notice, writer),
                    ])),
                ]),
        ]));

    private static TextCell Reason(DealNotice notice, DocumentWriter writer) => notice.Missing.Count == 0
        ? new(notice.Reason.In(writer.Language))
        : new(
        [
            new(notice.Reason.In(writer.Language) + " "),
            .. writer.Say("Funnel.Describe.missing", writer.Listed(notice.Missing)),
        ]);

    private static Section? Quarters(FunnelReport report, DocumentWriter writer)
    {
        if (report.Quarters.Herfindahl is null)
            return null;
        var title = writer.Text("Funnel.Describe.quarters", YearOf(report));
        return new(title,
        [
            new BarFigure(
                title,
                writer.Text("Funnel.Describe.quarters.description"),
                writer.Text("Funnel.Describe.quarter"),
                writer.Axis("Funnel.Describe.amount", report.Currency),
                [.. report.Quarters.Amounts.Select((amount, i) => new Bar(Quarter(i + 1, writer), amount))])
            {
                Data = new(
                    [
                        writer.Column("Funnel.Describe.quarter"), writer.Number("Funnel.Describe.amount", report.Currency),
                        writer.Number("Funnel.Describe.share", "%"),
                    ],
                    [
                        .. report.Quarters.Amounts.Select((amount, i) => new TableRow(
                            [Quarter(i + 1, writer), new NumberCell(amount), NumberCell.Of(report.Quarters.Shares[i] * 100)])),
                    ]),
            },
        ]);
    }

    private static Table? Groups(IReadOnlyList<GroupYield> groups, bool isChannel, string? currency, DocumentWriter writer) =>
        groups.Count == 0 || (groups.Count == 1 && groups[0].Name.Length == 0) ? null : new(
            [
                writer.Column(isChannel ? "Funnel.Describe.channel" : "Funnel.Describe.owner"), writer.Number("Funnel.Describe.dealsTitle"),
                writer.Number("Funnel.Describe.wonAmount", currency), writer.Number("Funnel.Describe.openAmount", currency),
                writer.Number("Funnel.Describe.winRateTitle", "%"), writer.Number("Funnel.Describe.range", "%"),
                writer.Number("Funnel.Describe.counted"),
            ],
            [
                .. groups.Select(group => new TableRow(
                [
                    GroupName(group.Name, isChannel, writer), new NumberCell(group.Deals), new NumberCell(group.WonAmount),
                    new NumberCell(group.OpenAmount), NumberCell.Of(group.WinRate.Mean * 100), Range(group.WinRate, writer),
                    Counted(group.WinRate),
                ])),
            ]);

    private static Cell? GroupName(string name, bool isChannel, DocumentWriter writer) => name.Length == 0
        ? new TextCell(writer.Text("Funnel.Describe.notKnown"))
        : isChannel && LeadChannel.TryFromName(name, out var channel) ? writer.Cell(channel) : Name(name);

    private static Table? Losses(FunnelReport report, DocumentWriter writer) => report.Losses.Count == 0 ? null : new(
        [
            writer.Column("Funnel.Describe.reason"), writer.Number("Funnel.Describe.dealsTitle"),
            writer.Number("Funnel.Describe.amount", report.Currency),
        ],
        [
            .. report.Losses.Select(loss => new TableRow(
            [
                loss.Reason is { } reason ? writer.Cell(reason) : new TextCell(writer.Text("Funnel.Describe.notKnown")),
                new NumberCell(loss.Deals), new NumberCell(loss.Amount),
            ])),
        ]);

    private static IEnumerable<Block?> Stated(FunnelReport report, DocumentWriter writer)
    {
        if (report.StatedOdds is not { } stated)
            yield break;
        yield return writer.Paragraph(
            stated.Skill is > 0 ? "Funnel.Describe.statedBetter" : "Funnel.Describe.statedNoBetter",
            new NumberCell(stated.Deals), NumberCell.Of(stated.Brier, 3), NumberCell.Percent(stated.BaseRate));
        yield return new Table(
            [
                writer.Column("Funnel.Describe.statedOdds"), writer.Number("Funnel.Describe.dealsTitle"),
                writer.Number("Funnel.Describe.meanOdds", "%"), writer.Number("Funnel.Describe.wonShare", "%"),
            ],
            [
                .. stated.Classes.Select(each => new TableRow(
                [
                    writer.Text("Funnel.Describe.between", NumberCell.Percent(each.From), NumberCell.Percent(each.To)),
                    new NumberCell(each.Deals), NumberCell.Of(each.MeanOdds * 100), NumberCell.Of(100.0 * each.Won / each.Deals),
                ])),
            ]);
    }

    private static BarFigure? Collection(FunnelReport report, DocumentWriter writer) => report.Collection.Count == 0 ? null : new(
        writer.Text("Funnel.Describe.collection"),
        writer.Text("Funnel.Describe.collection.description"),
        writer.Text("Funnel.Describe.month"),
        writer.Axis("Funnel.Describe.amount", report.Currency),
        [.. report.Collection.Select(month => new Bar(YearMonthPattern.Iso.Format(month.Month), month.Amount))]);

    private static NumberCell Amount(decimal amount, string? currency) => new(amount, 0, currency);

    private static TextCell? Name(string? name) => name is null ? null : new(name, RunStyle.Name);

    private static TextCell? Counted(RateEstimate? rate) =>
        rate is null ? null : new(FormattableString.Invariant($"{rate.Successes}/{rate.Trials}"));

    private static Cell? Range(RateEstimate rate, DocumentWriter writer) => rate.Interval() is not { } interval ? null : new TextCell(
        writer.Text("Funnel.Describe.between", NumberCell.Of(interval.Low * 100), NumberCell.Of(interval.High * 100)));

    private static string NameOf(FunnelStage stage, DocumentWriter writer) => $"{stage.Name} {stage.DisplayName(writer.Language)}";

    private static string Quarter(int quarter, DocumentWriter writer) =>
        writer.Text("Funnel.Describe.quarterName", new NumberCell(quarter));
}
