using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The start of the planning of a relationship, and the events since.</summary>
/// <remarks>Immutable, with value equality. What the customer wants stands in its notes (<see cref="StrategyNote"/>); the plan names
/// the areas.</remarks>
public sealed record StrategyPlan
{
    /// <summary>The day on which planning began.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate OpenedOn { get; init => field = Guard.Iso(value, nameof(OpenedOn)); }

    /// <summary>The events since, in order.</summary>
    public IReadOnlyList<PlanningEvent> History { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<PlanningEvent>.Empty;

    /// <summary>Everything that is wrong with the plan, each fault with the member that it concerns.</summary>
    internal IEnumerable<(string Member, string Message)> Faults(LocalDate asOf)
    {
        if (OpenedOn > asOf)
            yield return ("openedOn", Late(OpenedOn));
        var at = PlanningCase.Open("plan", OpenedOn);
        for (var i = 0; i < History.Count; i++)
        {
            if (History[i] is not { } happened)
            {
                yield return (Invariant($"history[{i}]"), "it is null; it must be an object");
                yield break;
            }

            if (happened.On > asOf)
                yield return (Invariant($"history[{i}].on"), Late(happened.On));
            var result = at.Apply(happened);
            if (!result.IsAccepted)
            {
                // What follows a refused event is refused for it, and not named again.
                yield return (Invariant($"history[{i}]"), $"it is refused: {result.Reason.En}");
                yield break;
            }

            at = result.Case;
        }

        string Late(LocalDate day) => Invariant($"it is {day:R}; it must be {asOf:R} (the day of the facts) or earlier");
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>When it began, and how many events there are.</returns>
    public override string ToString() => Invariant($"StrategyPlan {{ OpenedOn = {OpenedOn:R}, History = {History.Count} }}");
}
