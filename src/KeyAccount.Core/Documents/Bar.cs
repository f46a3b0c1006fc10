using System.Text.Json.Serialization;

namespace KeyAccount.Core.Documents;

/// <summary>A bar: something with its number.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">How long it is; null if not known.</param>
/// <param name="Reference">What it is held against, drawn behind it: last year's number, the most it could be. Null for none.</param>
/// <param name="Group">The group it belongs to, such as a tier; null for none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record Bar(string Label, decimal? Value, decimal? Reference = null, string? Group = null)
{
    /// <summary>What it stands for.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Label { get; init => field = Parts.NotNull(value, nameof(Label)); } = Parts.NotNull(Label);

    /// <summary>Whether its number is known.</summary>
    [JsonIgnore]
    public bool IsKnown => Value is not null;
}
