using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>The judgement of a person who decides about projects.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record KeyDecisionMaker
{
    private readonly double _influence;

    /// <summary>The name of the person; not blank.</summary>
    /// <exception cref="ArgumentException">The name is null or blank.</exception>
    public required string Name { get; init => field = Guard.NotBlank(value); }

    /// <summary>The influence of the person relative to the others, in a unit of your own; finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The influence is outside its range.</exception>
    public required double Influence
    {
        get => _influence;
        init
        {
            Guard.FiniteNotNegative(value, nameof(Influence));
            _influence = value;
        }
    }

    /// <summary>The person's level of support; null while it is not known.</summary>
    public KeyRelationshipLevel? Level { get; init; }

    /// <summary>The level of the person on the ladder; null while not known or unconfirmed (<see cref="LadderStanding.Known"/>).</summary>
    public LadderLevel? Ladder { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"KeyDecisionMaker {{ Name = {Name}, Influence = {Influence}, Level = {Level}, Ladder = {Ladder} }}");
}
