using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using System.Globalization;
using System.Runtime.ExceptionServices;
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

    private static readonly IReadOnlySet<string> Known =
        PortfolioBuilder.ColumnsOf().Select(column => column.Path).ToHashSet(StringComparer.Ordinal);

    private readonly FieldTable _fields;
    private readonly Cell[] _cells;
    private readonly Field? _latest;
    private readonly ImportColumn[] _currencies;

    private ImportedTable(
        ImportFile file, ColumnPlan plan, FieldTable fields, Cell[] cells, ImportColumn[] currencies, Field? latest)
    {
        (File, Plan, _fields, _cells, _currencies, _latest) = (file, plan, fields, cells, currencies, latest);
    }

    private enum Kind
    {
        Text,
        Number,
        Fraction,
        Date,
        Month,
        Currency,
    }

    public ImportFile File { get; }

    public ColumnPlan Plan { get; }

    /// <summary>How the file is read: <c>comma, UTF-8, 1234.56</c>.</summary>
    public string Style => _fields.Style;

    /// <summary>Columns of amounts of accounts whose titles say another currency than that of the portfolio, once the table is
    /// read.</summary>
    public IReadOnlyList<(string Title, string Currency)> OtherCurrencies { get; private set; } = [];

    /// <summary>Whether its rows can say in which currency an account is.</summary>
    public bool HasAccountCurrency => Plan.Columns.Any(column => column.Column.Path == "currency");

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
                sheet = sheet with
                {
                    Numbers = sheet.Numbers with { DecimalMark = known.NumberFormat.NumberDecimalSeparator == "," ? ',' : '.' },
                    Dates = DateFormat.OfCulture(known),
                };
            }

            if (!plan.Columns.Any(column => column.Column.Path is "id" or "name"))
            {
                var missing = plan.Missing.Count == 0 ? ""
                    : $" The mapping names {string.Join(", ", plan.Missing.Select(title => Quoted(title, table.Headers)))}.";
                throw new ToolException(
                    $"no column says which account a row is about; the header has: {SafeText.Line(string.Join(", ", table.Headers), 200)}."
                    + $"{missing} Call it account (id in the table of the accounts), or name it in a mapping (--map); keyaccount import "
                    + "--suggest drafts one.");
            }

            Cell[] cells = [.. plan.Columns.Select((column, i) => CellOf(column.Column, i))];
            var currencies = Currency(plan, cells);
            var columns = cells.Zip(plan.Columns).ToDictionary(pair => pair.First.Field, pair => pair.Second.Index);
            Field? latest = null;
            if (plan.Latest is { } at)
            {
                latest = new("latest", FieldKind.Date);
                columns[latest] = at;
            }

            return new ImportedTable(file, plan, FieldTable.Of(table, sheet, columns), cells, currencies, latest);

            static string Quoted(string title, IReadOnlyList<string> headers) => $"'{SafeText.Line(title, 60)}'"
                + (LookAlikes.Nearest(title, headers) is { } near ? $" (is it '{SafeText.Line(near, 60)}'?)" : "");
        });

    /// <summary>Opens all tables, those of different files on several threads; of several faults the one of the first table is
    /// told.</summary>
    public static ImportedTable[] OpenAll(IReadOnlyList<ImportFile> files, ParallelOptions options, Func<ImportFile, ImportedTable> open)
    {
        if (options.MaxDegreeOfParallelism == 1)
            return [.. files.Select(open)];
        var tables = new ImportedTable[files.Count];
        var faults = new ExceptionDispatchInfo?[files.Count];

        // The sheets of a workbook are read from the same stream.
        Parallel.ForEach(Enumerable.Range(0, files.Count).GroupBy(i => files[i].Source), options, sheets =>
        {
            foreach (var i in sheets)
            {
                try
                {
                    tables[i] = open(files[i]);
                }
                catch (Exception e)
                {
                    faults[i] = ExceptionDispatchInfo.Capture(e);
                }
            }
        });
        Array.Find(faults, fault => fault is not null)?.Throw();
        return tables;
    }

    /// <summary>What is reported of a title of a mapping that no column has.</summary>
    public string MissingOf(string title) =>
        $"'{SafeText.Line(title, 60)}' is not a column of {SafeText.Line(File.Name, 100)}."
        + (LookAlikes.Nearest(title, Plan.Unmapped) is { } near ? $" Is it '{SafeText.Line(near, 60)}'?" : "")
        + $" Its header has: {SafeText.Line(string.Join(", ", _fields.Headers), 200)}";

    /// <summary>Reads all rows into a portfolio.</summary>
    /// <param name="builder">The portfolio.</param>
    /// <param name="statesCurrency">Whether an amount beside which the currency of the portfolio stands says so: its account may be in
    /// another one.</param>
    /// <param name="progress">Receives the progress of reading the file.</param>
    public void ReadInto(PortfolioBuilder builder, bool statesCurrency = false, Action<double>? progress = null) =>
        File.Source.Reading(() => ReadRows(builder, statesCurrency, progress));

    private bool ReadRows(PortfolioBuilder builder, bool statesCurrency, Action<double>? progress)
    {
        var table = ModelFaults.Report(() => builder.AddTable(
            File.Name, [.. Plan.Columns.Select(column => column.Column), .. _currencies], File.Table == PortfolioBuilder.Accounts,
            IsText ? "line" : "row", _latest is not null));
        FieldSlot[] slots = [.. _cells.Select(cell => _fields.SlotOf(cell.Field))];
        var latest = _latest is null ? null : _fields.SlotOf(_latest);
        var width = _cells.Length + _currencies.Length;
        var money = new RowMoney(builder.Head, statesCurrency);
        OtherCurrencies =
        [
            .. _cells.Zip(Plan.Columns).Where(pair => pair.First is { Currency: not null, IsOfList: false }
                    && money.CodeOf(pair.First.Currency) != money.Currency)
                .Select(pair => (pair.Second.Column.Title!, pair.First.Currency!)),
        ];

        // The currency of a row comes before its amounts.
        int[] order = [.. Enumerable.Range(0, _cells.Length).OrderBy(i => _cells[i].Kind == Kind.Currency ? 0 : 1)];
        _fields.ReadAll(
            row =>
            {
                var cells = new object?[width + (latest is null ? 0 : 1)];
                List<(int Column, string? Text, string Why)>? faults = null;
                foreach (var i in order)
                {
                    try
                    {
                        cells[i] = Read(row, _cells[i], slots[i], cells, money);
                    }
                    catch (RowException e)
                    {
                        (faults ??= []).Add((i, row.Text(slots[i]), WhyOf(e.Fault.Why)));
                    }
                }

                RowFault? last = null;
                try
                {
                    if (latest is not null)
                        cells[^1] = row.Date(latest);
                }
                catch (RowException e)
                {
                    last = e.Fault;
                }

                return (Number: row.RowNumber, Cells: cells, Faults: faults, Last: last);
            },
            row =>
            {
                if (row.Faults?.TrueForAll(fault => table.Refuse(row.Number, fault.Column, fault.Text, fault.Why)) == false)
                    return;
                if (row.Last is { } last)
                    Refuse(last);
                else
                    table.Add(row.Number, row.Cells);
            },
            e => Refuse(e.Fault),
            progress);
        return true;

        void Refuse(RowFault fault) => table.Refuse(NumberOf(fault.Where), -1, null, fault.Why);
    }

    private bool IsText => File.Sheet is null && !File.Source.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    private object? Read(FieldTable.FieldRow row, Cell cell, FieldSlot slot, object?[] cells, RowMoney money)
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
                if (cell.IsMoney && (number.Currency ?? (cell.IsOfList ? cell.Currency : null)) is { } said)
                    TakeCurrency(row, cell, slot, cells, money, said);
                return number.Value;
            case Kind.Date:
                return row.Date(slot);
            case Kind.Month:
                return row.LengthOf(slot) == 7 && row.Text(slot) is { } text && MonthText().IsMatch(text) ? text : row.Date(slot);
            case Kind.Currency:
                return row.Text(slot) is not { } name ? null
                    : money.CodeOf(name) ?? throw row.Fault(slot, $"it can be more than one currency; {RowMoney.WayOut}");
            default:
                return row.Text(slot) is { } written ? IsText ? Unescaped(written) : written : null;
        }
    }

    // What stands beside an amount, or in the title of its column, is its currency.
    private static void TakeCurrency(FieldTable.FieldRow row, Cell cell, FieldSlot slot, object?[] cells, RowMoney money, string said)
    {
        var before = cell.CurrencyCell < 0 ? null : cells[cell.CurrencyCell] as string;
        if (before is not null && Currencies.CanMean(said, before))
            return;
        var code = money.CodeOf(said)
            ?? throw row.Fault(slot, $"{said} can be more than one currency; {RowMoney.WayOut}");
        if (before is not null && before != code)
            throw row.Fault(slot, $"the amount is in {code}, and its row is in {before}; one of the two is wrong");
        if (cell.IsOfList)
        {
            if (before is null && (code != money.Currency || money.StatesCurrency))
                cells[cell.CurrencyCell] = code;
        }
        else if (before is null && code != money.Currency)
        {
            throw row.Fault(
                slot, $"it is in {code}, and the account in {money.Currency}; convert the table, or give the account its currency (column "
                    + "currency) and rates (--rates)");
        }
    }

    // For each amount, which column holds its currency. Where the part of the file has one and the table does not, it is added.
    private static ImportColumn[] Currency(ColumnPlan plan, Cell[] cells)
    {
        var added = new List<ImportColumn>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (!cells[i].IsMoney)
                continue;
            var path = plan.Columns[i].Column.Path;
            if (CurrencyOf(path) is not { } currency)
                continue;
            var at = plan.Columns.ToList().FindIndex(column => column.Column.Path == currency);
            if (at < 0 && currency != "currency")
            {
                at = added.FindIndex(column => column.Path == currency);
                if (at < 0)
                {
                    added.Add(new(currency) { Title = plan.Columns[i].Column.Title });
                    at = added.Count - 1;
                }

                at += cells.Length;
            }

            cells[i] = cells[i] with { CurrencyCell = at, IsOfList = currency != "currency" };
        }

        return [.. added];
    }

    // Beside the amount, or of the entry that it belongs to; null where neither has one.
    private static string? CurrencyOf(string path)
    {
        for (var at = path.LastIndexOf('.'); at > 0; at = path.LastIndexOf('.', at - 1))
        {
            if (Known.Contains($"{path[..at]}.currency"))
                return $"{path[..at]}.currency";
            if (path[at - 1] == ']')
                return null;
        }

        return path.Contains("[]", StringComparison.Ordinal) ? null : "currency";
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
        var kind = column.Values.Count > 0 ? Kind.Text
            : column.Path == "currency" || column.Path.EndsWith(".currency", StringComparison.Ordinal) ? Kind.Currency
            : PortfolioBuilder.KindOf(column.Path) switch
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
            Money.Contains(column.Path),
            kind == Kind.Number && Money.Contains(column.Path) && column.Title is { } title ? HeaderText.Of(title).Currency : null);
    }

    [GeneratedRegex(
        @"^[0-9]{4}-(0[1-9]|1[0-2])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MonthText();

    /// <summary>A column that is read.</summary>
    /// <param name="Field">Its field in the table.</param>
    /// <param name="Kind">How its cells are read.</param>
    /// <param name="IsMoney">Whether they are amounts.</param>
    /// <param name="Currency">The currency that its title says.</param>
    private sealed record Cell(Field Field, Kind Kind, bool IsMoney, string? Currency)
    {
        /// <summary>The cell of the row that says in which currency the amount is; −1 where none does.</summary>
        public int CurrencyCell { get; init; } = -1;

        /// <summary>Whether that is the currency of an entry of a list, and not of the account.</summary>
        public bool IsOfList { get; init; }
    }
}
