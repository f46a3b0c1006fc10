using System.Globalization;

namespace KeyAccount.Core.Scoring;

/// <summary>A point that defines a scale: a knot, the beginning of a step, or the <c>Value</c> of a level.</summary>
/// <param name="Raw">The raw value.</param>
/// <param name="Points">The points there, 0 … 100; NaN for a level that means "not known".</param>
/// <remarks>Immutable, equal when both numbers are; the default is the point (0, 0).</remarks>
public readonly record struct ScalePoint(double Raw, double Points)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both numbers by name.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ScalePoint {{ Raw = {Raw}, Points = {Points} }}");
}
