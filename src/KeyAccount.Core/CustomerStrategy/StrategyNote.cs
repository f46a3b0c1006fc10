using System.Text.Json.Serialization;
using KeyAccount.Core.Competition;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>What a customer wants in one area of its strategy, and how strongly our capabilities support it.</summary>
/// <remarks>Immutable, with value equality. A note without a date counts as not known: nobody can tell whether it still
/// holds.</remarks>
public sealed record StrategyNote
{
    /// <summary>The stable identifier, unique in the account; not blank.</summary>
    [Privacy(Privacy.NotPersonal)]
    public required string Id { get; init; }

    /// <summary>The area.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required CustomerStrategyArea Area { get; init => field = Guard.NotNull(value); }

    /// <summary>The goal of the customer; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    [Privacy(Privacy.NotPersonal)]
    public required string Statement { get; init => field = Guard.NotBlank(value); }

    /// <summary>The metric by which the customer measures the goal; null if not known.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Metric { get; init; }

    /// <summary>The day by which the customer wants to reach the goal; null if it has set none. After that day the note counts as not
    /// known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Horizon { get; init => field = Guard.Iso(value, nameof(Horizon)); }

    /// <summary>Whether the note is first-hand or second-hand; null if not stated.</summary>
    public DataOrigin? Origin { get; init; }

    /// <summary>The day on which we learned it; null if not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The person of ours who keeps the note up to date; null if there is none.</summary>
    [Privacy(Privacy.PersonName)]
    public string? Owner { get; init; }

    /// <summary>The weight of the goal relative to the customer's other goals, on any scale that is the same within an account; not
    /// negative. Null counts as 1: all goals weigh the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Number)]
    public double? Weight { get; init => field = FactRange<StrategyNote>.Checked(value); }

    /// <summary>The capabilities of ours that support the goal; empty until somebody has assessed them. A capability that does not support
    /// it has strength 0.</summary>
    public IReadOnlyList<CapabilityLink> Support { get; init => field = ValueList.Unchecked(value ?? []); } =
        ValueList<CapabilityLink>.Empty;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"StrategyNote {{ Id = {Id}, Area = {Area}, Statement = {Statement}, ")
        + Invariant($"Horizon = {Horizon:R}, Date = {Date:R}, Weight = {Weight}, Support = {Support.Count} }}");
}
