using System.Text.Json.Serialization;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The meaning of the levels of the ladder on a map: <c>new(Ladder.Points, Ladder.Stances, Ladder.Moves)</c>, or your
/// own.</summary>
/// <param name="Points">The points of each level in the support.</param>
/// <param name="Stances">Level → the stance of the person.</param>
/// <param name="Moves">Level → the moves by which the person can be won.</param>
/// <remarks>Immutable. The map reads the ladder through these three and in no other way, one level at a time: two are equal when the tables
/// have the same ids and versions and all say the same of every level, and JSON keeps just that.</remarks>
[JsonConverter(typeof(StakeholderModelsJsonConverter))]
public sealed record StakeholderModels(
    Scale Points,
    DecisionTable<LadderFacts, Stance> Stances,
    DecisionTable<LadderFacts, LadderMove> Moves)
{
    // What the tables say of each level is decided once, and not for each person of each map; a copy with another table decides anew.
    private Dictionary<LadderLevel, Decision<Stance>>? _stances;
    private Dictionary<LadderLevel, Decision<LadderMove>>? _moves;

    /// <summary>The points of each level in the support.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Scale Points { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Points, nameof(Points));

    /// <summary>Level → the stance of the person.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public DecisionTable<LadderFacts, Stance> Stances
    {
        get;
        init => (field, _stances) = (Guard.NotNull(value), null);
    }
    = Guard.NotNull(Stances, nameof(Stances));

    /// <summary>Level → the moves by which the person can be won.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public DecisionTable<LadderFacts, LadderMove> Moves
    {
        get;
        init => (field, _moves) = (Guard.NotNull(value), null);
    }
    = Guard.NotNull(Moves, nameof(Moves));

    /// <summary>What the table says of the stance of a person on a level.</summary>
    internal Decision<Stance> StanceOn(LadderLevel level) => (_stances ??= ByLevel(Stances))[level];

    /// <summary>What the table says of the moves from a level.</summary>
    internal Decision<LadderMove> MovesFrom(LadderLevel level) => (_moves ??= ByLevel(Moves))[level];

    /// <inheritdoc/>
    public bool Equals(StakeholderModels? other) => ReferenceEquals(this, other)
        || (other is not null && StakeholderMeaning.Of(this) == StakeholderMeaning.Of(other));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stances.Id, Stances.Version, Moves.Id, Moves.Version);

    private static Dictionary<LadderLevel, Decision<TAdvice>> ByLevel<TAdvice>(DecisionTable<LadderFacts, TAdvice> table) =>
        LadderLevel.InOrder.ToDictionary(level => level, level => table.Decide(new() { Level = level }));
}
