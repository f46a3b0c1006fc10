using System.CommandLine;
using KeyAccount.Tool.Output;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount review [PORTFOLIO.json]</c>: which accounts matter, and what would bring each further.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var command = new Command("review", "Review a portfolio: tier, value, what is known, and the shortest way to the next band of each account.");
        var portfolio = new PortfolioOptions(command, isOption: false);
        var report = new ReportOptions();
        report.AddTo(command);
        command.SetAction(result =>
        {
            var (review, models, files) = portfolio.Review(result);
            report.Write(result, ReviewReport.Of(review, models), files);
        });
        return command;
    }
}
