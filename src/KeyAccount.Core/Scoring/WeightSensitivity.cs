using System.Globalization;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>How far the weight of a criterion may move before an account changes its band, everything else being equal.</summary>
/// <param name="Key">The key of the criterion.</param>
/// <param name="Weight">The present weight, as in the settings of the scorecard.</param>
/// <param name="LowerTo">The weight below which the account has another band; null if no lower weight changes it.</param>
/// <param name="LowerBand">The band below that weight; null if the account is then unrated, or if <paramref name="LowerTo"/> is
/// null.</param>
/// <param name="RaiseTo">The weight above which the account has another band; null if no higher weight changes it.</param>
/// <param name="RaiseBand">The band above that weight; null if the account is then unrated, or if <paramref name="RaiseTo"/> is
/// null.</param>
/// <remarks>Immutable; equal when every part is. Exactly at a given weight, rounding decides the band.</remarks>
public sealed record WeightSensitivity(
    string Key, double Weight, double? LowerTo, string? LowerBand, double? RaiseTo, string? RaiseBand)
{
    /// <summary>The smallest change of the weight that changes the band, as a fraction of the weight: 0.1 is 10 per cent; null if there is
    /// none, or if the weight is 0 or close to it.</summary>
    [JsonIgnore]
    public double? Margin => (LowerTo, RaiseTo) switch
    {
        (null, null) => null,
        ({ } low, null) => Finite(1 - (low / Weight)),
        (null, { } high) => Finite((high / Weight) - 1),
        ({ } low, { } high) => Finite(Math.Min(1 - (low / Weight), (high / Weight) - 1)),
    };

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"WeightSensitivity {{ Key = {Key}, Weight = {Weight}, LowerTo = {LowerTo} {LowerBand}, RaiseTo = {RaiseTo} {RaiseBand} }}");

    private static double? Finite(double share) => double.IsFinite(share) ? share : null;
}
