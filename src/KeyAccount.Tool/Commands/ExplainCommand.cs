using System.CommandLine;
using KeyAccount.Tool.Output;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount explain ACCOUNT</c>: one account, with every reason.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The id or the name of the account." };
        var command = new Command(
            "explain",
            "Explain the rating of one account, a group with its members: how it is made up, what is not known, what would improve it.")
        {
            account,
        };
        var portfolio = new PortfolioOptions(command, isOption: true);
        var plan = new PlanOption();
        plan.AddTo(command);
        var report = new ReportOptions();
        report.AddTo(command);
        command.SetAction(result =>
        {
            using var read = portfolio.Open(result, report);
            var opened = plan.Planned(result, read, report.LanguageOf(result));
            var found = opened.Find(result.GetRequiredValue(account));
            report.Write(
                result,
                opened.Run.GroupOf(found) is { } group
                    ? AccountReport.Explained(group, opened.Report(() => opened.Run.Review(group)), opened.Run)
                    : AccountReport.Explained(opened.Review(found), opened.Run),
                [.. opened.Files, plan.FileOf(result)]);
            GlobalOptions.Tell(result, [.. opened.Notes, .. opened.NotesOn(found, result.GetRequiredValue(account))]);
        });
        return command;
    }
}
