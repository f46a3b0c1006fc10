using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>A confidence interval of a figure estimated from a sample.</summary>
/// <param name="Low">The lower end, in the unit of the figure.</param>
/// <param name="High">The upper end.</param>
/// <param name="Confidence">The confidence level: 0.95 is 95 %.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ConfidenceInterval(double Low, double High, double Confidence)
{
    /// <summary>The default confidence level: 95 %. Provenance: <c>LibraryDefault</c>.</summary>
    public const double DefaultConfidence = 0.95;

    // Beyond this the tail cannot be told from nothing in a double that is near 1.
    private const double MostConfidence = 0.999999;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ConfidenceInterval {{ Low = {Low}, High = {High}, Confidence = {Confidence} }}");

    /// <summary>The confidence is one an interval can have.</summary>
    internal static void Check(double confidence)
    {
        Guard.Between(confidence, 0, MostConfidence);
        Guard.Above((decimal)confidence, 0, nameof(confidence));
    }

    /// <summary>The two-sided quantile of the normal distribution: 1.96 for 95 %.</summary>
    internal static double Quantile(double confidence)
    {
        // Newton from the middle: the distribution is concave above it, so the steps never go too far.
        var (z, step) = (0.0, 1.0);
        while (step > 1e-15 * z)
        {
            var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
            step = ((confidence / 2) - (density * AboveMiddle(z))) / density;
            z += Math.Max(0, step);
        }

        return z;

        // (Φ(z) − ½)/φ(z) = z + z³/3 + z⁵/(3·5) + … Marsaglia 2004.
        static double AboveMiddle(double z)
        {
            var (sum, term) = (z, z);
            for (var odd = 3; sum + term != sum; odd += 2)
            {
                term *= z * z / odd;
                sum += term;
            }

            return sum;
        }
    }

    /// <summary>Wilson's score interval for a proportion of counts, as fractions; of accounts with weights the counts are those that tell
    /// as much.</summary>
    internal static (double Low, double High) Wilson(double count, double total, double confidence)
    {
        var z = Quantile(confidence);
        var p = count / total;
        var (n, squared) = (total, z * z);
        var centre = (p + (squared / (2 * n))) / (1 + (squared / n));
        var half = z / (1 + (squared / n)) * Math.Sqrt((p * (1 - p) / n) + (squared / (4 * n * n)));

        // Nobody and everybody are exact ends of the formula; rounding must not push them inside or out.
        return (count == 0 ? 0 : Math.Max(0, centre - half), count == total ? 1 : Math.Min(1, centre + half));
    }
}
