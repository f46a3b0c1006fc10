using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Plans;

/// <summary>The tables of a plan: the sheets of a workbook, or the files of a folder, by their names.</summary>
internal static class PlanTables
{
    public const string Actions = "actions";
    public const string Objectives = "objectives";
    public const string Measures = "measures";
    public const string Notes = "notes";
    public const string Accounts = "accounts";

    // Measures are of objectives, and actions of measures.
    private static readonly string[] InOrder = [Accounts, Objectives, Measures, Notes, Actions];

    /// <summary>What there is to read in sources, in the order in which one refers to the other. A table of another name has
    /// actions.</summary>
    public static IReadOnlyList<(TableSource Source, string Table, TableReading Reading)> Of(
        IReadOnlyList<TableSource> sources, TableReading reading)
    {
        var found = new List<(TableSource Source, string Table, TableReading Reading)>();
        foreach (var source in sources)
        {
            string[] sheets = TableSource.IsWorkbook(source.Name) && reading.Table.Sheet is null
                ? [.. source.Reading(() => WorkbookParts.Of(source)).Sheets.Where(sheet => NameOf(sheet) is not null)] : [];
            if (sheets.Any(sheet => NameOf(sheet) != Actions))
                found.AddRange(sheets.Select(
                    sheet => (source, NameOf(sheet)!, reading with { Table = reading.Table with { Sheet = sheet } })));
            else
                found.Add((source, NameOf(reading.Table.Sheet ?? Path.GetFileNameWithoutExtension(source.Name)) ?? Actions, reading));
        }

        return [.. found.OrderBy(each => Array.IndexOf(InOrder, each.Table))];
    }

    private static string? NameOf(string name) =>
        InOrder.FirstOrDefault(each => each.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
}
