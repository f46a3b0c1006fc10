using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>A goal of the customer, and how strongly we support it.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record StrategyGoal
{
    /// <summary>A goal.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="weight">The weight of the goal relative to the others; finite and not negative.</param>
    /// <param name="strength">The strength of our support, 0 … 3; null if not known.</param>
    /// <param name="statement">The goal of the customer; null for the id.</param>
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

    /// <summary>The weight of the goal relative to the others.</summary>
    public double Weight { get; }

    /// <summary>The strength of our support, 0 … 3; null if not known.</summary>
    public int? Strength { get; }

    /// <summary>The goal of the customer; null for the id.</summary>
    public string? Statement { get; }

    /// <summary>The display name.</summary>
    [JsonIgnore]
    public string Called => Statement ?? Id;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"StrategyGoal {{ Id = {Id}, Weight = {Weight}, Strength = {Strength}, Statement = {Statement} }}");
}
