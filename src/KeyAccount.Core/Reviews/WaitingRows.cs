namespace KeyAccount.Core.Reviews;

/// <summary>The rows that have been added and are not placed yet. They are placed some at a time: rows come for accounts in any order,
/// and memory is waited for once for several of them instead of once for each.</summary>
/// <param name="find">Finds an account by its id; null if there is none yet.</param>
/// <param name="sums">What holds the sums of the accounts.</param>
internal sealed class WaitingRows(Func<string, ImportAccount?> find, MonthSumPages sums)
{
    private const int Most = 64;

    private readonly Row[] _rows = new Row[Most];
    private object?[] _cells = new object?[Most * 8];
    private int _count;
    private int _length;

    /// <summary>What was seen while accounts were brought nearer; read by nobody, but looking must not be left out.</summary>
    internal long Seen { get; private set; }

    /// <summary>Lets a row wait, unless one of its cells could change before it is placed.</summary>
    public bool TryAdd(ImportTable table, long number, ReadOnlySpan<object?> cells)
    {
        if (_length + cells.Length > _cells.Length)
            Array.Resize(ref _cells, Math.Max(_cells.Length * 2, _length + cells.Length));
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is not (null or string or ValueType))
                return false;
            _cells[_length + i] = cells[i];
        }

        _rows[_count] = new() { Table = table, Number = number, From = _length, Length = cells.Length };
        _length += cells.Length;
        if (++_count == Most)
            Settle();
        return true;
    }

    /// <summary>Places all of them, in their order.</summary>
    public void Settle()
    {
        if (_count == 0)
            return;
        var rows = _rows.AsSpan(0, _count);
        foreach (ref var row in rows)
            row.Account = (row.Id = row.Table.IdIn(CellsOf(row))) is { } id ? find(id) : null;
        foreach (ref var row in rows)
            Seen += row.Account?.Touch(sums) ?? 0;
        _count = _length = 0;
        foreach (ref var row in rows)
            row.Table.Place(row.Number, CellsOf(row), row.Id, row.Account);
    }

    private ReadOnlySpan<object?> CellsOf(Row row) => _cells.AsSpan(row.From, row.Length);

    private struct Row
    {
        public ImportTable Table;
        public long Number;
        public int From;
        public int Length;
        public string? Id;
        public ImportAccount? Account;
    }
}
