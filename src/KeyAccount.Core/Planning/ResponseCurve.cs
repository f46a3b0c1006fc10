using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Planning;

/// <summary>A response curve: the result for each effort, such as that of an account for visits, hours or budget.</summary>
/// <remarks>Made by <see cref="Exponential"/> or <see cref="Adbudg"/>. Both rise from <see cref="Floor"/> at no effort towards
/// <see cref="Ceiling"/>, which they do not reach. Immutable, with value equality.</remarks>
public sealed record ResponseCurve
{
    private const double MostExponent = 100;

    /// <summary>A curve from its parts; what JSON reads back.</summary>
    /// <param name="kind">The formula.</param>
    /// <param name="floor">The result without effort.</param>
    /// <param name="ceiling">The result of unlimited effort; above <paramref name="floor"/>, or equal to it for no response.</param>
    /// <param name="scale">The effort by which the curve is stretched; above 0.</param>
    /// <param name="exponent">The shape of <see cref="ResponseKind.Adbudg"/>, above 0 and at most 100; 1 for the other.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    [JsonConstructor]
    public ResponseCurve(ResponseKind kind, double floor, double ceiling, double scale, double exponent = 1)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Guard.Between(floor, -1e300, 1e300);
        Guard.Between(ceiling, floor, 1e300);
        Guard.FinitePositive(scale);
        Guard.Between(exponent, double.Epsilon, MostExponent);
        if (kind == ResponseKind.Exponential)
            Guard.Between(exponent, 1, 1);
        (Kind, Floor, Ceiling, Scale, Exponent) = (kind, floor, ceiling, scale, exponent);
    }

    /// <summary>The formula.</summary>
    public ResponseKind Kind { get; }

    /// <summary>The result without effort.</summary>
    public double Floor { get; }

    /// <summary>The result of unlimited effort.</summary>
    public double Ceiling { get; }

    /// <summary>The effort by which the curve is stretched.</summary>
    public double Scale { get; }

    /// <summary>The shape: above 1, the first units add less than those that follow.</summary>
    public double Exponent { get; }

    /// <summary>Whether each further unit adds less than the one before.</summary>
    [JsonIgnore]
    public bool IsConcave => Exponent <= 1;

    /// <summary>y = potential · (1 − e^(−x / scale)).</summary>
    /// <param name="potential">The result of unlimited effort; at least 0.</param>
    /// <param name="scale">The effort that brings 63 per cent of it; above 0.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static ResponseCurve Exponential(double potential, double scale)
    {
        Guard.Between(potential, 0, 1e300);
        return new(ResponseKind.Exponential, 0, potential, scale);
    }

    /// <summary>y = b + (a − b) · x^c / (d^c + x^c), through the answers to four questions (ADBUDG).</summary>
    /// <param name="none">What is the result without effort (b)?</param>
    /// <param name="saturation">What is it with unlimited effort (a)?</param>
    /// <param name="today">What is it with the effort of today? Between the two.</param>
    /// <param name="withHalfMore">What is it with half as much again? Above today, below saturation.</param>
    /// <param name="effortToday">The effort of today, in its unit; above 0.</param>
    /// <returns>The curve.</returns>
    /// <remarks>r₁ = (today − b) / (a − today), r₂ the same of half as much again; c = ln(r₂ / r₁) / ln 1.5 and
    /// d = effort · r₁^(−1/c). Literature: Little (1970).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The answers do not rise, or rise so steeply that no curve of this form goes through
    /// them.</exception>
    public static ResponseCurve Adbudg(double none, double saturation, double today, double withHalfMore, double effortToday = 1)
    {
        Guard.Between(none, -1e100, 1e100);
        Guard.Between(saturation, none, 1e100);
        Guard.FinitePositive(effortToday);
        if (!(today > none && today < saturation))
        {
            throw new ArgumentOutOfRangeException(
                nameof(today),
                Invariant($"today is {today}; it must be above {none}, without effort, and below {saturation}, saturation."));
        }

        if (!(withHalfMore > today && withHalfMore < saturation))
        {
            throw new ArgumentOutOfRangeException(
                nameof(withHalfMore),
                Invariant($"withHalfMore is {withHalfMore}; it must be above {today}, today, and below {saturation}, saturation."));
        }

        var first = (today - none) / (saturation - today);
        var second = (withHalfMore - none) / (saturation - withHalfMore);
        var exponent = Math.Log(second / first) / Math.Log(1.5);
        var scale = effortToday * Math.Pow(first, -1 / exponent);
        return exponent is > 0 and <= MostExponent && double.IsFinite(scale) && scale > 0
            ? new(ResponseKind.Adbudg, none, saturation, scale, exponent)
            : throw new ArgumentOutOfRangeException(
                nameof(withHalfMore),
                Invariant($"withHalfMore is {withHalfMore} and today is {today}; no curve of this form goes through both: the exponent ")
                + Invariant($"would be {exponent}, and must be above 0 and at most {MostExponent}."));
    }

    /// <summary>The result of an effort.</summary>
    /// <param name="effort">The effort; finite and at least 0.</param>
    /// <returns>The result, from <see cref="Floor"/> towards <see cref="Ceiling"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="effort"/> is negative or not finite.</exception>
    public double Of(double effort)
    {
        Guard.FiniteNotNegative(effort);
        return Floor + ((Ceiling - Floor) * ShareOf(effort / Scale));
    }

    // x^c / (d^c + x^c), by the ratio x / d, so that no power overflows.
    private double ShareOf(double ratio) => Kind == ResponseKind.Exponential ? -ExpM1(-ratio)
        : ratio == 0 ? 0
        : ratio <= 1 ? Math.Pow(ratio, Exponent) is var up ? up / (1 + up) : 0
        : 1 / (1 + Math.Pow(ratio, -Exponent));

    // e^x − 1 without the loss of digits near 0.
    private static double ExpM1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1;
}
