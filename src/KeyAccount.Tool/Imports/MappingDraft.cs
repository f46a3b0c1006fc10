using System.Globalization;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Imports;

/// <summary>Drafts a mapping from the titles and the values of tables.</summary>
internal static class MappingDraft
{
    private const int MostValues = 40;

    private static readonly Dictionary<string, AccountColumn> Columns =
        PortfolioBuilder.ColumnsOf().ToDictionary(column => column.Path, StringComparer.Ordinal);

    /// <summary>The columns that a preset knows, and those whose titles are ours.</summary>
    public static ImportTableMapping OfPreset(string table, IReadOnlyList<string> headers, ImportPreset preset)
    {
        var columns = new List<ImportColumn>();
        foreach (var header in headers)
        {
            foreach (var column in preset.ColumnsOf(table, header))
            {
                // First and last name are parts of one name.
                if (!columns.Exists(each => each.Path == column.Path) || column.Path == "contacts[].name")
                    columns.Add(column);
            }
        }

        if (ImportFiles.AreAnswers(table, headers) || preset.Matches(table, headers) == 0)
            columns.Clear();
        var own = ColumnPlan.Of(table, [.. headers.Select(header =>
            columns.Exists(column => column.Title == header) ? "" : header)]);
        columns.AddRange(own.Columns.Select(each => each.Column).Where(column => !columns.Exists(each => each.Path == column.Path)));
        if (table != PortfolioBuilder.Accounts && columns.Exists(column => column.Path == "id"))
            columns.RemoveAll(column => column.Path == "name");

        // A whole name makes its parts superfluous.
        if (columns.Exists(column => column.Path == "contacts[].name" && IsWholeName(column.Title!)))
            columns.RemoveAll(column => column.Path == "contacts[].name" && !IsWholeName(column.Title!));
        return new() { Columns = columns, Latest = own.Latest is { } at ? headers[at].Trim() : null };
    }

    /// <summary>A draft of the mapping of a table; what was guessed is said.</summary>
    public static ImportTableMapping Of(ImportFile file, TableReading reading, ImportPreset? preset, string language, List<string> told) =>
        file.Source.Reading(() =>
        {
            var table = Table.Open(file.Source, reading.Table with { Sheet = file.Sheet ?? reading.Table.Sheet }, []);
            preset ??= ImportPreset.All.OrderByDescending(each => each.Matches(file.Table, table.Headers)).First() is var best
                && best.Matches(file.Table, table.Headers) >= 3 ? best : null;
            var known = preset is null ? new() : OfPreset(file.Table, table.Headers, preset);
            string[] left = [.. table.Headers.Select(header =>
                known.Columns.Any(column => string.Equals(column.Title, header.Trim(), StringComparison.Ordinal)) ? "" : header)];
            var columns = known.Columns.ToList();
            foreach (var key in (Func<string, string>[])[ColumnPlan.Normal, title => HeaderText.Of(title).Key])
            {
                var named = ColumnPlan.Named(
                    file.Table, left, key, column => [column.Title!, column.Path], column => NamesOf(file.Table, column));
                columns.AddRange(named.Select(each => each.Column).Where(column => !columns.Exists(each => each.Path == column.Path)));
                left = [.. left.Select(header => columns.Exists(column => column.Title == header.Trim()) ? "" : header)];
            }

            columns = [.. columns.OrderBy(column => IndexOf(table.Headers, column.Title!))];
            if (file.Table != PortfolioBuilder.Accounts && columns.Exists(column => column.Path == "id"))
                columns.RemoveAll(column => column.Path == "name");
            var plan = ColumnPlan.Of(file.Table, table.Headers);
            var values = ValuesOf(table, columns);
            for (var i = 0; i < columns.Count; i++)
                columns[i] = Guessed(columns[i], values[i], file, language, told);
            string[] ignored = [.. table.Headers.Where((header, at) => at != plan.Latest && header.Trim().Length > 0)
                .Select(header => header.Trim())
                .Where(header => !columns.Exists(column => string.Equals(column.Title, header, StringComparison.Ordinal)))];
            return new ImportTableMapping
            {
                Columns = columns,
                Ignored = ignored,
                Latest = plan.Latest is { } day ? table.Headers[day].Trim() : null,
            };
        });

    private static int IndexOf(IReadOnlyList<string> headers, string title) =>
        headers.ToList().FindIndex(header => header.Trim() == title.Trim());

    private static bool IsWholeName(string title) => ColumnPlan.Normal(title) is "name" or "fullname" or "personname" or "contactname";

    private static IEnumerable<string> NamesOf(string table, ImportColumn column) => (table, column.Path) switch
    {
        ("accounts", "id") => Columns["id"].OtherNames,
        (_, "id") => [.. Columns["id"].OtherNames, "account id"],
        ("accounts", "name") => Columns["name"].OtherNames,
        (_, "name") => Columns["name"].OtherNames,
        _ => Columns.GetValueOrDefault(column.Path)?.OtherNames ?? [],
    };

    private static ImportColumn Guessed(
        ImportColumn column, IReadOnlyCollection<string> values, ImportFile file, string language, List<string> told)
    {
        var kind = PortfolioBuilder.KindOf(column.Path);
        if (kind == "number")
        {
            var header = HeaderText.Of(column.Title!);
            var unit = column.Unit == ImportUnit.Same ? UnitOf(column, header, values) : ImportUnit.Same;
            if (unit != ImportUnit.Same)
                told.Add(ToolText.Of("Import.GuessedUnit", language, file.Name, column.Title, unit.ToString()));
            else if (header.Unit == ImportUnit.PerCent && column.Unit == ImportUnit.Same && !values.Any(value => value.EndsWith('%')))
                told.Add(ToolText.Of("Import.GuessedFraction", language, file.Name, column.Title));
            if (header.Currency is { } currency && IsMoney(column))
                told.Add(ToolText.Of("Import.TitleCurrency", language, file.Name, column.Title, currency));
            return column with { Unit = unit == ImportUnit.Same ? column.Unit : unit };
        }

        if (kind is "name" or "names")
        {
            string[] unknown = [.. values.Where(value => !column.Values.ContainsKey(value) && !column.Values.ContainsKey("*"))
                .Where(value => !IsAllowed(column, value))
                .Order(StringComparer.Ordinal).Take(MostValues)];
            if (unknown.Length > 0)
            {
                told.Add(ToolText.Of(
                    "Import.UnknownValues", language, file.Name, column.Title,
                    string.Join(", ", unknown.Take(5).Select(value => $"'{value}'")),
                    string.Join(", ", PortfolioBuilder.AllowedValues(column.Path))));
                return column with
                {
                    Values = column.Values.Concat(unknown.Select(value => new KeyValuePair<string, string?>(value, null)))
                        .ToDictionary(StringComparer.Ordinal),
                };
            }
        }

        return column;
    }

    private static bool IsAllowed(ImportColumn column, string value) => PortfolioBuilder.FaultsOf(
    [
        new("id"),
        column with { Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["x"] = value }, OnlyWith = null },
    ]).Count == 0;

    private static bool IsMoney(ImportColumn column) =>
        Columns.GetValueOrDefault(column.Path)?.Unit?.StartsWith("currency", StringComparison.Ordinal) == true;

    // By the values where they tell it, else by the title.
    private static ImportUnit UnitOf(ImportColumn column, HeaderText header, IReadOnlyCollection<string> values)
    {
        var unit = Columns.GetValueOrDefault(column.Path)?.Unit;
        if (unit == "fraction")
        {
            double[] numbers = [.. values.Select(NumberIn).OfType<double>()];
            if (values.Any(value => value.EndsWith('%') || value.EndsWith('％')))
                return ImportUnit.Same;
            if (header.Unit == ImportUnit.PerMille)
                return ImportUnit.PerMille;
            return Array.Exists(numbers, number => Math.Abs(number) > 1.5)
                || (header.Unit == ImportUnit.PerCent && !Array.Exists(numbers, number => number != Math.Truncate(number)))
                ? ImportUnit.PerCent : ImportUnit.Same;
        }

        return (unit, header.Unit) switch
        {
            ("days", ImportUnit.Weeks) => ImportUnit.Weeks,
            ("days" or "months", _) => ImportUnit.Same,
            (_, ImportUnit.Thousands or ImportUnit.TenThousands or ImportUnit.Millions or ImportUnit.HundredMillions
                or ImportUnit.Billions) => header.Unit.Value,
            _ => ImportUnit.Same,
        };
    }

    private static double? NumberIn(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static HashSet<string>[] ValuesOf(Table table, List<ImportColumn> columns)
    {
        HashSet<string>[] values = [.. columns.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
        int[] at = [.. columns.Select(column => table.Headers.ToList().FindIndex(header => header.Trim() == column.Title))];
        return table.Reading(() =>
        {
            using var rows = table.Rows();
            while (rows.Read())
            {
                if (rows.Fault is not null)
                    continue;
                for (var i = 0; i < at.Length; i++)
                {
                    if (at[i] >= 0 && values[i].Count < 1_000 && rows.Text(at[i]).Trim() is { Length: > 0 and < 200 } text)
                        values[i].Add(text);
                }
            }

            return values;
        });
    }
}
