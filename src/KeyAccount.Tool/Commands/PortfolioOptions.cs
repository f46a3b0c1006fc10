using System.CommandLine;
using System.CommandLine.Parsing;
using KeyAccount.Core;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary>Which portfolio is reviewed, and with which models.</summary>
internal sealed class PortfolioOptions
{
    private readonly Func<ParseResult, FileInfo?> _portfolio;

    private readonly Option<FileInfo?> _settings = File("--settings", "Settings of models, by their ids (keyaccount schema settings).");
    private readonly Option<FileInfo?> _purchases = File(
        "--purchases", "A CSV of purchases (account_id, date, amount): adds retention; without a portfolio, reviews what purchases alone allow.");

    private readonly Option<string> _currency = new("--currency")
    {
        Description = "The currency of --purchases without a portfolio.",
        HelpName = "CODE",
        DefaultValueFactory = _ => Portfolio.StandardCurrency,
    };

    private readonly Option<decimal?> _threshold = new("--key-account")
    {
        Description = "The yearly purchases that make a key account in that currency (needed unless it is CNY).",
        HelpName = "AMOUNT",
        CustomParser = result =>
        {
            if (PurchaseField.TryAmount(result.Tokens[0].Value, out var amount) && amount > 0)
                return amount;
            result.AddError($"--key-account '{result.Tokens[0].Value}' is not an amount above 0.");
            return null;
        },
    };

    /// <summary>With the portfolio as an argument, or as an option where the argument is something else.</summary>
    public PortfolioOptions(Command command, bool isOption)
    {
        const string Description = "A portfolio file (keyaccount schema portfolio); without it, the sample that comes with the tool.";
        if (isOption)
        {
            var option = File("--portfolio", Description);
            command.Options.Add(option);
            _portfolio = result => result.GetValue(option);
        }
        else
        {
            var argument = new Argument<FileInfo?>("PORTFOLIO.json")
            {
                Description = Description,
                Arity = ArgumentArity.ZeroOrOne,
                CustomParser = ParseArgument,
            };
            command.Arguments.Add(argument);
            _portfolio = result => result.GetValue(argument);
        }

        command.Options.Add(_settings);
        command.Options.Add(_purchases);
        command.Options.Add(_currency);
        command.Options.Add(_threshold);
    }

    /// <summary>Opens what was named; its accounts are reviewed when they are asked for.</summary>
    public OpenPortfolio Open(ParseResult result)
    {
        var file = _portfolio(result);
        var (purchases, settings) = (result.GetValue(_purchases), result.GetValue(_settings));
        var history = purchases is null ? null : InputFile.Read(purchases, "purchases", PurchaseHistory.Read);
        var stream = file is null ? null : InputFile.Open(file, "accounts");
        try
        {
            var opened = stream is null ? null : InputFile.Read(stream, file!, OpenFile);
            var portfolio = opened is not null ? opened.Head
                : history is not null ? history.Portfolio(SafeText.Line(purchases!.Name, 80), result.GetRequiredValue(_currency), result.GetValue(_threshold))
                : Sample();
            return ModelFaults.Report(() =>
            {
                var models = ReviewModels.For(portfolio);
                if (settings is not null)
                    models = InputFile.Read(settings, "settings", bytes => ModelFaults.Report(() => models.With(SettingsFile.FromJson(InputFile.BytesOf(bytes)))));
                var reviewer = new AccountReviewer(models);
                var run = opened is not null ? reviewer.Begin(opened, history?.Purchases) : reviewer.Begin(portfolio, history?.Purchases);
                return new OpenPortfolio(run, models, [file, settings, purchases], stream);
            });
        }
        catch
        {
            stream?.Dispose();
            throw;
        }
    }

    private static PortfolioFile OpenFile(FileStream stream) => ModelFaults.Report(() => ProgressBar.Do(
        ProgressBar.IsShown(stream),
        "accounts",
        stream.CanSeek ? 2.0 * stream.Length : 0,
        progress => PortfolioFile.Read(InputFile.Seekable(stream), progress is null ? null : done => progress(done))));

    // An option that does not exist would be taken for the file.
    private static FileInfo? ParseArgument(ArgumentResult result)
    {
        if (!result.Tokens[0].Value.StartsWith('-'))
            return FileName.Parse(result, "PORTFOLIO.json");
        result.AddError($"Unrecognized command or argument '{result.Tokens[0].Value}'.");
        return null;
    }

    private static Option<FileInfo?> File(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        CustomParser = result => FileName.Parse(result, name),
    };

    private static Portfolio Sample()
    {
        using var stream = typeof(PortfolioOptions).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!;
        return Portfolio.FromJson(InputFile.BytesOf(stream));
    }
}
