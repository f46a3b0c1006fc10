using System.Globalization;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>What one criterion contributes to a score.</summary>
/// <param name="Key">The key of the criterion.</param>
/// <param name="Group">The key of its group; null outside any.</param>
/// <param name="Raw">The raw value in its unit, for a term its <c>Value</c>; null when it is not known.</param>
/// <param name="Points">Its points, 0 … 100; those assumed where the policy assumes some; null when it takes no part.</param>
/// <param name="Weight">Its share of the whole, 0 … 1, as in the scorecard.</param>
/// <param name="Value">What it adds to the score: weight × points, over the known weight where the weight of what is missing is shared.
/// 0 for an unrated account.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Contribution(string Key, string? Group, double? Raw, double? Points, double Weight, double Value)
{
    /// <summary>Whether the raw value is known.</summary>
    [JsonIgnore]
    public bool IsKnown => Raw is not null;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Contribution {{ Key = {Key}, Group = {Group}, Raw = {Raw}, Points = {Points}, Weight = {Weight}, Value = {Value} }}");
}
