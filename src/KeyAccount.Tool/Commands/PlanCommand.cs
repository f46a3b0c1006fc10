using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KeyAccount.Core;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Plans;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount plan [ID|PORTFOLIO.json]</c>: the plan of an account, or of all; with <c>--update</c> the actions of the review
/// become actions of the plan. <c>keyaccount plan set</c> edits one.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var what = new Argument<string?>("ID|PORTFOLIO.json")
        {
            Description = "An account, by its id or a part of its name, or a portfolio file; without it, the plans of all accounts.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (word.Length > 0 && !word.StartsWith('-'))
                    return word;
                result.AddError(word.Length == 0 ? "ID|PORTFOLIO.json '' is neither an account nor a file."
                    : $"Unrecognized command or argument '{word}'.");
                return null;
            },
        };
        var command = new Command(
            "plan",
            "Show the plan of an account by the ten sections of its template, or how far the plans of all accounts are.")
        {
            what,
        };
        var portfolio = new PortfolioOptions(command, result => FileOf(result.GetValue(what)));
        var plan = FileName.Option(
            "--plan", "The plans (keyaccount schema plan); without it, new ones from the review, and of the sample its own.",
            "PLAN.json");
        var update = new Option<bool>("--update")
        {
            Description = "Take the review up and write the plans back: what it asks for becomes an action, what is known is recognised.",
        };
        var workbook = FileName.Option(
            "--xlsx", "Write actions, objectives, measures and notes into a workbook too, a sheet each, and whose notes these are.");
        var folder = FolderName.Option(
            "--tables", "Write actions, objectives, measures and notes into a folder too, a CSV file each, and whose notes these are.");
        var history = FolderName.Option(
            "--history", "Reviews that were kept (keyaccount review --history): shows how the score has moved.");
        command.Options.Add(plan);
        command.Options.Add(update);
        command.Options.Add(workbook);
        command.Options.Add(folder);
        command.Options.Add(history);
        var report = new ReportOptions();
        report.AddTo(command);
        command.Subcommands.Add(PlanSetCommand.Create());
        command.SetAction(result =>
        {
            var (file, sheets, isUpdate) = (result.GetValue(plan), result.GetValue(workbook), result.GetValue(update));
            var language = report.LanguageOf(result);
            if (isUpdate && file is null)
                throw new UsageException("--update writes the plans back; name their file with --plan.");
            using var opened = portfolio.Open(result, report);
            if (opened.Redaction is not null && (file is not null || result.GetValue(history) is not null))
                throw new UsageException("--redact cannot be combined with --plan or --history; leave them out.");
            if (sheets is not null && FilePlace.IsAmong(sheets, [.. opened.Files, file]))
                throw new UsageException($"--xlsx '{sheets}' is the file that is read; name another file.");
            if (file is not null && FilePlace.IsAmong(file, opened.Files))
                throw new UsageException($"--plan '{file}' is the portfolio; name a file of plans.");
            var name = result.GetValue(what) is { } word && FileOf(word) is null ? word : null;
            var account = name is null ? null : opened.Review(opened.Find(name));

            // One account after the other, so that a large portfolio is never held.
            var reviews = account is null ? opened.Run.Reviews() : [account];
            var plans = opened.Report(() => isUpdate ? PlanStore.Update(file!, before => TakenUp(before, reviews, file!, opened.Run.AsOf))
                : TakenUp(
                    file is not null ? PlanStore.Read(file) : opened.IsSample ? PlanStore.Sample() : new(), reviews, file,
                    opened.Run.AsOf));
            var trail = result.GetValue(history) is { } kept && account is not null
                ? new ReviewHistory(new ReviewFolder(kept)).Of(account.Id) : null;
            var shown = account is null ? plans
                : plans with { Plans = [plans.Find(account.Id) ?? new AccountPlan { AccountId = account.Id, ReviewedOn = account.AsOf }] };
            if (sheets is not null)
                PlanReports.WriteTables(shown, opened.Run.AsOf, language, sheets.ToString());
            if (result.GetValue(folder) is { } tables)
                PlanReports.WriteTables(shown, opened.Run.AsOf, language, tables.ToString());
            report.Write(
                result,
                account is null ? PlanReports.Of(shown, opened.Run.AsOf, language)
                    : PlanReports.Of(shown, plans, account, opened.Run, trail, language),
                [.. opened.Files, file, sheets]);
            GlobalOptions.Tell(
                result, [.. opened.Notes, .. opened.NotesOn(plans, language), .. PlanStore.NotesOn(WarningsOn(plans, account), language)]);
            if (isUpdate)
            {
                GlobalOptions.Tell(
                    result,
                    [
                        $"note: {ToolText.Of(
                            "Plan.Updated", language, file!.ToString(), plans.Actions.Count(), plans.Plans.Count)}",
                    ]);
            }
        });
        return command;
    }

    // Those of the plans that are shown, by their places in the file.
    private static FactWarning[] WarningsOn(PlanFile plans, AccountReview? account)
    {
        var at = account is null ? -1 : plans.Plans.ToList().FindIndex(plan => plan.AccountId == account.Id);
        var path = string.Create(CultureInfo.InvariantCulture, $"plans[{at}].");
        return [.. plans.Warnings().Where(warning => account is null || warning.Path.StartsWith(path, StringComparison.Ordinal))];
    }

    // What ends like a file, or is one, is a file.
    private static FileInfo? FileOf(string? word) =>
        word is not null && (word.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || File.Exists(word)) ? new(word) : null;

    private static PlanFile TakenUp(PlanFile plans, IEnumerable<AccountReview> reviews, FileInfo? file, LocalDate asOf)
    {
        try
        {
            return PlanStore.Checked(plans, asOf).TakeUp(reviews);
        }
        catch (ArgumentException e) when (e is not InvalidModelException)
        {
            throw new ToolException($"{file}: {ToolException.ReasonOf(e)}", e);
        }
        catch (ToolException e) when (file is not null)
        {
            throw e.In(file.ToString());
        }
    }
}
