using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A bar: a label with its number.</summary>
/// <param name="Label">What the bar stands for.</param>
/// <param name="Value">The length of the bar; null if not known.</param>
/// <param name="Reference">The reference value drawn behind the bar, such as last year's number or the maximum. Null for none.</param>
/// <param name="Group">The group of the bar, such as a tier; null for none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record Bar(string Label, decimal? Value, decimal? Reference = null, string? Group = null)
{
    /// <summary>What the bar stands for.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Label { get; init => field = Parts.NotNull(value, nameof(Label)); } = Parts.NotNull(Label);

    /// <summary>Whether the number of the bar is known.</summary>
    [JsonIgnore]
    public bool IsKnown => Value is not null;
}
