using System.Globalization;

namespace KeyAccount.Core.Scoring;

/// <summary>The range of scores that missing data leave open.</summary>
/// <param name="Low">The score with everything missing at its worst, 0 … 100.</param>
/// <param name="High">The score with everything missing at its best, 0 … 100.</param>
/// <remarks>Immutable, equal when both ends are; the default is the point 0. If nothing is missing, both ends are the score.</remarks>
public readonly record struct ScoreRange(double Low, double High)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both ends by name.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ScoreRange {{ Low = {Low}, High = {High} }}");
}
