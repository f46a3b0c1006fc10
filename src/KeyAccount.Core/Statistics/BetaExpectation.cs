namespace KeyAccount.Core.Statistics;

/// <summary>A positive function of a probability, falling from a finite value at 0 to a positive one at 1.</summary>
internal interface IFallingFunction
{
    /// <summary>The rate of decrease at 0: f(p) = f(0)·(1 − Steepness·p + …).</summary>
    double Steepness { get; }

    /// <summary>The value at p, 0 … 1.</summary>
    double At(double p);
}

/// <summary>The mean of a function of a probability that has a beta distribution: the integral behind many ₂F₁.</summary>
/// <remarks>The trapezoidal rule over the log-odds u, p = 1/(1 + e⁻ᵘ). The integrand is analytic around the whole line and falls
/// exponentially at both ends, so that halving the step squares the error. Nothing cancels and no parameter is singular.</remarks>
internal static class BetaExpectation
{
    private const int MostHalvings = 12;
    private const double Negligible = 1e-17;

    /// <summary>E[f(p)] for p of Beta(a, b).</summary>
    public static double Of<TFunction>(double a, double b, TFunction function)
        where TFunction : struct, IFallingFunction
    {
        // Densities relative to that of the middle: what they sum to is computed with them, which keeps more digits than B(a, b) has.
        var middle = Math.Log(a / b);
        var (logP, logQ) = Logarithms(middle, Math.Exp(middle));
        var density = new Density(a, b, logP, logQ);
        var step = 0.6 * Math.Min(1, Math.Sqrt((1 / a) + (1 / b)));
        var (sum, all) = Sums(density, function, middle, step);
        for (var i = 0; i < MostHalvings; i++)
        {
            var (sumBefore, allBefore) = (sum, all);
            var (between, allBetween) = Sums(density, function, middle + (step / 2), step);
            (sum, all) = ((sum + between) / 2, (all + allBetween) / 2);
            step /= 2;

            // The error is now about the square of this.
            if (Math.Abs(sum - sumBefore) <= 1e-7 * sum && Math.Abs(all - allBefore) <= 1e-7 * all)
                break;
        }

        return sum / all;
    }

    private static (double Sum, double All) Sums<TFunction>(Density density, TFunction function, double start, double step)
        where TFunction : struct, IFallingFunction
    {
        var (sum, all) = (0.0, 0.0);
        for (var u = start; ; u += step)
        {
            var (p, weight) = density.At(u);
            var term = weight * function.At(p);
            (sum, all) = (sum + term, all + weight);
            if (1 - p == 0)
            {
                // From here on the function stays as it is, and so does the quotient of two densities.
                var rest = 1 / SpecialFunctions.ExpM1(density.B * step);
                (sum, all) = (sum + (term * rest), all + (weight * rest));
                break;
            }

            if (weight <= Negligible * all)
                break;
        }

        // To the left the function may rise by more than the density falls, until it is flat: then the terms are a geometric series.
        var previous = double.PositiveInfinity;
        for (var u = start - step; ; u -= step)
        {
            var (p, weight) = density.At(u);
            var term = weight * function.At(p);
            (sum, all) = (sum + term, all + weight);
            if (p * (1 + function.Steepness) < Negligible)
            {
                var rest = 1 / SpecialFunctions.ExpM1(density.A * step);
                (sum, all) = (sum + (term * rest), all + (weight * rest));
                break;
            }

            if (term <= Negligible * sum && weight <= Negligible * all && term <= previous)
                break;
            previous = term;
        }

        return (sum * step, all * step);
    }

    // ln p and ln(1 − p) of the log-odds u.
    private static (double LogP, double LogQ) Logarithms(double u, double odds)
    {
        if (u < 0)
        {
            var logQ = -SpecialFunctions.Log1P(odds);
            return (u + logQ, logQ);
        }

        var logP = -SpecialFunctions.Log1P(1 / odds);
        return (logP, logP - u);
    }

    private readonly record struct Density(double A, double B, double LogP, double LogQ)
    {
        public (double P, double Weight) At(double u)
        {
            var odds = Math.Exp(u);
            var (logP, logQ) = Logarithms(u, odds);
            return (double.IsInfinity(odds) ? 1 : odds / (1 + odds), Math.Exp((A * (logP - LogP)) + (B * (logQ - LogQ))));
        }
    }
}
