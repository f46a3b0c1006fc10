namespace KeyAccount.Core.Documents;

/// <summary>A value by its name.</summary>
/// <param name="Name">What it is the value of.</param>
/// <param name="Value">The value; null if not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record KeyValueItem(string Name, Cell? Value)
{
    /// <summary>What it is the value of.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Name { get; init => field = Parts.NotNull(value, nameof(Name)); } = Parts.NotNull(Name);
}
