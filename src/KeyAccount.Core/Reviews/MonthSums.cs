using System.Runtime.InteropServices;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Sums by month and by the other keys of the list's entries, such as the currency.</summary>
/// <remarks>A part of its account, and not an object beside it: millions of rows come for accounts in any order, and each look into memory
/// costs.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct MonthSums
{
    // The month in the high bits, and the number of the other keys below them: the order of the entries.
    private const int PartBits = 32;
    private const int Year = 12;

    private ImportShape? _list;
    private int _place;
    private int _capacity;

    public readonly ImportShape List => _list!;

    public int Count { readonly get; private set; }

    /// <summary>Whether any of the sums has keys other than the month.</summary>
    public bool HasParts { readonly get; private set; }

    /// <summary>Adds an amount.</summary>
    /// <param name="pages">What holds the sums.</param>
    /// <param name="list">The list of its entries.</param>
    /// <param name="month">The months since the year 0.</param>
    /// <param name="part">The number of the other keys; 0 for none.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="origin">The row.</param>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public void Add(MonthSumPages pages, ImportShape list, int month, int part, decimal amount, ImportOrigin origin)
    {
        _list ??= list;
        var key = ((long)month << PartBits) | (uint)part;
        HasParts |= part != 0;
        var at = IndexOf(Of(pages), key);
        if (at < 0)
            Insert(pages, at = ~at, new(key, origin.Table, (int)Math.Min(int.MaxValue, origin.Row)));
        Of(pages)[at].Sum += amount;
    }

    /// <summary>Looks at the sums, which brings them nearer to the processor.</summary>
    public readonly long Touch(MonthSumPages pages) => Count == 0 ? 0 : Of(pages)[0].Key;

    /// <summary>The sums in the order of the months.</summary>
    public readonly IEnumerable<(YearMonth Month, int Part, decimal Sum, ImportOrigin Origin)> InOrder(MonthSumPages pages)
    {
        for (var i = 0; i < Count; i++)
        {
            var entry = Of(pages)[i];
            yield return (MonthOf(entry.Key), (int)entry.Key, entry.Sum, new(entry.Table, entry.Row, -1));
        }
    }

    // Where months follow one another, the first tells where each is.
    private static int IndexOf(ReadOnlySpan<MonthSum> sums, long key)
    {
        var (from, to) = (0, sums.Length - 1);
        if (to >= 0 && (key - sums[0].Key) >> PartBits is >= 0 and var guess && guess <= to && sums[(int)guess].Key == key)
            return (int)guess;
        while (from <= to)
        {
            var at = (from + to) >> 1;
            if (sums[at].Key == key)
                return at;
            if (sums[at].Key < key)
                from = at + 1;
            else
                to = at - 1;
        }

        return ~from;
    }

    private readonly Span<MonthSum> Of(MonthSumPages pages) => Count == 0 ? [] : pages.At(_place, Count);

    private void Insert(MonthSumPages pages, int at, MonthSum sum)
    {
        if (Count == _capacity)
        {
            var capacity = Count switch { 0 => Year / 3, < Year => Year, _ => Count + Math.Max(Year, Count >> 1) };
            var place = pages.Take(capacity);
            if (Count > 0)
            {
                Of(pages).CopyTo(pages.At(place, capacity));
                pages.Return(_place, _capacity);
            }

            (_place, _capacity) = (place, capacity);
        }

        Count++;
        var sums = Of(pages);
        sums[at..^1].CopyTo(sums[(at + 1)..]);
        sums[at] = sum;
    }

    private static YearMonth MonthOf(long key)
    {
        var months = (int)(key >> PartBits);
        return new(months / Year, (months % Year) + 1);
    }
}
