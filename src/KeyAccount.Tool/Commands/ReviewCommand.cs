using System.CommandLine;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Purchases;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount review</c>: grades the sample portfolio that comes with the tool.</summary>
internal static class ReviewCommand
{
    private static readonly TextTable Texts = TextTable.FromResources(typeof(ReviewCommand).Assembly, "KeyAccount.Tool.Texts");

    public static Command Create()
    {
        var report = new ReportOptions();
        var command = new Command("review", "Review the sample portfolio: the purchases of a fictional industrial supplier's accounts.");
        report.AddTo(command);
        command.SetAction(result =>
        {
            using var sample = typeof(ReviewCommand).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.purchases.csv")!;
            var totals = PurchaseReader.Read(sample, new());
            report.Write(
                result,
                Output.GradingReport.Of(GradeCommand.Grade(totals.Accounts, cuts: null, ParetoRule.Crossing), Texts["Review.Title"]));
        });
        return command;
    }
}
