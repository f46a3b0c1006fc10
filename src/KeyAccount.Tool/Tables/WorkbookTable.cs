using System.Globalization;
using KeyAccount.Tool.Terminal;
using MiniExcelLibs;

namespace KeyAccount.Tool.Tables;

/// <summary>A sheet of a workbook. Its cells say themselves whether they are numbers, dates or text.</summary>
internal sealed class WorkbookTable : Table
{
    private const long MostCells = 100_000_000;

    private readonly string _sheet;
    private readonly WorkbookParts.WorkbookSheet _parts;
    private readonly int _headerRow;
    private readonly bool _isFrom1904;

    private WorkbookTable(
        TableSource source,
        WorkbookParts parts,
        string sheet,
        int headerRow,
        IReadOnlyList<string> headers,
        IReadOnlyDictionary<string, int> columns)
        : base(source, headers, columns, parts.Sheets.Count == 1 ? "workbook" : $"workbook, sheet '{sheet}'")
    {
        (_sheet, _parts, _headerRow, _isFrom1904) = (sheet, parts.Sheet(sheet), headerRow, parts.IsFrom1904);
    }

    public static new WorkbookTable Open(TableSource source, TableFormat format, IReadOnlyList<TableColumn> columns)
    {
        var parts = WorkbookParts.Of(source);
        var names = format.Sheet is null ? parts.Sheets.Take(Math.Max(1, parts.ShownSheets))
            : parts.Sheets.Where(name => name.Equals(format.Sheet, StringComparison.OrdinalIgnoreCase));
        var found = new List<(string Sheet, int Row, IReadOnlyList<string> Headers)>();
        (string Sheet, int Row, IReadOnlyList<string> Headers)? likely = null;
        foreach (var name in names.ToArray())
        {
            var rows = FirstRows(source, parts, name);
            var at = rows.FindIndex(row => HasAll(row, columns));
            if (at >= 0)
                found.Add((name, at + 1, rows[at]));
            else if (rows.Count > 0 && LikelyHeader(rows, columns) is var guess
                && (likely is null || Matches(rows[guess], columns) > Matches(likely.Value.Headers, columns)))
                likely = (name, guess + 1, rows[guess]);
        }

        if (found.Count > 1)
            throw new ToolException(
                $"the sheets {string.Join(", ", found.Select(each => $"'{SafeText.Line(each.Sheet, 40)}'"))} all have the columns; "
                + $"--sheet says which is meant.");
        if (found.Count == 0 && likely is null)
        {
            throw new ToolException(
                format.Sheet is null || parts.Sheets.Any(name => name.Equals(format.Sheet, StringComparison.OrdinalIgnoreCase))
                ? "the workbook is empty."
                : $"there is no sheet '{format.Sheet}'; the workbook has: {SafeText.Line(string.Join(", ", parts.Sheets), 200)}. Name one "
                    + $"of them with --sheet.");
        }

        var (sheet, row, headers) = found.Count == 1 ? found[0] : likely!.Value;
        var where = string.Create(CultureInfo.InvariantCulture, $"sheet {SafeText.Line(sheet, 40)}, row {row}");
        var table = new WorkbookTable(source, parts, sheet, row, headers, Find(headers, where, columns));
        table.Check(parts.Sheet(sheet), columns);
        return table;
    }

    public override double ExpectedRows(double bytesPerRow) => _parts.Rows;

    public override TableRows Rows() => new WorkbookRows(Query(Source, _sheet, _parts), Headers, _headerRow, _isFrom1904);

    public override T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException
            or IndexOutOfRangeException or KeyNotFoundException or InvalidCastException or NullReferenceException)
        {
            throw new ToolException(
                $"the sheet '{SafeText.Line(_sheet, 60)}' cannot be read; open the workbook in Excel and save it again, or save the sheet "
                + $"as CSV UTF-8.", e);
        }
    }

    private static List<IReadOnlyList<string>> FirstRows(TableSource source, WorkbookParts parts, string name)
    {
        var sheet = parts.Sheet(name);
        if (sheet.UsedColumns * sheet.Rows > MostCells)
        {
            throw new ToolException(
                $"the sheet '{SafeText.Line(name, 60)}' has {sheet.UsedColumns} columns; delete the empty columns, or save it as "
                + "CSV UTF-8.");
        }

        // The reader of workbooks takes such a cell for the first of its row where the sheet declares its size.
        if (sheet is { HasUnnamedCells: true, DeclaredColumns: > 0 })
        {
            throw new ToolException(
                $"the cells of the sheet '{SafeText.Line(name, 60)}' do not say where they are; open the workbook in Excel and save it "
                + "again, or save the sheet as CSV UTF-8.");
        }

        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in Query(source, name, sheet).Take(TitleLines))
            rows.Add([.. row.Values.Select(value => WorkbookRows.TextOf(value).Trim())]);
        return rows;
    }

    // A row costs by the square of the width that is declared, which formatting whole rows makes the largest there is.
    private static IEnumerable<IDictionary<string, object?>> Query(TableSource source, string name, WorkbookParts.WorkbookSheet sheet)
    {
        var stream = new OpenStream(source.FromBeginning());
        var rows = sheet.DeclaredColumns <= sheet.UsedColumns
            ? MiniExcel.Query(stream, useHeaderRow: false, sheetName: name, excelType: ExcelType.XLSX)
            : MiniExcel.QueryRange(
                stream, useHeaderRow: false, sheetName: name, excelType: ExcelType.XLSX, startCell: "A1", endCell: sheet.LastCell);
        return rows.Cast<IDictionary<string, object?>>();
    }

    // Only what is read must have a value.
    private void Check(WorkbookParts.WorkbookSheet sheet, IReadOnlyList<TableColumn> columns)
    {
        foreach (var column in columns)
        {
            if (this[column] is not { } index)
                continue;
            if (sheet.External.TryGetValue(index, out var external))
                throw new ToolException(
                    $"sheet {SafeText.Line(_sheet, 40)}, cell {external}, column {column.Name}: the formula takes its value from another "
                    + $"workbook, which is not here; in Excel copy the column and paste it as values, or save the sheet as CSV UTF-8.");
            if (sheet.WithoutValue.TryGetValue(index, out var cell))
                throw new ToolException(
                    $"sheet {SafeText.Line(_sheet, 40)}, cell {cell}, column {column.Name}: the formula has no value; open the workbook "
                    + $"in Excel and save it, or save the sheet as CSV UTF-8.");
        }
    }

    /// <summary>A stream that stays open when its reader is done.</summary>
    private sealed class OpenStream(Stream stream) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => stream.Length;

        public override long Position
        {
            get => stream.Position;
            set => stream.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => stream.Read(buffer);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
