namespace KeyAccount.Core.SalesTeam;

/// <summary>The value of better selection in money.</summary>
/// <remarks>The model named after Brogden, Cronbach and Gleser; the caller supplies validity and spread.</remarks>
public static class SelectionUtility
{
    /// <summary>Calculates the gain: ΔU = N · T · r · SD · z̄ − C.</summary>
    /// <param name="hires">N: the number of people hired; at least 0.</param>
    /// <param name="years">T: the average number of years they stay; 0 … 100.</param>
    /// <param name="validity">r: the correlation of the selection with later performance; −1 … 1.</param>
    /// <param name="spread">SD: the standard deviation of the yearly value of performance, in money; at least 0.</param>
    /// <param name="meanScore">z̄: the mean score of those hired, in standard deviations above all candidates; −10 … 10.</param>
    /// <param name="cost">C: the total cost of the selection; at least 0.</param>
    /// <returns>The gain over hiring by chance, in money; below 0 if the selection costs more than it gains.</returns>
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
