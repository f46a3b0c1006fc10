namespace KeyAccount.Core.Rules;

/// <summary>A combination that more than one rule matches.</summary>
/// <param name="Cell">The combination.</param>
/// <param name="RuleIds">The rules, in the order of the table.</param>
/// <remarks>Immutable, with value equality. Not a value that JSON keeps, as <see cref="TableCell"/> is none.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="RuleIds"/> or an item of it is null.</exception>
public sealed record TableOverlap(TableCell Cell, IReadOnlyList<string> RuleIds)
{
    /// <summary>The rules, in the order of the table.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<string> RuleIds { get; init => field = ValueList.Of(value); } = ValueList.Of(RuleIds);

    /// <summary>The combination and its rules.</summary>
    /// <returns>The text, in invariant English.</returns>
    public override string ToString() => $"{Cell}: {string.Join(", ", RuleIds)}";
}
