namespace KeyAccount.Core.Relationships;

/// <summary>What a plan for a person depends on.</summary>
/// <remarks>Immutable; equal when the move is.</remarks>
public sealed record MovePlanFacts
{
    /// <summary>The move to make.</summary>
    public LadderMove? Move { get; init; }
}
