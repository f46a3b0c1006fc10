using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Plans;
using KeyAccount.Tool.Tables;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Output;

/// <summary>Plans: JSON as the file, CSV with a row for each action, tables of actions, objectives, measures and notes, and their document
/// for a person.</summary>
internal static class PlanReports
{
    private static readonly string[] Titles =
    [
        "id", "account", "action", "owner", "due", "status", "isOverdue", "since", "progress", "note", "evidence", "resource", "hours",
        "budget", "spent", "atStake", "finding", "revision", "accountId", "measure", "rule", "firstAskedOn", "lastAskedOn", "number",
        "setBy",
    ];

    /// <summary>The plans of all accounts.</summary>
    public static Report Of(PlanFile plans, LocalDate asOf, string words) => new(
        output => output.WriteLine(plans.ToJson()), output => WriteCsv(plans, asOf, words, output),
        language => plans.Describe(asOf, language));

    /// <summary>The plan of an account.</summary>
    public static Report Of(
        PlanFile own, PlanFile all, AccountReview review, PortfolioReviewRun run, AccountHistory? history, string words) => new(
        output => output.WriteLine(own.ToJson()),
        output => WriteCsv(own, review.AsOf, words, output),
        language => run.DescribePlan(own.Plans[0], review, language, all, history));

    /// <summary>The plans as a workbook with a sheet for each of actions, objectives, measures and notes that there are, or a folder with a
    /// CSV file for each; <c>plan set --from</c> reads them back.</summary>
    public static void WriteTables(PlanFile plans, LocalDate asOf, string language, string place)
    {
        (string Name, IReadOnlyList<string> Titles, IEnumerable<object?[]> Rows)[] tables =
        [
            (PlanTables.Actions, Titles, RowsOf(plans, asOf, language)),
            (PlanTables.Objectives, TitlesOf(PlanFields.OfObjectives), plans.Plans.SelectMany(plan => plan.Objectives.Select(
                each => (object?[])
                [
                    each.Id, plan.Name ?? plan.AccountId, plan.AccountId, each.Statement, each.Direction.Name, each.Metric, each.Unit,
                    each.DataSource, each.Baseline, each.Target, DayOf(each.DueOn), each.Owner, each.Goal, each.Best, each.TenthPercentile,
                    each.NinetiethPercentile, each.Reason, PlanFingerprint.Of(each),
                ]))),
            (PlanTables.Measures, TitlesOf(PlanFields.OfMeasures), plans.Plans.SelectMany(plan => plan.Measures.Select(
                each => (object?[])
                [
                    each.Id, plan.Name ?? plan.AccountId, plan.AccountId, each.ObjectiveId, each.Statement, PlanFingerprint.Of(each),
                ]))),
            (PlanTables.Notes, TitlesOf(PlanFields.OfNotes), plans.Plans.SelectMany(plan => plan.Notes.Select(
                each => (object?[])
                [
                    plan.Name ?? plan.AccountId, plan.AccountId, each.Section.Name, each.Text, PlanFingerprint.Of(plan.Notes),
                ]))),
            (PlanTables.Accounts, TitlesOf(PlanFields.OfAccounts), plans.Plans.Select(
                plan => (object?[])[plan.Name ?? plan.AccountId, plan.AccountId, PlanFingerprint.Of(plan.Notes)])),
        ];
        TableFiles.Write(
            [
                .. tables.Where(table => table.Name == PlanTables.Actions || table.Rows.Any())
                    .Select(table => (table.Name, table.Titles, (IEnumerable<IReadOnlyList<object?>>)table.Rows)),
            ],
            place, isEscaped: true);
    }

    private static string[] TitlesOf(IReadOnlyList<Field> fields) => [.. fields.Select(field => field.Name)];

    private static string? DayOf(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static void WriteCsv(PlanFile plans, LocalDate asOf, string language, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader(Titles);
        foreach (var row in RowsOf(plans, asOf, language))
        {
            foreach (var cell in row)
            {
#pragma warning disable MA0011 // the writer's own provider is the invariant culture
                if (cell is double number)
                    csv.WriteField((double?)number);
                else if (cell is decimal amount)
                    csv.WriteField((decimal?)amount);
                else if (cell is int count)
                    csv.WriteField((double?)count);
                else
                    csv.WriteField(CsvText.Cell(cell as string ?? ""));
#pragma warning restore MA0011
            }

            csv.EndRecord();
        }
    }

    private static IEnumerable<object?[]> RowsOf(PlanFile plans, LocalDate asOf, string language) =>
        plans.Plans.SelectMany(plan => plan.Actions.Select(action => RowOf(plan, action, asOf, language)));

    private static object?[] RowOf(AccountPlan plan, PlanAction action, LocalDate asOf, string language) =>
    [
        action.Id, plan.Name ?? plan.AccountId, action.Text.In(language), action.Owner, LocalDatePattern.Iso.Format(action.DueOn),
        action.State.Status.Name, action.IsOverdue(asOf) ? "true" : "false",
        DayOf(action.State.On), action.State.Progress, action.State.Note,
        action.State.Evidence, action.Resource?.Name, action.Hours, action.Budget, action.Spent, action.AtStake, action.Origin?.Finding,
        action.Revision, plan.AccountId, action.MeasureId, action.Origin?.Rule,
        DayOf(action.Origin?.FirstAskedOn), DayOf(action.Origin?.LastAskedOn), action.Origin?.Number, action.State.By,
    ];
}
