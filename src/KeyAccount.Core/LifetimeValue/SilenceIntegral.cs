using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The integral over the moments at which an account of the Pareto/NBD model may have fallen silent:
/// I = ∫ s/(β + y)·((α + T)/(α + y))^shape·((β + T)/(β + y))^s dy, y from the last order to T.</summary>
/// <param name="Log">ln I.</param>
/// <param name="Shape">∂ ln I/∂shape.</param>
/// <param name="Alpha">∂ ln I/∂α.</param>
/// <param name="S">∂ ln I/∂s.</param>
/// <param name="Beta">∂ ln I/∂β.</param>
/// <remarks>In w = ln(y + min(α, β)) the integrand is a product of powers of two smooth functions. It is cut into panels on which it
/// changes by a few powers of e, each done with 16 Gauss–Legendre points; where it falls steeply, only what counts is done.</remarks>
internal readonly record struct SilenceIntegral(double Log, double Shape, double Alpha, double S, double Beta)
{
    private const double MostFall = 4;
    private const double Negligible = 1e-17;

    // Gauss–Legendre, 16 points on −1 … 1: the positive half.
    private static readonly double[] Points =
    [
        0.0950125098376374402, 0.2816035507792589132, 0.4580167776572273863, 0.6178762444026437484,
        0.7554044083550030339, 0.8656312023878317439, 0.9445750230732325761, 0.9894009349916499326,
    ];

    private static readonly double[] Weights =
    [
        0.1894506104550684963, 0.1826034150449235889, 0.1691565193950025382, 0.1495959888165767321,
        0.1246289712555338720, 0.0951585116824927848, 0.0622535239386478929, 0.0271524594117540949,
    ];

    /// <summary>The integral and its derivatives.</summary>
    public static SilenceIntegral Of(double shape, double alpha, double s, double beta, double from, double age)
    {
        if (from == age)
            return new(double.NegativeInfinity, 0, 0, 0, 0);
        var least = Math.Min(alpha, beta);
        var (start, end) = (Math.Log(least + from), Math.Log(least + age));
        var (atAlpha, atBeta) = (alpha + from, beta + from);
        var (toAlpha, toBeta) = (SpecialFunctions.Log1P((age - from) / atAlpha), SpecialFunctions.Log1P((age - from) / atBeta));
        if (!(end > start))
        {
            // So short a time that its ends have the same logarithm: the integrand is constant.
            return new(Math.Log(s * (age - from) / atBeta), toAlpha, 0, (1 / s) + toBeta, -1 / atBeta);
        }

        // Everything as a multiple of the value at the start, so that nothing overflows.
        var (sum, byShape, byAlpha, byS, byBeta) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (w, left) = (start, end - start);
        while (left > 0)
        {
            // As far as the integrand falls by no more than a few powers of e.
            var width = Math.Min(left, 1);
            while (width * Slope(w + width) > MostFall)
                width /= 2;
            var (middle, half) = (w + (width / 2), width / 2);
            for (var i = 0; i < Points.Length; i++)
            {
                Add(middle - (half * Points[i]), half * Weights[i]);
                Add(middle + (half * Points[i]), half * Weights[i]);
            }

            w += width;
            left = end - w;

            // Once it falls, what is left is below the last value times the distance.
            if (Slope(w) > 2 && ValueAt(Math.Exp(w)) * left < Negligible * sum)
                break;
        }

        return new(
            Math.Log(s * sum) + (shape * toAlpha) + (s * toBeta),
            toAlpha + (byShape / sum),
            shape * ((1 / (alpha + age)) - (byAlpha / sum)),
            (1 / s) + toBeta + (byS / sum),
            (s / (beta + age)) - ((s + 1) * byBeta / sum));

        void Add(double at, double weight)
        {
            var scaled = Math.Exp(at);
            var y = scaled - least;
            var (logAlpha, logBeta) = (SpecialFunctions.Log1P((y - from) / atAlpha), SpecialFunctions.Log1P((y - from) / atBeta));
            var value = weight * Math.Exp(-(shape * logAlpha) - (s * logBeta)) * scaled / (beta + y);
            sum += value;
            byShape -= value * logAlpha;
            byAlpha += value / (alpha + y);
            byS -= value * logBeta;
            byBeta += value / (beta + y);
        }

        // 1/(β + y)·dy/dw over the powers from the start on.
        double ValueAt(double scaled)
        {
            var y = scaled - least;
            return Math.Exp(
                -(shape * SpecialFunctions.Log1P((y - from) / atAlpha)) - (s * SpecialFunctions.Log1P((y - from) / atBeta)))
                * scaled / (beta + y);
        }

        double Slope(double at)
        {
            var scaled = Math.Exp(at);
            return (shape * scaled / (scaled - least + alpha)) + (s * scaled / (scaled - least + beta));
        }
    }
}
