using System.Text;

namespace KeyAccount.Tool.Tables;

/// <summary>Rows of a text file that are kept.</summary>
internal sealed class KeptText(DelimitedRows rows, IReadOnlyCollection<int> columns) : KeptRows(rows, columns)
{
    private const int MostBytes = 1 << 18;

    private readonly List<int> _ends = [0];
    private byte[] _bytes = new byte[1 << 14];

    public override bool IsFull => base.IsFull || _ends[^1] >= MostBytes;

    protected override string Word => DelimitedRows.Line;

    public override ReadOnlySpan<byte> this[int column] => DelimitedRows.Unwrapped(FieldOf(column));

    public override string Text(int column) => Encoding.UTF8.GetString(FieldOf(column));

    public override void Clear()
    {
        base.Clear();
        _ends.RemoveRange(1, _ends.Count - 1);
    }

    protected override void AddFields()
    {
        var end = _ends[^1];
        foreach (var column in Columns)
        {
            var field = rows.FieldOf(column);
            if (_bytes.Length - end < field.Length)
                Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, end + field.Length));
            field.CopyTo(_bytes.AsSpan(end));
            _ends.Add(end += field.Length);
        }
    }

    private ReadOnlySpan<byte> FieldOf(int column)
    {
        var place = PlaceOf(column);
        return _bytes.AsSpan(_ends[place].._ends[place + 1]);
    }
}
