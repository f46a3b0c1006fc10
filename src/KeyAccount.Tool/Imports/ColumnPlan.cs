using System.Text;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Imports;

/// <summary>The columns of a table that are read, with their targets.</summary>
internal sealed record ColumnPlan(
    IReadOnlyList<(int Index, ImportColumn Column)> Columns, int? Latest, string? Culture, IReadOnlyList<string> Unmapped,
    IReadOnlyList<string> Missing)
{
    /// <summary>The texts that are put together of several columns, with the titles of these.</summary>
    public IEnumerable<(string Path, IReadOnlyList<string> Titles)> Joined => Columns
        .GroupBy(column => column.Column.Path, StringComparer.Ordinal).Where(group => group.Count() > 1)
        .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(column => column.Column.Title ?? column.Column.Path)]));

    private static readonly string[] Dates = ["date", "surveydate", "answeredon", "日期"];

    /// <summary>The columns that a mapping names.</summary>
    public static ColumnPlan Of(ImportTableMapping mapping, IReadOnlyList<string> headers)
    {
        var columns = new List<(int, ImportColumn)>();
        var missing = new List<string>();
        foreach (var column in mapping.Columns)
        {
            if (Find(headers, column.Title!) is { } index)
                columns.Add((index, column));
            else if (!missing.Contains(column.Title!, StringComparer.OrdinalIgnoreCase))
                missing.Add(column.Title!);
        }

        int? latest = null;
        if (mapping.Latest is { } title)
        {
            latest = Find(headers, title);
            if (latest is null)
                missing.Add(title);
        }

        // What is taken only with another column is never taken where that one is missing.
        columns.RemoveAll(column => column.Item2.OnlyWith is { } other && !mapping.Columns.Any(each => each.Path == other
            && Find(headers, each.Title!) is not null));
        return new(columns, latest, mapping.Culture, Unused(headers, columns, latest, mapping.Ignored), missing);
    }

    /// <summary>The columns whose titles are those of the tables that <c>keyaccount sample</c> writes.</summary>
    public static ColumnPlan Of(string table, IReadOnlyList<string> headers)
    {
        var columns = Named(
            table, headers, Normal, column => [column.Title!, column.Path],
            column => PortfolioBuilder.KindOf(column.Path) == "month" ? ["date"] : []);
        int? latest = ImportFiles.AreAnswers(table, headers) ? Enumerable.Range(0, headers.Count)
            .Where(i => Dates.Contains(Normal(headers[i]), StringComparer.Ordinal)).Select(i => (int?)i).FirstOrDefault() : null;
        return new(columns, latest, null, Unused(headers, columns, latest, []), []);
    }

    /// <summary>The columns of a table that a name of a title stands for, best names first; each title and each path once.</summary>
    /// <param name="table">The table.</param>
    /// <param name="headers">Its titles.</param>
    /// <param name="key">What a title says; titles that say the same are one.</param>
    /// <param name="namings">How columns are called, best names first.</param>
    public static List<(int Index, ImportColumn Column)> Named(
        string table, IReadOnlyList<string> headers, Func<string, string> key,
        params Func<ImportColumn, IEnumerable<string>>[] namings)
    {
        var found = new List<(int, ImportColumn)>();
        var candidates = CandidatesOf(table, ImportFiles.AreAnswers(table, headers));
        string[] keys = [.. headers.Select(key)];
        foreach (var naming in namings)
        {
            foreach (var column in candidates)
            {
                if (found.Exists(each => each.Item2.Path == column.Path))
                    continue;
                var names = naming(column).Select(key).ToHashSet(StringComparer.Ordinal);
                for (var i = 0; i < headers.Count; i++)
                {
                    if (keys[i].Length > 0 && names.Contains(keys[i]) && !found.Exists(each => each.Item1 == i))
                    {
                        found.Add((i, column with { Title = headers[i].Trim() }));
                        break;
                    }
                }
            }
        }

        // An account that is named by its id needs no name to be found.
        if (table != PortfolioBuilder.Accounts && found.Exists(each => each.Item2.Path == "id"))
            found.RemoveAll(each => each.Item2.Path == "name");
        return [.. found.OrderBy(each => each.Item1)];
    }

    /// <summary>What a title says, whatever its letter case, blanks and marks.</summary>
    public static string Normal(string title)
    {
        var text = new StringBuilder(title.Length);
        foreach (var c in title.Trim())
        {
            if (char.IsLetterOrDigit(c))
                text.Append(char.ToLowerInvariant(c));
        }

        return text.Length > 0 ? text.ToString() : title.Trim();
    }

    /// <summary>The titles by which the header of a table is found: the row that has most of them.</summary>
    public static IReadOnlyList<TableColumn> HeaderOf(string table, ImportTableMapping? mapping) =>
    [
        .. (mapping is not null ? mapping.Columns.Select(column => column.Title!)
            : CandidatesOf(table, areAnswers: false)
                .Concat(table == ImportFiles.Surveys ? CandidatesOf(table, areAnswers: true) : [])
                .SelectMany(column => (string[])[column.Title!, column.Path]))
            .Select(title => title.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(title => new TableColumn(title, title, IsNeeded: false)),
    ];

    // Of the table itself, and of those within it whose titles are their own: the stage of a deal may stand with the deal.
    private static List<ImportColumn> CandidatesOf(string table, bool areAnswers)
    {
        if (areAnswers)
        {
            return
            [
                new("id") { Title = ImportLayout.AccountTitle }, new("name") { Title = "accountName" },
                new("satisfaction") { Title = "satisfaction" },
            ];
        }

        var all = ImportLayout.All();
        var own = all.First(layout => layout.Name == table).Columns.ToList();
        if (table == PortfolioBuilder.Accounts)
            return own;
        var inner = all.Where(layout => layout.Name.StartsWith($"{table}.", StringComparison.Ordinal))
            .SelectMany(layout => layout.Columns.Where(column => !own.Exists(each => each.Path == column.Path)
                && column.Path.StartsWith($"{layout.Name.Replace(".", "[].", StringComparison.Ordinal)}[].", StringComparison.Ordinal)))
            .GroupBy(column => Normal(column.Title!), StringComparer.Ordinal)
            .Where(group => group.Count() == 1 && !own.Exists(column => Normal(column.Title!) == group.Key))
            .Select(group => group.First());
        return [.. own, new("name") { Title = "accountName" }, .. inner];
    }

    private static int? Find(IReadOnlyList<string> headers, string title)
    {
        int[] at = [.. Enumerable.Range(0, headers.Count)
            .Where(i => string.Equals(headers[i].Trim(), title.Trim(), StringComparison.OrdinalIgnoreCase))];
        return at.Length > 1
            ? throw new ToolException(
                $"the column '{SafeText.Line(title, 60)}' appears {at.Length} times; rename one of them in the file.")
            : at.Length == 1 ? at[0] : null;
    }

    private static string[] Unused(
        IReadOnlyList<string> headers, List<(int Index, ImportColumn Column)> columns, int? latest, IReadOnlyList<string> ignored) =>
    [
        .. headers.Where((header, i) => i != latest && header.Trim().Length > 0 && !columns.Exists(column => column.Index == i)
            && !ignored.Contains(header.Trim(), StringComparer.OrdinalIgnoreCase)).Select(header => header.Trim()),
    ];
}
