using KeyAccount.Core.Planning;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The progress of the actions of plans, as reviews see them; each action counts once.</summary>
/// <param name="Overdue">The number of actions that are neither done nor dismissed, and whose day has passed.</param>
/// <param name="InProgress">The number of actions that are begun and not overdue.</param>
/// <param name="Open">The number of actions that are not begun and not overdue.</param>
/// <param name="Done">The number of actions that are done, among those that reviews still ask for.</param>
/// <param name="Dismissed">The number of actions that were dismissed with a reason, among those that reviews still ask for.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record PlanTotal(int Overdue, int InProgress, int Open, int Done, int Dismissed)
{
    /// <summary>The number of actions still to be done.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int ToDo => Overdue + InProgress + Open;

    /// <summary>Counts actions by their progress.</summary>
    /// <param name="actions">The actions.</param>
    /// <returns>The totals.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="actions"/> or one of them is null.</exception>
    public static PlanTotal Of(IEnumerable<PlannedAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var total = new PlanTotal(0, 0, 0, 0, 0);
        foreach (var each in actions)
        {
            ArgumentNullException.ThrowIfNull(each, nameof(actions));
            var status = each.Action.State.Status;
            total = each.IsOverdue ? total with { Overdue = total.Overdue + 1 }
                : status == ActionStatus.InProgress ? total with { InProgress = total.InProgress + 1 }
                : status == ActionStatus.Done ? total with { Done = total.Done + 1 }
                : status == ActionStatus.Dismissed ? total with { Dismissed = total.Dismissed + 1 }
                : total with { Open = total.Open + 1 };
        }

        return total;
    }

    /// <summary>The sum of two totals.</summary>
    /// <param name="other">The other total; null for none.</param>
    /// <returns>The sum.</returns>
    public PlanTotal Plus(PlanTotal? other) => other is null ? this : new(
        Overdue + other.Overdue, InProgress + other.InProgress, Open + other.Open, Done + other.Done, Dismissed + other.Dismissed);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"PlanTotal {{ Overdue = {Overdue}, InProgress = {InProgress}, Open = {Open}, Done = {Done}, Dismissed = {Dismissed} }}");
}
