namespace KeyAccount.Core.Needs;

/// <summary>A cost of owning a product, beyond its price.</summary>
/// <param name="Kind">The kind of the cost.</param>
/// <param name="Amount">The cost per year, or once; 0 … 10¹⁵.</param>
/// <param name="IsOnce">Whether it is paid once, on the day of the purchase; otherwise at the end of each year.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OwnershipCost(OwnershipCostKind Kind, decimal Amount, bool IsOnce = false)
{
    /// <summary>The cost per year, or once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public decimal Amount { get; init => field = Checked(value); } = Checked(Amount);

    /// <summary>The yearly cost of downtime.</summary>
    /// <param name="hoursPerYear">The hours of downtime per year; 0 … 10⁶.</param>
    /// <param name="rate">The cost per hour; 0 … 10⁹.</param>
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
