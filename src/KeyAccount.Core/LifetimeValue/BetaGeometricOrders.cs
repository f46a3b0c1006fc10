using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The common part of the BG/NBD and the BG/CNBD-k model: orders of which every k-th step counts, and a chance to fall silent
/// after each order.</summary>
/// <remarks>
/// <para>Steps come at a rate λ of Gamma(shape, rate); every <c>k</c>-th step is an order; after each order the account falls silent with a
/// probability p of Beta(a, b). In a time h the number of steps of an account that never falls silent is negative binomial:
/// M ~ NB(shape, z), z = h/(rate + h).</para>
/// <para>Of the n orders that it would make, it makes C(n) = Σᵢ₌₁ⁿ E[(1 − p)ⁱ⁻¹]. So the expected orders are Σₘ P(M = m)·C(⌊(m + j)/k⌋)
/// after j steps of the running interval. All terms of this sum are positive, so nothing cancels, and neither a = 1 nor b = 1 is singular,
/// as both are in the closed form with ₂F₁.</para>
/// </remarks>
internal static class BetaGeometricOrders
{
    // Beyond so many terms the integral is quicker than the sum.
    private const double ManyTerms = 300;
    private const double LeastLog = -600;
    private const double Rescaling = 1e200;
    private static readonly double LogRescaling = Math.Log(Rescaling);

    private static readonly double[] Reciprocals = [0, .. Enumerable.Range(1, 511).Select(m => 1.0 / m)];

    /// <summary>The expected orders of an account that is alive, if every step is an order.</summary>
    public static double Expected(double shape, double rate, double horizon, double a, double b)
    {
        if (horizon == 0)
            return 0;
        var odds = horizon / rate;
        var logNone = -shape * SpecialFunctions.Log1P(odds);
        var mean = shape * odds;
        var terms = mean + (8 * Math.Sqrt(mean * (1 + odds))) + (32 * (1 + odds));
        if (!(terms < ManyTerms) || logNone < LeastLog)
            return BetaExpectation.Of(a, b, new OrdersPerDropout(shape, odds));

        var (z, probability, factor, orders, sum) = (odds / (1 + odds), Math.Exp(logNone), 1.0, 0.0, 0.0);
        var negligible = 1e-14 * (1 - z);
        for (var m = 1; ; m++)
        {
            probability *= (shape + m - 1) * z * (m < Reciprocals.Length ? Reciprocals[m] : 1.0 / m);
            orders += factor;
            factor *= (b + m - 1) / (a + b + m - 1);
            var term = probability * orders;
            sum += term;
            if (term <= negligible * sum && m > mean)
                return sum;
        }
    }

    /// <summary>The expected orders of an account that is alive, if every k-th step is an order and j steps of the running interval are
    /// done.</summary>
    public static double Expected(int k, int j, double shape, double rate, double horizon, double a, double b)
    {
        if (k == 1)
            return Expected(shape, rate, horizon, a, b);
        if (horizon == 0)
            return 0;
        var odds = horizon / rate;
        var (z, mean) = (odds / (1 + odds), shape * odds);
        var negligible = 1e-14 * (1 - z);

        // The probabilities times a power of the scale, so that a large shape does not make all of them 0.
        var (log, probability, factor, orders, sum) = (-shape * SpecialFunctions.Log1P(odds), 1.0, 1.0, 0.0, 0.0);
        var next = k - j;
        var made = 0.0;
        for (var m = 1.0; ; m++)
        {
            probability *= (shape + m - 1) * z / m;
            if (--next == 0)
            {
                next = k;
                made++;
                orders += factor;
                factor *= (b + made - 1) / (a + b + made - 1);
            }

            var term = probability * orders;
            sum += term;
            if (probability > Rescaling)
            {
                probability /= Rescaling;
                sum /= Rescaling;
                log += LogRescaling;
            }

            if (term <= negligible * sum && m > mean && orders > 0)
                return sum * Math.Exp(log);
        }
    }

    /// <summary>The probability that a new customer makes a given number of orders in a time.</summary>
    public static double ProbabilityOf(int k, int orders, double shape, double rate, double time, double a, double b)
    {
        if (time == 0)
            return orders == 0 ? 1 : 0;
        var z = time / (rate + time);
        var first = (double)k * orders;

        // ln P(M = first); from there the k terms of the running interval.
        var log = SpecialFunctions.LogGammaRatio(shape + first, first + 1) - SpecialFunctions.LogGamma(shape)
            - (shape * SpecialFunctions.Log1P(time / rate)) + (first == 0 ? 0 : first * Math.Log(z));
        var (term, within) = (1.0, 1.0);
        for (var i = 0; i < k - 1; i++)
        {
            term *= (shape + first + i) * z / (first + i + 1);
            within += term;
        }

        var stays = SpecialFunctions.LogBeta(a, b + orders) - SpecialFunctions.LogBeta(a, b);
        var alive = within * Math.Exp(stays + log);
        if (orders == 0)
            return alive;
        var silent = Math.Exp(stays) * a / (b + orders - 1);
        return alive + (silent * SpecialFunctions.RegularizedBeta(first, shape, z));
    }

    // (1 − (1 + p·h/rate)^−shape)/p: what an account with this p orders in the time h.
    private readonly struct OrdersPerDropout(double shape, double odds) : IFallingFunction
    {
        public double Steepness => (shape + 1) * odds / 2;

        public double At(double p) => p == 0 ? shape * odds : -SpecialFunctions.ExpM1(-shape * SpecialFunctions.Log1P(p * odds)) / p;
    }
}
