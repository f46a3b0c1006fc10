using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The calendar of meetings by which both sides steer their cooperation.</summary>
/// <remarks>Pure functions. How often each meeting is held is a <c>LibraryDefault</c>: figures monthly, the committee quarterly, the
/// leaders half-yearly, the plan yearly.</remarks>
public static class GovernanceCalendar
{
    /// <summary>The interval of a meeting, in months.</summary>
    /// <param name="kind">The meeting.</param>
    /// <returns>The months.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    public static int MonthsOf(GovernanceMeeting kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind == GovernanceMeeting.KpiReview ? 1
            : kind == GovernanceMeeting.SteeringCommittee ? 3
            : kind == GovernanceMeeting.LeadersMeeting ? 6
            : 12;
    }

    /// <summary>The next meeting of each kind.</summary>
    /// <param name="held">The meetings that were held, in any order; those after <paramref name="asOf"/> are still to come and do not
    /// count.</param>
    /// <param name="startedOn">The day on which the cooperation began, or is to begin: a meeting that was never held is due one interval
    /// after it.</param>
    /// <param name="asOf">The day on which lateness is judged.</param>
    /// <returns>One step for each kind of meeting, due one interval after it was last held, the earliest first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="held"/> or an entry is null.</exception>
    public static IReadOnlyList<CaseStep> Next(IReadOnlyList<HeldMeeting> held, LocalDate startedOn, LocalDate asOf)
    {
        Guard.NoNull(held);
        Guard.Iso(startedOn);
        Guard.Iso(asOf);
        return ValueList.Of(GovernanceMeeting.InOrder
            .Select(kind =>
            {
                var last = held.Where(each => each.Kind == kind && each.On <= asOf).Select(each => (LocalDate?)each.On).Max() ?? startedOn;
                var months = MonthsOf(kind);
                var due = last > LocalDate.MaxIsoValue.PlusMonths(-months) ? LocalDate.MaxIsoValue : last.PlusMonths(months);
                return new CaseStep(
                    kind.Name, TextTable.Library[$"CustomerStrategy.GovernanceMeeting.{kind.Name}.Description"], due, due < asOf);
            })
            .OrderBy(step => step.DueOn));
    }
}
