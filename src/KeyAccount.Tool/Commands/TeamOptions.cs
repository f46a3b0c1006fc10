using System.CommandLine;
using System.Globalization;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Teams;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary>Which tables are read into the file of a team, and how.</summary>
internal sealed class TeamOptions
{
    private const int NamedFaults = 5;

    private readonly Option<string?> _quotas = ParsedOption.File(
        "--quotas", "A table of people (person, position, quota, sold, potential, onTargetEarnings …).");

    private readonly Option<string?> _results = ParsedOption.File(
        "--results", "A table of results (person, measure, and attainment or target and result): what the pay plans measure.");

    private readonly Option<string?> _logs = ParsedOption.File(
        "--logs", "A table of weekly logs (person, week, part: planned, done or next; account, kind, hours, outcome, text …).");

    private readonly Option<string?> _visits = ParsedOption.File(
        "--visits", "A table of visits (person, date, account, hours, outcome, text): entries of the log of their week.");

    private readonly Option<string[]> _columns = ParsedOption.Titles("person=Rep", TeamFields.Names);

    private readonly TableOptions _table = new();

    private readonly Option<bool> _skip = new("--skip-bad-rows") { Description = "Skip rows that cannot be read, and report which." };

    private IReadOnlyList<Option<string?>> Tables => [_quotas, _results, _logs, _visits];

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[.. Tables, _columns, .. _table.All, _skip])
            command.Options.Add(option);
    }

    /// <summary>The file with the rows of the tables.</summary>
    /// <returns>The file, the files that were read, and what to tell beside it.</returns>
    public (TeamFile File, IReadOnlyList<FileInfo?> Files, IReadOnlyList<string> Notes) Read(
        ParseResult result, TeamFile file, string language)
    {
        string[] named = [.. Tables.Select(result.GetValue).OfType<string>()];
        if (named.Length == 0)
        {
            Option[] others = [_columns, .. _table.All, _skip];
            return others.FirstOrDefault(each => result.GetResult(each) is { Implicit: false }) is { } given
                ? throw new UsageException($"{given.Name} needs --quotas, --results, --logs or --visits.")
                : (file, [], []);
        }

        var reading = _table.ReadingOf(result);
        var titles = ParsedOption.Map(result.GetValue(_columns), title => title, StringComparer.Ordinal);
        var (tables, faults, notes, rows) = (new TeamTables(file), new List<RowFault>(), new List<string>(), 0L);
        Read(_quotas, "quotas", TeamFields.OfQuotas, (row, _) => tables.AddQuota(row));
        Read(_results, "results", TeamFields.OfResults, tables.AddResult);
        Read(_logs, "logs", TeamFields.OfLogs, (row, _) => tables.AddEntry(row));
        Read(_visits, "visits", TeamFields.OfVisits, (row, _) => tables.AddVisit(row));
        if (faults.Count > 0 && (!result.GetValue(_skip) || faults.Count == rows))
        {
            throw new ToolException(
                $"{Count(faults.Count)} of {Count(rows)} rows cannot be read"
                + $"{(faults.Count == rows ? "" : "; --skip-bad-rows leaves them out")}.{List(faults)}");
        }

        if (faults.Count > 0)
            notes.Insert(0, $"warning: skipped {Count(faults.Count)} of {Count(rows)} rows.{List(faults)}");
        notes.AddRange(tables.Notes(language).Select(note => $"note: {note}"));
        return (tables.ToFile(), [.. named.Select(name => new FileInfo(name))], notes);

        void Read(Option<string?> option, string kind, IReadOnlyList<Field> fields, Action<FieldTable.FieldRow, FieldTable> add) =>
            ParsedOption.Side(result, option, kind, source =>
            {
                var table = FieldTable.Open(source, reading, fields, titles, isSide: true);
                notes.Add($"note: {SafeText.Line(Path.GetFileName(source.Name), 80)}: {SafeText.Line(table.Style, 200)}");
                notes.AddRange(table.NotesOnUnread(fields).Select(
                    note => $"note: {SafeText.Line(Path.GetFileName(source.Name), 80)}: {note.In(language)}"));
                rows += table.Count;
                tables.Begin();
                table.ReadAll(
                    row => add(row, table), e => faults.Add(e.Fault with { Where = $"{source.Name}, {e.Fault.Where}" }));
                return table;
            });
    }

    private static string List(List<RowFault> faults) =>
        string.Concat(faults.Take(NamedFaults).Select(fault => $"\n  {fault}"))
        + (faults.Count > NamedFaults ? $"\n  … and {Count(faults.Count - NamedFaults)} more" : "");

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
