namespace KeyAccount.Core.Reviews;

/// <summary>A change of a fact of an account.</summary>
/// <param name="Path">The place of the fact in the account file, as faults name it: <c>value.annualPurchases</c>, <c>contacts[0].level</c>;
/// if the items of a list have an id, <c>contacts["wang"].level</c>. One more item can be added at the end of a list: <c>complaints[2]</c>
/// after two.</param>
/// <param name="Json">The new value as JSON, such as <c>1200000</c> or <c>"CR4"</c>; null to make the fact unknown. Amounts are in the
/// currency of the account file.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
/// <exception cref="ArgumentException"><paramref name="Path"/> is null or blank.</exception>
public sealed record FactEdit(string Path, string? Json)
{
    /// <summary>The place of the fact in the account file.</summary>
    public string Path { get; } = Guard.NotBlank(Path, nameof(Path));
}
