namespace KeyAccount.Core.Statistics;

/// <summary>Special functions of probability distributions, accurate to about 14 digits and stable for large arguments.</summary>
internal static class SpecialFunctions
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    // From here on five terms of Stirling's series are exact to the last digit.
    private const double Large = 15;

    private const int MostSteps = 100_000;

    // B(2k) / (2k (2k − 1)), the coefficients of Stirling's series.
    private static readonly double[] Stirling =
    [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156,
    ];

    /// <summary>ln Γ(x) for x above 0.</summary>
    public static double LogGamma(double x)
    {
        // Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1)); ln Γ has zeros at 1 and 2, where the difference of logarithms would lose digits.
        if (x < Large)
        {
            var product = 1.0;
            while (x < Large)
                product *= x++;
            return Leading(x) + StirlingTail(x) - Math.Log(product);
        }

        return Leading(x) + StirlingTail(x);
    }

    /// <summary>ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), without the cancellation that large arguments bring.</summary>
    public static double LogBeta(double a, double b)
    {
        var (small, large) = a < b ? (a, b) : (b, a);
        return large < Large
            ? LogGamma(small) + LogGamma(large) - LogGamma(small + large)
            : LogGamma(small) - LogGammaRise(large, small);
    }

    /// <summary>ln Γ(x + step) − ln Γ(x) for x and step of 0 or more; x above 0.</summary>
    public static double LogGammaRise(double x, double step)
    {
        var shift = 0.0;
        while (x < Large)
        {
            shift += Log1P(step / x);
            x++;
        }

        // Leading(x + s) − Leading(x) = (x + s − ½) ln(1 + s/x) + s ln x − s.
        return ((x + step - 0.5) * Log1P(step / x)) + (step * (Math.Log(x) - 1))
            + StirlingTail(x + step) - StirlingTail(x) - shift;
    }

    /// <summary>ln Γ(x) − ln Γ(y) for x and y above 0, without the cancellation that large arguments bring.</summary>
    public static double LogGammaRatio(double x, double y) => x < y ? -LogGammaRise(x, y - x) : LogGammaRise(y, x - y);

    /// <summary>The share of a beta distribution that lies at or below x: I_x(a, b).</summary>
    public static double RegularizedBeta(double a, double b, double x)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        var front = Math.Exp((a * Math.Log(x)) + (b * Log1P(-x)) - LogBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? front * BetaFraction(a, b, x) / a : 1 - (front * BetaFraction(b, a, 1 - x) / b);
    }

    /// <summary>The x at which <see cref="RegularizedBeta"/> is a probability.</summary>
    public static double BetaQuantile(double a, double b, double probability)
    {
        if (probability <= 0)
            return 0;
        if (probability >= 1)
            return 1;

        // The function rises from 0 to 1: halving is slow, certain and ends at the last digit.
        var (low, high) = (0.0, 1.0);
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
                return middle;
            if (RegularizedBeta(a, b, middle) < probability)
                low = middle;
            else
                high = middle;
        }
    }

    /// <summary>ln(1 + x) with all digits where x is small; <see cref="double.LogP1"/> has none there.</summary>
    public static double Log1P(double x)
    {
        // What 1 + x loses in rounding is lost in its logarithm in the same proportion. Goldberg 1991, theorem 4.
        var sum = 1 + x;
        return sum == 1 ? x : double.IsInfinity(sum) ? sum : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>ln(1 + eˣ) without overflow.</summary>
    public static double LogOfOnePlusExp(double x) => x > 0 ? x + Log1P(Math.Exp(-x)) : Log1P(Math.Exp(x));

    /// <summary>eˣ − 1 with all digits where x is small; <see cref="double.ExpM1"/> has none there.</summary>
    public static double ExpM1(double x)
    {
        var power = Math.Exp(x);
        return Math.Abs(x) > 1 ? power - 1 : power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }

    private static double Leading(double x) => ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi;

    private static double StirlingTail(double x)
    {
        var (square, power, sum) = (1 / (x * x), 1 / x, 0.0);
        foreach (var coefficient in Stirling)
        {
            sum += coefficient * power;
            power *= square;
        }

        return sum;
    }

    // The continued fraction of the incomplete beta function by Lentz's method, Press et al. 2007, Numerical Recipes, 6.4.
    private static double BetaFraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var result = d;
        for (var m = 1; m < MostSteps; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            var factor = d * c;
            result *= factor;
            if (Math.Abs(factor - 1) < 1e-15)
                break;
        }

        return result;

        static double NotZero(double value) => Math.Abs(value) < tiny ? tiny : value;
    }
}
