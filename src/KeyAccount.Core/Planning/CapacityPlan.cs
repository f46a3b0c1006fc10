using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>The open actions that fit into the hours of their owners, month by month, and those that do not.</summary>
/// <param name="Months">The workload of each owner, by owner and month.</param>
/// <param name="NotDone">The actions that do not fit, in the order in which they were given.</param>
/// <param name="NotEstimated">The ids of open actions without an estimate of hours; whether they fit is not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Months"/>, <paramref name="NotDone"/> or <paramref name="NotEstimated"/>
/// is null.</exception>
public sealed record CapacityPlan(
    IReadOnlyList<CapacityMonth> Months, IReadOnlyList<UnfitAction> NotDone, IReadOnlyList<string> NotEstimated)
{
    /// <summary>The number of months ahead for which actions are placed: 60. Actions due later have until then.</summary>
    public const int MostMonths = 60;

    /// <summary>The workload of each owner, by owner and month.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<CapacityMonth> Months { get; init => field = ValueList.Of(value, nameof(Months)); } = ValueList.Of(Months);

    /// <summary>The actions that do not fit, in the order in which they were given.</summary>
    public IReadOnlyList<UnfitAction> NotDone { get; init => field = ValueList.Of(value, nameof(NotDone)); } = ValueList.Of(NotDone);

    /// <summary>The ids of open actions without an estimate of hours; whether they fit is not known.</summary>
    public IReadOnlyList<string> NotEstimated { get; init => field = ValueList.Of(value, nameof(NotEstimated)); } =
        ValueList.Of(NotEstimated);

    /// <summary>Places actions into the hours of their owners. They are taken in the order in which they are given, the most important
    /// first; each takes hours of the month it is due and then of the months before, back to the month of <paramref name="asOf"/>. An
    /// action that does not fit whole takes nothing, so that a smaller one after it may fit.</summary>
    /// <param name="actions">The actions, the most important first; those that have ended are passed over.</param>
    /// <param name="capacities">The hours of each owner, each once.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="others">The hours per month of every other owner; null if not known, and then their actions are not placed.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException">A list or an item is null.</exception>
    /// <exception cref="ArgumentException">An owner has two capacities.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="others"/> is not between 0 and 744.</exception>
    public static CapacityPlan Of(
        IReadOnlyList<PlanAction> actions, IReadOnlyList<OwnerCapacity> capacities, LocalDate asOf, double? others = null)
    {
        Guard.NoNull(actions);
        Guard.NoNull(capacities);
        Guard.Iso(asOf);
        if (others is { } hours)
            Guard.Between(hours, 0, 744, nameof(others));
        var perMonth = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var capacity in capacities)
        {
            if (!perMonth.TryAdd(capacity.Owner, capacity.HoursPerMonth))
            {
                throw new ArgumentException(
                    $"capacities has '{capacity.Owner}' more than once; each owner must occur once.", nameof(capacities));
            }
        }

        var first = (asOf.Year * 12) + asOf.Month - 1;
        var open = actions.Where(action => !action.State.HasEnded).ToArray();
        var used = new Dictionary<(string Owner, int Month), (double Due, double Used)>();
        var unfit = new List<UnfitAction>();
        foreach (var action in open)
        {
            if (action.Hours is not { } needed || (perMonth.TryGetValue(action.Owner, out var own) ? own : others) is not { } monthly)
                continue;
            needed *= 1 - action.State.Earned;
            var due = Math.Clamp((action.DueOn.Year * 12) + action.DueOn.Month - 1 - first, 0, MostMonths - 1);
            Add(action.Owner, due, needed, 0);
            var free = Enumerable.Range(0, due + 1).Sum(month => monthly - UsedOf(action.Owner, month));
            if (needed > free)
            {
                unfit.Add(new(action.Id, action.Owner, needed, free));
                continue;
            }

            for (var month = due; month >= 0 && needed > 0; month--)
            {
                var part = Math.Min(needed, monthly - UsedOf(action.Owner, month));
                Add(action.Owner, month, 0, part);
                needed -= part;
            }
        }

        return new(
            [
                .. used.OrderBy(each => each.Key.Owner, StringComparer.Ordinal).ThenBy(each => each.Key.Month).Select(each =>
                    new CapacityMonth(
                        each.Key.Owner, MonthOf(first + each.Key.Month),
                        perMonth.TryGetValue(each.Key.Owner, out var own) ? own : others ?? 0, each.Value.Due, each.Value.Used)),
            ],
            unfit,
            [.. open.Where(action => action.Hours is null).Select(action => action.Id)]);

        double UsedOf(string owner, int month) => used.GetValueOrDefault((owner, month)).Used;

        void Add(string owner, int month, double due, double more)
        {
            if (due == 0 && more == 0)
                return;
            var before = used.GetValueOrDefault((owner, month));
            used[(owner, month)] = (before.Due + due, before.Used + more);
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many months there are, and how many actions do not fit.</returns>
    public override string ToString() => Invariant(
        $"CapacityPlan {{ Months = {Months.Count}, NotDone = {NotDone.Count}, NotEstimated = {NotEstimated.Count} }}");

    // Past the last month of the calendar there is no month: the last one stands for it.
    private static YearMonth MonthOf(int month) =>
        month / 12 > LocalDate.MaxIsoValue.Year ? new(LocalDate.MaxIsoValue.Year, 12) : new(Floor(month), month - (Floor(month) * 12) + 1);

    private static int Floor(int month) => month >= 0 ? month / 12 : ((month + 1) / 12) - 1;
}
