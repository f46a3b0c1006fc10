using System.Globalization;
using System.Text;
using NodaTime;

namespace KeyAccount.Tool.Tables;

/// <summary>The rows of a sheet.</summary>
internal sealed class WorkbookRows : TableRows
{
    private readonly IEnumerator<IDictionary<string, object?>> _rows;
    private readonly IReadOnlyList<string> _headers;
    private readonly int _headerRow;
    private readonly int _shift;
    private object?[] _cells = [];
    private int _row;

    public WorkbookRows(IEnumerable<IDictionary<string, object?>> rows, IReadOnlyList<string> headers, int headerRow, bool isFrom1904)
    {
        (_rows, _headers, _headerRow) = (rows.GetEnumerator(), headers, headerRow);
        _shift = isFrom1904 ? 1462 : 0;
        _cells = new object?[headers.Count];
    }

    public override string Where => string.Create(CultureInfo.InvariantCulture, $"row {_row}");

    public override long Number => _row;

    public override ReadOnlySpan<byte> Whole => Encoding.UTF8.GetBytes(string.Join('\u001F', _cells.Select(TextOf)));

    public override ReadOnlySpan<byte> this[int column] => DelimitedRows.Unwrapped(Encoding.UTF8.GetBytes(TextOf(_cells[column])));

    /// <summary>A cell as text: a number with a decimal point, a date by ISO 8601.</summary>
    public static string TextOf(object? cell) => cell switch
    {
        null => "",
        string text => text,
        double number => NumberOf(number) is { } exact ? exact.ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture),
        DateTime date => date.ToString(
            date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    public override bool Read()
    {
        while (_rows.MoveNext())
        {
            _row++;
            if (_row <= _headerRow)
                continue;
            var column = 0;
            var isEmpty = true;
            foreach (var value in _rows.Current.Values)
            {
                if (column == _cells.Length)
                    break;
                _cells[column++] = value;
                isEmpty &= value is null || (value is string text && string.IsNullOrWhiteSpace(text));
            }

            Array.Clear(_cells, column, _cells.Length - column);
            if (isEmpty)
                EmptyRows++;
            else if (_cells[0] is string first && first.Trim() == _headers[0] && _cells.Select(TextOf).Select(text => text.Trim())
                .SequenceEqual(_headers, StringComparer.Ordinal))
                RepeatedHeaders++;
            else
                return true;
        }

        return false;
    }

    public override string Text(int column) => TextOf(_cells[column]);

    public override bool TryNumber(int column, out decimal number)
    {
        var value = _cells[column] switch
        {
            double cell => NumberOf(cell),
            int cell => cell,
            long cell => cell,
            decimal cell => cell,

            // A format of the cell that looks like a date does not make a date of an amount.
            DateTime cell => NumberOf(cell.ToOADate()),
            _ => null,
        };
        number = value ?? 0;
        return value is not null;
    }

    public override bool TryDate(int column, out LocalDate date)
    {
        date = default;
        if (_cells[column] is not DateTime cell)
            return false;
        date = LocalDate.FromDateTime(cell).PlusDays(_shift);
        return true;
    }

    public override void Dispose() => _rows.Dispose();

    // A spreadsheet holds fifteen digits.
    private static decimal? NumberOf(double number) => Math.Abs(number) < 1e27 ? (decimal)number : null;
}
