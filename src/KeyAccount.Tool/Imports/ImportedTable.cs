using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KeyAccount.Tool.Imports;

/// <summary>A table that is read into a portfolio.</summary>
internal sealed partial class ImportedTable
{
    private static readonly IReadOnlySet<string> Fractions = PortfolioBuilder.ColumnsOf().Where(column => column.Unit == "fraction")
        .Select(column => column.Path).ToHashSet(StringComparer.Ordinal);

    private static readonly IReadOnlySet<string> Money = PortfolioBuilder.ColumnsOf()
        .Where(column => column.Unit?.StartsWith("currency", StringComparison.Ordinal) == true)
        .Select(column => column.Path).ToHashSet(StringComparer.Ordinal);

    private readonly FieldTable _fields;
    private readonly Cell[] _cells;
    private readonly Field? _latest;

    private ImportedTable(ImportFile file, ColumnPlan plan, FieldTable fields, Cell[] cells, Field? latest)
    {
        (File, Plan, _fields, _cells, _latest) = (file, plan, fields, cells, latest);
    }

    private enum Kind
    {
        Text,
        Number,
        Fraction,
        Date,
        Month,
    }

    public ImportFile File { get; }

    public ColumnPlan Plan { get; }

    /// <summary>How the file is read: <c>comma, UTF-8, 1234.56</c>.</summary>
    public string Style => _fields.Style;

    /// <summary>Opens a table, finds its columns and looks at its rows.</summary>
    public static ImportedTable Open(ImportFile file, TableReading reading, ImportTableMapping? mapping, ImportPreset? preset) =>
        file.Source.Reading(() =>
        {
            var sheet = reading with { Table = reading.Table with { Sheet = file.Sheet ?? reading.Table.Sheet } };
            if (mapping is null && preset is not null)
            {
                var peeked = Table.Open(file.Source, sheet.Table, []);
                mapping = MappingDraft.OfPreset(file.Table, peeked.Headers, preset);
            }

            var table = Table.Open(file.Source, sheet.Table, ColumnPlan.HeaderOf(file.Table, mapping));
            var plan = mapping is null ? ColumnPlan.Of(file.Table, table.Headers) : ColumnPlan.Of(mapping, table.Headers);
            if (plan.Culture is { } culture)
            {
                var known = CultureInfo.GetCultureInfo(culture);
                sheet = new(
                    sheet.Table,
                    sheet.Numbers with { DecimalMark = known.NumberFormat.NumberDecimalSeparator == "," ? ',' : '.' },
                    DateFormat.OfCulture(known));
            }

            if (!plan.Columns.Any(column => column.Column.Path is "id" or "name"))
            {
                throw new ToolException(
                    $"no column says which account a row is about; the header has: {SafeText.Line(string.Join(", ", table.Headers), 200)}. "
                    + "Call it account (id in the table of the accounts), or name it in a mapping (--map); keyaccount import --suggest "
                    + "drafts one.");
            }

            Cell[] cells = [.. plan.Columns.Select((column, i) => CellOf(column.Column, i))];
            var columns = cells.Zip(plan.Columns).ToDictionary(pair => pair.First.Field, pair => pair.Second.Index);
            Field? latest = null;
            if (plan.Latest is { } at)
            {
                latest = new("latest", FieldKind.Date);
                columns[latest] = at;
            }

            return new ImportedTable(file, plan, FieldTable.Of(table, sheet, columns), cells, latest);
        });

    /// <summary>Reads all rows into a portfolio.</summary>
    public void ReadInto(PortfolioBuilder builder, string currency, Action<double>? progress = null) => File.Source.Reading(() =>
    {
        var table = builder.AddTable(
            File.Name, [.. Plan.Columns.Select(column => column.Column)], File.Table == PortfolioBuilder.Accounts,
            File.Sheet is null && !File.Source.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? "line" : "row",
            _latest is not null);
        FieldSlot[] slots = [.. _cells.Select(cell => _fields.SlotOf(cell.Field))];
        var latest = _latest is null ? null : _fields.SlotOf(_latest);
        var cells = new object?[_cells.Length + (_latest is null ? 0 : 1)];
        _fields.ReadAll(
            row =>
            {
                for (var i = 0; i < _cells.Length; i++)
                {
                    try
                    {
                        cells[i] = Read(row, _cells[i], slots[i], currency);
                    }
                    catch (RowException e)
                    {
                        if (!table.Refuse(row.RowNumber, i, row.Text(slots[i]), WhyOf(e.Fault.Why)))
                            return;
                        cells[i] = null;
                    }
                }

                if (latest is not null)
                    cells[^1] = row.Date(latest);
                table.Add(row.RowNumber, cells);
            },
            e => table.Refuse(NumberOf(e.Fault.Where), -1, null, e.Fault.Why),
            progress);
        return true;
    });

    private static object? Read(FieldTable.FieldRow row, Cell cell, FieldSlot slot, string currency)
    {
        switch (cell.Kind)
        {
            case Kind.Fraction:
                // What has a per cent sign is one, whatever the column counts.
                return row.Fraction(slot) is not { } fraction ? null
                    : fraction.Currency == "%" ? string.Create(CultureInfo.InvariantCulture, $"{fraction.Value * 100}%") : fraction.Value;
            case Kind.Number:
                if (row.Number(slot) is not { } number)
                    return null;
                if (number.Currency is { } other && cell.IsMoney && other != currency && !Currencies.CanMean(other, currency))
                {
                    throw row.Fault(
                        slot, $"it is in {other}, and the portfolio in {currency}; convert the table, or leave the row out");
                }

                return number.Value;
            case Kind.Date:
                return row.Date(slot);
            case Kind.Month:
                return row.LengthOf(slot) == 7 && row.Text(slot) is { } text && MonthText().IsMatch(text) ? text : row.Date(slot);
            default:
                return row.Text(slot) is { } written ? Unescaped(written) : null;
        }
    }

    // The apostrophe that keeps a spreadsheet from taking a text for a formula (CsvText.Cell).
    private static string Unescaped(string text)
    {
        var plain = text.AsSpan().TrimStart('\'');
        return plain.Length < text.Length && plain is ['=' or '+' or '-' or '@', ..] ? text[1..] : text;
    }

    // 'much': a number is needed → a number is needed
    private static string WhyOf(string why) => why.StartsWith('\'') && why.IndexOf("': ", StringComparison.Ordinal) is > 0 and var at
        ? why[(at + 3)..] : why;

    private static long NumberOf(string where)
    {
        var digits = where.AsSpan(where.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static Cell CellOf(ImportColumn column, int index)
    {
        var kind = column.Values.Count > 0 ? Kind.Text : PortfolioBuilder.KindOf(column.Path) switch
        {
            "number" => Fractions.Contains(column.Path) ? Kind.Fraction : Kind.Number,
            "date" => Kind.Date,
            "month" => Kind.Month,
            _ => Kind.Text,
        };
        return new(
            new(string.Create(CultureInfo.InvariantCulture, $"{index}: {column.Path}"), kind switch
            {
                Kind.Number or Kind.Fraction => FieldKind.Number,
                Kind.Date or Kind.Month => FieldKind.Date,
                _ => FieldKind.Text,
            })
            {
                HasUnit = column.Unit != ImportUnit.Same,
            },
            kind,
            Money.Contains(column.Path));
    }

    [GeneratedRegex(
        @"^[0-9]{4}-(0[1-9]|1[0-2])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MonthText();

    private sealed record Cell(Field Field, Kind Kind, bool IsMoney);
}
