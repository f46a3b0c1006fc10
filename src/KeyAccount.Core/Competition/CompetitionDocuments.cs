using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;
using NodaTime.Text;

namespace KeyAccount.Core.Competition;

/// <summary>The documents of rivals: sheets, eight-dimension bars, the SWOT page.</summary>
internal static class CompetitionDocuments
{
    private const int ShownQuestions = 5;
    private const int ShownStrategies = 2;

    public static IEnumerable<Block> Of(
        CompetitionReview review, IReadOnlyList<Text> questions, string? currency, DocumentWriter writer)
    {
        // Where nobody has found out anything, the line of the topic says all there is.
        if (review.Swot is null && !review.Rivals.Any(IsStudied))
            yield break;
        if (review.Rivals.Count > 0)
        {
            yield return writer.Paragraph(
                "Competition.Describe.rivals", review.Rivals.Count, review.Rivals.Count(rival => rival.IsRelevant));
            if (review.IsAnyoneMissing)
                yield return writer.Note("Competition.Describe.usual");
        }

        foreach (var rival in review.Rivals.Where(IsStudied))
            yield return new Section(writer.Text("Competition.Describe.rival", rival.Name), [.. Sheet(rival, currency, writer)]);
        if (review.Rivals.Where(rival => !IsStudied(rival)).ToArray() is { Length: > 0 } others)
            yield return Others(others, currency, writer);
        if (questions.Count > 0)
        {
            yield return new Section(writer.Text("Competition.Describe.questions"),
            [
                new BulletList([.. questions.Take(ShownQuestions).Select(writer.ItemWithName)]),
                .. questions.Count > ShownQuestions
                    ? (Block[])[writer.Note("Reviews.Describe.more", new NumberCell(questions.Count - ShownQuestions))] : [],
            ]);
        }

        if (review.Swot is { Entries.Count: > 0 } swot)
            yield return new Section(writer.Text("Competition.Describe.swot"), [.. Swot(swot, writer)]);
    }

    // Of whom nobody has found out anything, one row says all.
    private static bool IsStudied(RivalReview rival) =>
        rival.Answers.Count > 0 || rival.Profile is not null || rival.Record.Decided > 0 || rival.OurAdvantages.Count > 0;

    private static Table Others(IReadOnlyList<RivalReview> rivals, string? currency, DocumentWriter writer) => new(
        [
            writer.Column("Competition.Describe.other"), writer.Number("Competition.Describe.sales", currency),
            writer.Column("Competition.Describe.strength"),
        ],
        [
            .. rivals.Select(rival => new TableRow(
            [
                new TextCell(rival.Name, RunStyle.Name), NumberCell.Of(rival.AnnualSales),
                rival.Strength is { } strength ? new TextCell(strength) : null,
            ])),
        ]);

    private static IEnumerable<Block> Sheet(RivalReview rival, string? currency, DocumentWriter writer)
    {
        var hit = rival.Differentiation is { IsDecided: true } decision ? decision.Hits[0] : null;
        KeyValueItem?[] facts =
        [
            rival.Role is { } role ? writer.Value("Competition.Describe.role", role) : null,
            rival.AnnualSales is { } sales ? writer.Value("Competition.Describe.sales", new NumberCell(sales, 0, currency)) : null,
            rival.Strength is { } strength ? writer.Value("Competition.Describe.strength", new TextCell(strength)) : null,
            rival.OurAdvantages.Count > 0
                ? writer.Value("Competition.Describe.advantages", new TextCell(writer.Listed(rival.OurAdvantages))) : null,
            rival.Record.WinRate is { } rate ? writer.Value("Competition.Describe.winRate", Rate(rival.Record, rate, writer)) : null,
            rival.Record.Threat is { } threat ? writer.Value("Competition.Describe.threat", NumberCell.Percent(threat)) : null,
            rival.Answers.Count > 0 ? writer.Value("Competition.Describe.coverage", NumberCell.Percent(rival.Coverage)) : null,
            rival.Profile is { } profile
                ? writer.Value(
                    "Competition.Describe.profile",
                    new TextCell(writer.Say(
                        "Competition.Describe.scores", NumberCell.Of(profile.Ours, 2), NumberCell.Of(profile.Theirs, 2))))
                : null,
        ];
        if (facts.OfType<KeyValueItem>().ToArray() is { Length: > 0 } known)
            yield return new KeyValueList(known);
        if (rival.Profile is { } shown)
            yield return Bars(rival, shown, writer);
        if (hit is not null && (rival.Profile is not null || rival.IsStrong))
            yield return new BulletList([DecisionDocument.Item(hit, writer.Language)]);
        if (rival.Answers.Count > 0)
        {
            yield return new Table(
                [
                    writer.Column("Competition.Describe.question"), writer.Column("Competition.Describe.answer"),
                    writer.Column("Competition.Describe.day"), writer.Column("Competition.Describe.origin"),
                ],
                [
                    .. rival.Answers.Select(answer => new TableRow(
                    [
                        writer.Cell(answer.Question) ?? writer.Cell(answer.DealQuestion), new TextCell(answer.Text),
                        answer.Date is { } date ? new DateCell(date) : null, Origin(answer.Origin, writer),
                    ])),
                ]);
        }
    }

    private static TextCell Rate(WinRecord record, double rate, DocumentWriter writer)
    {
        var interval = record.Interval()!;
        return new(writer.Say(
            "Competition.Describe.rate", NumberCell.Percent(rate), new NumberCell(record.Won), new NumberCell(record.Decided),
            NumberCell.Percent(interval.Low, 1), NumberCell.Percent(interval.High, 1)));
    }

    private static BarFigure Bars(RivalReview rival, BenchmarkProfile profile, DocumentWriter writer) => new(
        writer.Text("Competition.Describe.bars"),
        writer.Text("Competition.Describe.bars.description"),
        writer.Capital(writer.Text("Competition.Describe.dimension")),
        writer.Axis("Competition.Describe.ours", null, null),
        [
            .. profile.Dimensions.Select(each => new Bar(
                writer.Capital(writer.NameOf(each.Benchmark.Dimension)), (decimal?)each.Benchmark.Ours, (decimal?)each.Benchmark.Theirs)),
        ],
        rival.Name);

    internal static IEnumerable<Block> Swot(SwotAnalysis swot, DocumentWriter writer)
    {
        yield return new Table(
            [
                writer.Column("Competition.Describe.part"), writer.Column("Competition.Describe.entry"),
                writer.Column("Competition.Describe.source"),
            ],
            [
                .. SwotPart.InOrder.SelectMany(swot.Of).Select(entry => new TableRow(
                [
                    writer.Cell(entry.Part), new TextCell(entry.Text.In(writer.Language)),
                    entry.Fact is { } fact ? new TextCell(fact, RunStyle.Code) : new TextCell(writer.Say(
                        "Competition.Describe.noted", entry.Origin, LocalDatePattern.Iso.Format(entry.Date!.Value))),
                ])),
            ]);
        var strategies = swot.Strategies();
        if (strategies.Count > 0)
        {
            yield return new Section(writer.Text("Competition.Describe.tows"),
            [
                new BulletList(
                [
                    .. strategies.GroupBy(each => each.Pair).SelectMany(pair => pair.Take(ShownStrategies)).Select(each => writer.Item(
                        "Competition.Describe.pair", each.Pair, each.Inside.Text, each.Outside.Text)),
                ]),
            ]);
        }
    }

    private static Cell? Origin(DataOrigin? origin, DocumentWriter writer) => origin is null ? null
        : origin == DataOrigin.Secondary ? new TextCell(writer.Capital(writer.Text("Competition.Describe.hearsay")))
        : writer.Cell(origin);
}
