using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Imports;
using KeyAccount.Tool.Terminal;
using MiniExcelLibs;
using SpreadCheetah;
using SpreadCheetah.Validations;
using SpreadCheetah.Worksheets;
using System.Globalization;
using System.Text;

namespace KeyAccount.Tool.Output;

/// <summary>Writes tables: a folder of CSV files, or a workbook with a sheet for each.</summary>
internal static class TableFiles
{
    // Of workbooks only these are written.
    private static bool IsWorkbook(string place) => place.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes a portfolio as the tables that an import reads.</summary>
    /// <returns>How many tables there are, and how many confidential facts they hold by where these are.</returns>
    public static (int Tables, IReadOnlyDictionary<string, int> Confidential) Write(PortfolioFile portfolio, string place)
    {
        var tables = new List<(string Name, IReadOnlyList<string> Titles, IEnumerable<IReadOnlyList<object?>> Rows)>
        {
            (ImportFiles.Head, PortfolioHead.Titles, [PortfolioHead.CellsOf(portfolio.Head)]),
        };
        if (portfolio.Head.Rates is { Rates.Count: > 0 } rates)
            tables.Add((ImportFiles.Rates, PortfolioHead.RateTitles, PortfolioHead.RateCellsOf(rates)));
        foreach (var layout in ImportLayout.All())
        {
            var rows = Enumerable.Range(0, portfolio.Entries.Count).SelectMany(index => layout.RowsOf(portfolio.Read(index)));
            if (layout.Name == PortfolioBuilder.Accounts || rows.Any())
                tables.Add((layout.Name, [.. layout.Columns.Select(column => column.Title!)], rows));
        }

        Write(tables, place);
        return (tables.Count, ConfidentialOf(portfolio));
    }

    private static Dictionary<string, int> ConfidentialOf(PortfolioFile portfolio)
    {
        var confidential = PortfolioBuilder.ColumnsOf().Where(column => column.IsConfidential)
            .Select(column => column.Path).ToHashSet(StringComparer.Ordinal);
        (ImportLayout Layout, int[] Columns)[] layouts =
        [
            .. ImportLayout.All().Select(layout => (layout, Enumerable.Range(0, layout.Columns.Count)
                .Where(i => confidential.Contains(layout.Columns[i].Path)).ToArray())).Where(layout => layout.Item2.Length > 0),
        ];
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < portfolio.Entries.Count; i++)
        {
            var account = portfolio.Read(i);
            foreach (var (layout, columns) in layouts)
            {
                foreach (var row in layout.RowsOf(account))
                {
                    foreach (var column in columns.Where(column => row[column] is not null))
                        Add(layout.Columns[column].Path, 1);
                }
            }

            Add("needs[]", account.Needs.Count(need => need.IsConfidential));
        }

        return found;

        void Add(string path, int count)
        {
            if (count > 0)
                found[path] = found.GetValueOrDefault(path) + count;
        }
    }

    /// <summary>Writes tables that are CSV without quoted line breaks.</summary>
    public static void Write(IReadOnlyList<(string Table, string Csv)> tables, string place)
    {
        if (!IsWorkbook(place))
        {
            Directory(place);
            foreach (var (table, csv) in tables)
                ReportOutput.WriteFile(new(Path.Combine(place, $"{table}.csv")), stream => stream.Write(Encoding.UTF8.GetBytes(csv)));
            return;
        }

        Write(
            [
                .. tables.Select(table =>
                {
                    using var reader = CsvHelper.CsvReader.Create(
                        new MemoryStream(Encoding.UTF8.GetBytes(table.Csv)), new() { HasHeader = false });
                    var rows = new List<IReadOnlyList<object?>>();
                    while (reader.Read())
                        rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => (object?)reader.GetString(i))]);
                    return (table.Table, (IReadOnlyList<string>)[.. rows[0].Select(title => (string)title!)], rows.Skip(1));
                }),
            ],
            place);
    }

    /// <summary>Writes a workbook for each table that a person fills. Its cells offer the values that their column can have, and a second
    /// sheet lists these.</summary>
    public static int WriteTemplates(string folder)
    {
        var count = 0;
        Directory(folder);
        foreach (var layout in ImportLayout.All())
        {
            // The writer offers no other way than to wait.
            ReportOutput.WriteFile(
                new(Path.Combine(folder, $"{layout.Name}.xlsx")), stream => WriteTemplateAsync(layout, stream).GetAwaiter().GetResult());
            count++;
        }

        return count;
    }

    private static async Task WriteTemplateAsync(ImportLayout layout, Stream stream)
    {
        const string Values = "values";
        const int FirstValue = 3;
        const int LastRow = 1_048_576;
        var listed = layout.Columns.Select(column => PortfolioBuilder.AllowedValues(column.Path)).ToArray();
        var units = PortfolioBuilder.ColumnsOf().ToDictionary(column => column.Path, column => column.Unit, StringComparer.Ordinal);
        DataCell[] titles = [.. layout.Columns.Select(column => new DataCell(column.Title!))];
        await using var book = await Spreadsheet.CreateNewAsync(stream, new() { DefaultDateTimeFormat = null });
        await book.StartWorksheetAsync(layout.Name, new WorksheetOptions { FrozenRows = 1 });
        await book.AddRowAsync(titles);
        for (var i = 0; i < listed.Length; i++)
        {
            var letters = LettersOf(i);
            var kind = PortfolioBuilder.KindOf(layout.Columns[i].Path);
            var offered = listed[i].Count > 0
                ? DataValidation.ListValuesFromCells(
                    Values, string.Create(
                        CultureInfo.InvariantCulture, $"${letters}${FirstValue}:${letters}${FirstValue + listed[i].Count - 1}"), true)
                : kind == "flag" ? DataValidation.ListValues(["true", "false"], true)
                : null;
            if (offered is null)
                continue;

            // In a cell that takes several of the values, more than one may be typed.
            offered.ShowErrorAlert = kind is "name" or "flag";
            offered.IgnoreBlank = true;
            book.AddDataValidation(string.Create(CultureInfo.InvariantCulture, $"{letters}2:{letters}{LastRow}"), offered);
        }

        await book.StartWorksheetAsync(Values);
        await book.AddRowAsync(titles);
        await book.AddRowAsync(
            (DataCell[])[.. layout.Columns.Select(column => new DataCell(KindOf(column.Path, units.GetValueOrDefault(column.Path))))]);
        for (var i = 0; i < listed.Max(names => names.Count); i++)
            await book.AddRowAsync((DataCell[])[.. listed.Select(names => new DataCell(names.ElementAtOrDefault(i)))]);
        await book.FinishAsync();
    }

    // 0 → A, 26 → AA.
    public static string LettersOf(int column)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            letters = (char)('A' + (rest % 26)) + letters;
        return letters;
    }

    private static string KindOf(string path, string? unit) => PortfolioBuilder.KindOf(path) switch
    {
        "name" => "one of:",
        "names" => "one or more of, with ; between:",
        "texts" => "texts, with ; between; a text with a ; in it in quotation marks",
        "flag" => "true or false",
        "date" => "date, YYYY-MM-DD",
        "month" => "month, YYYY-MM, or a date in it",
        "number" => unit is null ? "number" : $"number: {unit}",
        _ => "text",
    };

    /// <summary>Writes tables with their rows.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="place">A folder, or a workbook.</param>
    /// <param name="isEscaped">Whether texts of a workbook that look as if they had been escaped are escaped once more, as in CSV.</param>
    public static void Write(
        IReadOnlyList<(string Name, IReadOnlyList<string> Titles, IEnumerable<IReadOnlyList<object?>> Rows)> tables, string place,
        bool isEscaped = false)
    {
        if (IsWorkbook(place))
        {
            Directory(Path.GetDirectoryName(Path.GetFullPath(place))!);
            ReportOutput.WriteFile(new(place), stream => stream.SaveAs(
                tables.ToDictionary(table => table.Name, table => (object)Sheet(table.Titles, table.Rows, isEscaped),
                    StringComparer.Ordinal),
                printHeader: false));
            return;
        }

        Directory(place);
        foreach (var (name, titles, rows) in tables)
        {
            ReportOutput.WriteFile(new(Path.Combine(place, $"{name}.csv")), stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                using var csv = CsvText.Writer(writer);
                csv.WriteHeader([.. titles]);
                foreach (var row in rows)
                {
                    foreach (var cell in row)
                        WriteCell(csv, cell);
                    csv.EndRecord();
                }
            });
        }
    }

    private static void WriteCell(CsvHelper.CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case decimal number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case int number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case string text:
                csv.WriteField(CsvText.Cell(text));
                break;
            default:
                csv.WriteField(TextOf(cell));
                break;
        }
    }

    private static IEnumerable<Dictionary<string, object?>> Sheet(
        IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<object?>> rows, bool isEscaped) =>
        rows.Prepend([.. titles]).Select(row => row.Select((cell, i) => (Key: i.ToString("000", CultureInfo.InvariantCulture), Cell: cell))
            .ToDictionary(pair => pair.Key, pair => pair.Cell is bool flag ? TextOf(flag)
                : isEscaped && pair.Cell is string text ? CsvText.Cell(text) : pair.Cell, StringComparer.Ordinal));

    private static void Directory(string folder)
    {
        try
        {
            System.IO.Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot write the folder '{folder}': {e.Message}", e);
        }
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
