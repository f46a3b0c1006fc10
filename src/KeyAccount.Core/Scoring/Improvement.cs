using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>The smallest change of one criterion towards a band, everything else being equal.</summary>
/// <param name="Key">The key of the criterion.</param>
/// <param name="Kind">The kind of improvement.</param>
/// <param name="From">The present raw value; null if it is not known.</param>
/// <param name="To">The nearest raw value, on the step of the criterion, that reaches the score; null if none does, or if the present value
/// is not known.</param>
/// <param name="NeededPoints">The points that the criterion needs for that score, 0 … 100; null if even the best points are not
/// enough.</param>
/// <param name="Cap">The key of the cap that is in the way; null if there is none.</param>
/// <param name="Reason">The improvement in a sentence.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Improvement(string Key, ImprovementKind Kind, double? From, double? To, double? NeededPoints, string? Cap, Text Reason)
{
    /// <summary>The change of the raw value, in the unit of the criterion; null if there is none.</summary>
    [JsonIgnore]
    public double? Change => To - From;
}
