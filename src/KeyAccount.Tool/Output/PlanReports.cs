using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using MiniExcelLibs;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Output;

/// <summary>Plans: JSON as the file, CSV and a workbook with a row for each action, and their document for a person.</summary>
internal static class PlanReports
{
    private static readonly string[] Titles =
    [
        "id", "account", "action", "owner", "due", "status", "isOverdue", "since", "progress", "note", "evidence", "resource", "hours",
        "budget", "spent", "atStake", "finding", "revision", "accountId", "measure", "rule", "firstAskedOn", "lastAskedOn", "number",
    ];

    /// <summary>The plans of all accounts.</summary>
    public static Report Of(PlanFile plans, LocalDate asOf) => new(
        output => output.WriteLine(plans.ToJson()), output => WriteCsv(plans, asOf, output), language => plans.Describe(asOf, language));

    /// <summary>The plan of an account.</summary>
    public static Report Of(PlanFile own, PlanFile all, AccountReview review, PortfolioReviewRun run, AccountHistory? history) => new(
        output => output.WriteLine(own.ToJson()),
        output => WriteCsv(own, review.AsOf, output),
        language => run.DescribePlan(own.Plans[0], review, language, all, history));

    /// <summary>The actions as a workbook with one sheet.</summary>
    public static void WriteWorkbook(PlanFile plans, LocalDate asOf, string language, FileInfo file) => ReportOutput.WriteFile(
        file,
        stream => stream.SaveAs(
            RowsOf(plans, asOf, language).Select(cells =>
            {
                var row = new Dictionary<string, object?>(StringComparer.Ordinal);
                for (var i = 0; i < Titles.Length; i++)
                    row[Titles[i]] = cells[i];
                return row;
            }).ToList(),
            sheetName: "actions"));

    private static void WriteCsv(PlanFile plans, LocalDate asOf, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader(Titles);
        foreach (var row in RowsOf(plans, asOf, Language.English))
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
        action.State.On is { } since ? LocalDatePattern.Iso.Format(since) : null, action.State.Progress, action.State.Note,
        action.State.Evidence, action.Resource?.Name, action.Hours, action.Budget, action.Spent, action.AtStake, action.Origin?.Finding,
        action.Revision, plan.AccountId, action.MeasureId, action.Origin?.Rule,
        action.Origin is { } origin ? LocalDatePattern.Iso.Format(origin.FirstAskedOn) : null,
        action.Origin is { } asked ? LocalDatePattern.Iso.Format(asked.LastAskedOn) : null, action.Origin?.Number,
    ];
}
