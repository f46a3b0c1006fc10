namespace KeyAccount.Tool.Tables;

/// <summary>A number of rows that are kept while the table is read on: it is the current one of them.</summary>
internal abstract class KeptRows : TableRow
{
    // So that handing them to another thread costs little, and a small file is not read by two.
    private const int Most = 1024;

    private readonly TableRows _rows;
    private readonly int[] _places;
    private readonly List<(long Number, RowFault? Fault)> _kept = [];
    private int _at = -1;

    protected KeptRows(TableRows rows, IReadOnlyCollection<int> columns)
    {
        _rows = rows;
        Columns = [.. columns.Distinct()];
        _places = new int[Columns.Max(column => (int?)column + 1) ?? 0];
        for (var i = 0; i < Columns.Length; i++)
            _places[Columns[i]] = i;
    }

    public override long Number => _kept[_at].Number;

    public override RowFault? Fault => _kept[_at].Fault;

    /// <summary>Whether no more should be kept.</summary>
    public virtual bool IsFull => _kept.Count >= Most;

    protected int[] Columns { get; }

    /// <summary>Keeps the row that the table is at.</summary>
    public void Add()
    {
        _kept.Add((_rows.Number, _rows.Fault));
        AddFields();
    }

    /// <summary>Goes to the next row that is kept; false at the end.</summary>
    public bool MoveNext() => ++_at < _kept.Count;

    public virtual void Clear()
    {
        _kept.Clear();
        _at = -1;
    }

    /// <summary>The place of a column of the current row among all fields that are kept.</summary>
    protected int PlaceOf(int column) => (_at * Columns.Length) + _places[column];

    protected abstract void AddFields();
}
