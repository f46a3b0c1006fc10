using KeyAccount.Core.Documents;
using KeyAccount.Core.Planning;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>The parts that the documents of one plan and of all plans share: the progress of actions and what they require.</summary>
internal static class PlanProgress
{
    private const int MostOnLine = 40;

    /// <summary>The numbers of actions that are done, begun, open, overdue and dismissed; null if there are none.</summary>
    public static BarFigure? Bars(IReadOnlyList<PlanAction> actions, LocalDate asOf, DocumentWriter writer) => actions.Count == 0 ? null
        : new(
        writer.Text("Reviews.Plan.progress"),
        writer.Text(
            "Reviews.Plan.progress.description", new NumberCell(actions.Count(action => action.State.Status == ActionStatus.Done)),
            new NumberCell(actions.Count)),
        writer.Capital(writer.Text("Reviews.Plan.status")), writer.Axis("Reviews.Plan.count"),
        [
            Bar(writer, ActionStatus.Done, actions.Count(action => action.State.Status == ActionStatus.Done)),
            Bar(writer, ActionStatus.InProgress, actions.Count(
                action => action.State.Status == ActionStatus.InProgress && !action.IsOverdue(asOf))),
            Bar(writer, ActionStatus.Open, actions.Count(action => action.State.Status == ActionStatus.Open && !action.IsOverdue(asOf))),
            new(writer.Capital(writer.Text("Reviews.Plan.overdue")), actions.Count(action => action.IsOverdue(asOf))),
            Bar(writer, ActionStatus.Dismissed, actions.Count(action => action.State.Status == ActionStatus.Dismissed)),
        ]);

    /// <summary>All actions with their states: overdue ones first, then open ones by day, ended ones last.</summary>
    public static Table? Actions(
        IReadOnlyList<PlanAction> actions, LocalDate asOf, DocumentWriter writer, Func<PlanAction, bool> isStillAsked,
        Func<PlanAction, bool> isReasonGone) =>
        actions.Count == 0 ? null : new(
            [
                writer.Column("Reviews.Describe.due"), writer.Column("Reviews.Describe.who"), writer.Column("Reviews.Describe.action"),
                writer.Column("Reviews.Plan.status") with { IsCategory = true }, writer.Column("Reviews.Plan.note"),
                writer.Column("Reviews.Plan.id"),
            ],
            [
                .. InOrder(actions, asOf).Select(action => new TableRow(
                [
                    new DateCell(action.DueOn), Owner(action.Owner, writer), new TextCell(writer.Capital(action.Text.In(writer.Language))),
                    Status(action, asOf, writer), Note(action, isStillAsked(action), isReasonGone(action), writer),
                    new TextCell(action.Id, RunStyle.Code),
                ])
                { Key = action.Id }),
            ]);

    /// <summary>Overdue first, then open by day, then ended by day.</summary>
    public static IEnumerable<PlanAction> InOrder(IEnumerable<PlanAction> actions, LocalDate asOf) => actions
        .OrderBy(action => action.IsOverdue(asOf) ? 0 : action.State.HasEnded ? 2 : 1)
        .ThenBy(action => action.DueOn).ThenBy(action => action.Id, StringComparer.Ordinal);

    /// <summary>The due days of actions, and the days on which they were done; null if there are none.</summary>
    public static TimelineFigure? Timeline(IReadOnlyList<PlanAction> actions, LocalDate asOf, DocumentWriter writer) =>
        actions.Count == 0 ? null : new(
            writer.Text("Reviews.Plan.timeline"), writer.Text("Reviews.Plan.timeline.description"),
            writer.Capital(writer.Text("Reviews.Plan.on")), writer.Capital(writer.Text("Reviews.Describe.action")),
            [
                .. InOrder(actions, asOf).Take(MostOnLine).OrderBy(action => DayOf(action)).Select(action => new TimelineEvent(
                    DayOf(action), writer.Capital(action.Text.In(writer.Language)), Run.TextOf(Status(action, asOf, writer).Runs))),
            ],
            writer.Capital(writer.Text("Reviews.Plan.status")));

    /// <summary>The resources that open actions require, by kind; null if none are stated.</summary>
    public static Table? Needs(IReadOnlyList<PlanAction> actions, string? currency, DocumentWriter writer)
    {
        var needed = actions.Where(action => action.State.Status != ActionStatus.Dismissed)
            .Where(action => action.Resource is not null || action.Hours is not null || action.Budget is not null)
            .GroupBy(action => action.Resource)
            .OrderBy(group => group.Key?.Value ?? int.MaxValue)
            .ToArray();
        return needed.Length == 0 ? null : new(
            [
                writer.Column("Reviews.Plan.resource"), writer.Number("Reviews.Plan.actions"), writer.Number("Reviews.Plan.hours"),
                writer.Number("Reviews.Plan.budget", currency),
            ],
            [
                .. needed.Select(group => new TableRow(
                [
                    group.Key is { } kind ? writer.Cell(kind) : writer.Text("Reviews.Describe.notKnown"), new NumberCell(group.Count()),
                    NumberCell.Of(group.Sum(action => action.Hours), 1), NumberCell.Of(Sum(group.Select(action => action.Budget))),
                ])),
            ]);
    }

    /// <summary>Earned value; null if no action has a budget.</summary>
    public static KeyValueList? Earned(EarnedValue? value, string? currency, DocumentWriter writer) => value is null ? null : new(
    [
        writer.Value("Reviews.Plan.planned", NumberCell.Of(value.Planned, 0, currency)),
        writer.Value("Reviews.Plan.earned", NumberCell.Of(value.Earned, 0, currency)),
        writer.Value("Reviews.Plan.actual", NumberCell.Of(value.Actual, 0, currency)),
        writer.Value("Reviews.Plan.scheduleIndex", NumberCell.Of(value.ScheduleIndex, 2)),
        writer.Value("Reviews.Plan.costIndex", NumberCell.Of(value.CostIndex, 2)),
        writer.Value("Reviews.Plan.estimate", NumberCell.Of(value.EstimateAtCompletion, 0, currency)),
    ]);

    /// <summary>The actions that do not fit into the hours and will not be done; null for none.</summary>
    public static Section? Unfit(IReadOnlyList<UnfitAction> unfit, IEnumerable<PlanAction> actions, DocumentWriter writer) =>
        unfit.Count == 0 ? null : new(
            writer.Text("Reviews.Plan.notDone"),
            [
                new Table(
                    [
                        writer.Column("Reviews.Describe.who"), writer.Column("Reviews.Describe.action"),
                        writer.Number("Reviews.Plan.hours"), writer.Number("Reviews.Plan.free"),
                    ],
                    [
                        .. unfit.Select(each => new TableRow(
                        [
                            Owner(each.Owner, writer),
                            new TextCell(writer.Capital(
                                actions.FirstOrDefault(action => action.Id == each.ActionId)?.Text.In(writer.Language)
                                ?? each.ActionId)),
                            NumberCell.Of(each.Hours, 1), NumberCell.Of(each.Free, 1),
                        ])),
                    ]),
            ]);

    /// <summary>A person by name, a role in the language of the reader.</summary>
    public static Cell Owner(string owner, DocumentWriter writer) =>
        ActionOwner.InOrder.FirstOrDefault(role => role.Name == owner) is { } role ? writer.Cell(role)!
        : new TextCell(owner, RunStyle.Name);

    /// <summary>The state of an action; overdue if its day has passed.</summary>
    public static TextCell Status(PlanAction action, LocalDate asOf, DocumentWriter writer) => new(writer.Capital(
        action.IsOverdue(asOf) ? writer.Text("Reviews.Plan.overdue") : writer.NameOf(action.State.Status)));

    /// <summary>The state of an action of a plan, and whether it can be dismissed; new if no plan knows it.</summary>
    public static TextCell Status(PlannedAction? planned, DocumentWriter writer)
    {
        if (planned is null)
            return new(writer.Capital(writer.Text("Reviews.Plan.isNew")));
        var status = planned.IsOverdue ? writer.Text("Reviews.Plan.overdue") : writer.NameOf(planned.Action.State.Status);
        return new(writer.Capital(planned.IsReasonGone ? writer.Text("Reviews.Plan.statusGone", status) : status));
    }

    private static TextCell? Note(PlanAction action, bool isStillAsked, bool isReasonGone, DocumentWriter writer)
    {
        object?[] parts =
        [
            .. action.State.On is { } on ? (object[])[new DateCell(on)] : [],
            .. action.State.Progress is { } progress ? (object[])[NumberCell.Percent(progress)!] : [],
            .. action.State.Note is { } note ? (object[])[Run.Name(note)] : [],
            .. action.State.Evidence is { } evidence ? (object[])[Run.Name(evidence)] : [],
            .. isStillAsked ? (object[])[writer.Say("Reviews.Plan.stillAsked")] : [],
            .. isReasonGone ? (object[])[writer.Say("Reviews.Plan.reasonGone")] : [],
        ];
        return parts.Length == 0 ? null : new(writer.Listed(parts));
    }

    private static decimal? Sum(IEnumerable<decimal?> amounts) =>
        amounts.Aggregate((decimal?)null, (sum, amount) => amount is null ? sum : (sum ?? 0) + amount);

    private static LocalDate DayOf(PlanAction action) => action.State.HasEnded && action.State.On is { } on ? on : action.DueOn;

    private static Bar Bar(DocumentWriter writer, ActionStatus status, int count) => new(writer.Capital(writer.NameOf(status)), count);
}
