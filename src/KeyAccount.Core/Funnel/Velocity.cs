namespace KeyAccount.Core.Funnel;

/// <summary>How fast a funnel earns, and whether its figures fit together.</summary>
/// <remarks>Pure functions.</remarks>
public static class Velocity
{
    /// <summary>What a funnel brings in a day: deals · win rate · amount / cycle.</summary>
    /// <param name="deals">How many deals are open; at least 0.</param>
    /// <param name="winRate">Which share of them is won, as a fraction; 0 … 1.</param>
    /// <param name="averageAmount">What a won deal brings; at least 0.</param>
    /// <param name="cycleDays">How many days a deal takes until it is won; finite and above 0.</param>
    /// <returns>The amount of a day, in the unit of the amount; ∞ where it does not fit a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double PerDay(double deals, double winRate, decimal averageAmount, double cycleDays)
    {
        Guard.FiniteNotNegative(deals);
        Guard.Between(winRate, 0, 1);
        Guard.NotNegative(averageAmount);
        Guard.FinitePositive(cycleDays);
        return deals * winRate * (double)averageAmount / cycleDays;
    }

    /// <summary>How many deals are open on average when so many begin and each takes so long: Little's law.</summary>
    /// <param name="begunPerMonth">How many deals begin in a month; finite, at least 0.</param>
    /// <param name="monthsInFunnel">How many months each stays; finite, at least 0.</param>
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
