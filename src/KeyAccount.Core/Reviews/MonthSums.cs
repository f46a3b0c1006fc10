using System.Runtime.InteropServices;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Sums by month and by the other keys of the list's entries, such as the currency.</summary>
/// <remarks>A part of its account, and not an object beside it: millions of rows come for accounts in any order, and each look into memory
/// costs.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct MonthSums
{
    // The month in the low bits, and the number of the other keys above them.
    private const int MonthBits = 20;

    private Entry[]? _entries;
    private ImportShape? _list;
    private int _last;

    public readonly ImportShape List => _list!;

    public int Count { readonly get; private set; }

    /// <summary>Whether any of the sums has keys other than the month.</summary>
    public bool HasParts { readonly get; private set; }

    /// <summary>Adds an amount.</summary>
    /// <param name="list">The list of its entries.</param>
    /// <param name="month">The months since the year 0.</param>
    /// <param name="part">The number of the other keys; 0 for none.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="origin">The row.</param>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public void Add(ImportShape list, int month, int part, decimal amount, ImportOrigin origin)
    {
        _list ??= list;
        var key = ((long)part << MonthBits) | (long)month;
        HasParts |= part != 0;
        var at = _last < Count && _entries![_last].Key == key ? _last : IndexOf(key);
        if (at < 0)
        {
            if (Count == (_entries?.Length ?? 0))
                Array.Resize(ref _entries, Math.Max(4, Count + (Count >> 1)));
            at = Count++;
            _entries![at] = new(key, origin.Table, (int)Math.Min(int.MaxValue, origin.Row));
        }

        _entries![at].Sum += amount;
        _last = at;
    }

    /// <summary>The sums in the order of the months.</summary>
    public readonly IEnumerable<(YearMonth Month, int Part, decimal Sum, ImportOrigin Origin)> InOrder()
    {
        const int Months = (1 << MonthBits) - 1;
        var entries = _entries.AsSpan(0, Count).ToArray();
        Array.Sort(entries, (one, other) =>
            (one.Key & Months).CompareTo(other.Key & Months) is not 0 and var order ? order : one.Key.CompareTo(other.Key));
        foreach (var entry in entries)
            yield return (MonthOf(entry.Key), (int)(entry.Key >> MonthBits), entry.Sum, new(entry.Table, entry.Row, -1));
    }

    private readonly int IndexOf(long key)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_entries![i].Key == key)
                return i;
        }

        return -1;
    }

    private static YearMonth MonthOf(long key)
    {
        var months = (int)(key & ((1 << MonthBits) - 1));
        return new(months / 12, (months % 12) + 1);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Entry(long key, int table, int row)
    {
        public decimal Sum;

        public readonly long Key = key;

        public readonly int Table = table;

        public readonly int Row = row;
    }
}
