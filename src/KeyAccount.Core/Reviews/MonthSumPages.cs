namespace KeyAccount.Core.Reviews;

/// <summary>Holds the sums of all accounts in a few large arrays. They refer to nothing, so the garbage collector need not look at them; an
/// array for each account would be copied and looked at again and again while rows come.</summary>
internal sealed class MonthSumPages
{
    private const int PageBits = 12;
    private const int PageLength = 1 << PageBits;

    private readonly List<MonthSum[]> _pages = [];
    private readonly Dictionary<int, Stack<int>> _free = [];
    private int _used = PageLength;

    /// <summary>The sums of a place.</summary>
    public Span<MonthSum> At(int place, int length) => _pages[place >> PageBits].AsSpan(place & (PageLength - 1), length);

    /// <summary>Takes a place for so many sums.</summary>
    public int Take(int length)
    {
        if (_free.TryGetValue(length, out var free) && free.TryPop(out var place))
            return place;
        if (length > PageLength)
        {
            // A page of its own; the next is begun behind it.
            _pages.Add(new MonthSum[length]);
            _used = PageLength;
            return (_pages.Count - 1) << PageBits;
        }

        if (_used + length > PageLength)
        {
            _pages.Add(new MonthSum[PageLength]);
            _used = 0;
        }

        place = ((_pages.Count - 1) << PageBits) + _used;
        _used += length;
        return place;
    }

    /// <summary>Gives a place back, for another account.</summary>
    public void Return(int place, int length)
    {
        if (!_free.TryGetValue(length, out var free))
            _free[length] = free = [];
        free.Push(place);
    }
}
