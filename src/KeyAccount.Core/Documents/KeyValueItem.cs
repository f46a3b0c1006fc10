namespace KeyAccount.Core.Documents;

/// <summary>A named value.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Value">The value; null if not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record KeyValueItem(string Name, Cell? Value)
{
    /// <summary>The name of the value.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Name { get; init => field = Parts.NotNull(value, nameof(Name)); } = Parts.NotNull(Name);
}
