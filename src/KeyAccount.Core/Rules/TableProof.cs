using System.Globalization;

namespace KeyAccount.Core.Rules;

/// <summary>The result of checking the whole domain of a decision table.</summary>
/// <remarks>Immutable, with value equality. Not a value that JSON keeps, as <see cref="TableCell"/> is none; the table proves itself
/// anew.</remarks>
public sealed record TableProof
{
    internal TableProof(
        HitPolicy policy,
        int combinations,
        IReadOnlyList<TableCell> gaps,
        IReadOnlyList<TableOverlap> overlaps,
        IReadOnlyList<TableOverlap> conflicts,
        IReadOnlyList<string> unusedRules,
        IReadOnlyList<RuleOnUnknown> onUnknown)
    {
        Policy = policy;
        Combinations = combinations;
        Gaps = ValueList.Of(gaps);
        Overlaps = ValueList.Of(overlaps);
        Conflicts = ValueList.Of(conflicts);
        UnusedRules = ValueList.Of(unusedRules);
        OnUnknown = ValueList.Of(onUnknown);
    }

    /// <summary>The hit policy of the table.</summary>
    public HitPolicy Policy { get; }

    /// <summary>The number of combinations of facts that were checked, which is all.</summary>
    public int Combinations { get; }

    /// <summary>The combinations that no rule answers.</summary>
    public IReadOnlyList<TableCell> Gaps { get; }

    /// <summary>The combinations that more than one rule matches.</summary>
    public IReadOnlyList<TableOverlap> Overlaps { get; }

    /// <summary>The overlaps that the hit policy forbids: all of them under <see cref="HitPolicy.Unique"/>, those of rules that advise
    /// differently under <see cref="HitPolicy.Any"/>, none otherwise.</summary>
    public IReadOnlyList<TableOverlap> Conflicts { get; }

    /// <summary>The rules that never answer, because they match nothing or another rule always takes precedence.</summary>
    public IReadOnlyList<string> UnusedRules { get; }

    /// <summary>What each rule answers while a fact that it reads is not known, in the order of the rules and of the domain; only facts
    /// whose values in the domain include "not known".</summary>
    public IReadOnlyList<RuleOnUnknown> OnUnknown { get; }

    /// <summary>Whether every combination has an answer.</summary>
    public bool IsComplete => Gaps.Count == 0;

    /// <summary>Whether every combination has exactly the answers its hit policy allows, and every rule answers somewhere.</summary>
    public bool IsSound => IsComplete && UnusedRules.Count == 0 && Conflicts.Count == 0;

    /// <summary>The facts that may be unknown while the rule still matches, in some combination of the others.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <returns>The names of the facts, in the order of the domain; empty if there are none, and for a rule that the table does not
    /// have.</returns>
    public IReadOnlyList<string> MatchesWhileUnknown(string ruleId) =>
        [.. OnUnknown.Where(each => each.RuleId == ruleId && each.Holds > 0).Select(each => each.Fact)];

    /// <summary>The proof in words: what is missing, double and unused, and which rules match while a fact is not known, each by name.
    /// </summary>
    /// <returns>The text, in invariant English.</returns>
    public override string ToString() => string.Join('\n', (string[])
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Policy}, {Combinations} combinations: {Gaps.Count} gaps, {Overlaps.Count} overlaps, {UnusedRules.Count} unused rules"),
        .. Gaps.Select(gap => $"gap: {gap}"),
        .. Overlaps.Select(overlap => $"overlap: {overlap}"),
        .. UnusedRules.Select(rule => $"unused: {rule}"),
        .. OnUnknown.Where(each => each.Holds > 0).Select(each => each.ToString()),
    ]);
}
