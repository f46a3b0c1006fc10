using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The BG/NBD model of orders without a contract: how often an account orders, and whether it still does.</summary>
/// <remarks>
/// <para>While it is active, an account orders at random at its own rate λ. After each repeat order it falls silent for good with its own
/// probability p. Across accounts, λ has a gamma distribution (shape <see cref="R"/>, rate <see cref="Alpha"/>) and p a beta distribution
/// (<see cref="A"/>, <see cref="B"/>), independent of each other.</para>
/// <para>All times are in one unit, that of <see cref="Alpha"/>; published parameters are mostly in weeks. The model doubts frequent buyers
/// sooner: a customer who ordered 20 times in 30 weeks and then not for 9 weeks has broken a rhythm; a customer with two orders has not. An
/// account without a repeat order counts as alive, because in this model nobody leaves before the first repeat order. Orders at fixed
/// intervals are not random: use <see cref="BgCnbd"/> for regular buyers.</para>
/// <para>The expected orders are summed from positive terms or integrated instead of taken from the closed form with ₂F₁. They stay exact
/// to at least 9 digits where that form cancels or divides by 0 (a = 1, a + b = 1, long horizons, thousands of orders).</para>
/// <para>Immutable; equal when all four parameters are. Source: Fader, Hardie &amp; Lee 2005, "Counting Your Customers" the Easy Way,
/// Marketing Science 24(2):275–284.</para>
/// </remarks>
/// <param name="R">The shape of the order rate; finite and above 0.</param>
/// <param name="Alpha">The rate parameter of the order rate, a time; finite and above 0. The mean order rate is r/α.</param>
/// <param name="A">The first parameter of the probability of falling silent; finite and above 0. The mean probability is a/(a + b).</param>
/// <param name="B">The second parameter of the probability of falling silent; finite and above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
public sealed record BgNbd(double R, double Alpha, double A, double B) : IPurchaseModel
{
    /// <summary>The shape of the order rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double R { get; init => field = Guard.Positive(value, nameof(R)); } = Guard.Positive(R);

    /// <summary>The rate parameter of the order rate, a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Alpha { get; init => field = Guard.Positive(value, nameof(Alpha)); } = Guard.Positive(Alpha);

    /// <summary>The first parameter of the probability of falling silent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double A { get; init => field = Guard.Positive(value, nameof(A)); } = Guard.Positive(A);

    /// <summary>The second parameter of the probability of falling silent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double B { get; init => field = Guard.Positive(value, nameof(B)); } = Guard.Positive(B);

    /// <inheritdoc/>
    /// <remarks>1/(1 + [x &gt; 0]·a/(b + x − 1)·((α + T)/(α + tₓ))^(r + x)).</remarks>
    public double ProbabilityAlive(double orders, double lastOrder, double age)
    {
        OrderHistory.Check(orders, lastOrder, age);
        return Alive(orders, lastOrder, age);
    }

    /// <inheritdoc/>
    /// <remarks>(a + b − 1)/(a − 1)·[1 − (α/(α + t))^r·₂F₁(r, b; a + b − 1; t/(α + t))], and its limit where a = 1.</remarks>
    public double ExpectedOrders(double horizon)
    {
        OrderHistory.CheckHorizon(horizon);
        return BetaGeometricOrders.Expected(R, Alpha, horizon, A, B);
    }

    /// <inheritdoc/>
    /// <remarks>(a + b + x − 1)/(a − 1)·[1 − ((α + T)/(α + T + t))^(r + x)·₂F₁(r + x, b + x; a + b + x − 1; t/(α + T + t))]·P(alive), and
    /// its limit where a = 1.</remarks>
    public double ExpectedOrders(double horizon, double orders, double lastOrder, double age)
    {
        OrderHistory.CheckHorizon(horizon);
        OrderHistory.Check(orders, lastOrder, age);
        return Alive(orders, lastOrder, age) * BetaGeometricOrders.Expected(R + orders, Alpha + age, horizon, A, B + orders);
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
        return BetaGeometricOrders.ProbabilityOf(1, orders, R, Alpha, time, A, B);
    }

    /// <summary>Calculates the log-likelihood of an account's history, which fitting maximises.</summary>
    /// <param name="orders">The repeat orders of the account; a whole number, at least 0.</param>
    /// <param name="lastOrder">The time of the last order, counted from the first one; 0 … <paramref name="age"/>; 0 without repeat
    /// orders.</param>
    /// <param name="age">The time since the first order; at least 0.</param>
    /// <returns>The log-likelihood; −∞ or NaN if the likelihood is too small for a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double LogLikelihood(double orders, double lastOrder, double age)
    {
        OrderHistory.Check(orders, lastOrder, age);
        return SpecialFunctions.LogBeta(A, B + orders) - SpecialFunctions.LogBeta(A, B) + SpecialFunctions.LogGammaRise(R, orders)
            + (R * Math.Log(Alpha)) - ((R + orders) * Math.Log(Alpha + age)) - Math.Log(Alive(orders, lastOrder, age));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parameters by name.</returns>
    public override string ToString() => Invariant($"BgNbd {{ R = {R}, Alpha = {Alpha}, A = {A}, B = {B} }}");

    private double Alive(double orders, double lastOrder, double age) => orders == 0
        ? 1
        : 1 / (1 + (A / (B + orders - 1) * Math.Exp((R + orders) * SpecialFunctions.Log1P((age - lastOrder) / (Alpha + lastOrder)))));
}
