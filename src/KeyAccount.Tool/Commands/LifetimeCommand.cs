using System.CommandLine;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Estimation;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Lifetimes;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount lifetime PURCHASES</c>: fits purchase models, and reports for every account whether it still buys and what it is
/// going to order.</summary>
internal static class LifetimeCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("PURCHASES.csv")
        {
            Description = "Tables of purchases with a header, folders of them, or - for the standard input, as for grade.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = FileName.ParseAll,
        };
        var asOf = ParsedOption.Date("--as-of", "The day up to which everything is known (default: that of the last purchase).");
        var split = ParsedOption.Date(
            "--split",
            "The last day of the first period of the calibration (default: the middle between the first purchase and the last day).");
        var minimum = ParsedOption.Number(
            "--minimum-accounts", "How many accounts a model needs (default: 200); with fewer, what it says is a guess.", 1);
        var profits = ParsedOption.File("--profits", "A table of profits (account_id, profit): adds the whale curve.");
        var save = FileName.Option("--save", "Write the fitted models into this file, for review --lifetime.");
        var purchases = new PurchaseOptions(hasOldNames: true, isDateNeeded: true);
        var redact = new RedactOptions(isTable: true);
        var report = new ReportOptions();
        var command = new Command(
            "lifetime", "Fit purchase models: who still buys, what each account is going to order in twelve months, and whether that held.")
        {
            files, asOf, split, minimum, profits, save,
        };
        purchases.AddTo(command);
        redact.AddTo(command);
        report.AddTo(command);
        command.SetAction(result =>
        {
            var format = purchases.FormatOf(result);
            using var sources = TableSource.Open(result.GetRequiredValue(files), "purchases");
            FileInfo?[] inputs =
            [
                .. sources.Select(source => source.File), .. purchases.SideFiles(result),
                result.GetValue(profits) is { } name ? new FileInfo(name) : null,
            ];
            var models = result.GetValue(save);
            if (models is not null && FilePlace.IsAmong(models, inputs))
                throw new UsageException($"--save '{models}' is a file that is read; name another file.");
            var bar = GlobalOptions.ProgressOf(result);
            var (totals, rows) = bar.Run(
                bar.IsShown(sources.Length), "purchases", sources.Length,
                progress => PurchaseReader.ReadPurchases(sources, format, progress));
            totals.NameOf = redact.NamesOf(result, report.LanguageOf(result), rows.Select(purchase => purchase.AccountId));
            var notes = PurchaseTelling.Check(sources, totals, format, "fitted", report.LanguageOf(result)).ToList();
            var day = result.GetValue(asOf) ?? rows.Max(purchase => purchase.Date);
            var known = rows.Where(purchase => purchase.Date <= day)
                .Select(purchase => purchase with { AccountId = totals.NameOf(purchase.AccountId) }).ToArray();
            if (known.Length == 0)
                throw new NothingToDoException($"there are no purchases up to {LocalDatePattern.Iso.Format(day)}.");
            if (known.Length < rows.Count)
            {
                notes.Add($"note: {ToolText.Of(
                    "Lifetime.Later", report.LanguageOf(result), rows.Count - known.Length,
                    LocalDatePattern.Iso.Format(day))}");
            }

            var currency = format.Currency ?? (totals.Currencies.Count == 1 ? totals.Currencies.Keys.First() : null);
            var analysis = LifetimeAnalysis.Of(
                known, day, result.GetValue(split),
                FitOptions.Default with { MinimumAccounts = result.GetValue(minimum) ?? FitOptions.Default.MinimumAccounts }, currency);
            analysis = analysis with
            {
                Profits = ParsedOption.Side(
                    result, profits, "profits", source => ProfitFile.Read(
                        source, new(format.Table, format.Numbers, format.Dates), totals.NameOf)),
            };
            report.Write(
                result,
                LifetimeReport.Of(
                    analysis, report.IsOnPaper(result) ? Detail.Full : Detail.Brief, json => PurchaseNotes.Write(json, totals)),
                [.. inputs, models]);
            if (models is not null)
                ReportOutput.Write(models, result.InvocationConfiguration.Output, output => output.WriteLine(analysis.Settings.ToJson()));
            GlobalOptions.Tell(result, notes);
        });
        return command;
    }
}
