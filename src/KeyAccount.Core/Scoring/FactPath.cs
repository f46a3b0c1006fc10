using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>A way towards a band: facts to change, a fact to learn, or the cap that is in the way.</summary>
/// <remarks>Immutable; equal when every part is. Found by
/// <see cref="Scorecard{TFacts,TBand}.PathsTo(TFacts, TBand, Func{FactChange, double}, int)"/>.</remarks>
public sealed record FactPath
{
    /// <summary>The kind of path: <see cref="ImprovementKind.Change"/>, <see cref="ImprovementKind.LearnFirst"/> or
    /// <see cref="ImprovementKind.CapInTheWay"/>.</summary>
    public required ImprovementKind Kind { get; init; }

    /// <summary>The facts to change together; empty if there is nothing to change.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<FactChange> Changes { get; init => field = ValueList.Of(value ?? []); } = ValueList<FactChange>.Empty;

    /// <summary>The total effort of the changes, by the caller's measure of effort; null if there is nothing to change.</summary>
    public double? Effort { get; init; }

    /// <summary>The key of the criterion to learn; null if there is none.</summary>
    public string? Unknown { get; init; }

    /// <summary>The key of the cap that is in the way; null if there is none.</summary>
    public string? Cap { get; init; }

    /// <summary>The path in a sentence.</summary>
    public required Text Reason { get; init; }
}
