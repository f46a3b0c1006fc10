namespace KeyAccount.Core.Reviews;

/// <summary>A fact of an account that is to be another one.</summary>
/// <param name="Path">Its place in the account file, as faults name it: <c>value.annualPurchases</c>, <c>contacts[0].level</c>; where the
/// items of a list have an id, <c>contacts["wang"].level</c>. A list takes one more item at its end, <c>complaints[2]</c> after
/// two.</param>
/// <param name="Json">The new value as JSON, such as <c>1200000</c> or <c>"CR4"</c>; null for a fact that is not known any more. Amounts
/// are in the currency of the account file.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
/// <exception cref="ArgumentException"><paramref name="Path"/> is null or blank.</exception>
public sealed record FactEdit(string Path, string? Json)
{
    /// <summary>Its place in the account file.</summary>
    public string Path { get; } = Guard.NotBlank(Path, nameof(Path));
}
