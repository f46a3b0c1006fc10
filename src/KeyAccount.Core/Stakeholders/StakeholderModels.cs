using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Stakeholders;

/// <summary>What the levels of the ladder mean on a map; each is the library's own where no other is given.</summary>
/// <remarks>Immutable; compared by its parts, the models by reference. The map reads the ladder through these three and in no other way.</remarks>
public sealed record StakeholderModels
{
    /// <summary>What each level counts in the support.</summary>
    public Scale Points { get; init; } = Ladder.Points;

    /// <summary>Level → on whose side the person is.</summary>
    public DecisionTable<LadderFacts, Stance> Stances { get; init; } = Ladder.Stances;

    /// <summary>Level → the moves by which the person can be won.</summary>
    public DecisionTable<LadderFacts, LadderMove> Moves { get; init; } = Ladder.Moves;
}
