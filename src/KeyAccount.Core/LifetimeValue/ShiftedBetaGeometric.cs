using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The shifted beta-geometric model of contracts that come up for renewal: how many are still in force after each
/// renewal.</summary>
/// <remarks>
/// <para>At each renewal, a customer leaves with its own probability. Across customers, this probability has a beta distribution
/// (<see cref="Alpha"/>, <see cref="Beta"/>). Customers who leave easily leave first. So the renewal rate of those who remain rises from
/// renewal to renewal, although no customer changes. A constant rate, taken from the first renewal, understates every later one.</para>
/// <para>Immutable; equal when both parameters are. Source: Fader &amp; Hardie 2007, How to Project Customer Retention, Journal of
/// Interactive Marketing 21(1):76–90.</para>
/// </remarks>
/// <param name="Alpha">The first parameter of the probability of leaving; finite and above 0. The mean probability is α/(α + β).</param>
/// <param name="Beta">The second parameter of the probability of leaving; finite and above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
public sealed record ShiftedBetaGeometric(double Alpha, double Beta)
{
    // Up to so many renewals a product keeps more digits than logarithms do, and takes no longer.
    private const int Few = 256;

    /// <summary>The first parameter of the probability of leaving.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Alpha { get; init => field = Guard.Positive(value, nameof(Alpha)); } = Guard.Positive(Alpha);

    /// <summary>The second parameter of the probability of leaving.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Beta { get; init => field = Guard.Positive(value, nameof(Beta)); } = Guard.Positive(Beta);

    /// <summary>Calculates the share of the customers who remain: B(α, β + t)/B(α, β).</summary>
    /// <param name="renewals">The number of renewals; at least 0.</param>
    /// <returns>The share: 1 before the first renewal, falling towards 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="renewals"/> is negative.</exception>
    public double Survival(int renewals)
    {
        Guard.NotNegative(renewals);
        if (renewals > Few)
        {
            // Both are the same; the smaller logarithms keep more digits.
            return Math.Exp(Alpha < renewals
                ? SpecialFunctions.LogGammaRise(Beta, Alpha) - SpecialFunctions.LogGammaRise(Beta + renewals, Alpha)
                : SpecialFunctions.LogGammaRise(Beta, renewals) - SpecialFunctions.LogGammaRise(Alpha + Beta, renewals));
        }

        var survival = 1.0;
        for (var i = 0; i < renewals; i++)
            survival *= (Beta + i) / (Alpha + Beta + i);
        return survival;
    }

    /// <summary>Calculates the share of the customers due for a renewal who renew: (β + n − 1)/(α + β + n − 1).</summary>
    /// <param name="renewal">The number of the renewal; at least 1.</param>
    /// <returns>Between 0 and 1, rising with every renewal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="renewal"/> is below 1.</exception>
    public double RenewalRate(int renewal)
    {
        Guard.AtLeast(renewal, 1);
        return (Beta + renewal - 1) / (Alpha + Beta + renewal - 1);
    }

    /// <summary>Calculates how many more contracts a customer signs who is about to decide on a renewal, discounted to that day: Σ S(t)/S(n
    /// − 1)/(1 + d)^(t − n), for t from n.</summary>
    /// <param name="renewal">The number of the renewal to be decided; at least 1.</param>
    /// <param name="discountRate">The discount rate from one renewal to the next, as a fraction; finite and at least 0.</param>
    /// <returns>The expected number, called discounted expected residual contracts. Multiplied by the margin of a contract, it is the
    /// residual value of the customer. Infinite if nothing is discounted and α is at most 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double ResidualContracts(int renewal, double discountRate)
    {
        Guard.AtLeast(renewal, 1);
        Guard.FiniteNotNegative(discountRate);
        var beta = Beta + renewal - 1;
        if (discountRate == 0)
            return Alpha > 1 ? beta / (Alpha - 1) : double.PositiveInfinity;

        // A customer who leaves with the probability p signs (1 − p)/(1 − (1 − p)/(1 + d)); the factor 1 − p makes β one more.
        return beta / (Alpha + beta) * BetaExpectation.Of(Alpha, beta + 1, new ContractsPerDeparture(discountRate));
    }

    /// <summary>Calculates the log-likelihood of a cohort, which fitting maximises.</summary>
    /// <param name="cohort">The number of customers at the start and after each renewal.</param>
    /// <returns>The sum, over the renewals, of the customers lost times ln P(lost at that renewal), plus the remaining customers times ln
    /// S.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cohort"/> is null.</exception>
    public double LogLikelihood(RenewalCohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var (log, logSurvival) = (0.0, 0.0);
        for (var i = 1; i < cohort.Customers.Count; i++)
        {
            var rate = RenewalRate(i);
            var lost = cohort.Customers[i - 1] - cohort.Customers[i];
            log += lost * (logSurvival + Math.Log(Alpha / (Alpha + Beta + i - 1)));
            logSurvival += Math.Log(rate);
        }

        return log + (cohort.Customers[^1] * logSurvival);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parameters by name.</returns>
    public override string ToString() => Invariant($"ShiftedBetaGeometric {{ Alpha = {Alpha}, Beta = {Beta} }}");

    private readonly struct ContractsPerDeparture(double discountRate) : IFallingFunction
    {
        public double Steepness => 1 / discountRate;

        public double At(double p) => (1 + discountRate) / (discountRate + p);
    }
}
