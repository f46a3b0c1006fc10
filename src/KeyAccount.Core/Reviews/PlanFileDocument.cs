using KeyAccount.Core.Documents;
using KeyAccount.Core.Planning;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Describes the plans of a portfolio for a person.</summary>
internal sealed class PlanFileDocument(PlanFile file, LocalDate asOf, string language)
{
    private const int MostPlans = 50;
    private const int MostActions = 50;

    private readonly DocumentWriter _writer = new(language);

    public Document Whole()
    {
        PlanAction[] actions = [.. file.Actions];
        PlanAction[] open = [.. PlanProgress.InOrder(actions.Where(action => !action.State.HasEnded), asOf)];
        var unasked = file.Plans.SelectMany(plan => plan.Actions.Where(action => plan.ReviewedOn is not null && !plan.IsStillAsked(action)))
            .ToHashSet();
        var capacity = file.Capacity(asOf);
        return _writer.Document(
            file.Name is { } name ? _writer.Text("Reviews.Plan.title", Run.Name(name)) : _writer.Text("Reviews.Plan.titleOfAll"),
            [
                _writer.Note("Reviews.Plan.asOf", new DateCell(asOf), new NumberCell(file.Plans.Count), new NumberCell(actions.Length)),
                PlanProgress.Bars(actions, asOf, _writer),
                _writer.SectionOf("Reviews.Plan.accounts", [Plans(), More(file.Plans.Count - MostPlans)]),
                _writer.SectionOf(
                    "Reviews.Plan.toDo",
                    [
                        PlanProgress.Actions([.. open.Take(MostActions)], asOf, _writer, _ => false, unasked.Contains),
                        More(open.Length - MostActions),
                    ]),
                _writer.SectionOf("Reviews.Plan.hoursOf", [Months(capacity)]),
                PlanProgress.Unfit(capacity.NotDone, actions, _writer),
                capacity.NotEstimated.Count == 0 ? null
                    : _writer.Paragraph("Reviews.Plan.notEstimated", new NumberCell(capacity.NotEstimated.Count)),
                _writer.SectionOf(
                    "Reviews.Plan.money",
                    [PlanProgress.Needs(actions, null, _writer), PlanProgress.Earned(EarnedValue.Of(actions, asOf), null, _writer)]),
                PlanProgress.Timeline(open, asOf, _writer),
            ]);
    }

    private Paragraph? More(int more) => more <= 0 ? null : _writer.Note("Reviews.Describe.more", new NumberCell(more));

    private Table? Plans() => file.Plans.Count == 0 ? null : new(
        [
            _writer.Column("Reviews.Plan.account"), _writer.Column("Reviews.Plan.phase"), _writer.Number("Reviews.Plan.objectives"),
            _writer.Column("Reviews.Plan.doneOf"), _writer.Number("Reviews.Plan.overdue"), _writer.Column("Reviews.Plan.nextDue"),
        ],
        [
            .. file.Plans.OrderByDescending(plan => plan.Actions.Count(action => action.IsOverdue(asOf)))
                .ThenBy(plan => plan.AccountId, StringComparer.Ordinal).Take(MostPlans).Select(plan => new TableRow(
                [
                    new TextCell(plan.Name ?? plan.AccountId, RunStyle.Name), _writer.Cell(plan.Case?.Phase),
                    new NumberCell(plan.Objectives.Count),
                    new TextCell(_writer.Say(
                        "Reviews.Plan.of", new NumberCell(plan.Actions.Count(action => action.State.Status == ActionStatus.Done)),
                        new NumberCell(plan.Actions.Count(action => action.State.Status != ActionStatus.Dismissed)))),
                    new NumberCell(plan.Actions.Count(action => action.IsOverdue(asOf))),
                    plan.Actions.Where(action => !action.State.HasEnded).Select(action => (LocalDate?)action.DueOn).Min() is { } due
                        ? new DateCell(due) : null,
                ])
                { Key = plan.AccountId }),
        ]);

    private Table? Months(CapacityPlan capacity) => capacity.Months.Count == 0 ? null : new(
        [
            _writer.Column("Reviews.Describe.who"), _writer.Column("Reviews.Plan.month"), _writer.Number("Reviews.Plan.hoursThere"),
            _writer.Number("Reviews.Plan.hoursDue"), _writer.Number("Reviews.Plan.hoursUsed"),
        ],
        [
            .. capacity.Months.Select(each => new TableRow(
            [
                PlanProgress.Owner(each.Owner, _writer), FormattableString.Invariant($"{each.Month:uuuu'-'MM}"),
                NumberCell.Of(each.Hours, 1), NumberCell.Of(each.Due, 1), NumberCell.Of(each.Used, 1),
            ])),
        ]);
}
