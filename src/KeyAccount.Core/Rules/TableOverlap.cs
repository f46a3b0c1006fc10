namespace KeyAccount.Core.Rules;

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
