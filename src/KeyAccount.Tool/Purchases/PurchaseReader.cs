using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using CsvHelper;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Purchases;

/// <summary>Reads a CSV of purchases, row by row, and adds up the amounts of each account.</summary>
internal static class PurchaseReader
{
    private const int LargestRow = 1 << 20;
    private const string UsualDateColumn = "date";
    private const string QuotingRange = "a field with a quotation mark must be quoted as a whole, with the mark doubled";

    public static PurchaseTotals Read(Stream stream, PurchaseFormat format, Action<long>? progress = null, Action<string, LocalDate, decimal>? each = null)
    {
        var totals = new PurchaseTotals();
        using var text = new StreamReader(
            stream, format.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
        using var reader = CsvReader.Create(text, new()
        {
            Separator = ',',
            TrackLineNumbers = true,
            MaxRecordSize = LargestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => Refuse(totals, record),
        });

        try
        {
            reader.ReadHeader();
            if (reader.Headers.Count == 0)
                throw new ToolException("the file is empty.");
            var columns = Columns.Of(reader.Headers, format);
            while (reader.Read())
            {
                totals.Rows++;
                if (columns.Read(reader, format) is not { } purchase)
                    totals.Add(columns.Explain(reader));
                else if (purchase.Counts)
                {
                    AddTo(totals.Revenues, purchase);
                    each?.Invoke(purchase.Account, purchase.Date, purchase.Amount);
                }

                if ((totals.Rows & 0xFFFF) == 0)
                    progress?.Invoke(stream.Position);
            }

            if (totals.Rows == 0)
                throw new ToolException("the file has a header and no rows.");
            return totals;
        }
        catch (DecoderFallbackException e)
        {
            throw new ToolException(
                $"the file is not {format.Encoding.WebName} (after row {totals.Rows}); name its encoding with --encoding, a Chinese spreadsheet usually exports GB18030.", e);
        }
        catch (CsvFormatException e)
        {
            throw new ToolException(
                string.Create(CultureInfo.InvariantCulture, $"the row after row {totals.Rows} is longer than {LargestRow} bytes; a quotation mark is not closed, or this is no CSV."), e);
        }
    }

    private static void Refuse(PurchaseTotals totals, CsvMalformedRecord record)
    {
        // Everything behind it is part of the one field: to go on would lose purchases without a word.
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"line {record.LineNumber}: a quotation mark is not closed."));
        if (record.Reason == CsvMalformedReason.TextAfterClosingQuote && record.RawRecord.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ToolException(string.Create(
                CultureInfo.InvariantCulture, $"line {record.LineNumber}: a quotation mark is not closed before the end of the line, or one inside the field is not doubled."));
        }

        // Left out like a row, the header would leave its place to the first purchase.
        if (record.RecordNumber == 1)
        {
            throw new ToolException(string.Create(
                CultureInfo.InvariantCulture, $"line {record.LineNumber}, the header: '{SafeText.Line(record.RawRecord, 60)}': {QuotingRange}."));
        }

        totals.Rows++;
        totals.Add(new(
            string.Create(CultureInfo.InvariantCulture, $"line {record.LineNumber}"),
            $"'{SafeText.Line(record.RawRecord, 60)}': " + (record.Reason == CsvMalformedReason.FieldCountMismatch
                ? "the row has another number of fields than the header"
                : QuotingRange)));
    }

    private static void AddTo(Dictionary<string, decimal> sums, Purchase purchase)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, purchase.Account, out _);
        try
        {
            var scale = Math.Max(sum.Scale, purchase.Amount.Scale);
            sum += purchase.Amount;

            // Decimal addition rounds away the last places when there are more than 28 digits.
            if (sum.Scale < scale)
                throw new OverflowException();
        }
        catch (OverflowException e)
        {
            throw new ToolException($"the purchases of '{SafeText.Line(purchase.Account, 60)}' have more than 28 digits together and cannot be added exactly.", e);
        }
    }

    private readonly record struct Purchase(string Account, LocalDate Date, decimal Amount, bool Counts);

    /// <summary>Where the columns are.</summary>
    private sealed record Columns(int Account, int? Date, int Amount)
    {
        public static Columns Of(IReadOnlyList<string> header, PurchaseFormat format)
        {
            var dateIsNeeded = format.Date is not null || format.From is not null || format.To is not null;
            return new(
                Find(header, format.Account, "--account"),
                dateIsNeeded || header.Any(column => IsNamed(column, UsualDateColumn)) ? Find(header, format.Date ?? UsualDateColumn, "--date") : null,
                Find(header, format.Amount, "--amount"));
        }

        public Purchase? Read(CsvReader reader, PurchaseFormat format)
        {
            var account = reader.GetString(Account).Trim();
            if (account.Length == 0 || !PurchaseField.TryAmount(reader.GetString(Amount), out var amount))
                return null;
            LocalDate date = default;
            if (Date is { } column && !PurchaseField.TryDate(reader.GetString(column), out date))
                return null;
            return new(account, date, amount, !(date < format.From) && !(date > format.To));
        }

        /// <summary>Why a row cannot be read: the first thing wrong with it. Apart from reading, which must be fast.</summary>
        public RowFault Explain(CsvReader reader)
        {
            if (string.IsNullOrWhiteSpace(reader.GetString(Account)))
                return Fault(Account, "an account id is needed");
            if (!PurchaseField.TryAmount(reader.GetString(Amount), out _))
                return Fault(Amount, PurchaseField.AmountRange);
            return Fault(Date!.Value, PurchaseField.DateRange);

            RowFault Fault(int column, string range) => new(
                string.Create(CultureInfo.InvariantCulture, $"line {reader.LineNumber}, column {reader.Headers[column].Trim()}"),
                $"'{SafeText.Line(reader.GetString(column), 60)}': {range}");
        }

        private static bool IsNamed(string column, string name) => string.Equals(column.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase);

        private static int Find(IReadOnlyList<string> header, string name, string option)
        {
            var found = Enumerable.Range(0, header.Count).Where(i => IsNamed(header[i], name)).ToArray();
            return found switch
            {
                [var one] => one,
                [] => throw new ToolException(
                    $"there is no column '{name}'; the header has: {SafeText.Line(string.Join(", ", header), 200)}. Name the column with {option}."),
                _ => throw new ToolException($"the column '{name}' stands {found.Length} times in the header; it must stand once."),
            };
        }
    }
}
