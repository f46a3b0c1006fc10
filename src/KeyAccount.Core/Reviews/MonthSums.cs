using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Sums by month.</summary>
internal sealed class MonthSums(ImportShape? list)
{
    public static readonly MonthSums None = new(null);

    private int[] _months = [];
    private decimal[] _sums = [];
    private (int Table, int Row)[] _first = [];
    private int _last;

    public ImportShape List => list!;

    public int Count { get; private set; }

    public void Add(int month, decimal amount, ImportOrigin origin)
    {
        var at = _last < Count && _months[_last] == month ? _last : Array.IndexOf(_months, month, 0, Count);
        if (at < 0)
        {
            if (Count == _months.Length)
            {
                var length = Math.Max(4, Count + (Count >> 1));
                Array.Resize(ref _months, length);
                Array.Resize(ref _sums, length);
                Array.Resize(ref _first, length);
            }

            at = Count++;
            (_months[at], _first[at]) = (month, (origin.Table, (int)Math.Min(int.MaxValue, origin.Row)));
        }

        _sums[at] += amount;
        _last = at;
    }

    /// <summary>The sums in the order of the months.</summary>
    public IEnumerable<(YearMonth Month, decimal Sum, int Table, long Row)> InOrder() => Enumerable.Range(0, Count)
        .OrderBy(i => _months[i])
        .Select(i => (new YearMonth(_months[i] / 12, (_months[i] % 12) + 1), _sums[i], _first[i].Table, (long)_first[i].Row));
}
