namespace KeyAccount.Core.Relationships;

/// <summary>The facts that decide a move or a stance.</summary>
/// <remarks>Immutable; equal when the level is.</remarks>
public sealed record LadderFacts
{
    /// <summary>The level of the person on the ladder; null while it is not known.</summary>
    public LadderLevel? Level { get; init; }
}
