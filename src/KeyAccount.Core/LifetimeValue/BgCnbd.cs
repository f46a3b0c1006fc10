using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The BG/CNBD-k model: the BG/NBD model for customers who order at regular intervals, as most business customers do.</summary>
/// <remarks>
/// <para>An interval between two orders is the sum of <see cref="K"/> random steps (an Erlang distribution), so that it varies less: its
/// standard deviation is 1/√k of its mean. With k = 1 the model is <see cref="BgNbd"/>. The more regularly an account has ordered, the
/// sooner its silence is a warning.</para>
/// <para><see cref="R"/> and <see cref="Alpha"/> describe the rate of the steps: the mean interval is about k·α/r. All times are in the
/// unit of <see cref="Alpha"/>. Every figure is exact, including the expected orders of an account with a history; these are summed over
/// the steps that may already be done in the running interval.</para>
/// <para>Immutable; equal when all five parameters are. Source: Reutterer, Platzer &amp; Schröder 2021, Leveraging purchase regularity
/// for predicting customer behavior the easy way, International Journal of Research in Marketing 38(1):194–215; regularity: Platzer &amp;
/// Reutterer 2016, Marketing Science 35(5):779–799.</para>
/// </remarks>
/// <param name="K">The regularity of the intervals; 1 … <see cref="LargestK"/>.</param>
/// <param name="R">The shape of the rate of the steps; finite and above 0.</param>
/// <param name="Alpha">The rate parameter of the rate of the steps, a time; finite and above 0.</param>
/// <param name="A">The first parameter of the probability of falling silent; finite and above 0.</param>
/// <param name="B">The second parameter of the probability of falling silent; finite and above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
public sealed record BgCnbd(int K, double R, double Alpha, double A, double B) : IPurchaseModel
{
    /// <summary>The largest <see cref="K"/> that the model accepts: with k = 100 the intervals vary by a tenth.</summary>
    public const int LargestK = 100;

    /// <summary>The regularity of the intervals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not 1 … <see cref="LargestK"/>.</exception>
    public int K { get; init => field = Checked(value); } = Checked(K);

    /// <summary>The shape of the rate of the steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double R { get; init => field = Guard.Positive(value, nameof(R)); } = Guard.Positive(R);

    /// <summary>The rate parameter of the rate of the steps, a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Alpha { get; init => field = Guard.Positive(value, nameof(Alpha)); } = Guard.Positive(Alpha);

    /// <summary>The first parameter of the probability of falling silent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double A { get; init => field = Guard.Positive(value, nameof(A)); } = Guard.Positive(A);

    /// <summary>The second parameter of the probability of falling silent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double B { get; init => field = Guard.Positive(value, nameof(B)); } = Guard.Positive(B);

    /// <inheritdoc/>
    public double ProbabilityAlive(double orders, double lastOrder, double age)
    {
        OrderHistory.Check(orders, lastOrder, age);
        return 1 / (1 + Math.Exp(LogSilent(orders, lastOrder, age) - LogWaiting(orders, lastOrder, age, [])));
    }

    /// <inheritdoc/>
    public double ExpectedOrders(double horizon)
    {
        OrderHistory.CheckHorizon(horizon);
        return BetaGeometricOrders.Expected(K, 0, R, Alpha, horizon, A, B);
    }

    /// <inheritdoc/>
    public double ExpectedOrders(double horizon, double orders, double lastOrder, double age)
    {
        OrderHistory.CheckHorizon(horizon);
        OrderHistory.Check(orders, lastOrder, age);
        Span<double> logs = stackalloc double[K];
        var waiting = LogWaiting(orders, lastOrder, age, logs);
        var shape = R + (K * orders);
        var sum = 0.0;
        for (var j = 0; j < K; j++)
        {
            var weight = Math.Exp(logs[j] - waiting);
            if (weight > 0)
                sum += weight * BetaGeometricOrders.Expected(K, j, shape + j, Alpha + age, horizon, A, B + orders);
        }

        return sum / (1 + Math.Exp(LogSilent(orders, lastOrder, age) - waiting));
    }

    /// <summary>Calculates the probability that a new customer makes a given number of repeat orders.</summary>
    /// <param name="orders">The number of repeat orders; at least 0.</param>
    /// <param name="time">The length of time since the first order; finite and at least 0.</param>
    /// <returns>P(X(t) = x); over all x the probabilities sum to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double ProbabilityOf(int orders, double time)
    {
        Guard.NotNegative(orders);
        Guard.FiniteNotNegative(time);
        return BetaGeometricOrders.ProbabilityOf(K, orders, R, Alpha, time, A, B);
    }

    /// <summary>Calculates the log-likelihood of an account's history, which fitting maximises.</summary>
    /// <param name="orders">The repeat orders of the account; a whole number, at least 0.</param>
    /// <param name="lastOrder">The time of the last order, counted from the first one; 0 … <paramref name="age"/>; 0 without repeat
    /// orders.</param>
    /// <param name="age">The time since the first order; at least 0.</param>
    /// <param name="logIntervals">The sum of the logarithms of the intervals between its orders; 0 without repeat orders.</param>
    /// <returns>The log-likelihood.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double LogLikelihood(double orders, double lastOrder, double age, double logIntervals)
    {
        OrderHistory.Check(orders, lastOrder, age);
        Guard.Between(logIntervals, double.MinValue, double.MaxValue);
        var (silent, waiting) = (LogSilent(orders, lastOrder, age), LogWaiting(orders, lastOrder, age, []));
        return ((K - 1) * logIntervals) - (orders * SpecialFunctions.LogGamma(K))
            + SpecialFunctions.LogBeta(A, B + orders) - SpecialFunctions.LogBeta(A, B) + SpecialFunctions.LogGammaRise(R, K * orders)
            + (R * Math.Log(Alpha)) - ((R + (K * orders)) * Math.Log(Alpha + age)) + waiting
            + SpecialFunctions.LogOfOnePlusExp(silent - waiting);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parameters by name.</returns>
    public override string ToString() => Invariant($"BgCnbd {{ K = {K}, R = {R}, Alpha = {Alpha}, A = {A}, B = {B} }}");

    private static int Checked(int k)
    {
        Guard.Between(k, 1, LargestK, nameof(K));
        return k;
    }

    // That it fell silent after its last order, as a multiple of the common factor of the likelihood.
    private double LogSilent(double orders, double lastOrder, double age) => orders == 0
        ? double.NegativeInfinity
        : Math.Log(A / (B + orders - 1)) + ((R + (K * orders)) * SpecialFunctions.Log1P((age - lastOrder) / (Alpha + lastOrder)));

    // That it waits, with j of the k steps behind it: Γ(s + j)/Γ(s)·uʲ/j!, u = (T − tₓ)/(α + T); each and all.
    private double LogWaiting(double orders, double lastOrder, double age, Span<double> each)
    {
        var shape = R + (K * orders);
        var log = 0.0;
        var logU = Math.Log((age - lastOrder) / (Alpha + age));
        var (largest, sum) = (0.0, 1.0);
        for (var j = 0; ; j++)
        {
            if (j < each.Length)
                each[j] = log;
            if (j == K - 1)
                return largest + Math.Log(sum);
            log += logU + Math.Log((shape + j) / (j + 1));
            if (log > largest)
                (largest, sum) = (log, (sum * Math.Exp(largest - log)) + 1);
            else
                sum += Math.Exp(log - largest);
        }
    }
}
