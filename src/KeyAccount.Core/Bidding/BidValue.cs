using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The average value of a bid: EV = p · margin − cost of the bid.</summary>
/// <remarks>Immutable; equal when every part is. Amounts are in one currency.</remarks>
public sealed record BidValue
{
    /// <summary>Creates the value of a bid.</summary>
    /// <param name="winOdds">The odds of winning, as a fraction; 0 … 1.</param>
    /// <param name="margin">The margin that the order leaves if it is won, before the cost of the bid; above 0.</param>
    /// <param name="bidCost">The cost of the bid, won or lost; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public BidValue(double winOdds, decimal margin, decimal bidCost)
    {
        Guard.Between(winOdds, 0, 1);
        Guard.Above(margin, 0);
        Guard.NotNegative(bidCost);
        (WinOdds, Margin, BidCost) = (winOdds, margin, bidCost);
    }

    /// <summary>The odds of winning, as a fraction.</summary>
    public double WinOdds { get; }

    /// <summary>The margin that the order leaves if it is won, before the cost of the bid.</summary>
    public decimal Margin { get; }

    /// <summary>The cost of the bid, won or lost.</summary>
    public decimal BidCost { get; }

    /// <summary>What the bid earns on average; negative if it costs more.</summary>
    public double Expected => (WinOdds * (double)Margin) - (double)BidCost;

    /// <summary>The odds from which the bid pays: cost / margin. Above 1, the bid never pays.</summary>
    public double BreakEvenOdds => (double)BidCost / (double)Margin;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"BidValue {{ WinOdds = {WinOdds}, Margin = {Margin}, BidCost = {BidCost}, Expected = {Expected} }}");
}
