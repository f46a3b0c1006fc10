using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The gamma-gamma model of order amounts: the mean of an account, shrunk towards the mean of all accounts.</summary>
/// <remarks>
/// <para>The amounts of an account vary around its own mean (gamma, shape <see cref="P"/>); the means vary across accounts (their scale is
/// gamma, <see cref="Q"/> and <see cref="Gamma"/>). The more orders are known, the more the account's own mean counts.</para>
/// <para>The model assumes that the amount of an order does not depend on how often the account orders. Check the correlation of the two
/// before you use the model; fitting reports it.</para>
/// <para>Immutable; equal when all three parameters are. Source: Fader &amp; Hardie 2013, The Gamma-Gamma Model of Monetary Value; L
/// Fader, Hardie &amp; Lee 2005, RFM and CLV, Journal of Marketing Research 42(4):415–430.</para>
/// </remarks>
/// <param name="P">The shape of the amounts of an account; finite and above 0.</param>
/// <param name="Q">The shape of the scale across accounts; finite and above 0. At 1 or below, the mean over all accounts is
/// infinite.</param>
/// <param name="Gamma">The rate of the scale across accounts, an amount; finite and above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
public sealed record GammaGamma(double P, double Q, double Gamma)
{
    /// <summary>The shape of the amounts of an account.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double P { get; init => field = Guard.Positive(value, nameof(P)); } = Guard.Positive(P);

    /// <summary>The shape of the scale across accounts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Q { get; init => field = Guard.Positive(value, nameof(Q)); } = Guard.Positive(Q);

    /// <summary>The rate of the scale across accounts, an amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Gamma { get; init => field = Guard.Positive(value, nameof(Gamma)); } = Guard.Positive(Gamma);

    /// <summary>Calculates the expected amount of an order of an account about which nothing is known: p·γ/(q − 1).</summary>
    /// <returns>The mean over all accounts, in the unit of <see cref="Gamma"/>; infinite if <see cref="Q"/> is at most 1.</returns>
    public double ExpectedSpend() => ExpectedSpend(0, 0);

    /// <summary>Calculates the expected amount of an order of an account, given its known orders: (γ + x·m̄)·p/(p·x + q − 1).</summary>
    /// <param name="orders">The number of orders behind <paramref name="meanSpend"/>; a whole number, at least 0.</param>
    /// <param name="meanSpend">The mean amount of these orders, in the unit of <see cref="Gamma"/>; finite and at least 0; ignored without
    /// orders.</param>
    /// <returns>A weighted mean of the account's own mean and that of all accounts; infinite if p·x + q is at most 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double ExpectedSpend(double orders, double meanSpend)
    {
        OrderHistory.CheckOrders(orders);
        Guard.FiniteNotNegative(meanSpend);
        var weight = (P * orders) + (Q - 1);
        return weight > 0 ? (Gamma + (orders * meanSpend)) * (P / weight) : double.PositiveInfinity;
    }

    /// <summary>Calculates the logarithm of the density of a mean amount, which fitting maximises.</summary>
    /// <param name="orders">The number of orders behind the mean; a whole number, at least 1.</param>
    /// <param name="meanSpend">The mean amount of these orders; finite and above 0.</param>
    /// <returns>The logarithm; −∞ or NaN where the density is too small for a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double LogLikelihood(double orders, double meanSpend)
    {
        OrderHistory.CheckOrders(orders);
        Guard.FiniteAtLeast(orders, 1);
        Guard.FinitePositive(meanSpend);

        // With the total of the orders in units of γ: x·m̄ = γ·v.
        var (shape, v) = (P * orders, orders * meanSpend / Gamma);
        return -SpecialFunctions.LogBeta(shape, Q) - Math.Log(meanSpend)
            - (shape * SpecialFunctions.Log1P(1 / v)) - (Q * SpecialFunctions.Log1P(v));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parameters by name.</returns>
    public override string ToString() => Invariant($"GammaGamma {{ P = {P}, Q = {Q}, Gamma = {Gamma} }}");
}
