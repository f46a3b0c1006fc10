namespace KeyAccount.Core.LifetimeValue;

/// <summary>A model of customers who order without a contract and fall silent without notice ("buy till you die").</summary>
/// <remarks>An account is described by three figures: its repeat orders (the first one does not count), the time of the last order, and its
/// age, both counted from its first order. All times are in the unit of the parameters, as <see cref="RepeatPurchases"/> gives
/// them.</remarks>
public interface IPurchaseModel
{
    /// <summary>The probability that the account still buys.</summary>
    /// <param name="orders">Its repeat orders; a whole number, at least 0.</param>
    /// <param name="lastOrder">When it ordered last, from its first order on; 0 … <paramref name="age"/>; 0 without repeat orders.</param>
    /// <param name="age">How long ago its first order was; at least 0.</param>
    /// <returns>0 … 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    double ProbabilityAlive(double orders, double lastOrder, double age);

    /// <summary>How many repeat orders a new customer makes.</summary>
    /// <param name="horizon">Until when, from its first order on; at least 0.</param>
    /// <returns>The expected number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is outside its range.</exception>
    double ExpectedOrders(double horizon);

    /// <summary>How many orders an account will make from now on.</summary>
    /// <param name="horizon">For how long, from now; at least 0.</param>
    /// <param name="orders">Its repeat orders so far; a whole number, at least 0.</param>
    /// <param name="lastOrder">When it ordered last, from its first order on; 0 … <paramref name="age"/>; 0 without repeat orders.</param>
    /// <param name="age">How long ago its first order was; at least 0.</param>
    /// <returns>The expected number; that the account may have fallen silent is in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    double ExpectedOrders(double horizon, double orders, double lastOrder, double age);
}
