namespace KeyAccount.Core.Needs;

/// <summary>A part of the total value of an offer.</summary>
/// <param name="Component">The part of the value.</param>
/// <param name="Amount">The amount; 0 … 10¹⁵.</param>
/// <param name="NeedId">The need it comes from; null for none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ValueItem(ValueComponent Component, decimal Amount, string? NeedId = null)
{
    /// <summary>The amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public decimal Amount { get; init => field = Checked(value); } = Checked(Amount);

    private static decimal Checked(decimal amount)
    {
        Guard.NotNegative(amount, nameof(Amount));
        Guard.AtMost(amount, 1e15m, nameof(Amount));
        return amount;
    }
}
