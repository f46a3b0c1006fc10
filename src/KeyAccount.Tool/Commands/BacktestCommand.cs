using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using KeyAccount.Tool.Backtests;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Plans;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount backtest OUTCOMES.csv</c>: compares scores of an earlier day with what happened afterwards.</summary>
internal static class BacktestCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("OUTCOMES.csv")
        {
            Description =
                "A table with a row for each account: its score, band, or the criteria of accountValue.standard in their units, and its "
                + "outcome (yes or no); scoredOn, outcomeOn, probability and weight where they are known.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var history = FolderName.Option("--history", "Reviews that were kept (keyaccount review --history), instead of a table.");
        var outcome = WordOption.Create(
            "--outcome",
            "With --history, what is read from the later review: purchases have grown by 10 %, the account has left, or its purchases in "
            + "money (default: growth).",
            HistoryRows.Outcomes);
        var months = ParsedOption.Number(
            "--months", "With --history, how many months after a score its outcome is read, at least (default: 6).", 1, 120);
        var money = new Option<bool>("--money") { Description = "The outcome in the table is an amount of money, not yes or no." };
        var low = new Option<bool>("--at-low-scores")
        {
            Description = "Low scores go with the event, as low loyalty goes with leaving (with --outcome left: always).",
        };
        var settings = FileName.Option(
            "--settings", "Settings of models: the scores are those of accountValue.standard with them, from the criteria.");
        var save = FileName.Option("--save", "Write the weights that the outcomes support into this file, for review --settings.");
        var titles = ParsedOption.Titles(
            "outcome=churned", $"{string.Join(", ", OutcomeTable.OwnNames)}, and the criteria of accountValue.standard",
            () => OutcomeTable.Names);
        var table = new TableOptions();
        var report = new ReportOptions();
        var command = new Command(
            "backtest",
            "Compare scores with what happened afterwards: do A accounts grow, do low scores leave, which criterion predicts, and which "
            + "weights do the outcomes support.")
        {
            file, history, outcome, months, money, low, settings, save, titles,
        };
        table.AddTo(command);
        report.AddTo(command);
        command.SetAction(result =>
        {
            var (name, folder, given, target) = (
                result.GetValue(file), result.GetValue(history), result.GetValue(settings), result.GetValue(save));
            if (name is null == folder is null)
                throw new UsageException("name a table of scores and outcomes, or --history with a folder of reviews, and not both.");
            if (folder is null && (result.GetValue(outcome) is not null || result.GetValue(months) is not null))
                throw new UsageException("--outcome and --months need --history.");
            if (folder is not null && result.GetValue(money))
                throw new UsageException("--money is for a table; with --history, use --outcome purchases.");
            FileInfo?[] inputs = [given, name is null or "-" ? null : new FileInfo(name)];
            if (target is not null && FilePlace.IsAmong(target, inputs))
                throw new UsageException($"--save '{target}' is a file that is read; name another file.");
            var model = ModelOf(given);
            var word = result.GetValue(outcome) ?? "growth";
            var notes = new List<string>();
            var (rows, columns) = folder is not null ? OfHistory(folder) : OfTable();
            var backtest = Tried();
            report.Write(result, BacktestReport.Of(backtest, report.IsOnPaper(result) ? Detail.Full : Detail.Brief), [.. inputs, target]);
            GlobalOptions.Tell(result, notes);

            // After the report: it says why there are no weights.
            if (target is not null)
            {
                var fitted = SettingsOf(backtest, model.Id);
                ReportOutput.Write(
                    target, result.InvocationConfiguration.Output, output => JsonText.Write(output, json => fitted.WriteTo(json)));
            }

            Backtest Tried()
            {
                try
                {
                    return Backtest.Of(
                        rows, model, columns,
                        new ValidationOptions { EventsAtLowScores = result.GetValue(low) || (folder is not null && word == "left") });
                }
                catch (ToolException e)
                {
                    throw e.In(name ?? folder!.ToString());
                }
            }

            (IReadOnlyList<BacktestRow> Rows, BacktestColumns Columns) OfHistory(DirectoryInfo kept)
            {
                var later = result.GetValue(months) ?? 6;
                var (found, has, unknown) = HistoryRows.Of(new ReviewFolder(kept), model, word, later, given is not null);
                Note(has);
                if (unknown > 0)
                    notes.Add($"note: {ToolText.Of("Backtest.Unknown", report.LanguageOf(result), unknown)}");
                return (found, has);
            }

            (IReadOnlyList<BacktestRow> Rows, BacktestColumns Columns) OfTable()
            {
                using var sources = TableSource.Open([name!], "outcomes");
                if (sources is not [var source])
                    throw new UsageException($"'{name}' must be one file.");
                var (found, has) = source.Reading(() => OutcomeTable.Read(
                    source, table.ReadingOf(result),
                    ParsedOption.Map(result.GetValue(titles), title => title, StringComparer.Ordinal),
                    model, result.GetValue(money), given is not null));
                if (given is not null && !has.HasCriteria)
                {
                    throw new UsageException(
                        "--settings needs the criteria in the table: with scores alone there is nothing to score again.");
                }

                Note(has);
                return (found, has);
            }

            void Note(BacktestColumns has)
            {
                var language = report.LanguageOf(result);
                notes.AddRange(has.Notes.Select(note => $"note: {note.In(language)}"));
            }
        });
        return command;
    }

    private static Scorecard<AccountValueFacts, AccountTier> ModelOf(FileInfo? settings) => settings is null
        ? AccountValue.Standard
        : InputFile.Read(settings, "settings", stream => ModelFaults.Report(
            () => new ReviewModels().With(SettingsFile.FromJson(InputFile.BytesOf(stream))).Of(AccountValue.Standard)));

    private static JsonObject SettingsOf(Backtest backtest, string id)
    {
        if (backtest.Weights is not { } fit)
        {
            throw new NothingToDoException(
                "--save needs the criteria, the day of each score (scoredOn) and an outcome of yes or no that is not the same for all.");
        }

        return fit.Settings is { } fitted
            ? new() { [id] = JsonNode.Parse(fitted.ToJson()) }
            : throw new NothingToDoException($"--save: {fit.Reason!.En}");
    }
}
