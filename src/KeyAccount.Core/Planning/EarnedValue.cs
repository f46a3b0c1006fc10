using System.Text.Json.Serialization;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>Earned value: the performance of a plan against its budget and its schedule.</summary>
/// <param name="Planned">The planned value (PV): the budget of the work due by now.</param>
/// <param name="Earned">The earned value (EV): the budget of the work done.</param>
/// <param name="Actual">The actual cost (AC).</param>
/// <param name="Budget">The budget at completion (BAC): that of the whole plan.</param>
/// <remarks>The formulas of earned value management as project managers use them; the estimate takes the cost of the rest to be what the
/// cost of the past was. Amounts in one currency. Immutable, with value equality.</remarks>
public sealed record EarnedValue(decimal Planned, decimal Earned, decimal Actual, decimal Budget)
{
    /// <summary>The planned value (PV): the budget of the work due by now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal Planned { get; init => field = Checked(value, nameof(Planned)); } = Checked(Planned, nameof(Planned));

    /// <summary>The earned value (EV): the budget of the work done.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal Earned { get; init => field = Checked(value, nameof(Earned)); } = Checked(Earned, nameof(Earned));

    /// <summary>The actual cost (AC).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal Actual { get; init => field = Checked(value, nameof(Actual)); } = Checked(Actual, nameof(Actual));

    /// <summary>The budget at completion (BAC): that of the whole plan.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal Budget { get; init => field = Checked(value, nameof(Budget)); } = Checked(Budget, nameof(Budget));

    /// <summary>The schedule variance, EV − PV: negative if the plan is late.</summary>
    [JsonIgnore]
    public decimal ScheduleVariance => Earned - Planned;

    /// <summary>The cost variance, EV − AC: negative if the plan is over budget.</summary>
    [JsonIgnore]
    public decimal CostVariance => Earned - Actual;

    /// <summary>The schedule performance index, EV / PV (SPI); null while no work was due.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    [JsonIgnore]
    public decimal? ScheduleIndex => Planned == 0 ? null : Ratio(Earned, Planned, nameof(ScheduleIndex), nameof(Planned));

    /// <summary>The cost performance index, EV / AC (CPI); null while nothing is spent.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    [JsonIgnore]
    public decimal? CostIndex => Actual == 0 ? null : Ratio(Earned, Actual, nameof(CostIndex), nameof(Actual));

    /// <summary>The estimate at completion, BAC · AC / EV (EAC), which is BAC / CPI: the cost of the whole plan at the present efficiency;
    /// null while nothing is done or spent.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    [JsonIgnore]
    public decimal? EstimateAtCompletion => Earned == 0 || Actual == 0 ? null : DecimalOverflow.Named(
        () => Budget * Actual / Earned, "EarnedValue.EstimateAtCompletion",
        (nameof(Budget), Budget), (nameof(Actual), Actual), (nameof(Earned), Earned));

    /// <summary>The earned value of actions: an action is planned in full on its day, and earns its budget by its progress. An action
    /// without a budget counts for nothing, and one that was dismissed leaves the plan, but not what it has cost.</summary>
    /// <param name="actions">The actions.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The figures; null if no action has a budget.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="actions"/> or one of them is null.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal; the message names the sum.</exception>
    public static EarnedValue? Of(IReadOnlyList<PlanAction> actions, LocalDate asOf)
    {
        Guard.NoNull(actions);
        Guard.Iso(asOf);
        var (planned, earned, actual, budget) = (0m, 0m, 0m, 0m);
        var budgeted = actions.Where(action => action.Budget is not null).ToArray();
        if (budgeted.Length == 0)
            return null;
        DecimalOverflow.Named(
            () =>
            {
                foreach (var action in budgeted)
                {
                    actual += action.Spent ?? 0;
                    if (action.State.Status == ActionStatus.Dismissed)
                        continue;
                    budget += action.Budget!.Value;
                    planned += action.DueOn <= asOf ? action.Budget.Value : 0;
                    earned += action.Budget.Value * (decimal)action.State.Earned;
                }

                return 0;
            },
            "EarnedValue.Of",
            ("the largest Budget", budgeted.Max(action => action.Budget)), ("the largest Spent", budgeted.Max(action => action.Spent)));
        return new(planned, earned, actual, budget);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The four figures by name.</returns>
    public override string ToString() => Invariant(
        $"EarnedValue {{ Planned = {Planned}, Earned = {Earned}, Actual = {Actual}, Budget = {Budget} }}");

    private static decimal Checked(decimal value, string name)
    {
        Guard.NotNegative(value, name);
        return value;
    }

    private static decimal Ratio(decimal part, decimal whole, string member, string name) => DecimalOverflow.Named(
        () => part / whole, $"EarnedValue.{member}", (nameof(Earned), part), (name, whole));
}
