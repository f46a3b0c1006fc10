using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Planning;

/// <summary>The checklist that a plan must pass before it is agreed.</summary>
/// <remarks>LibraryDefault throughout.</remarks>
public static class PlanReadiness
{
    /// <summary>The faults of a plan before it can be agreed.</summary>
    /// <param name="objectives">Its objectives.</param>
    /// <param name="actions">Its actions.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="roles">Names that stand for a role and not for a person: their actions have no owner yet. Null for none.</param>
    /// <param name="unanswered">The rules of findings with much at stake that are answered neither by an action nor by a reason; null for
    /// none.</param>
    /// <param name="nextReviewOn">The day of the next review; null if it has none.</param>
    /// <param name="goals">The goals that an objective can serve; null if any is accepted.</param>
    /// <returns>The faults, check by check; none where the plan is ready.</returns>
    /// <exception cref="ArgumentNullException">A list that is needed, or an item, is null.</exception>
    public static IReadOnlyList<ReadinessFault> Check(
        IReadOnlyList<Objective> objectives, IReadOnlyList<PlanAction> actions, LocalDate asOf, IReadOnlyList<string>? roles = null,
        IReadOnlyList<string>? unanswered = null, LocalDate? nextReviewOn = null, IReadOnlyList<string>? goals = null)
    {
        Guard.NoNull(objectives);
        Guard.NoNull(actions);
        Guard.Iso(asOf);
        Guard.Iso(nextReviewOn);
        var open = actions.Where(action => !action.State.HasEnded).ToArray();
        var faults = new List<ReadinessFault>();
        if (objectives.Count == 0)
            faults.Add(new(ReadinessCheck.Objectives, null, TextTable.Library["Planning.Readiness.noObjective"]));
        foreach (var objective in objectives)
        {
            faults.AddRange(Smart.Check(objective, goals).Select(
                fault => new ReadinessFault(ReadinessCheck.Objectives, objective.Id, fault.Reason)));
        }

        foreach (var action in open.Where(action => roles?.Contains(action.Owner, StringComparer.Ordinal) == true))
        {
            faults.Add(new(
                ReadinessCheck.Owners, action.Id, TextTable.Library["Planning.Readiness.role"].With(action.Id, action.Owner)));
        }

        faults.AddRange(open.Where(action => action.Resource is null && action.Hours is null && action.Budget is null).Select(action =>
            new ReadinessFault(ReadinessCheck.Resources, action.Id, TextTable.Library["Planning.Readiness.resource"].With(action.Id))));
        faults.AddRange(open.Where(action => action.IsOverdue(asOf)).Select(action => new ReadinessFault(
            ReadinessCheck.Dates, action.Id, TextTable.Library["Planning.Readiness.overdue"].With(action.Id, Day(action.DueOn)))));
        faults.AddRange((unanswered ?? []).Select(finding => new ReadinessFault(
            ReadinessCheck.Findings, finding, TextTable.Library["Planning.Readiness.finding"].With(finding))));
        if (nextReviewOn is null)
            faults.Add(new(ReadinessCheck.ReviewDate, null, TextTable.Library["Planning.Readiness.noReview"]));
        else if (nextReviewOn < asOf)
        {
            faults.Add(new(
                ReadinessCheck.ReviewDate, null, TextTable.Library["Planning.Readiness.pastReview"].With(Day(nextReviewOn.Value))));
        }

        return faults;
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
