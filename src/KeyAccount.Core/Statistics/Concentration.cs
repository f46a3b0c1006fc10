using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>The concentration of a total on few parts: of a portfolio's revenue on few accounts, of an account on few products.</summary>
/// <remarks>Pure functions, safe to share between threads; the order of the amounts never matters. The Gini coefficient stands beside them
/// as
/// <c>Pareto.Gini</c>.</remarks>
public static class Concentration
{
    /// <summary>The Herfindahl–Hirschman index: Σ sᵢ², where sᵢ is the share of an amount in the total.</summary>
    /// <param name="amounts">The amounts in one unit, none negative; an amount of 0 counts nothing.</param>
    /// <returns>1/n (n equal amounts) … 1 (one amount holds all), as a fraction; the index on the scale of 10,000 is this times 10,000. NaN
    /// where the total is 0.</returns>
    /// <remarks>Source: Hirschman 1964, The Paternity of an Index, American Economic Review 54(5):761.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative; the message names it by its index.</exception>
    /// <exception cref="OverflowException">The total does not fit a decimal.</exception>
    public static double Herfindahl(IReadOnlyList<decimal> amounts)
    {
        var total = TotalOf(amounts);
        if (total == 0)
            return double.NaN;
        var sum = 0m;
        foreach (var amount in amounts)
        {
            var share = amount / total;
            sum += share * share;
        }

        return (double)sum;
    }

    /// <summary>The share of the largest amounts in the total, called the concentration ratio: CR1, CR4, CR8.</summary>
    /// <param name="amounts">The amounts in one unit, none negative.</param>
    /// <param name="count">The number of largest amounts; at least 0. If there are fewer, all of them.</param>
    /// <returns>0 … 1, as a fraction; NaN where the total is 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount or <paramref name="count"/> is negative.</exception>
    /// <exception cref="OverflowException">The total does not fit a decimal.</exception>
    public static double ShareOfLargest(IReadOnlyList<decimal> amounts, int count)
    {
        var total = TotalOf(amounts);
        Guard.AtLeast(count, 0);
        return total == 0 ? double.NaN : (double)(amounts.OrderDescending().Take(count).Sum() / total);
    }

    private static decimal TotalOf(IReadOnlyList<decimal> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        var total = 0m;
        for (var i = 0; i < amounts.Count; i++)
        {
            Guard.AtLeast(amounts[i], 0, Invariant($"amounts[{i}]"));
            try
            {
                total += amounts[i];
            }
            catch (OverflowException e)
            {
                throw new OverflowException(Invariant($"The sum of the amounts does not fit a decimal; amounts[{i}] is {amounts[i]}."), e);
            }
        }

        return total;
    }
}
