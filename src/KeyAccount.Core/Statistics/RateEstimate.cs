using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>The estimate of a rate from few cases: a prior belief, and the counts.</summary>
/// <remarks>
/// <para>Beta-binomial: the belief counts as <see cref="PriorStrength"/> cases of which <see cref="PriorMean"/> succeeded, so that two of
/// two successes do not make a rate of 100 %. Mean = (p₀·n₀ + s) / (n₀ + n), always between the belief and the count; with every case that
/// is counted the belief weighs less.</para>
/// <para>Immutable; equal when all four figures are. Source: Gelman et al. 2013, Bayesian Data Analysis, 2.4.</para>
/// </remarks>
public sealed record RateEstimate
{
    /// <summary>An estimate.</summary>
    /// <param name="priorMean">The prior rate, before anything is counted, as a fraction; 0 … 1.</param>
    /// <param name="priorStrength">The weight of the prior belief, in cases; finite, at least 0. Of 0 only the count is used.</param>
    /// <param name="successes">The number of successes; 0 … <paramref name="trials"/>.</param>
    /// <param name="trials">The number of cases counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RateEstimate(double priorMean, double priorStrength, long successes, long trials)
    {
        Guard.Between(priorMean, 0, 1);
        Guard.FiniteNotNegative(priorStrength);
        Guard.NotNegative(trials);
        Guard.Between(successes, 0, trials);
        (PriorMean, PriorStrength, Successes, Trials) = (priorMean, priorStrength, successes, trials);
    }

    /// <summary>The prior rate, before anything is counted, as a fraction.</summary>
    public double PriorMean { get; }

    /// <summary>The weight of the prior belief, in cases.</summary>
    public double PriorStrength { get; }

    /// <summary>The number of successes.</summary>
    public long Successes { get; }

    /// <summary>The number of cases counted.</summary>
    public long Trials { get; }

    /// <summary>The observed rate, successes / trials; null if nothing was counted.</summary>
    public double? Counted => Trials == 0 ? null : (double)Successes / Trials;

    /// <summary>The estimate: (p₀·n₀ + s) / (n₀ + n), as a fraction; null if there is neither a belief nor a count.</summary>
    public double? Mean => PriorStrength + Trials == 0
        ? null
        : Math.Clamp(((PriorMean * PriorStrength) + Successes) / (PriorStrength + Trials), 0, 1);

    /// <summary>Updates the estimate with more cases.</summary>
    /// <param name="successes">How many of them succeeded; 0 … <paramref name="trials"/>.</param>
    /// <param name="trials">The number of those cases.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    /// <exception cref="OverflowException">The sum of the cases does not fit a long.</exception>
    public RateEstimate With(long successes, long trials)
    {
        Guard.NotNegative(trials);
        Guard.Between(successes, 0, trials);
        return new(PriorMean, PriorStrength, checked(Successes + successes), checked(Trials + trials));
    }

    /// <summary>The interval of the rate, from prior belief and counts: the quantiles of Beta(p₀n₀ + s, (1 − p₀)n₀ + n − s).</summary>
    /// <param name="confidence">The confidence level; above 0, at most 0.999999.</param>
    /// <returns>The interval, as fractions; null if there is neither a belief nor a count.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside its range.</exception>
    public ConfidenceInterval? Interval(double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ConfidenceInterval.Check(confidence);
        if (Mean is not { } mean)
            return null;
        var (a, b) = ((PriorMean * PriorStrength) + Successes, ((1 - PriorMean) * PriorStrength) + (Trials - Successes));

        // With no success at all the distribution stands at 0, without a failure at 1.
        if (a <= 0 || b <= 0)
            return new(mean, mean, confidence);
        var tail = (1 - confidence) / 2;
        return new(SpecialFunctions.BetaQuantile(a, b, tail), SpecialFunctions.BetaQuantile(a, b, 1 - tail), confidence);
    }

    /// <summary>The interval of the rate, from the counts alone: Wilson's score interval.</summary>
    /// <param name="confidence">The confidence level; above 0, at most 0.999999.</param>
    /// <returns>The interval, as fractions; null if nothing was counted.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside its range.</exception>
    public ConfidenceInterval? CountedInterval(double confidence = ConfidenceInterval.DefaultConfidence)
    {
        ConfidenceInterval.Check(confidence);
        if (Trials == 0)
            return null;
        var (low, high) = ConfidenceInterval.Wilson(Successes, Trials, confidence);
        return new(low, high, confidence);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All figures by name.</returns>
    public override string ToString() => Invariant($"RateEstimate {{ PriorMean = {PriorMean}, PriorStrength = {PriorStrength}, ")
        + Invariant($"Successes = {Successes}, Trials = {Trials}, Mean = {Mean} }}");
}
