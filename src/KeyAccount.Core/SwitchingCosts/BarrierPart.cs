using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The score of one part of a barrier: of a main cost, a type of costs, or a kind of barrier.</summary>
/// <typeparam name="TPart">The term that names the part.</typeparam>
/// <param name="Part">The part.</param>
/// <param name="Score">The score, 0 … 100: the mean of its known criteria, each with the weight it has in the scorecard; null if none is
/// known.</param>
/// <param name="Range">The range of the score: with missing criteria at 0 and at 100 points.</param>
/// <remarks>Immutable, with value equality. Rounded to six places, as scores are.</remarks>
public sealed record BarrierPart<TPart>(TPart Part, double? Score, ScoreRange Range)
    where TPart : class
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BarrierPart {{ Part = {Part}, Score = {Score}, Range = {Range} }}");

    internal static BarrierPart<TPart> Of(TPart part, IEnumerable<(double Weight, double? Points)> criteria)
    {
        double all = 0, known = 0, sum = 0;
        foreach (var (weight, points) in criteria)
        {
            all += weight;
            if (points is { } those)
            {
                known += weight;
                sum += weight * those;
            }
        }

        // What has no weight says nothing, and neither does what is not known.
        return new(
            part,
            known > 0 ? ScoreRounding.Round(sum / known) : null,
            all > 0 ? new(ScoreRounding.Round(sum / all), ScoreRounding.Round((sum + (100 * (all - known))) / all)) : new(0, 100));
    }

    internal static IReadOnlyList<BarrierPart<TPart>> All(
        IReadOnlyList<TPart> parts, Func<TPart, string> key, Assessment<BarrierLevel> assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var groups = assessment.Contributions.ToLookup(each => each.Group, StringComparer.Ordinal);
        if (parts.FirstOrDefault(part => !groups.Contains(key(part))) is { } missing)
            throw new ArgumentException(
                $"assessment is by '{assessment.ModelId}', which has no group '{key(missing)}'.", nameof(assessment));
        return [.. parts.Select(part => Of(part, groups[key(part)].Select(each => (each.Weight, each.IsKnown ? each.Points : null))))];
    }
}
