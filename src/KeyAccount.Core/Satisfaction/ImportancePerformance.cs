using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Satisfaction;

/// <summary>Importance–performance analysis: where to concentrate, and where we do more than needed.</summary>
/// <remarks>Source: Martilla &amp; James 1977, Journal of Marketing 41(1), who leave the position of the lines to judgement. Pure
/// functions.</remarks>
public static class ImportancePerformance
{
    /// <summary>Places attributes in their quadrants.</summary>
    /// <param name="attributes">The attributes, each once, in any order.</param>
    /// <param name="importanceCut">The least importance, inclusive, at which an attribute is important; null for the mean importance
    /// (<c>LibraryDefault</c>).</param>
    /// <param name="performanceCut">The least performance, inclusive, at which we perform well; null for the mean performance
    /// (<c>LibraryDefault</c>).</param>
    /// <returns>The attributes with their quadrants. Values are compared with the cuts to six decimal places.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attributes"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">An attribute has no name, or two have the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rating or a cut is not finite.</exception>
    public static ImportancePerformanceMap Of(
        IReadOnlyList<AttributeRating> attributes, double? importanceCut = null, double? performanceCut = null)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            ArgumentNullException.ThrowIfNull(attribute, nameof(attributes));
            ArgumentException.ThrowIfNullOrWhiteSpace(attribute.Attribute, nameof(attributes));
            if (!seen.Add(attribute.Attribute))
                throw new ArgumentException($"attributes has '{attribute.Attribute}' twice; give each attribute once.", nameof(attributes));
            Finite(attribute.Importance, $"attributes['{attribute.Attribute}'].Importance");
            Finite(attribute.Performance, $"attributes['{attribute.Attribute}'].Performance");
        }

        Finite(importanceCut, nameof(importanceCut));
        Finite(performanceCut, nameof(performanceCut));
        var importance = importanceCut ?? Mean(attributes.Select(attribute => attribute.Importance));
        var performance = performanceCut ?? Mean(attributes.Select(attribute => attribute.Performance));
        return new(importance, performance, [.. attributes.Select(attribute => new AttributePlacement(
            attribute,
            (Reaches(attribute.Importance, importance), Reaches(attribute.Performance, performance)) switch
            {
                (true, false) => PerformanceQuadrant.ConcentrateHere,
                (true, true) => PerformanceQuadrant.KeepUpTheGoodWork,
                (false, false) => PerformanceQuadrant.LowPriority,
                (false, true) => PerformanceQuadrant.PossibleOverkill,
                _ => null,
            }))]);
    }

    // Sorted, so that the mean does not depend on the order given.
    private static double? Mean(IEnumerable<double?> values) => values.Order().Average();

    // To six places: rounding must not lift the mean of equal values above them.
    private static bool? Reaches(double? value, double? cut) =>
        value is { } given && cut is { } from ? ScoreRounding.Round(given) >= ScoreRounding.Round(from) : null;

    private static void Finite(double? value, string name)
    {
        if (value is { } given)
            Guard.Between(given, double.MinValue, double.MaxValue, name);
    }
}
