using System.Globalization;
using KeyAccount.Core.Rules;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>Reads the grid of a decision table from a file: CSV, or a sheet of a workbook.</summary>
internal static class GridFile
{
    /// <summary>What the grid says, proven against its table.</summary>
    public static DecisionTableSettings Read(string name, IDecisionTable table)
    {
        using var sources = TableSource.Open([name], "rules");
        if (sources is not [var source])
            throw new ToolException($"'{name}' holds {sources.Count} tables; name one of them.");
        return source.Reading(() =>
        {
            // A header in which the corner is wrong is still the one that names most of the facts.
            var found = Table.Open(
                source,
                new(),
                [
                    new("rule", "rule", IsNeeded: false) { OtherNames = Enum.GetNames<HitPolicy>() },
                    new("advice", "advice", IsNeeded: false),
                    .. table.Domain.Select(dimension => new TableColumn(dimension.Name, dimension.Name, IsNeeded: false)),
                ]);
            return found.Reading(() => Read(found, table));
        });
    }

    private static DecisionTableSettings Read(Table found, IDecisionTable table)
    {
        var isWorkbook = found is WorkbookTable;
        var cells = new List<IReadOnlyList<string>> { found.Headers };
        var places = new List<string> { "the header" };
        using (var rows = found.Rows())
        {
            while (rows.Read())
            {
                if (rows.Fault is { } fault)
                    throw new ToolException($"{fault.Where}: {fault.Why}");
                cells.Add([.. Enumerable.Range(0, found.Headers.Count).Select(column => CsvText.Uncell(rows.Text(column)))]);
                places.Add(isWorkbook ? rows.Number.ToString(CultureInfo.InvariantCulture) : rows.Where);
            }
        }

        return ModelFaults.Report(
            () => DecisionTableGrid.Read(table, cells, (line, column) => line == 0
                ? $"the header, column {TableFiles.LettersOf(column)}"
                : isWorkbook ? $"cell {TableFiles.LettersOf(column)}{places[line]}"
                : $"{places[line]}, column {TableFiles.LettersOf(column)}"),
            int.MaxValue);
    }
}
