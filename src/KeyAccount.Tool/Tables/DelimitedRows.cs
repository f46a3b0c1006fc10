using System.Globalization;
using CsvHelper;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>The rows of a text file with separated fields.</summary>
internal sealed class DelimitedRows : TableRows
{
    private const int LargestRow = 1 << 20;
    private const string QuotingRange =
        "there is text after a closing quotation mark; a mark inside a quoted field must be doubled, and --quoting literal reads marks as "
        + "they are";

    private readonly CsvReader _reader;
    private readonly IReadOnlyList<string> _headers;
    private readonly int _headerRecord;
    private readonly byte[] _firstHeader;
    private readonly int _firstColumn;
    private CsvMalformedRecord? _malformed;
    private bool _hasBegun;

    public DelimitedRows(
        Stream text, string separator, bool hasLiteralQuotes, IReadOnlyList<string> headers, int headerRecord, int firstColumn)
    {
        (_headers, _headerRecord, _firstColumn) = (headers, headerRecord, firstColumn);
        _firstHeader = System.Text.Encoding.UTF8.GetBytes(headers[firstColumn]);
        var options = OptionsFor(
            separator, hasLiteralQuotes) with { OnMalformedRecord = record => _malformed = record, TrackLineNumbers = true,
            MaxRecordSize = LargestRow };
        _reader = CsvReader.Create(
            separator.Length == 1 && char.IsAscii(separator[0]) ? text : new CsvSeparatorStream(text, separator), options, leaveOpen: true);
    }

    public override string Where => string.Create(CultureInfo.InvariantCulture, $"line {_reader.LineNumber}");

    public override long Number => _reader.LineNumber;

    public override ReadOnlySpan<byte> Whole => _reader.RawRecord;

    public override ReadOnlySpan<byte> this[int column] => Unwrapped(column < _reader.FieldCount ? _reader.GetSpan(column) : default);

    /// <summary>How a file with these marks is read; a quotation mark inside an unquoted field is a character like others.</summary>
    public static CsvReaderOptions OptionsFor(string separator, bool hasLiteralQuotes) => new()
    {
        Separator = separator.Length == 1 && char.IsAscii(separator[0]) ? separator[0] : CsvSeparatorStream.DefaultReplacement,
        HasHeader = false,
        Mode = hasLiteralQuotes ? CsvMode.NoEscape : CsvMode.Rfc4180,
        MalformedData = CsvMalformedDataHandling.Recover,
    };

    /// <summary>A field without blanks around it, and without the formula <c>="…"</c> that keeps a spreadsheet from changing it.</summary>
    public static ReadOnlySpan<byte> Unwrapped(ReadOnlySpan<byte> field)
    {
        field = field.Trim(" \t"u8);
        return field.Length >= 3 && field[0] == '=' && field[1] == '"' && field[^1] == '"' ? field[2..^1] : field;
    }

    public override bool Read()
    {
        while (true)
        {
            _malformed = null;
            Fault = null;
            try
            {
                if (!_reader.Read())
                    return Ended();
            }
            catch (CsvFormatException e)
            {
                throw new ToolException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the row after line {_reader.LineNumber} is longer than {LargestRow} bytes; a quotation mark is not closed "
                        + $"(--quoting literal reads marks as they are), or this is not a table."),
                    e);
            }

            if (!_hasBegun)
            {
                if (_reader.RowNumber < _headerRecord)
                    continue;
                _hasBegun = true;
                if (_reader.RowNumber == _headerRecord)
                    continue;
            }

            if (_malformed is { Reason: not CsvMalformedReason.StrayQuote } malformed)
                Refuse(malformed);
            var count = _reader.FieldCount;
            if (count == _headers.Count && this[_firstColumn] is { Length: > 0 } first)
            {
                if (first.Length != _firstHeader.Length || !first.SequenceEqual(_firstHeader) || !IsHeader())
                    return true;
                RepeatedHeaders++;
                continue;
            }

            if (IsEmpty(0))
            {
                EmptyRows++;
                continue;
            }

            if (Fault is null && (count < _headers.Count || (count > _headers.Count && !IsEmpty(_headers.Count))))
            {
                Fault = new(Where, string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{SafeText.Line(System.Text.Encoding.UTF8.GetString(_reader.RawRecord), 60)}': the row has {count} fields, the "
                    + $"header {_headers.Count}; a field that holds the separator must be quoted"));
            }

            return true;
        }
    }

    public override string Text(int column) => column < _reader.FieldCount ? _reader.GetString(column) : "";

    public override void Dispose() => _reader.Dispose();

    private bool Ended()
    {
        if (_malformed is { Reason: CsvMalformedReason.UnterminatedQuote } open)
            Refuse(open);
        return false;
    }

    private bool IsEmpty(int from)
    {
        for (var i = from; i < _reader.FieldCount; i++)
        {
            if (!_reader.GetSpan(i).Trim(" \t\r\n"u8).IsEmpty)
                return false;
        }

        return true;
    }

    private bool IsHeader()
    {
        for (var i = 0; i < _headers.Count; i++)
        {
            if (!string.Equals(_reader.GetString(i).Trim(), _headers[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private void Refuse(CsvMalformedRecord record)
    {
        // Everything behind it is part of the one field: to go on would lose purchases without a word.
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw new ToolException(string.Create(
                CultureInfo.InvariantCulture,
                $"line {record.LineNumber}: a quotation mark is not closed; --quoting literal reads marks as they are."));
        }

        if (record.RawRecord.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ToolException(string.Create(
                CultureInfo.InvariantCulture,
                $"line {record.LineNumber}: a quotation mark is not closed before the end of the line, or one inside the field is not "
                + $"doubled; --quoting literal reads marks as they are."));
        }

        Fault = new(Where, $"'{SafeText.Line(record.RawRecord, 60)}': {QuotingRange}");
    }
}
