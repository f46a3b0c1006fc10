namespace KeyAccount.Core.SalesTeam;

/// <summary>What a better selection is worth in money.</summary>
/// <remarks>The model that carries the names of Brogden, Cronbach and Gleser; validity and spread are the caller's.</remarks>
public static class SelectionUtility
{
    /// <summary>The gain: ΔU = N · T · r · SD · z̄ − C.</summary>
    /// <param name="hires">N: how many people are hired; at least 0.</param>
    /// <param name="years">T: how many years they stay on average, in years; 0 … 100.</param>
    /// <param name="validity">r: how the selection goes with later performance, a correlation; −1 … 1.</param>
    /// <param name="spread">SD: the standard deviation of the yearly worth of performance, in money; at least 0.</param>
    /// <param name="meanScore">z̄: the mean score of those hired, in standard deviations above all candidates; −10 … 10.</param>
    /// <param name="cost">C: what the selection costs in all; at least 0.</param>
    /// <returns>The gain against hiring by chance, in money; below 0 where the selection costs more than it brings.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The gain does not fit a decimal.</exception>
    public static decimal Of(int hires, double years, double validity, decimal spread, double meanScore, decimal cost)
    {
        Guard.NotNegative(hires);
        Guard.Between(years, 0, 100);
        Guard.Between(validity, -1, 1);
        Guard.NotNegative(spread);
        Guard.Between(meanScore, -10, 10);
        Guard.NotNegative(cost);
        return DecimalOverflow.Named(
            () => (hires * (decimal)years * (decimal)validity * spread * (decimal)meanScore) - cost,
            "SelectionUtility.Of", (nameof(hires), hires), (nameof(spread), spread), (nameof(cost), cost));
    }
}
