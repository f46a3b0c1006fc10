namespace KeyAccount.Core.Relationships;

/// <summary>The facts that decide the plan for a person.</summary>
/// <remarks>Immutable; equal when the move is.</remarks>
public sealed record MovePlanFacts
{
    /// <summary>The move to make.</summary>
    public LadderMove? Move { get; init; }
}
