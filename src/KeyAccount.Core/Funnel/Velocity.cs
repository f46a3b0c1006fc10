namespace KeyAccount.Core.Funnel;

/// <summary>The velocity of a funnel, and whether its figures are consistent.</summary>
/// <remarks>Pure functions.</remarks>
public static class Velocity
{
    /// <summary>The amount that a funnel brings per day: deals · win rate · amount / cycle.</summary>
    /// <param name="deals">How many deals are open; at least 0.</param>
    /// <param name="winRate">The share of them that is won, as a fraction; 0 … 1.</param>
    /// <param name="averageAmount">The amount of an average won deal; at least 0.</param>
    /// <param name="cycleDays">The number of days until a deal is won; finite and above 0.</param>
    /// <returns>The amount per day, in the unit of the amount; ∞ if it does not fit a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double PerDay(double deals, double winRate, decimal averageAmount, double cycleDays)
    {
        Guard.FiniteNotNegative(deals);
        Guard.Between(winRate, 0, 1);
        Guard.NotNegative(averageAmount);
        Guard.FinitePositive(cycleDays);
        return deals * winRate * (double)averageAmount / cycleDays;
    }

    /// <summary>The average number of open deals, by Little's law, from the deals begun per month and the time each stays open.</summary>
    /// <param name="begunPerMonth">The number of deals begun in a month; finite, at least 0.</param>
    /// <param name="monthsInFunnel">The number of months that each deal stays; finite, at least 0.</param>
    /// <returns>The number of open deals. One's own count far from it: deals are kept that are dead, or closed ones are missing.</returns>
    /// <remarks>Source: Little 1961, A Proof for the Queuing Formula L = λW, Operations Research 9(3).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double OpenDeals(double begunPerMonth, double monthsInFunnel)
    {
        Guard.FiniteNotNegative(begunPerMonth);
        Guard.FiniteNotNegative(monthsInFunnel);
        return begunPerMonth * monthsInFunnel;
    }
}
