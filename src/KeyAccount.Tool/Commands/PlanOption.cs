using System.CommandLine;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Plans;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary><c>--plan PLAN.json</c>: what the plans of the accounts know, beside what is reviewed.</summary>
internal sealed class PlanOption
{
    private readonly Option<FileInfo?> _plan = FileName.Option(
        "--plan",
        "The plans (keyaccount schema plan): what they know is shown as open, done, dismissed or overdue, and not proposed again.",
        "PLAN.json");

    public void AddTo(Command command) => command.Options.Add(_plan);

    /// <summary>The file; null if none is named.</summary>
    public FileInfo? FileOf(ParseResult result) => result.GetValue(_plan);

    /// <summary>The portfolio with its plans, where their file is named.</summary>
    public OpenPortfolio Planned(ParseResult result, OpenPortfolio read, string language)
    {
        if (FileOf(result) is not { } file)
            return read;
        if (read.Redaction is not null)
            throw new UsageException("--redact cannot be combined with --plan; leave out --plan.");
        if (FilePlace.IsAmong(file, read.Files))
            throw new UsageException($"--plan '{file}' is the portfolio; name a file of plans.");
        try
        {
            return read.WithPlans(PlanStore.Checked(PlanStore.Read(file), read.Run.AsOf), language);
        }
        catch (ToolException e)
        {
            throw e.In(file.ToString());
        }
        catch (ArgumentException e)
        {
            throw new ToolException($"{file}: {ToolException.ReasonOf(e)}", e);
        }
    }
}
