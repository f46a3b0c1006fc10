using System.Globalization;

namespace KeyAccount.Core.Rules;

/// <summary>One combination of facts in the domain of a decision table.</summary>
/// <remarks>Immutable; equal when facts and values are. Not a value that JSON keeps: facts may be of any type; <see cref="ToString"/>
/// writes it.</remarks>
public sealed record TableCell
{
    internal TableCell(IReadOnlyList<KeyValuePair<string, object?>> values) => Values = ValueList.Of(values);

    /// <summary>Each fact of the domain with its value; null for "not known".</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Values { get; }

    /// <summary>Such as <c>Tier = A, IsOverdue = unknown</c>.</summary>
    /// <returns>The text, in invariant English.</returns>
    public override string ToString() =>
        string.Join(", ", Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} = {value.Value ?? "unknown"}")));
}
