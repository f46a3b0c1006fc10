using System.CommandLine;
using System.CommandLine.Parsing;
using KeyAccount.Core;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Winback;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Tool.Commands;

/// <summary>Which portfolio is reviewed, and with which models.</summary>
internal sealed class PortfolioOptions
{
    private readonly Func<ParseResult, FileInfo?> _portfolio;

    private readonly Option<FileInfo?> _settings = FileName.Option(
        "--settings", "Settings of models, by their ids (keyaccount schema settings).");
    private readonly Option<FileInfo?> _lifetime = FileName.Option(
        "--lifetime", "Rates and fitted purchase models (keyaccount lifetime --save): who still buys, what an account is worth.");
    private readonly Option<FileInfo?> _warning = FileName.Option(
        "--warning", "The thresholds of the warning signs (keyaccount schema warning).");

    private readonly Option<bool> _skip = new("--skip-bad-accounts")
    {
        Description = "Leave out the accounts of the portfolio that have faults, review the others, and report what is left out.",
    };

    private readonly Option<string?> _pareto = WordOption.Create(
        "--pareto",
        "Rank and grade the purchases of each account, or of each group with its members (default: as the portfolio says, else account).",
        "account", "group");

    private readonly Option<string?> _sample = WordOption.Create(
        "--sample",
        "The sample to review without a file: 41 accounts, the same in Chinese, or a group of six plants (default: portfolio).",
        "portfolio", "zh", "group");

    private readonly Option<string[]> _purchases = new("--purchases")
    {
        Description =
            "Tables of purchases (account_id, date, amount), a folder of them, or - for the standard input: adds retention; without a "
            + "portfolio, reviews what purchases alone allow.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = FileName.ParseOption,
    };

    private readonly Option<LocalDate?> _asOf = ParsedOption.Date(
        "--as-of", "The date of a review of purchases alone (default: the last purchase); later purchases are left out.");

    private readonly ThreadsOption _threads = new("How many threads review accounts");

    private readonly RedactOptions _redact = new();

    private readonly PurchaseOptions _format = new(hasOldNames: false, isDateNeeded: true);

    private readonly Option<decimal?> _threshold = new("--key-account")
    {
        Description = "The yearly purchases that make a key account in that currency (needed unless it is CNY).",
        HelpName = "AMOUNT",
        CustomParser = result =>
        {
            if (PlainAmount.TryParse(result.Tokens[0].Value, out var amount) && amount > 0)
                return amount;
            result.AddError($"--key-account '{result.Tokens[0].Value}' is not an amount above 0.");
            return null;
        },
    };

    /// <summary>With the portfolio as an argument, or as an option where the argument is something else.</summary>
    public PortfolioOptions(Command command, bool isOption)
        : this(command, isOption, null)
    {
    }

    /// <summary>With the portfolio as an option, or as what an argument of the command may name instead.</summary>
    public PortfolioOptions(Command command, Func<ParseResult, FileInfo?> argument)
        : this(command, isOption: true, argument)
    {
    }

    private PortfolioOptions(Command command, bool isOption, Func<ParseResult, FileInfo?>? other)
    {
        if (isOption)
        {
            var option = FileName.Option("--portfolio", PortfolioArgument.Description);
            command.Options.Add(option);
            _portfolio = result => (result.GetValue(option), other?.Invoke(result)) switch
            {
                ({ } file, null) => file,
                (null, var file) => file,
                var (_, file) => throw new UsageException($"--portfolio and '{file}' both name a portfolio; leave one of them out."),
            };
        }
        else
        {
            var argument = PortfolioArgument.AddTo(command);
            _portfolio = result => result.GetValue(argument);
        }

        command.Options.Add(_settings);
        command.Options.Add(_lifetime);
        command.Options.Add(_warning);
        command.Options.Add(_skip);
        command.Options.Add(_pareto);
        command.Options.Add(_sample);
        command.Options.Add(_purchases);
        command.Options.Add(_threshold);
        command.Options.Add(_asOf);
        _threads.AddTo(command);
        _format.AddTo(command);
        _redact.AddTo(command);
    }

    /// <summary>Whether a settings file is named.</summary>
    public bool HasSettings(ParseResult result) => result.GetValue(_settings) is not null;

    /// <summary>Opens what was named; its accounts are reviewed when they are asked for.</summary>
    public OpenPortfolio Open(ParseResult result, ReportOptions report)
    {
        var (file, settings, lifetime) = (_portfolio(result), result.GetValue(_settings), result.GetValue(_lifetime));
        var warning = result.GetValue(_warning);
        var bar = GlobalOptions.ProgressOf(result);
        if (result.GetValue(_purchases) is not { Length: > 0 })
            _format.RefuseWithout("--purchases", result);
        if (result.GetValue(_asOf) is not null && (file is not null || result.GetValue(_purchases) is not { Length: > 0 }))
        {
            throw new UsageException(
                "--as-of is for --purchases without a portfolio; a portfolio has a date of its own (asOf).");
        }

        if (result.GetValue(_sample) is not null && (file is not null || result.GetValue(_purchases) is { Length: > 0 }))
            throw new UsageException("--sample cannot be combined with a portfolio or with --purchases; leave one of them out.");

        using var sources = result.GetValue(_purchases) is { Length: > 0 } names ? TableSource.Open(names, "purchases") : null;
        var history = sources is null ? null : Read(sources, result, bar);
        var asOf = result.GetValue(_asOf) ?? (file is null && history is { Purchases.Count: > 0 } ? history.LastDay : null);
        if (asOf is { } date && history is not null)
        {
            history = history.Until(date, report.LanguageOf(result));
            if (history.Purchases.Count == 0)
                throw new ToolException($"there are no purchases up to {LocalDatePattern.Iso.Format(date)}; --as-of names a later date.");
        }

        var stream = file is null ? null : InputFile.Open(file, "accounts");
        Redaction? redaction = null;
        try
        {
            var redacted = _redact.Of(result, report.LanguageOf(result));
            var opened = stream is null ? null
                : InputFile.Read(stream, file!, open => OpenFile(open, result.GetValue(_skip), Parallel(), bar));
            if (redacted is not null && opened is not null)
                opened = InputFile.Read(file!, "accounts", () => opened.Redacted(redacted, out redaction));

            var portfolio = opened is not null ? opened.Head
                : history is not null ? history.Portfolio(
                    SafeText.Line(string.Join(", ", sources!.Select(source => Path.GetFileName(source.Name))), 80), CurrencyOf(
                        history, result), result.GetValue(_threshold), asOf!.Value)
                : Sample(result.GetValue(_sample));
            // Purchases alone do not say which accounts are people.
            if (redacted is not null && opened is null)
                portfolio = Redaction.Redact(
                    portfolio, redacted with { Accounts = redacted.Accounts || history is not null }, out redaction);
            if (redaction is not null && history is not null)
            {
                history.Totals.NameOf = redaction.AccountIdOf;
                history = history with
                {
                    Purchases = [.. history.Purchases.Select(each => each with { AccountId = redaction.AccountIdOf(each.AccountId) })],
                };
            }

            string[] told = history is null ? []
                : PurchaseTelling.Notes(sources!, history.Totals, _format.FormatOf(result), report.LanguageOf(result));
            return ModelFaults.Report(() =>
            {
                var models = ModelsOf(settings);
                var run = Begin(models);
                return new OpenPortfolio(
                    run, models,
                    [
                        file, settings, lifetime, warning, .. sources?.Select(source => source.File) ?? [],
                        .. _format.SideFiles(result),
                    ],
                    stream, bar,
                    [.. Left(run, result), .. told, .. history?.Notes ?? []], history is null ? null : PurchaseNotes.Json(history.Totals),
                    redaction)
                {
                    IsSample = opened is null && history is null && redaction is null
                        && Is(result.GetValue(_sample) ?? "portfolio", "portfolio"),
                    By = file =>
                    {
                        var others = ModelsOf(file);
                        return (Begin(others), others);
                    },
                };

                ReviewModels ModelsOf(FileInfo? tuning)
                {
                    var tuned = ReviewModels.For(portfolio) with { KeepsConfidential = _redact.KeepsConfidential(result) };

                    // Of purchases alone nothing else can be known: that is said once, and not of every account.
                    if (opened is null && history is not null)
                        tuned = tuned with { Findings = WithoutUnknowns(tuned.Findings) };
                    if (tuning is not null)
                        tuned = InputFile.Read(
                            tuning, "settings", bytes => ModelFaults.Report(
                                () => tuned.With(SettingsFile.FromJson(InputFile.BytesOf(bytes)))));
                    if (lifetime is not null)
                        tuned = tuned with { Lifetime = tuned.Lifetime.With(LifetimeOf(lifetime, portfolio.Currency)) };
                    if (warning is not null)
                        tuned = tuned with { WarningThresholds = tuned.WarningThresholds.With(WarningOf(warning)) };
                    return tuned;
                }

                PortfolioReviewRun Begin(ReviewModels by)
                {
                    var reviewer = new AccountReviewer(by);
                    var begun = opened is not null ? reviewer.Begin(opened, history?.Purchases)
                        : reviewer.Begin(portfolio, history?.Purchases);
                    begun = begun.InParallel(Parallel());
                    return result.GetValue(_pareto) is { } level
                        ? begun.RankedBy(Is(level, "group") ? ParetoLevel.Group : ParetoLevel.Account) : begun;
                }
            });
        }
        catch
        {
            stream?.Dispose();
            throw;
        }

        ParallelOptions Parallel() => _threads.Of(result);
    }

    private static LifetimeSettings LifetimeOf(FileInfo file, string currency)
    {
        var settings = InputFile.Read(
            file, "lifetime settings", stream => ModelFaults.Report(() => LifetimeSettings.FromJson(InputFile.BytesOf(stream))));
        return settings.Currency is { } fitted && fitted != currency
            ? throw new ToolException(
                $"{file}: its model of amounts was fitted in {SafeText.Line(fitted, 10)}; "
                + $"the portfolio is in {SafeText.Line(currency, 10)}. "
                + "Fit it in that currency, or leave out gammaGamma and currency.")
            : settings;
    }

    private static WarningSettings WarningOf(FileInfo file) => InputFile.Read(
        file, "warning settings", stream => ModelFaults.Report(() => WarningSettings.FromJson(InputFile.BytesOf(stream))));

    private PurchaseHistory Read(TableSources sources, ParseResult result, ProgressBar bar)
    {
        var format = _format.FormatOf(result);
        var (totals, purchases) = bar.Run(
            bar.IsShown(sources.Length), "purchases", sources.Length, progress => PurchaseReader.ReadPurchases(sources, format, progress));
        PurchaseTelling.Judge(sources, totals, format, "reviewed");
        return new(purchases, totals, []);
    }

    private static DecisionTable<ReviewFacts, Stake> WithoutUnknowns(DecisionTable<ReviewFacts, Stake> findings) => findings.Rules
        .Where(rule => rule.Advice.Kind == FindingKind.Unknown)
        .Aggregate(findings, (table, rule) => table.Without(rule.Id))
        .WithVersion($"{findings.Version}+purchases");

    private IEnumerable<string> Left(PortfolioReviewRun run, ParseResult result)
    {
        if (!result.GetValue(_skip) || run.Skipped.Count == 0)
            yield break;
        if (run.Accounts.Count == 0)
            {
            throw new ToolException(
                "every account has faults, so none is left to review; the first fault: "
                + SafeText.Line(run.Skipped[0].Faults[0].ToString(), 300));
        }

        var known = run.Skipped.Where(account => account.AnnualPurchases is not null).ToArray();
        var (left, all) = (run.Skipped.Count, run.Skipped.Count + run.Accounts.Count);
        yield return Invariant($"note: {left} of {all} accounts {(left == 1 ? "has faults and is" : "have faults and are")} left out: ")
            + Invariant($"purchases of {known.Sum(each => each.AnnualPurchases):#,0} {run.Currency} a year, known of {known.Length}. ")
            + "'keyaccount validate' names every fault.";
    }

    // The standard currency is an assumption that a file may contradict.
    private string CurrencyOf(PurchaseHistory history, ParseResult result)
    {
        if (result.GetValue(_format.Currency) is { } named)
            return Currencies.Named(named);
        var told = history.Totals.Currencies.Keys.MinBy(code => code.Length == 3 ? 0 : 1);
        return told is null || Currencies.CanMean(told, Portfolio.StandardCurrency) ? Portfolio.StandardCurrency
            : Currencies.IsCode(told) ? told
            : throw new ToolException(
                $"{history.Totals.Files[0].Name}: the amounts are in {SafeText.Line(told, 10)}; --currency CODE says which currency that "
                + $"is.");
    }

    private static PortfolioFile OpenFile(
        Stream stream, bool isSkipping, ParallelOptions parallel, ProgressBar bar) => ModelFaults.Report(() => bar.Run(
        bar.IsShown(stream),
        "accounts",
        stream.CanSeek ? 2.0 * stream.Length : 0,
        progress =>
        {
            Action<long>? told = progress is null ? null : done => progress(done);
            return isSkipping ? PortfolioFile.ReadSkippingBadAccounts(InputFile.Seekable(stream), parallel, told)
                : PortfolioFile.Read(InputFile.Seekable(stream), parallel, told);
        }));

    private static bool Is(string? word, string expected) => string.Equals(word, expected, StringComparison.OrdinalIgnoreCase);

    private static Portfolio Sample(string? name)
    {
        using var stream = Is(name, "group") ? Samples.Group() : Is(name, "zh") ? Samples.ChinesePortfolio() : Samples.Portfolio();
        return Portfolio.FromJson(InputFile.BytesOf(stream));
    }
}
