using System.Globalization;

namespace KeyAccount.Core.Rules;

/// <summary>What going through the whole domain of a decision table has shown.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TableProof
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
        Gaps = ValueList.Of(gaps);
        Overlaps = ValueList.Of(overlaps);
        UnusedRules = ValueList.Of(unusedRules);
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
