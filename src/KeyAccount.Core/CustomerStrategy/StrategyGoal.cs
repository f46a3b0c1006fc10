using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A goal of the customer, and how strongly we support it.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record StrategyGoal
{
    /// <summary>A goal.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="weight">How much it counts beside the others; finite and not negative.</param>
    /// <param name="strength">How strongly we support it, 0 … 3; null where nobody knows.</param>
    /// <param name="statement">What the customer wants; null for the id.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    [JsonConstructor]
    public StrategyGoal(string id, double weight, int? strength, string? statement = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Guard.FiniteNotNegative(weight);
        if (strength is { } known)
            Guard.Between(known, 0, StrategicMatch.MostStrength, nameof(strength));
        (Id, Weight, Strength, Statement) = (id, weight, strength, statement);
    }

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>How much it counts beside the others.</summary>
    public double Weight { get; }

    /// <summary>How strongly we support it, 0 … 3; null where nobody knows.</summary>
    public int? Strength { get; }

    /// <summary>What the customer wants; null for the id.</summary>
    public string? Statement { get; }

    /// <summary>What a person calls it.</summary>
    [JsonIgnore]
    public string Called => Statement ?? Id;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"StrategyGoal {{ Id = {Id}, Weight = {Weight}, Strength = {Strength}, Statement = {Statement} }}");
}
