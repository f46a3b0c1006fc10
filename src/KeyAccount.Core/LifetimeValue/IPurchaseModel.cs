namespace KeyAccount.Core.LifetimeValue;

/// <summary>A model of customers who order without a contract and fall silent without notice ("buy till you die").</summary>
/// <remarks>Three figures describe an account: its repeat orders (the first order does not count), the time of its last order, and its age,
/// the latter two counted from its first order. All times are in the unit of the parameters, as <see cref="RepeatPurchases"/> gives
/// them.</remarks>
public interface IPurchaseModel
{
    /// <summary>Calculates the probability that the account still buys.</summary>
    /// <param name="orders">The repeat orders of the account; a whole number, at least 0.</param>
    /// <param name="lastOrder">The time of the last order, counted from the first one; 0 … <paramref name="age"/>; 0 without repeat
    /// orders.</param>
    /// <param name="age">The time since the first order; at least 0.</param>
    /// <returns>The probability; 0 … 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    double ProbabilityAlive(double orders, double lastOrder, double age);

    /// <summary>Calculates the expected repeat orders of a new customer.</summary>
    /// <param name="horizon">The length of time since the first order; at least 0.</param>
    /// <returns>The expected number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is outside its range.</exception>
    double ExpectedOrders(double horizon);

    /// <summary>Calculates the expected orders of an account from now on.</summary>
    /// <param name="horizon">The length of time from now; at least 0.</param>
    /// <param name="orders">The repeat orders of the account so far; a whole number, at least 0.</param>
    /// <param name="lastOrder">The time of the last order, counted from the first one; 0 … <paramref name="age"/>; 0 without repeat
    /// orders.</param>
    /// <param name="age">The time since the first order; at least 0.</param>
    /// <returns>The expected number. It allows for the chance that the account has fallen silent.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    double ExpectedOrders(double horizon, double orders, double lastOrder, double age);
}
