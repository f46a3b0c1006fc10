using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>Present value and payback of cash flows.</summary>
/// <remarks>Pure functions. The first amount is of today (year 0), each next one of a year later. A division keeps 28 significant digits;
/// nothing else is rounded.</remarks>
public static class PresentValue
{
    /// <summary>The present value: Σ CFₜ / (1 + i)ᵗ, t from 0.</summary>
    /// <param name="cashFlows">The net cash flow of each year, positive for receipts and negative for payments, the first today.</param>
    /// <param name="rate">The yearly discount rate, as a fraction; above −1.</param>
    /// <returns>The value today, in the unit of the amounts; 0 of no amounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cashFlows"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is −1 or less.</exception>
    /// <exception cref="OverflowException">The value does not fit a decimal; the message names the year.</exception>
    public static decimal Of(IReadOnlyList<decimal> cashFlows, decimal rate)
    {
        ArgumentNullException.ThrowIfNull(cashFlows);
        Guard.Above(rate, -1);
        var year = 0;
        try
        {
            // From the last year to the first: a factor of a hundred years ahead need not fit a decimal, its amount does.
            var (value, growth) = (0m, 1 + rate);
            for (year = cashFlows.Count - 1; year >= 0; year--)
                value = cashFlows[year] + (value == 0 ? 0 : value / growth);
            return value;
        }
        catch (OverflowException e)
        {
            throw new OverflowException(
                Invariant($"The present value does not fit a decimal: cashFlows[{year}] is {cashFlows[year]}, the rate {rate}."), e);
        }
    }

    /// <summary>The payback period: the number of years after which the sum of the amounts is 0 or more for the first time; undiscounted,
    /// linear within a year.</summary>
    /// <param name="cashFlows">The net cash flow of each year, positive for receipts and negative for payments, the first today.</param>
    /// <returns>The years, with a fraction: −500 and 220 a year come back after 2.27. 0 where nothing is laid out; null if it does not
    /// come back.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cashFlows"/> is null.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal; the message names the year.</exception>
    public static decimal? Payback(IReadOnlyList<decimal> cashFlows)
    {
        ArgumentNullException.ThrowIfNull(cashFlows);
        var sum = 0m;
        for (var year = 0; year < cashFlows.Count; year++)
        {
            var before = sum;
            try
            {
                sum += cashFlows[year];
            }
            catch (OverflowException e)
            {
                throw new OverflowException(
                    Invariant($"The sum of the amounts does not fit a decimal: cashFlows[{year}] is {cashFlows[year]}."), e);
            }

            if (sum >= 0)
                return year == 0 ? 0 : year - 1 + (-before / cashFlows[year]);
        }

        return cashFlows.Count == 0 ? 0 : null;
    }
}
