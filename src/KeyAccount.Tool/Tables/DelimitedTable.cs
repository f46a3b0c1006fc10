using System.Globalization;
using System.Text;
using CsvHelper;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>A text file with separated fields. The separator is the one by which the header has the columns that are looked for.</summary>
internal sealed class DelimitedTable : Table
{
    private const int Sample = 1 << 18;
    private static readonly string[] Separators = [",", ";", "\t", "|"];

    private readonly TableFormat _format;
    private readonly string _separator;
    private readonly string _encoding;
    private readonly int _headerRecord;
    private readonly int _firstColumn;

    private DelimitedTable(
        TableSource source, TableFormat format, string separator, string encoding, Header header, IReadOnlyDictionary<string, int> columns)
        : base(source, header.Fields, columns, $"{TableFormat.NameOf(separator)}, {TextStreams.Display(encoding)}")
    {
        (_format, _separator, _encoding, _headerRecord) = (format, separator, encoding, header.Record);
        _firstColumn = columns.Values.FirstOrDefault();
    }

    public static new DelimitedTable Open(TableSource source, TableFormat format, IReadOnlyList<TableColumn> columns)
    {
        var (text, encoding) = TextStreams.Open(source, format.Encoding);
        var sample = new byte[Sample];
        var length = TextStreams.Reading(source, encoding, () => text.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false));
        var bytes = sample.AsMemory(0, length);
        if (encoding == "utf-8" && EncodingGuess.IsUtf16(bytes.Span[..Math.Min(length, 4096)], out var utf16))
            throw new ToolException($"the file is not UTF-8; --encoding {utf16} reads it.");
        if (bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            throw new ToolException("the file is empty.");

        string[] separators = format.Separator is { } named ? [named] : SeparatorLine(bytes.Span) is { } line ? [line] : Separators;
        Header? likely = null;
        var separator = separators[0];
        foreach (var each in separators)
        {
            var rows = RowsOf(bytes, each, format.HasLiteralQuotes, isWhole: length < Sample);
            var at = rows.FindIndex(row => HasAll(row.Fields, columns));
            if (at >= 0)
                return new(source, format, each, encoding, rows[at], Find(rows[at].Fields, rows[at].Where, columns));
            if (rows.Count == 0)
                continue;
            var found = rows[LikelyHeader([.. rows.Select(row => row.Fields)], columns)];
            if (likely is null
                || (Matches(found.Fields, columns), found.Fields.Count).CompareTo(
                    (Matches(likely.Fields, columns), likely.Fields.Count)) > 0)
                (likely, separator) = (found, each);
        }

        if (likely is null)
            throw new ToolException("the file is empty.");
        // A column is missing, so this tells which.
        return new(source, format, separator, encoding, likely, Find(likely.Fields, likely.Where, columns));
    }

    /// <summary>What separates the fields.</summary>
    public string Separator => _separator;

    /// <summary>The number of the row that is the header, from 1; rows above it are titles.</summary>
    public int HeaderRow => _headerRecord;

    public override TableRows Rows()
    {
        var (text, _) = TextStreams.Open(Source, _format.Encoding);
        return new DelimitedRows(text, _separator, _format.HasLiteralQuotes, Headers, _headerRecord, _firstColumn);
    }

    public override T Reading<T>(Func<T> read) => TextStreams.Reading(Source, _encoding, read);

    // Excel writes and reads a first line that says what separates the fields.
    private static string? SeparatorLine(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart("\r\n "u8).TrimStart((byte)'"');
        if (!Ascii.EqualsIgnoreCase(text[..Math.Min(4, text.Length)], "sep="u8))
            return null;
        var line = text[4..];
        var end = line.IndexOfAny((byte)'\r', (byte)'\n');
        var separator = Encoding.UTF8.GetString(end < 0 ? line : line[..end]).TrimEnd('"');
        return separator.Length > 0 ? separator : null;
    }

    private static List<Header> RowsOf(ReadOnlyMemory<byte> sample, string separator, bool hasLiteralQuotes, bool isWhole)
    {
        var rows = new List<Header>();
        var options = DelimitedRows.OptionsFor(separator, hasLiteralQuotes) with { TrackLineNumbers = true };
        using var text = new MemoryStream(sample.ToArray(), writable: false);
        using var reader = CsvReader.Create(
            separator.Length == 1 && char.IsAscii(separator[0]) ? text : new CsvSeparatorStream(text, separator), options);
        while (rows.Count < TitleLines && reader.Read())
        {
            rows.Add(new(
                (int)reader.RowNumber,
                string.Create(CultureInfo.InvariantCulture, $"line {reader.LineNumber}"),
                [.. Enumerable.Range(0, reader.FieldCount)
                    .Select(i => Encoding.UTF8.GetString(DelimitedRows.Unwrapped(reader.GetSpan(i))).Trim())]));
        }

        // The last row may be cut.
        if (!isWhole && rows.Count is > 1 and < TitleLines)
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    private sealed record Header(int Record, string Where, IReadOnlyList<string> Fields);
}
