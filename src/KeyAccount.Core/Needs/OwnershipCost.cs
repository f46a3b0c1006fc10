namespace KeyAccount.Core.Needs;

/// <summary>What owning a product costs beyond its price.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Amount">What it costs in a year, or once; 0 … 10¹⁵.</param>
/// <param name="IsOnce">Whether it is paid once, on the day of the purchase; otherwise at the end of each year.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OwnershipCost(OwnershipCostKind Kind, decimal Amount, bool IsOnce = false)
{
    /// <summary>What it costs in a year, or once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public decimal Amount { get; init => field = Checked(value); } = Checked(Amount);

    /// <summary>What standstill costs in a year.</summary>
    /// <param name="hoursPerYear">The hours of standstill in a year; 0 … 10⁶.</param>
    /// <param name="rate">What an hour costs; 0 … 10⁹.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static OwnershipCost Downtime(decimal hoursPerYear, decimal rate)
    {
        Guard.NotNegative(hoursPerYear);
        Guard.AtMost(hoursPerYear, 1e6m);
        Guard.NotNegative(rate);
        Guard.AtMost(rate, 1e9m);
        return new(OwnershipCostKind.Downtime, hoursPerYear * rate);
    }

    private static decimal Checked(decimal amount)
    {
        Guard.NotNegative(amount, nameof(Amount));
        Guard.AtMost(amount, 1e15m, nameof(Amount));
        return amount;
    }
}
