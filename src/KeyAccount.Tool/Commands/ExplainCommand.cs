using System.CommandLine;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Output;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount explain ACCOUNT</c>: one account, with every reason.</summary>
internal static class ExplainCommand
{
    private const int ShownAccounts = 10;

    public static Command Create()
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The id or the name of the account." };
        var command = new Command("explain", "Explain the rating of one account: what it is made of, what is not known, what would bring it further.") { account };
        var portfolio = new PortfolioOptions(command, isOption: true);
        var report = new ReportOptions();
        report.AddTo(command);
        command.SetAction(result =>
        {
            var (review, models, files) = portfolio.Review(result);
            report.Write(result, ExplainReport.Of(Find(review, result.GetRequiredValue(account)), review.Currency, models), files);
        });
        return command;
    }

    private static AccountReview Find(PortfolioReview review, string name)
    {
        var found = review.Accounts.Where(each => each.Id == name).ToArray();
        if (found.Length == 0)
            found = [.. review.Accounts.Where(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase))];
        if (found.Length == 0)
            found = [.. review.Accounts.Where(each => each.Name.Contains(name, StringComparison.OrdinalIgnoreCase) || each.Id.Contains(name, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var one] => one,
            [] => throw new ToolException($"there is no account '{name}'."),
            _ => throw new ToolException(
                $"'{name}' can be {string.Join(", ", found.Take(ShownAccounts).Select(each => $"'{each.Id}'"))}{(found.Length > ShownAccounts ? ", …" : "")}; name one of them by its id."),
        };
    }
}
