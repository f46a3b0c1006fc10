using System.CommandLine;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount whitespace [PORTFOLIO.json]</c>: what customers buy elsewhere, by unit and category.</summary>
internal static class WhiteSpaceCommand
{
    public static Command Create()
    {
        var command = new Command(
            "whitespace", "Show what customers buy elsewhere: a matrix of units and categories, who has each field, and what is open.");
        var portfolio = new PortfolioOptions(command, isOption: false);
        var owner = new Option<string?>("--owner") { Description = "Only the accounts of one owner.", HelpName = "NAME" };
        command.Options.Add(owner);
        var account = new Option<string?>("--account")
        {
            Description = "Only one account, by its id or a part of its name.", HelpName = "ID",
        };
        command.Options.Add(account);
        var report = new ReportOptions();
        report.AddTo(command);
        command.SetAction(result =>
        {
            using var all = portfolio.Open(result, report);
            var opened = result.GetValue(owner) is { } person ? all.OwnedBy(person) : all;
            var summary = opened.Report(() => opened.Run.WhiteSpace)
                ?? throw new NothingToDoException("nothing is known by category: the accounts have neither a wallet nor order lines.");
            var only = result.GetValue(account) is { } name ? opened.Find(name) : null;
            if (only is not null && opened.Run.WhiteSpaceOf(only).Count == 0)
                throw new NothingToDoException(
                    $"nothing is known by category of '{only.Entry.Id}': it has neither a wallet nor order lines.");
            report.Write(result, WhiteSpaceReports.Of(summary, opened, only), [.. opened.Files]);
            GlobalOptions.Tell(result, opened.Notes);
        });
        return command;
    }
}
