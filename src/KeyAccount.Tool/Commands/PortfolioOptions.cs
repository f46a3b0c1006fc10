using System.CommandLine;
using System.CommandLine.Parsing;
using KeyAccount.Core;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Purchases;

namespace KeyAccount.Tool.Commands;

/// <summary>Which portfolio is reviewed, and with which models.</summary>
internal sealed class PortfolioOptions
{
    private const int ShownFaults = 20;

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
        var history = purchases is null ? null : Files.Read(purchases, "purchases", PurchaseHistory.Read);
        var stream = file is null ? null : Files.Open(file, "accounts");
        try
        {
            var opened = stream is null ? null : Files.Read(stream, file!, OpenFile);
            var portfolio = opened is not null ? opened.Head
                : history is not null ? history.Portfolio(Shown.Line(purchases!.Name, 80), result.GetRequiredValue(_currency), result.GetValue(_threshold))
                : Sample();
            return WithFaults(() =>
            {
                var models = ReviewModels.For(portfolio);
                if (settings is not null)
                    models = Files.Read(settings, "settings", bytes => WithFaults(() => models.With(SettingsFile.FromJson(Files.BytesOf(bytes)))));
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

    /// <summary>Does something that says all its faults at once; amounts that cannot be added are an error too.</summary>
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
        catch (OverflowException e)
        {
            throw new ToolException(e.Message, e);
        }
    }

    private static PortfolioFile OpenFile(FileStream stream) => WithFaults(() => LongWork.Do(
        LongWork.IsShown(stream),
        "accounts",
        stream.CanSeek ? 2.0 * stream.Length : 0,
        progress => PortfolioFile.Read(Files.Seekable(stream), progress is null ? null : done => progress(done))));

    // An option that does not exist would be taken for the file.
    private static FileInfo? ParseArgument(ArgumentResult result)
    {
        if (!result.Tokens[0].Value.StartsWith('-'))
            return Files.Parse(result, "PORTFOLIO.json");
        result.AddError($"Unrecognized command or argument '{result.Tokens[0].Value}'.");
        return null;
    }

    private static Option<FileInfo?> File(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        CustomParser = result => Files.Parse(result, name),
    };

    private static Portfolio Sample()
    {
        using var stream = typeof(PortfolioOptions).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!;
        return Portfolio.FromJson(Files.BytesOf(stream));
    }
}
