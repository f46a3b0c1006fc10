using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount watch [PORTFOLIO.json] --since REVIEW.json</c>: what has become true and what is no longer true, one event per
/// line.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var command = new Command(
            "watch",
            "Report what has become true since an earlier review and what no longer is, one event per line; exit code 0 with events, 3 "
            + "without any.");
        var portfolio = new PortfolioOptions(command, isOption: false);
        var since = FileName.Option("--since", "The earlier review (written by review --format json).", "REVIEW.json");
        since.Required = true;
        var plan = new PlanOption();
        var format = WordOption.Create("--format", "The format of the events (default: text).", "text", "jsonl");
        var file = FileName.Option("--out", "Write to this file instead of the terminal.");
        var report = new ReportOptions();
        command.Options.Add(since);
        plan.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(file);
        report.AddLanguageTo(command);
        command.SetAction(result =>
        {
            using var read = portfolio.Open(result, report);
            var opened = plan.Planned(result, read, report.LanguageOf(result));
            var (earlierFile, output) = (result.GetValue(since)!, result.GetValue(file));
            if (output is not null && FilePlace.IsAmong(output, [.. opened.Files, earlierFile, plan.FileOf(result)]))
                throw new UsageException($"--out '{output}' is the file that is read; name another file.");
            var earlier = ReviewCommand.Earlier(earlierFile, opened);
            var events = opened.Report(() => opened.Progress.Run(
                opened.IsLong, "review", opened.Run.Accounts.Count,
                progress => opened.Run.EventsSince(earlier, progress is null ? null : done => progress(done))));
            GlobalOptions.Tell(result, [.. opened.Notes, .. Changed(earlier, opened.Run)]);
            if (events.Count == 0)
            {
                throw new NothingToDoException(
                    $"nothing has become true or ceased to be true since {LocalDatePattern.Iso.Format(earlier.AsOf)}.");
            }

            var language = report.LanguageOf(result);
            ReportOutput.Write(output, result.InvocationConfiguration.Output, writer =>
            {
                foreach (var each in events)
                    writer.Write((result.GetValue(format) == "jsonl" ? JsonOf(each) : LineOf(each, language)) + "\n");
            });
        });
        return command;
    }

    // Part of what is new may be the models' and not the accounts'.
    private static IEnumerable<string> Changed(ReviewSnapshot earlier, PortfolioReviewRun run)
    {
        var models = earlier.Models.Where(model => run.Models.TryGetValue(model.Key, out var version) && version != model.Value)
            .Select(model => model.Key).Order(StringComparer.Ordinal).ToArray();
        if (models.Length > 0)
        {
            yield return $"note: models differ from those of the earlier review: {string.Join(", ", models)}; "
                + "some events may be due to that.";
        }
    }

    private static string JsonOf(ReviewEvent each)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            each.WriteTo(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string LineOf(ReviewEvent each, string language) => SafeText.Line(
        $"{LocalDatePattern.Iso.Format(each.On)}  {each.AccountName}  {each.To ?? (each.From is { } gone ? "-" + gone : each.Kind.Name)}"
        + (each.AtStake is { } money ? $"  {money.ToString("#,0", CultureInfo.InvariantCulture)}" : "")
        + $"  {each.Text.In(language)}",
        1_000);
}
