using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>A person who decides about projects, as they are judged.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record KeyDecisionMaker
{
    private readonly double _influence;

    /// <summary>What the person is called; not blank.</summary>
    /// <exception cref="ArgumentException">The name is null or blank.</exception>
    public required string Name { get; init => field = Guard.NotBlank(value); }

    /// <summary>How much the person counts beside the others, in a unit of your own; finite and not negative.</summary>
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

    /// <summary>How far the person goes with us; null while it is not known.</summary>
    public KeyRelationshipLevel? Level { get; init; }

    /// <summary>Where the person stands on the ladder; null while it is not known or unconfirmed
    /// (<see cref="LadderStanding.Known"/>).</summary>
    public LadderLevel? Ladder { get; init; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"KeyDecisionMaker {{ Name = {Name}, Influence = {Influence}, Level = {Level}, Ladder = {Ladder} }}");
}
