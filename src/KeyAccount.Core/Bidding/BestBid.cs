using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The price that earns most on average where the lowest price wins: it maximises (b − c) · Π P(rival bids more than b).</summary>
/// <remarks>
/// <para>Friedman 1956, A Competitive-Bidding Strategy, Operations Research 4. The rivals bid independently. With n of them between low and
/// high alike, the best price is (high + n · cost) / (n + 1), where that is not below low.</para>
/// <para>Immutable; equal when every part is.</para>
/// </remarks>
/// <param name="Price">The best price.</param>
/// <param name="WinOdds">The odds that every rival bids more.</param>
/// <param name="ExpectedProfit">(price − cost) · odds.</param>
public sealed record BestBid(double Price, double WinOdds, double ExpectedProfit)
{
    private const int Steps = 120;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>The best price against rivals.</summary>
    /// <param name="cost">What the order costs us; above 0.</param>
    /// <param name="rivals">What each rival may bid; at least one.</param>
    /// <returns>The best bid; null where no price above the cost can win.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rivals"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rivals"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cost"/> is not above 0.</exception>
    public static BestBid? Of(decimal cost, IReadOnlyList<PriceRange> rivals)
    {
        Guard.Above(cost, 0);
        ArgumentNullException.ThrowIfNull(rivals);
        Guard.NoNull(rivals);
        if (rivals.Count == 0)
            throw new ArgumentException("rivals is empty; without a rival every price wins.", nameof(rivals));

        // Below the lowest price of all a higher price only earns more; above the lowest high one cannot win. Between, the logarithm of the
        // profit is concave: it has one maximum.
        var own = (double)cost;
        var (low, high) = (Math.Max(own, (double)rivals.Min(rival => rival.Low)), (double)rivals.Min(rival => rival.High));
        if (high <= own)
            return null;
        var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
        for (var i = 0; i < Steps; i++)
        {
            if (Profit(left) >= Profit(right))
                (high, right, left) = (right, left, right - (Golden * (right - low)));
            else
                (low, left, right) = (left, right, left + (Golden * (high - left)));
        }

        var best = (low + high) / 2;
        return new(best, Odds(best), Profit(best));

        double Odds(double price) => rivals.Aggregate(1.0, (odds, rival) => odds * Math.Clamp(
            ((double)rival.High - price) / (double)(rival.High - rival.Low), 0, 1));

        double Profit(double price) => (price - own) * Odds(price);
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"BestBid {{ Price = {Price}, WinOdds = {WinOdds}, ExpectedProfit = {ExpectedProfit} }}");
}
