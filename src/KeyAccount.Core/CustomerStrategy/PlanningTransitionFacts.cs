using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The facts that decide whether the plan of a relationship accepts an event.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PlanningTransitionFacts
{
    /// <summary>What happens.</summary>
    public required PlanningEventKind Kind { get; init; }

    /// <summary>Whether the event is on the day of the last event or later.</summary>
    public required bool IsInOrder { get; init; }

    /// <summary>The principle that the plan follows now; the last one if planning has ended.</summary>
    public required PlanningPrinciple Principle { get; init; }

    /// <summary>Whether planning has ended.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Whether enough areas of the customer's strategy are decoded on that day
    /// (<see cref="StrategyDecoding.RequiredAreas"/>).</summary>
    public required bool HasEnoughAreas { get; init; }

    /// <summary>Whether a reference case is attached.</summary>
    public required bool HasCase { get; init; }

    /// <summary>The day of the event.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? On { get; init => field = Guard.Iso(value, nameof(On)); }

    /// <summary>The day of the last event, or the day on which planning began.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? LastOn { get; init => field = Guard.Iso(value, nameof(LastOn)); }

    /// <summary>The number of areas decoded on that day.</summary>
    [FactRange(0, 6, FactUnit.Count)]
    public int? Areas { get; init => field = FactRange<PlanningTransitionFacts>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() =>
        Invariant($"PlanningTransitionFacts {{ Kind = {Kind}, IsInOrder = {IsInOrder}, Principle = {Principle}, ")
        + Invariant($"IsClosed = {IsClosed}, HasEnoughAreas = {HasEnoughAreas}, HasCase = {HasCase}, ")
        + Invariant($"On = {On:R}, LastOn = {LastOn:R}, Areas = {Areas} }}");
}
