using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The Pareto/NBD model of orders without a contract: how often an account orders, and whether it still does.</summary>
/// <remarks>
/// <para>While it is active, an account orders at random at its own rate λ. It falls silent for good at a random moment, at its own rate μ,
/// whether it orders or not. Across accounts, λ has a gamma distribution (shape <see cref="R"/>, rate <see cref="Alpha"/>) and μ another
/// one (shape <see cref="S"/>, rate <see cref="Beta"/>), independent of each other. Unlike <see cref="BgNbd"/>, it also doubts an account
/// that never came back.</para>
/// <para>All times are in one unit, that of <see cref="Alpha"/> and <see cref="Beta"/>. The probability that an account is alive is taken
/// from the integral behind the two ₂F₁ of the closed form. Their difference loses all digits for accounts with many orders.</para>
/// <para>Immutable; equal when all four parameters are. Source: Schmittlein, Morrison &amp; Colombo 1987, Counting Your Customers:
/// Who-Are They and What Will They Do Next?, Management Science 33(1):1–24; the expressions: Fader &amp; Hardie 2005, A Note on Deriving
/// the Pareto/NBD Model and Related Expressions.</para>
/// </remarks>
/// <param name="R">The shape of the order rate; finite and above 0.</param>
/// <param name="Alpha">The rate parameter of the order rate, a time; finite and above 0. The mean order rate is r/α.</param>
/// <param name="S">The shape of the rate of falling silent; finite and above 0.</param>
/// <param name="Beta">The rate parameter of the rate of falling silent, a time; finite and above 0. The mean rate is s/β.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
public sealed record ParetoNbd(double R, double Alpha, double S, double Beta) : IPurchaseModel
{
    /// <summary>The shape of the order rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double R { get; init => field = Guard.Positive(value, nameof(R)); } = Guard.Positive(R);

    /// <summary>The rate parameter of the order rate, a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Alpha { get; init => field = Guard.Positive(value, nameof(Alpha)); } = Guard.Positive(Alpha);

    /// <summary>The shape of the rate of falling silent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double S { get; init => field = Guard.Positive(value, nameof(S)); } = Guard.Positive(S);

    /// <summary>The rate parameter of the rate of falling silent, a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Beta { get; init => field = Guard.Positive(value, nameof(Beta)); } = Guard.Positive(Beta);

    /// <inheritdoc/>
    /// <remarks>1/(1 + ∫ s/(β + y)·((α + T)/(α + y))^(r + x)·((β + T)/(β + y))^s dy), y from tₓ to T.</remarks>
    public double ProbabilityAlive(double orders, double lastOrder, double age)
    {
        OrderHistory.Check(orders, lastOrder, age);
        return 1 / (1 + Math.Exp(LogOddsSilent(orders, lastOrder, age)));
    }

    /// <inheritdoc/>
    /// <remarks>r·β/(α·(s − 1))·[1 − (β/(β + t))^(s − 1)], and its limit where s = 1.</remarks>
    public double ExpectedOrders(double horizon)
    {
        OrderHistory.CheckHorizon(horizon);
        return R / Alpha * TimeAlive(Beta, horizon);
    }

    /// <inheritdoc/>
    /// <remarks>(r + x)·(β + T)/((α + T)·(s − 1))·[1 − ((β + T)/(β + T + t))^(s − 1)]·P(alive), and its limit where s = 1.</remarks>
    public double ExpectedOrders(double horizon, double orders, double lastOrder, double age)
    {
        OrderHistory.CheckHorizon(horizon);
        OrderHistory.Check(orders, lastOrder, age);
        return (R + orders) / (Alpha + age) * TimeAlive(Beta + age, horizon) / (1 + Math.Exp(LogOddsSilent(orders, lastOrder, age)));
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
        var odds = LogOddsSilent(orders, lastOrder, age);
        return SpecialFunctions.LogGammaRise(R, orders) - (R * SpecialFunctions.Log1P(age / Alpha)) - (orders * Math.Log(Alpha + age))
            - (S * SpecialFunctions.Log1P(age / Beta)) + SpecialFunctions.LogOfOnePlusExp(odds);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parameters by name.</returns>
    public override string ToString() => Invariant($"ParetoNbd {{ R = {R}, Alpha = {Alpha}, S = {S}, Beta = {Beta} }}");

    // ∫₀ᵗ (β/(β + y))^s dy: how much of a horizon an account is active that is active now.
    private double TimeAlive(double beta, double horizon)
    {
        var log = SpecialFunctions.Log1P(horizon / beta);
        var exponent = (1 - S) * log;
        return beta * log * (exponent == 0 ? 1 : SpecialFunctions.ExpM1(exponent) / exponent);
    }

    private double LogOddsSilent(double orders, double lastOrder, double age) =>
        SilenceIntegral.Of(R + orders, Alpha, S, Beta, lastOrder, age).Log;
}
