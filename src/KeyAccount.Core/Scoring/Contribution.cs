using System.Globalization;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>The contribution of a criterion to a score.</summary>
/// <param name="Key">The key of the criterion.</param>
/// <param name="Group">The key of its group; null if it has none.</param>
/// <param name="Raw">The raw value in its unit, for a term its <c>Value</c>; null if it is not known.</param>
/// <param name="Points">The points, 0 … 100; the assumed ones if the policy assumes some; null if the criterion does not count.</param>
/// <param name="Weight">The share of the whole weight, 0 … 1, as in the scorecard.</param>
/// <param name="Value">The amount added to the score: weight × points, divided by the known weight if the weight of what is missing is
/// shared. 0 for an unrated account.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Contribution(string Key, string? Group, double? Raw, double? Points, double Weight, double Value)
{
    /// <summary>Whether the raw value is known.</summary>
    [JsonIgnore]
    public bool IsKnown => Raw is not null;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Contribution {{ Key = {Key}, Group = {Group}, Raw = {Raw}, Points = {Points}, Weight = {Weight}, Value = {Value} }}");
}
