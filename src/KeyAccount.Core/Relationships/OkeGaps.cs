namespace KeyAccount.Core.Relationships;

/// <summary>The number of levels that each dimension lacks to its target, on its own scale.</summary>
/// <remarks>Immutable; equal when all three gaps are. 0 where the target is reached or passed, null if the level is not known.</remarks>
public sealed record OkeGaps
{
    /// <summary>Levels the organisational relationship lacks, 0 … 3.</summary>
    public int? Organisation { get; init; }

    /// <summary>Levels the relationship with the key decision makers lacks, 0 … 4.</summary>
    public int? KeyDecisionMakers { get; init; }

    /// <summary>Levels the climate lacks, 0 … 3.</summary>
    public int? Extensive { get; init; }
}
