using static System.FormattableString;

namespace KeyAccount.Core.Bidding;

/// <summary>The price that earns the most on average. It maximises (price − cost) · P(we win at that price).</summary>
/// <remarks>
/// <para>Friedman 1956, A Competitive-Bidding Strategy, Operations Research 4: if the lowest price wins and the rivals bid independently, P
/// = Π P(rival bids more). If n rivals each bid between the same low and high, the best price is (high + n · cost) / (n + 1), provided that
/// this is not below low. If a tender scores more than the price, P follows from its scoring (<see cref="BidRanking"/>).</para>
/// <para>Immutable; two bids are equal if all their parts are.</para>
/// </remarks>
/// <param name="Price">The best price.</param>
/// <param name="WinOdds">The odds of winning at that price.</param>
/// <param name="ExpectedProfit">(price − cost) · odds.</param>
public sealed record BestBid(double Price, double WinOdds, double ExpectedProfit)
{
    private const int Halvings = 120;
    private const double BeyondHighest = 1.5;
    private const int Steps = 60;
    private const int Refinements = 20;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Finds the best price against rivals in a tender that the lowest price wins.</summary>
    /// <param name="cost">Our cost of the order; above 0.</param>
    /// <param name="rivals">The range of prices that each rival may bid; at least one. If a rival can bid only one price, we are taken to
    /// win at that price.</param>
    /// <param name="lowestAllowed">The lowest price that we may offer; above 0, null if it is not known.</param>
    /// <returns>The best bid; null if no allowed price above the cost can win.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rivals"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rivals"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static BestBid? Of(decimal cost, IReadOnlyList<PriceRange> rivals, decimal? lowestAllowed = null)
    {
        CheckNumbers(cost, lowestAllowed);
        Guard.NoNull(rivals);
        if (rivals.Count == 0)
            throw new ArgumentException("rivals is empty; without a rival every price wins.", nameof(rivals));

        // Below the lowest price of all a higher price only earns more; above the lowest high one cannot win. Between, the logarithm of the
        // profit is concave: it has one maximum.
        var own = (double)cost;
        var least = Math.Max(own, (double)(lowestAllowed ?? 0));
        var (low, high) = (Math.Max(least, (double)rivals.Min(rival => rival.Low)), (double)rivals.Min(rival => rival.High));
        if (high <= own || high < least)
            return null;
        var best = low < high ? Highest(low, high, Halvings, Profit) : high;
        return new(best, Odds(best), Profit(best));

        double Odds(double price) => rivals.Aggregate(1.0, (odds, rival) => odds * (rival.High == rival.Low
            ? price <= (double)rival.High ? 1 : 0
            : Math.Clamp(((double)rival.High - price) / (double)(rival.High - rival.Low), 0, 1)));

        double Profit(double price) => (price - own) * Odds(price);
    }

    /// <summary>Finds the best price under the scoring of a tender. It tries the prices from the lowest that we may offer to the highest
    /// that the customer may pay.</summary>
    /// <param name="cost">Our cost of the order; above 0.</param>
    /// <param name="scoring">The scoring of the tender.</param>
    /// <param name="us">Our own bid; its price is what this method looks for.</param>
    /// <param name="rivals">The other bids; invalid ones are left out.</param>
    /// <param name="lowestAllowed">The lowest price that we may offer; above 0, null if it is not known.</param>
    /// <param name="highestAllowed">The highest price that the customer may pay, such as its estimate; above 0. Null for 1½ times the
    /// highest price that we expect of any bidder.</param>
    /// <returns>The best bid, to about a thousandth of the range; null if no price above the cost wins, no rival is valid, or the ranges of
    /// points and prices are too wide to try every price.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">As for <see cref="BidRanking.Of"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static BestBid? Of(
        decimal cost, TenderScoring scoring, TenderBidder us, IReadOnlyList<TenderBidder> rivals, decimal? lowestAllowed = null,
        decimal? highestAllowed = null)
    {
        CheckNumbers(cost, lowestAllowed);
        if (highestAllowed is { } most)
            Guard.Above(most, 0, nameof(highestAllowed));
        if (BidRanking.WinOddsAt(scoring, us, rivals, Steps + Refinements) is not { } odds)
            return null;
        var own = (double)cost;
        var low = Math.Max(own, (double)(lowestAllowed ?? 0));
        var high = (double?)highestAllowed
            ?? BeyondHighest * (double)rivals.Where(rival => rival.IsValid).Select(rival => rival.HighPrice).Append(us.HighPrice).Max();
        if (high < low || high <= own)
            return null;

        // The odds have steps where points are rounded: look everywhere, then closer around the best.
        var (width, best) = ((high - low) / Steps, low);
        var highest = double.NegativeInfinity;
        for (var i = 0; i <= Steps; i++)
        {
            var price = i == Steps ? high : low + (width * i);
            if (Profit(price) is var profit && profit > highest)
                (best, highest) = (price, profit);
        }

        var closer = Highest(Math.Max(low, best - width), Math.Min(high, best + width), Refinements / 2, Profit);
        if (Profit(closer) > highest)
            best = closer;
        var chance = odds(best);
        return chance > 0 ? new(best, chance, (best - own) * chance) : null;

        double Profit(double price) => (price - own) * odds(price);
    }

    private static void CheckNumbers(decimal cost, decimal? lowestAllowed)
    {
        Guard.Above(cost, 0);
        if (lowestAllowed is { } lowest)
            Guard.Above(lowest, 0, nameof(lowestAllowed));
    }

    private static double Highest(double low, double high, int steps, Func<double, double> value)
    {
        var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
        for (var i = 0; i < steps; i++)
        {
            if (value(left) >= value(right))
                (high, right, left) = (right, left, right - (Golden * (right - low)));
            else
                (low, left, right) = (left, right, left + (Golden * (high - left)));
        }

        return (low + high) / 2;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"BestBid {{ Price = {Price}, WinOdds = {WinOdds}, ExpectedProfit = {ExpectedProfit} }}");
}
