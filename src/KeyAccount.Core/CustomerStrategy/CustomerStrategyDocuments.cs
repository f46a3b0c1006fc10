using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The document of a customer's strategy, and of cooperation with it.</summary>
internal static class CustomerStrategyDocuments
{
    private const int MostCapabilities = 8;

    public static IEnumerable<Block?> Of(StrategyReview review, DocumentWriter writer)
    {
        var match = review.Match;
        KeyValueItem?[] facts =
        [
            writer.Value(
                "CustomerStrategy.Describe.coverage",
                new TextCell(writer.Say(
                    "CustomerStrategy.Describe.decoded", review.Decoded.Count, CustomerStrategyArea.InOrder.Count,
                    NumberCell.Percent(review.Coverage)))),
            match is { Score: { } score, Level: { } level }
                ? writer.Value(
                    "CustomerStrategy.Describe.match",
                    new TextCell(writer.Say(
                        match.Coverage < 1 ? "CustomerStrategy.Describe.matchBetween" : "CustomerStrategy.Describe.matchScore",
                        NumberCell.Of(score, 1), level, NumberCell.Of(match.Low, 1), NumberCell.Of(match.High, 1))))
                : null,
            review.Plan is { } plan
                ? writer.Value("CustomerStrategy.Describe.plan", plan.IsClosed ? PlanningEventKind.Closed : plan.Principle) : null,
            review.ReviewDueOn is { } due ? writer.Value("CustomerStrategy.Describe.reviewDue", new DateCell(due)) : null,
        ];
        yield return new KeyValueList([.. facts.OfType<KeyValueItem>()]);
        if (review is { IsStale: true, ReviewDueOn: { } late })
            yield return writer.Warning("CustomerStrategy.Describe.stale", new DateCell(late));
        if (review.Notes.Count > 0)
            yield return Notes(review, writer);
        if (review.Open.Count > 0)
            yield return writer.Note("CustomerStrategy.Describe.open", writer.Listed(review.Open));
        if (match is not null && review.Capabilities.Count is > 0 and <= MostCapabilities)
            yield return Matrix(review, match, writer);
        yield return writer.SectionOf(
            "CustomerStrategy.Describe.whiteSpots",
            [DocumentWriter.List((match?.WhiteSpots ?? []).Select(goal => new ListItem(goal.Called)))]);
        yield return writer.SectionOf(
            "CustomerStrategy.Describe.challenges", [review.Challenges.Count == 0 ? null : Challenges(review, writer)]);
        yield return writer.SectionOf(
            "CustomerStrategy.Describe.next",
            [DocumentWriter.List(review.NextSteps.Select(step => step.DueOn is { } day
                ? writer.Item("CustomerStrategy.Describe.step", step.Text, new DateCell(day)) : writer.Item(step.Text)))]);
    }

    public static IEnumerable<Block?> Of(CooperationReview review, string? currency, DocumentWriter writer)
    {
        KeyValueItem?[] facts =
        [
            review.Readiness.Band is { } band ? writer.Value("CustomerStrategy.Describe.readiness", band) : null,
            review.Weakest is { } weakest ? writer.Value("CustomerStrategy.Describe.weakest", weakest) : null,
            review.Dependence is { } balance
                ? writer.Value(
                    "CustomerStrategy.Describe.dependence",
                    new TextCell(writer.Say(
                        balance.Ratio is null ? "CustomerStrategy.Describe.shares" : "CustomerStrategy.Describe.balance", balance.Kind,
                        NumberCell.Percent(balance.ShareOfTheirSpend, 1), NumberCell.Percent(balance.ShareOfOurRevenue, 1),
                        NumberCell.Of(balance.Ratio, 2))))
                : null,
            review.Gain?.Surplus is { } surplus
                ? writer.Value("CustomerStrategy.Describe.surplus", new NumberCell(surplus, 0, currency)) : null,
            review.OurGain is { } ours ? writer.Value("CustomerStrategy.Describe.ourGain", new NumberCell(ours, 0, currency)) : null,
            review.TheirGain is { } theirs
                ? writer.Value("CustomerStrategy.Describe.theirGain", new NumberCell(theirs, 0, currency)) : null,
        ];
        if (facts.OfType<KeyValueItem>().ToArray() is { Length: > 0 } known)
            yield return new KeyValueList(known);
        if (review.IsPaperOnly)
            yield return writer.Warning("CustomerStrategy.Describe.paperOnly");
        if (review.Gain?.Surplus < 0)
            yield return writer.Warning("CustomerStrategy.Describe.noSurplus");
        if (review.Gain?.Missing.ToArray() is { Length: > 0 } missing)
        {
            yield return writer.Note(
                "CustomerStrategy.Describe.gainUnknown",
                writer.Listed(missing.Select(name => (object)writer.Text($"CustomerStrategy.SharedGain.{name}"))));
        }

        yield return new Table(
            [
                writer.Column("CustomerStrategy.Describe.point"), writer.Number("CustomerStrategy.Describe.points"),
                writer.Column("CustomerStrategy.Describe.proposal"),
            ],
            [
                .. review.Points.Select(each => new TableRow(
                [
                    writer.Cell(each.Point), NumberCell.Of(each.Score, 0),
                    new TextCell(writer.Text($"CustomerStrategy.Proposal.{each.Point.Name}")),
                ])),
            ]);
        if (review.Calendar.Count > 0)
        {
            yield return writer.Section(
                "CustomerStrategy.Describe.calendar",
                new Table(
                    [writer.Column("CustomerStrategy.Describe.due"), writer.Column("CustomerStrategy.Describe.meeting")],
                    [
                        .. review.Calendar.Select(step => new TableRow(
                            [step.DueOn is { } day ? new DateCell(day) : null, new TextCell(step.Text.In(writer.Language))])),
                    ]));
        }
    }

    private static Table Notes(StrategyReview review, DocumentWriter writer)
    {
        var goals = review.Match?.Goals.ToDictionary(goal => goal.Id, StringComparer.Ordinal);
        return new(
            [
                writer.Column("CustomerStrategy.Describe.area"), writer.Column("CustomerStrategy.Describe.statement"),
                writer.Column("CustomerStrategy.Describe.horizon"), writer.Column("CustomerStrategy.Describe.learned"),
                writer.Number("CustomerStrategy.Describe.support"),
            ],
            [
                .. review.Notes.Select(note => new TableRow(
                [
                    writer.Cell(note.Area),
                    new TextCell(note.Metric is { } metric
                        ? writer.Text("CustomerStrategy.Describe.measured", note.Statement, metric) : note.Statement),
                    note.Horizon is { } day ? new DateCell(day) : null,
                    note.Date is { } date ? new DateCell(date) : null,
                    goals?.GetValueOrDefault(note.Id)?.Strength is { } strength ? new NumberCell(strength) : null,
                ])),
            ]);
    }

    private static MatrixFigure Matrix(StrategyReview review, StrategicMatch match, DocumentWriter writer)
    {
        var notes = review.Notes.ToDictionary(note => note.Id, StringComparer.Ordinal);
        return new(
            writer.Text("CustomerStrategy.Describe.matrix"),
            writer.Text("CustomerStrategy.Describe.matrix.description"),
            writer.Capital(writer.Text("CustomerStrategy.Describe.goal")),
            writer.Capital(writer.Text("CustomerStrategy.Describe.capability")),
            writer.Axis("CustomerStrategy.Describe.support"),
            [.. review.Capabilities.Select(capability => capability.Statement)],
            [
                .. match.Goals.Select(goal => new MatrixRow(
                    goal.Called,
                    [.. review.Capabilities.Select(capability => CellOf(notes.GetValueOrDefault(goal.Id), capability))])),
            ]);

        static MatrixCell CellOf(StrategyNote? note, OurCapability capability) =>
            note?.Support.FirstOrDefault(link => link.Capability == capability.Id) is { } link
                ? new(Math.Min(link.Strength, capability.Level ?? link.Strength), (double)link.Strength / StrategicMatch.MostStrength)
                : new(null);
    }

    // For each challenge what we bring, and in which areas.
    private static Table Challenges(StrategyReview review, DocumentWriter writer) => new(
        [
            writer.Column("CustomerStrategy.Describe.challenge"), writer.Column("CustomerStrategy.Describe.statement"),
            writer.Column("CustomerStrategy.Describe.response"),
        ],
        [
            .. review.Challenges.Select(challenge => new TableRow(
            [
                writer.Cell(challenge.Kind), new TextCell(challenge.Statement),
                new TextCell(writer.Capital(Run.TextOf(writer.Listed(review.Responses.Where(each => each.Challenge == challenge.Kind)
                    .GroupBy(each => each.Response).Select(group => AnswerOf(group.Key, group.Select(each => each.Area), writer)))))),
            ])),
        ]);

    private static string AnswerOf(StrategyResponse response, IEnumerable<CustomerStrategyArea?> areas, DocumentWriter writer) =>
        areas.OfType<CustomerStrategyArea>().ToArray() is { Length: > 0 } known
            ? writer.Text("CustomerStrategy.Describe.answer", writer.NameOf(response), Run.TextOf(writer.Listed(known)))
            : writer.NameOf(response);
}
