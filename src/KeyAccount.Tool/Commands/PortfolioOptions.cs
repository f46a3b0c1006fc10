using System.CommandLine;
using System.CommandLine.Parsing;
using KeyAccount.Core;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Commands;

/// <summary>Which portfolio is reviewed, and with which models.</summary>
internal sealed class PortfolioOptions
{
    private const int ShownFaults = 20;

    private readonly Symbol _portfolio;
    private readonly Option<FileInfo?> _settings = new("--settings")
    {
        Description = "Settings of models, by their ids (keyaccount schema settings).",
        HelpName = "FILE",
        CustomParser = result => Files.Parse(result, "--settings"),
    };

    /// <summary>With the portfolio as an argument, or as an option where the argument is something else.</summary>
    public PortfolioOptions(Command command, bool isOption)
    {
        const string Description = "A portfolio file (keyaccount schema portfolio); without it, the sample that comes with the tool.";
        if (isOption)
        {
            var option = new Option<FileInfo?>("--portfolio") { Description = Description, HelpName = "FILE", CustomParser = result => Files.Parse(result, "--portfolio") };
            command.Options.Add(option);
            _portfolio = option;
        }
        else
        {
            var argument = new Argument<FileInfo?>("PORTFOLIO.json")
            {
                Description = Description,
                Arity = ArgumentArity.ZeroOrOne,
                CustomParser = result => Files.Parse(result, "PORTFOLIO.json"),
            };
            command.Arguments.Add(argument);
            _portfolio = argument;
        }

        command.Options.Add(_settings);
    }

    /// <summary>Reviews what was named; with the files that were read.</summary>
    public (PortfolioReview Review, ReviewModels Models, FileInfo?[] Files) Review(ParseResult result)
    {
        var file = _portfolio is Option<FileInfo?> option ? result.GetValue(option) : result.GetValue((Argument<FileInfo?>)_portfolio);
        var portfolio = file is null ? Sample() : Files.Read(file, "accounts", stream => WithFaults(() => Portfolio.FromJson(Files.BytesOf(stream))));
        var models = ReviewModels.For(portfolio);
        var settings = result.GetValue(_settings);
        if (settings is not null)
            models = Files.Read(settings, "settings", stream => WithFaults(() => models.With(SettingsFile.FromJson(Files.BytesOf(stream)))));
        try
        {
            return (new AccountReviewer(models).Review(portfolio), models, [file, settings]);
        }
        catch (OverflowException e)
        {
            throw new ToolException(e.Message, e);
        }
    }

    /// <summary>Reads something that says all its faults at once.</summary>
    public static T WithFaults<T>(Func<T> read, int shown = ShownFaults)
    {
        try
        {
            return read();
        }
        catch (InvalidModelException e)
        {
            var lines = string.Concat(e.Faults.Take(shown).Select(fault => $"\n  {fault.Path}: {fault.Message.ReplaceLineEndings(" ")}"));
            var more = e.Faults.Count > shown ? $"\n  … and {e.Faults.Count - shown} more" : "";
            throw new ToolException($"{e.Faults.Count} fault(s):{lines}{more}", e);
        }
    }

    private static Portfolio Sample()
    {
        using var stream = typeof(PortfolioOptions).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!;
        return Portfolio.FromJson(Files.BytesOf(stream));
    }
}
