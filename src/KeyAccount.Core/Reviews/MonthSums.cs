using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Sums by month and by the other keys of the list's entries, such as the currency.</summary>
internal sealed class MonthSums(ImportShape? list)
{
    public static readonly MonthSums None = new(null);

    // The month in the low bits, and the number of the other keys above them.
    private const int MonthBits = 20;

    private long[] _keys = [];
    private decimal[] _sums = [];
    private (int Table, int Row)[] _first = [];
    private int _last;

    public ImportShape List => list!;

    public int Count { get; private set; }

    /// <summary>Whether any of the sums has keys other than the month.</summary>
    public bool HasParts { get; private set; }

    /// <summary>Adds an amount.</summary>
    /// <param name="month">The months since the year 0.</param>
    /// <param name="part">The number of the other keys; 0 for none.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="origin">The row.</param>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public void Add(int month, int part, decimal amount, ImportOrigin origin)
    {
        var key = ((long)part << MonthBits) | (long)month;
        HasParts |= part != 0;
        var at = _last < Count && _keys[_last] == key ? _last : Array.IndexOf(_keys, key, 0, Count);
        if (at < 0)
        {
            if (Count == _keys.Length)
            {
                var length = Math.Max(4, Count + (Count >> 1));
                Array.Resize(ref _keys, length);
                Array.Resize(ref _sums, length);
                Array.Resize(ref _first, length);
            }

            at = Count++;
            (_keys[at], _first[at]) = (key, (origin.Table, (int)Math.Min(int.MaxValue, origin.Row)));
        }

        _sums[at] += amount;
        _last = at;
    }

    /// <summary>The sums in the order of the months.</summary>
    public IEnumerable<(YearMonth Month, int Part, decimal Sum, ImportOrigin Origin)> InOrder() => Enumerable.Range(0, Count)
        .OrderBy(i => _keys[i] & ((1 << MonthBits) - 1)).ThenBy(i => _keys[i])
        .Select(i => (MonthOf(_keys[i]), (int)(_keys[i] >> MonthBits), _sums[i], new ImportOrigin(_first[i].Table, _first[i].Row, -1)));

    private static YearMonth MonthOf(long key)
    {
        var months = (int)(key & ((1 << MonthBits) - 1));
        return new(months / 12, (months % 12) + 1);
    }
}
