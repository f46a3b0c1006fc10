namespace KeyAccount.Core.Scoring;

/// <summary>A scale as data: exactly one of the three.</summary>
/// <remarks>Immutable; equal when kind and places are, levels in whatever order.</remarks>
public sealed record ScaleSettings
{
    /// <summary>Knots with straight lines between them; null for another kind of scale.</summary>
    public IReadOnlyList<ScalePoint>? Linear { get; init; }

    /// <summary>Where each step begins; null for another kind of scale.</summary>
    public IReadOnlyList<ScalePoint>? Steps { get; init; }

    /// <summary>The points of levels by their names, null for a level that means "not known". Levels left out keep their points. Null for
    /// another kind of scale.</summary>
    public IReadOnlyDictionary<string, double?>? Levels { get; init; }

    /// <summary>Whether both are the same scale.</summary>
    /// <param name="other">Another scale.</param>
    /// <returns>True when kind and places are equal.</returns>
    public bool Equals(ScaleSettings? other) => other is not null
        && Same(Linear, other.Linear)
        && Same(Steps, other.Steps)
        && Same(InOrder(Levels), InOrder(other.Levels));

    /// <summary>A hash of the kind and its size.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Linear?.Count, Steps?.Count, Levels?.Count);

    private static bool Same<T>(IEnumerable<T>? one, IEnumerable<T>? other) => one is null ? other is null : other is not null && one.SequenceEqual(other);

    private static IEnumerable<KeyValuePair<string, double?>>? InOrder(IReadOnlyDictionary<string, double?>? levels) =>
        levels?.OrderBy(level => level.Key, StringComparer.Ordinal);
}
