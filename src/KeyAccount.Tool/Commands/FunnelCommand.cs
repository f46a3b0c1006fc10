using System.CommandLine;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount funnel [PORTFOLIO.json]</c>: forecast, its certainty, and stalled deals.</summary>
internal static class FunnelCommand
{
    public static Command Create()
    {
        var command = new Command(
            "funnel", "Show the sales funnel on one screen: what is going to close, how sure that is, and which deals have stalled.");
        var portfolio = PortfolioArgument.AddTo(command);
        var target = ParsedOption.Amount(
            "--target", "The target of the period (default: that of the portfolio).", isZeroAllowed: true);
        var until = ParsedOption.Date(
            "--until", "The last day of the period to forecast (default: the end of the quarter in which the next day is).");
        var grid = ParsedOption.Amount(
            "--grid", "The step of amounts in the forecast (default: as fine as 10,000 steps allow).", isZeroAllowed: false);
        var asOf = ParsedOption.Date("--as-of", "The day of the report (default: that of the portfolio; with --opportunities, today).");
        var deals = new OpportunityOptions();
        var report = new ReportOptions();
        foreach (var option in (Option[])[target, until, grid, asOf])
            command.Options.Add(option);
        deals.AddTo(command);
        var redact = new RedactOptions();
        redact.AddTo(command);
        report.AddTo(command);
        command.SetAction(result =>
        {
            var file = result.GetValue(portfolio);
            var redacted = redact.Of(result, report.LanguageOf(result));
            if (deals.IsGiven(result))
            {
                if (file is not null)
                    throw new UsageException("a portfolio and --opportunities cannot be combined; leave one of them out.");
                var read = deals.Read(
                    result, OptionsAsOf(result.GetValue(asOf) ?? ToolClock.Today, null), report.LanguageOf(result), redacted);
                Write(result, read.Report, read.Files);
                GlobalOptions.Tell(result, read.Notes);
                return;
            }

            Write(result, OfPortfolio(file, result.GetValue(asOf), OptionsAsOf, redacted, GlobalOptions.ProgressOf(result)), [file]);

            FunnelOptions OptionsAsOf(LocalDate day, decimal? usual) => result.GetValue(until) < day
                ? throw new UsageException(
                    $"--until {NodaTime.Text.LocalDatePattern.Iso.Format(result.GetValue(until)!.Value)} is before "
                    + $"{NodaTime.Text.LocalDatePattern.Iso.Format(day)}, the day of the report.")
                : new()
                {
                    AsOf = day,
                    Until = result.GetValue(until),
                    Target = result.GetValue(target) ?? usual,
                    Grid = result.GetValue(grid),
                };

            void Write(ParseResult parsed, FunnelReport funnel, IReadOnlyList<FileInfo?> files) => report.Write(
                parsed, FunnelReports.Of(funnel, report.IsOnPaper(parsed) ? Detail.Full : Detail.Brief), [.. files]);
        });
        return command;
    }

    private static FunnelReport OfPortfolio(
        FileInfo? file, LocalDate? asOf, Func<LocalDate, decimal?, FunnelOptions> optionsOf, RedactionOptions? redacted,
        ProgressBar bar)
    {
        using var stream = file is null ? Samples.Portfolio() : InputFile.Open(file, "accounts");
        return file is null ? Read() : InputFile.Read(stream, file, _ => Read());

        FunnelReport Read() => ModelFaults.Report(() =>
        {
            var portfolio = PortfolioFile.Read(InputFile.Seekable(stream));
            if (redacted is not null)
                portfolio = portfolio.Redacted(redacted);
            var builder = new FunnelReportBuilder(optionsOf(asOf ?? portfolio.Head.AsOf, portfolio.Head.SalesTarget));
            var deals = 0L;
            bar.Run(file is not null && bar.IsShown(stream), "opportunities", portfolio.Entries.Count, progress =>
            {
                for (var i = 0; i < portfolio.Entries.Count; i++)
                {
                    var account = portfolio.ReadConverted(i);
                    foreach (var deal in account.Opportunities)
                    {
                        deals++;
                        builder.Add(deal with
                        {
                            AccountId = account.Id,
                            Owner = deal.Owner ?? account.Owner,
                            Currency = deal.Currency ?? portfolio.Head.Currency,
                        });
                    }

                    progress?.Invoke(i + 1);
                }

                return true;
            });
            return deals > 0 ? builder.Build() : throw new NothingToDoException(
                "no account of the portfolio has opportunities; add them to its accounts (keyaccount schema portfolio), or name a table "
                + "of deals with --opportunities.");
        });
    }
}
