using System.Globalization;
using System.Text.RegularExpressions;
using KeyAccount.Core.Rules;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>Reads the grid of a decision table from a file: CSV, or a sheet of a workbook.</summary>
internal static partial class GridFile
{
    /// <summary>What the grid says, proven against its table.</summary>
    public static DecisionTableSettings Read(string name, IDecisionTable table)
    {
        using var sources = TableSource.Open([name], "rules");
        if (sources is not [var source])
            throw new ToolException($"'{name}' holds {sources.Count} tables; name one of them.");
        return source.Reading(() =>
        {
            // A header in which the corner is wrong is still the one that names most of the facts. What may stand in it twice, as the hit
            // policy Priority beside the column of ranks does, tells no header.
            string[] facts = [.. table.Domain.Select(dimension => dimension.Name)];
            string[] corners = [.. Enum.GetNames<HitPolicy>().Append("rule").Except(["Priority"], StringComparer.Ordinal)
                .Except(facts, StringComparer.OrdinalIgnoreCase)];
            var found = Table.Open(
                source,
                new(),
                [
                    new("corner", corners[0], IsNeeded: false) { OtherNames = corners[1..] },
                    .. facts.Append("advice").GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                        .Where(same => same.Count() == 1 && !IsOfRanks(same.Key))
                        .Select(same => new TableColumn(same.Key, same.Key, IsNeeded: false)),
                ]);
            return found.Reading(() => Read(found, table));
        });
    }

    private static bool IsOfRanks(string name) =>
        Enum.GetNames<HitPolicy>().Append("rule").Contains(name, StringComparer.OrdinalIgnoreCase);

    private static DecisionTableSettings Read(Table found, IDecisionTable table)
    {
        var isWorkbook = found is WorkbookTable;
        Regex?[] decimals = [.. found.Headers.Select(title => DecimalCommaOf(found, table, title.Trim()))];
        var cells = new List<IReadOnlyList<string>> { found.Headers };
        var places = new List<string> { "the header" };
        using (var rows = found.Rows())
        {
            while (rows.Read())
            {
                if (rows.Fault is { } fault)
                    throw new ToolException($"{fault.Where}: {fault.Why}");
                cells.Add([.. Enumerable.Range(0, found.Headers.Count).Select(column =>
                {
                    var cell = CsvText.Uncell(rows.Text(column));
                    return decimals[column]?.Replace(cell, "${whole}.${part}") ?? cell;
                })]);
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

    // Where semicolons separate the fields, a spreadsheet writes numbers with a comma: 0,8. A list has a blank after its commas.
    private static Regex? DecimalCommaOf(Table found, IDecisionTable table, string title) =>
        found is not DelimitedTable { Separator: ";" } ? null
        : title is "advice" || title.StartsWith("advice.", StringComparison.Ordinal) ? WholeNumber()
        : table.Domain.Any(dimension => dimension.Name == title && dimension.Values.Any(value => value is double or decimal))
            ? NumberInside() : null;

    [GeneratedRegex("^(?<whole>-?[0-9]+),(?<part>[0-9]+)$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex("(?<![0-9,])(?<whole>-?[0-9]+),(?<part>[0-9]+)(?![0-9,])", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex NumberInside();
}
