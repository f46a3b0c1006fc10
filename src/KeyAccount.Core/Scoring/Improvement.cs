using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>The shortest way of one criterion towards a band, everything else staying as it is.</summary>
/// <param name="Key">The key of the criterion.</param>
/// <param name="Kind">What it can do.</param>
/// <param name="From">The raw value now; null while it is not known.</param>
/// <param name="To">The nearest raw value, on the step of the criterion, that reaches the score; null where none does, or nothing is
/// known.</param>
/// <param name="NeededPoints">The points the criterion needs for that score, 0 … 100; null where even the best are not enough.</param>
/// <param name="Cap">The key of the cap that is in the way; null where none is.</param>
/// <param name="Reason">The way in a sentence.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Improvement(string Key, ImprovementKind Kind, double? From, double? To, double? NeededPoints, string? Cap, Text Reason)
{
    /// <summary>The change of the raw value, in the unit of the criterion; null where there is none.</summary>
    [JsonIgnore]
    public double? Change => To - From;
}
