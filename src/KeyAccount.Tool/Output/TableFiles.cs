using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Imports;
using KeyAccount.Tool.Terminal;
using MiniExcelLibs;
using System.Globalization;
using System.Text;

namespace KeyAccount.Tool.Output;

/// <summary>Writes tables: a folder of CSV files, or a workbook with a sheet for each.</summary>
internal static class TableFiles
{
    // Of workbooks only these are written.
    private static bool IsWorkbook(string place) => place.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes a portfolio as the tables that an import reads.</summary>
    public static int Write(PortfolioFile portfolio, string place)
    {
        var tables = new List<(string Name, IReadOnlyList<string> Titles, IEnumerable<IReadOnlyList<object?>> Rows)>
        {
            (ImportFiles.Head, PortfolioHead.Titles, [PortfolioHead.CellsOf(portfolio.Head)]),
        };
        foreach (var layout in ImportLayout.All())
        {
            var rows = Enumerable.Range(0, portfolio.Entries.Count).SelectMany(index => layout.RowsOf(portfolio.Read(index)));
            if (layout.Name == PortfolioBuilder.Accounts || rows.Any())
                tables.Add((layout.Name, [.. layout.Columns.Select(column => column.Title!)], rows));
        }

        Write(tables, place);
        return tables.Count;
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

    /// <summary>Writes a workbook for each table that a person fills, with the values that its columns can have on a second
    /// sheet.</summary>
    public static int WriteTemplates(string folder)
    {
        var count = 0;
        foreach (var layout in ImportLayout.All())
        {
            var listed = layout.Columns
                .Select(column => (Title: column.Title!, Names: PortfolioBuilder.AllowedValues(column.Path))).ToArray();
            var most = listed.Max(column => column.Names.Count);
            var units = PortfolioBuilder.ColumnsOf().ToDictionary(column => column.Path, column => column.Unit, StringComparer.Ordinal);
            string[] titles = [.. listed.Select(column => column.Title)];
            Write(
                [
                    (layout.Name, titles, []),
                    ("values", titles,
                    [
                        [.. layout.Columns.Select(column => (object?)KindOf(column.Path, units.GetValueOrDefault(column.Path)))],
                        .. Enumerable.Range(0, most)
                            .Select(i => listed.Select(column => (object?)column.Names.ElementAtOrDefault(i)).ToArray()),
                    ]),
                ],
                Path.Combine(folder, $"{layout.Name}.xlsx"));
            count++;
        }

        return count;
    }

    private static string KindOf(string path, string? unit) => PortfolioBuilder.KindOf(path) switch
    {
        "name" => "one of:",
        "names" => "one or more of, with ; between:",
        "texts" => "texts, with ; between",
        "flag" => "true or false",
        "date" => "date, YYYY-MM-DD",
        "month" => "month, YYYY-MM, or a date in it",
        "number" => unit is null ? "number" : $"number: {unit}",
        _ => "text",
    };

    private static void Write(
        IReadOnlyList<(string Name, IReadOnlyList<string> Titles, IEnumerable<IReadOnlyList<object?>> Rows)> tables, string place)
    {
        if (IsWorkbook(place))
        {
            Directory(Path.GetDirectoryName(Path.GetFullPath(place))!);
            ReportOutput.WriteFile(new(place), stream => stream.SaveAs(
                tables.ToDictionary(table => table.Name, table => (object)Sheet(table.Titles, table.Rows), StringComparer.Ordinal),
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

    private static IEnumerable<Dictionary<string, object?>> Sheet(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<object?>> rows) =>
        rows.Prepend([.. titles]).Select(row => row.Select((cell, i) => (Key: i.ToString("000", CultureInfo.InvariantCulture), Cell: cell))
            .ToDictionary(pair => pair.Key, pair => pair.Cell is bool flag ? TextOf(flag) : pair.Cell, StringComparer.Ordinal));

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
