using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Output;

/// <summary>A decision table as the grid that people know from DMN.</summary>
internal static class GridReport
{
    private const string Reason = "reason.";

    public static Report Of(IDecisionTable table)
    {
        var grid = DecisionTableGrid.Of(table);
        return new(
            output => output.WriteLine(SettingsFile.ToJson(SettingsOf(table))),
            output => WriteCsv(grid, output),
            language => Describe(table, grid, language))
        {
            Workbook = file => TableFiles.Write(
                [("table", grid.Titles, grid.Rows.Select(row => (IReadOnlyList<object?>)row))], file.ToString(), isEscaped: true),
        };
    }

    /// <summary>The settings of a table alone, as a settings file holds them.</summary>
    public static ModelSettings SettingsOf(IDecisionTable table) => new()
    {
        Tables = new Dictionary<string, DecisionTableSettings>(StringComparer.Ordinal) { [table.Id] = table.Settings with { Id = null } },
    };

    private static void WriteCsv(DecisionTableGrid grid, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader([.. grid.Titles]);
        foreach (var row in grid.Rows)
            csv.WriteRecord([.. row.Select(CsvText.Cell)]);
    }

    // For a person the reason in one language is enough.
    private static Document Describe(IDecisionTable table, DecisionTableGrid grid, string language)
    {
        var reasons = table.Settings.Rules!.ToDictionary(rule => rule.Id, rule => rule.Reason?.In(language) ?? "", StringComparer.Ordinal);
        int[] columns =
        [
            .. Enumerable.Range(0, grid.Titles.Count).Where(i =>
                !grid.Titles[i].StartsWith(Reason, StringComparison.Ordinal) || grid.Titles[i] == Reason + Language.English),
        ];
        return new(
            language,
            ToolText.Of("Table.Title", language, table.Id),
            [
                new Paragraph(ToolText.Of(
                    table.Domain.Count == 0 ? "Table.IntroOfCode" : "Table.Intro", language, table.Version, $"{table.Settings.HitPolicy}",
                    table.Settings.Rules!.Count)),
                new Table(
                    [
                        .. columns.Select(i => new TableColumn(
                            i == 0 ? ToolText.Of("Table.Rule", language)
                            : grid.Titles[i].StartsWith(Reason, StringComparison.Ordinal) ? ToolText.Of("Table.Reason", language)
                            : grid.Titles[i])),
                    ],
                    [.. grid.Rows.Select(row => new TableRow([.. columns.Select(i => (Cell)(
                        row[i].Length > 0 && grid.Titles[i].StartsWith(Reason, StringComparison.Ordinal) ? reasons[row[0]] : row[i]))]))]),
            ]);
    }
}
