using System.CommandLine;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Plans;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;
using NodaTime.Text;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount review [PORTFOLIO.json]</c>: what matters on Monday, on one screen; with <c>--account</c> one account on one
/// page.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var command = new Command(
            "review", "Review a portfolio on one screen: what is at stake, who may leave, what to do next, what we do not know.");
        var portfolio = new PortfolioOptions(command, isOption: false);
        var account = new Option<string?>(
            "--account")
        {
            Description = "One account on one page, a group with its members: its id, or a part of its name.", HelpName = "ID",
        };
        var since = FileName.Option(
            "--since", "An earlier review (written with --format json): adds what has changed.", "REVIEW.json");
        var owner = new Option<string?>("--owner")
        {
            Description = "Only the accounts of one owner, with their findings and actions.", HelpName = "NAME",
        };
        var pages = FolderName.Option(
            "--pages", "Write HTML pages into this folder: an index, and a page for each account.");
        var history = FolderName.Option(
            "--history", "Keep the review in this folder, and report what has changed since the last one kept.");
        var plan = new PlanOption();
        command.Options.Add(account);
        command.Options.Add(owner);
        command.Options.Add(since);
        command.Options.Add(pages);
        command.Options.Add(history);
        plan.AddTo(command);
        var report = new ReportOptions();
        report.AddTo(command);
        command.SetAction(result =>
        {
            using var read = portfolio.Open(result, report);
            var all = plan.Planned(result, read, report.LanguageOf(result));
            var opened = result.GetValue(owner) is { } person ? all.OwnedBy(person) : all;
            var (file, name) = (result.GetValue(since), result.GetValue(account));
            var kept = result.GetValue(history) is { } keeping ? Kept(new(new ReviewFolder(keeping)), file, all, opened) : null;
            var earlier = file is null ? kept : Earlier(file, opened);
            if (result.GetValue(pages) is { } folder)
            {
                if (name is not null || report.IsAsked(result))
                    throw new UsageException("--pages writes every account into a folder; leave out --account, --format and --out.");
                ReviewPages.Write(opened, earlier, report.LanguageOf(result), folder);
                GlobalOptions.Tell(result, opened.Notes);
                return;
            }

            var found = name is null ? null : opened.Find(name);
            report.Write(
                result,
                found is null
                    ? ReviewReport.Of(opened, earlier, report.IsOnPaper(result) ? Detail.Full : Detail.Brief, report.IsPage(result))
                    : ReportOf(found, opened, earlier, report.IsPage(result), report.IsOnPaper(result) ? Detail.Full : Detail.Brief),
                [.. opened.Files, file, plan.FileOf(result)]);
            GlobalOptions.Tell(result, found is null ? opened.Notes : [.. opened.Notes, .. opened.NotesOn(found, name!)]);
        });
        return command;
    }

    // What is kept is the review of all accounts, whoever's are shown.
    private static ReviewSnapshot? Kept(ReviewHistory history, FileInfo? since, OpenPortfolio all, OpenPortfolio shown)
    {
        if (since is not null)
            throw new UsageException("--history compares with the last review that is kept; leave out --since.");
        if (all.Redaction is not null)
            throw new UsageException("--history keeps what is known; leave out --redact.");
        try
        {
            var before = history.Before(shown.Run.AsOf);
            _ = all.Report(() => history.Record(all.Run));
            return before;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new ToolException($"--history: {ToolException.ReasonOf(e)}", e);
        }
    }

    // An account with members is told with them, as one customer.
    private static Report ReportOf(RankedAccount account, OpenPortfolio opened, ReviewSnapshot? earlier, bool isPage, Detail detail) =>
        opened.Run.GroupOf(account) is { } group
            ? AccountReport.Of(group, opened.Report(() => opened.Run.Review(group)), opened.Run, opened.Models, earlier, isPage, detail)
            : AccountReport.Of(opened.Review(account), opened.Run, opened.Models, earlier);

    /// <summary>An earlier review that can be compared with an open portfolio.</summary>
    public static ReviewSnapshot Earlier(FileInfo file, OpenPortfolio opened)
    {
        var run = opened.Run;
        var earlier = InputFile.Read(file, "a review", stream => ModelFaults.Report(() => opened.Progress.Run(
            opened.Progress.IsShown(stream),
            "earlier review",
            stream.CanSeek ? 2.0 * stream.Length : 0,
            progress => ReviewSnapshot.Read(InputFile.Seekable(stream), progress is null ? null : done => progress(done)))));
        earlier = opened.Redaction?.Redact(earlier) ?? earlier;
        return earlier.AsOf > run.AsOf
            ? throw new ToolException(
                $"{file}: it is as of {LocalDatePattern.Iso.Format(earlier.AsOf)}; a review since then must not be as of "
                + $"{LocalDatePattern.Iso.Format(run.AsOf)}.")
            : earlier.Currency != run.Currency
            ? throw new ToolException(
                $"{file}: its amounts are in {SafeText.Line(earlier.Currency, 10)}, those of the portfolio in "
                + $"{SafeText.Line(run.Currency, 10)}.")
            : earlier.Owner is { } owner && owner != run.Owner
            ? throw new ToolException(
                $"{file}: it has the accounts of '{SafeText.Line(owner, 80)}' only; --owner with that name compares with it.")
            : earlier;
    }
}
