using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The facts that decide the lever for a gap.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record SatisfactionLeverFacts
{
    /// <summary>Whether less is perceived than expected.</summary>
    public bool? IsShortfall { get; init; }

    /// <summary>The control that we have over the factor behind the expectation.</summary>
    public ExpectationControl? Control { get; init; }

    /// <summary>Whether the perceived service is good in itself, regardless of the expectation.</summary>
    public bool? IsServiceSound { get; init; }

    /// <summary>The facts of a gap.</summary>
    /// <param name="gap">Expected and perceived service; null if there are no answers.</param>
    /// <param name="control">The control that we have over the factor behind the expectation; null if not known.</param>
    /// <param name="scalePoints">Answers run from 1 to this; at least 2. From its middle on, inclusive, the perceived service is sound
    /// (<c>LibraryDefault</c>).</param>
    /// <returns>The facts; gap and service are compared to six decimal places.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scalePoints"/> is below 2.</exception>
    public static SatisfactionLeverFacts Of(ServiceGap? gap, ExpectationControl? control, int scalePoints = ServQual.DefaultScalePoints)
    {
        Guard.AtLeast(scalePoints, 2);
        return new()
        {
            // To six places: rounding must not count as a shortfall.
            IsShortfall = gap is null ? null : ScoreRounding.Round(gap.Gap) < 0,
            Control = control,
            IsServiceSound = gap is null ? null : ScoreRounding.Round(gap.Perceived) >= (scalePoints + 1) / 2.0,
        };
    }
}
