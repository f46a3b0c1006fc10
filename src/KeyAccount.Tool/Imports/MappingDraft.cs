using System.Globalization;
using System.Text.RegularExpressions;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Imports;

/// <summary>Drafts a mapping from the titles and the values of tables.</summary>
internal static partial class MappingDraft
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
            var named = ColumnPlan.Named(
                file.Table, left, column => [column.Title!, column.Path], column => NamesOf(file.Table, column));
            var columns = known.Columns.Concat(named.Select(each => each.Column)
                .Where(column => !known.Columns.Any(each => each.Path == column.Path))).ToList();
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
        if (kind == "number" && column.Unit == ImportUnit.Same && UnitOf(column, values) is { } unit and not ImportUnit.Same)
        {
            told.Add(Output.ToolText.Of("Import.GuessedUnit", language, file.Name, column.Title, unit.ToString()));
            return column with { Unit = unit };
        }

        if (kind is "name" or "names")
        {
            string[] unknown = [.. values.Where(value => !column.Values.ContainsKey(value) && !column.Values.ContainsKey("*"))
                .Where(value => !IsAllowed(column, value))
                .Order(StringComparer.Ordinal).Take(MostValues)];
            if (unknown.Length > 0)
            {
                told.Add(Output.ToolText.Of(
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

    private static ImportUnit UnitOf(ImportColumn column, IReadOnlyCollection<string> values)
    {
        var title = column.Title!;
        var unit = Columns.GetValueOrDefault(column.Path)?.Unit;
        if (unit == "fraction")
        {
            return !values.Any(value => value.EndsWith('%')) && values.Any(value => NumberIn(value) is > 1.5 or < -1.5)
                ? ImportUnit.PerCent : ImportUnit.Same;
        }

        if (unit?.StartsWith("currency", StringComparison.Ordinal) != true)
            return unit == "days" && WeeksIn().IsMatch(title) ? ImportUnit.Weeks : ImportUnit.Same;
        return NumberText.UnitOfHeader(title)?.Power switch
        {
            3 => ImportUnit.Thousands,
            4 => ImportUnit.TenThousands,
            6 => ImportUnit.Millions,
            8 => ImportUnit.HundredMillions,
            _ => ThousandsIn().IsMatch(title) ? ImportUnit.Thousands : MillionsIn().IsMatch(title) ? ImportUnit.Millions : ImportUnit.Same,
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

    [GeneratedRegex(
        @"(thousand|'000|\(k\)|\bk€|\bk\$|\bT€|\bTEUR\b|\bTUSD\b|\bkEUR\b|\bkUSD\b|\bkCNY\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ThousandsIn();

    [GeneratedRegex(
        @"(million|\bmio\b|\(m\)|\bm€)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MillionsIn();

    [GeneratedRegex(
        @"(weeks|周|週)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WeeksIn();
}
