namespace KeyAccount.Core.Needs;

/// <summary>A part of the total cost of an offer to the customer.</summary>
/// <param name="Component">Which part.</param>
/// <param name="Amount">What it costs; 0 … 10¹⁵.</param>
/// <param name="NeedId">The need it comes from; null for none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CostItem(CostComponent Component, decimal Amount, string? NeedId = null)
{
    /// <summary>What it costs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public decimal Amount { get; init => field = Checked(value); } = Checked(Amount);

    private static decimal Checked(decimal amount)
    {
        Guard.NotNegative(amount, nameof(Amount));
        Guard.AtMost(amount, 1e15m, nameof(Amount));
        return amount;
    }
}
