using System.Text;
using NodaTime;

namespace KeyAccount.Tool.Tables;

/// <summary>Rows of a sheet that are kept.</summary>
internal sealed class KeptCells(WorkbookRows rows, IReadOnlyCollection<int> columns) : KeptRows(rows, columns)
{
    private readonly List<object?> _cells = [];

    protected override string Word => WorkbookRows.Row;

    public override ReadOnlySpan<byte> this[int column] =>
        DelimitedRows.Unwrapped(Encoding.UTF8.GetBytes(Text(column)));

    public override string Text(int column) => WorkbookRows.TextOf(_cells[PlaceOf(column)]);

    public override bool TryNumber(int column, out decimal number) => WorkbookRows.TryNumber(_cells[PlaceOf(column)], out number);

    public override bool TryDate(int column, out LocalDate date) => rows.TryDate(_cells[PlaceOf(column)], out date);

    public override void Clear()
    {
        base.Clear();
        _cells.Clear();
    }

    protected override void AddFields()
    {
        foreach (var column in Columns)
            _cells.Add(rows.CellOf(column));
    }
}
