using System.Globalization;

namespace KeyAccount.Core.Rules;

/// <summary>What going through the whole domain of a decision table has shown.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class TableProof
{
    internal TableProof(
        HitPolicy policy,
        int combinations,
        IReadOnlyList<TableCell> gaps,
        IReadOnlyList<TableOverlap> overlaps,
        IReadOnlyList<string> unusedRules)
    {
        Policy = policy;
        Combinations = combinations;
        Gaps = gaps;
        Overlaps = overlaps;
        UnusedRules = unusedRules;
    }

    /// <summary>The hit policy the table has.</summary>
    public HitPolicy Policy { get; }

    /// <summary>How many combinations of facts were tried: all there are.</summary>
    public int Combinations { get; }

    /// <summary>The combinations that no rule answers.</summary>
    public IReadOnlyList<TableCell> Gaps { get; }

    /// <summary>The combinations that more than one rule matches.</summary>
    public IReadOnlyList<TableOverlap> Overlaps { get; }

    /// <summary>The rules that answer nowhere, because they match nothing or an earlier rule always comes first.</summary>
    public IReadOnlyList<string> UnusedRules { get; }

    /// <summary>Whether every combination has an answer.</summary>
    public bool IsComplete => Gaps.Count == 0;

    /// <summary>Whether every combination has exactly the answers its hit policy allows, and every rule answers somewhere.</summary>
    public bool IsSound => IsComplete && UnusedRules.Count == 0 && (Policy != HitPolicy.Unique || Overlaps.Count == 0);

    /// <summary>The proof in words: what is missing, double and unused, each by name.</summary>
    /// <returns>The text, in invariant English.</returns>
    public override string ToString() => string.Join('\n', (string[])
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Policy}, {Combinations} combinations: {Gaps.Count} gaps, {Overlaps.Count} overlaps, {UnusedRules.Count} unused rules"),
        .. Gaps.Select(gap => $"gap: {gap}"),
        .. Overlaps.Select(overlap => $"overlap: {overlap}"),
        .. UnusedRules.Select(rule => $"unused: {rule}"),
    ]);
}

/// <summary>One combination of facts in the domain of a decision table.</summary>
/// <remarks>Immutable; equal when facts and values are.</remarks>
public sealed record TableCell
{
    internal TableCell(IReadOnlyList<KeyValuePair<string, object?>> values) => Values = values;

    /// <summary>Each fact of the domain with its value; null for "not known".</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Values { get; }

    /// <summary>Whether facts and values are equal.</summary>
    /// <param name="other">The other combination.</param>
    /// <returns>True when they are the same combination.</returns>
    public bool Equals(TableCell? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <summary>A hash of the values.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => Values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value.Value));

    /// <summary>Such as <c>Tier = A, IsOverdue = unknown</c>.</summary>
    /// <returns>The text, in invariant English.</returns>
    public override string ToString() =>
        string.Join(", ", Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} = {value.Value ?? "unknown"}")));
}

/// <summary>A combination that more than one rule matches.</summary>
/// <param name="Cell">The combination.</param>
/// <param name="RuleIds">The rules, in the order of the table.</param>
/// <remarks>Immutable; compared by its parts, the list by reference.</remarks>
public sealed record TableOverlap(TableCell Cell, IReadOnlyList<string> RuleIds)
{
    /// <summary>The combination and its rules.</summary>
    /// <returns>The text, in invariant English.</returns>
    public override string ToString() => $"{Cell}: {string.Join(", ", RuleIds)}";
}
