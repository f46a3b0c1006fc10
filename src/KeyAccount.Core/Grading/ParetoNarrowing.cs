using System.Globalization;
using System.Numerics;

namespace KeyAccount.Core.Grading;

/// <summary>The number of accounts of a portfolio, the sum of all positive revenue, and the largest one.</summary>
internal readonly record struct ParetoWhole(long Count, long Total, long Largest);

/// <summary>Finds a limit without reading single accounts: sums by ranges of revenue, then by subranges of the range that contains the
/// limit. The sums of parts are added, so that the parts may be anywhere.</summary>
internal sealed class ParetoNarrowing
{
    /// <summary>How many ranges a pass has at most.</summary>
    public const long Ranges = 1024;

    private readonly ParetoGoal _goal;
    private readonly int _above;
    private long _low = 1;
    private long _high;
    private Int128 _revenue;
    private long _count;
    private bool _isNowhere;
    private bool _isReached;

    /// <summary>Begins the search.</summary>
    /// <param name="cut">The share of the total, or of the accounts.</param>
    /// <param name="whole">The portfolio.</param>
    /// <param name="rule">How the cut is read.</param>
    public ParetoNarrowing(decimal cut, ParetoWhole whole, ParetoRule rule)
    {
        _goal = ParetoGoal.Of(cut, whole.Total, whole.Count, rule);
        _above = rule == ParetoRule.Inclusive ? 1 : 0;
        _high = whole.Largest;
        _isNowhere = _high < 1;
    }

    /// <summary>The ranges to sum by: amounts from the first to the last, each range so wide; null if the limit is found.</summary>
    public (long From, long To, long Width)? Next =>
        _isNowhere || (_isReached && _low == _high) ? null : (_low, _high, ((_high - _low) / Ranges) + 1);

    /// <summary>The lowest revenue of the tier, as <see cref="ParetoLimits"/> holds it.</summary>
    public Int128 Limit => (_isNowhere ? 0 : (Int128)_low) + _above;

    /// <summary>The lowest revenue by which the goal is reached; 0 where it is not.</summary>
    public long Reached => _isNowhere ? 0 : _low;

    /// <summary>The whole portfolio of its parts.</summary>
    /// <param name="parts">Of each the number of accounts, its positive revenue in halves, and the largest revenue.</param>
    /// <param name="half">What one of the high halves is worth.</param>
    /// <exception cref="OverflowException">The revenue does not fit into 64 bits.</exception>
    public static ParetoWhole Whole(IEnumerable<(long Count, long High, long Low, long Largest)> parts, long half)
    {
        long count = 0, largest = 0;
        BigInteger total = 0;
        foreach (var part in parts)
        {
            count += part.Count;
            total += ((BigInteger)part.High * half) + part.Low;
            largest = Math.Max(largest, part.Largest);
        }

        return total <= long.MaxValue ? new(count, (long)total, largest) : throw new OverflowException(string.Create(
            CultureInfo.InvariantCulture,
            $"The positive amounts sum to {total}; together they must be at most {long.MaxValue}. Use larger units."));
    }

    /// <summary>Takes in the sums of one pass.</summary>
    /// <param name="rows">Of each range of each part its place, its accounts and their revenue.</param>
    public void Add(IEnumerable<(long Place, long Count, long Sum)> rows)
    {
        var (from, to, width) = Next!.Value;
        foreach (var range in rows.GroupBy(row => row.Place).OrderByDescending(range => range.Key))
        {
            var (count, revenue) = (_count, _revenue);
            foreach (var row in range)
                (count, revenue) = (count + row.Count, revenue + row.Sum);
            if (_goal.IsReachedBy(revenue, count))
            {
                _isReached = true;
                _low = from + (range.Key * width);
                _high = _low + Math.Min(width - 1, to - _low);
                return;
            }

            (_count, _revenue) = (count, revenue);
        }

        _isNowhere = true;
    }
}
