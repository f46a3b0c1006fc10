namespace KeyAccount.Core.Documents;

/// <summary>A value by its name.</summary>
/// <param name="Name">What it is the value of.</param>
/// <param name="Value">The value; null where it is not known.</param>
/// <remarks>A value: immutable, equal when both parts are.</remarks>
public sealed record KeyValueItem(string Name, Cell? Value)
{
    /// <summary>What it is the value of.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public string Name { get; init => field = Parts.NotNull(value, nameof(Name)); } = Parts.NotNull(Name);
}
