using System.CommandLine;
using System.Globalization;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Opportunities;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Commands;

/// <summary>Which tables of deals are read, and how.</summary>
internal sealed class OpportunityOptions
{
    private const int NamedFaults = 5;

    private readonly Option<string[]> _deals = new("--opportunities")
    {
        Description = "Tables of deals (id, amount, stage …), a folder of them, or - for the standard input; one deal a row.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = FileName.ParseOption,
    };

    private readonly Option<string?> _stages = ParsedOption.File(
        "--stages", "A table of stages (id, stage, since, and expectedClose where it was known): the history of the deals.");

    private readonly Option<string?> _payments = ParsedOption.File(
        "--payments", "A table of payments (id, date, share): how won deals are to be paid.");

    private readonly Option<string[]> _columns = ParsedOption.Titles("amount=close_value", OpportunityFields.Names);

    private readonly Option<string[]> _words = new("--stage-name")
    {
        Description = "What a word of the tables stands for, such as Proposal=P4 or Closed=won; may be given more than once.",
        HelpName = "WORD=P0…P6|won|lost",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => ParsedOption.Pairs(
            result, "--stage-name", (word, name) => word.Length == 0 || StageName.Of(name) is null
                ? "a word, = and one of P0 … P6, won and lost" : null),
    };

    private readonly Option<string?> _first = WordOption.Create(
        "--first-stage", "The stage of a deal on the day of its column createdOn (default: P1).",
        [.. FunnelStage.InOrder.Take(FunnelStage.InOrder.Count - 1).Select(stage => stage.Name)]);

    private readonly TableOptions _table = new();

    private readonly Option<string?> _currency = new("--currency")
    {
        Description = "The currency of amounts that name none, and the one that --rates converts to.",
        HelpName = "CODE",
        CustomParser = result => ParsedOption.Parsed(
            result, "--currency", text => text.Trim().Length > 0 ? text.Trim() : null, "a currency such as EUR"),
    };

    private readonly Option<string?> _rates = ParsedOption.File(
        "--rates",
        "A table of rates (date, from, to, rate): converts into --currency, closed deals by the day of their end, open ones by the day of "
        + "the report.");

    private readonly Option<bool> _skip = new("--skip-bad-rows") { Description = "Skip rows that cannot be read, and report which." };

    private IEnumerable<Option> All => [_stages, _payments, _columns, _words, _first, .. _table.All, _currency, _rates, _skip];

    public void AddTo(Command command)
    {
        command.Options.Add(_deals);
        foreach (var option in All)
            command.Options.Add(option);
    }

    /// <summary>Whether tables were named.</summary>
    public bool IsGiven(ParseResult result)
    {
        if (result.GetValue(_deals) is { Length: > 0 })
            return true;
        return All.FirstOrDefault(each => result.GetResult(each) is { Implicit: false }) is { } given
            ? throw new UsageException($"{given.Name} needs --opportunities.")
            : false;
    }

    /// <summary>The report of the deals in the tables.</summary>
    /// <returns>The report, the files that were read, and what to tell beside it.</returns>
    public (FunnelReport Report, IReadOnlyList<FileInfo?> Files, IReadOnlyList<string> Notes) Read(
        ParseResult result, FunnelOptions options, string language, RedactionOptions? redacted)
    {
        var format = FormatOf(result, options.AsOf);
        using var sources = TableSource.Open(result.GetValue(_deals)!, "opportunities");
        var (faults, notes) = (new List<RowFault>(), new List<string>());
        var stages = ParsedOption.Side(result, _stages, "stages", source => StageHistory.Read(
            Opened(source, OpportunityFields.OfStages, isSide: true), format, e => faults.Add(In(source, e.Fault))));
        var payments = ParsedOption.Side(result, _payments, "payments", source => PaymentPlans.Read(
            Opened(source, OpportunityFields.OfPayments, isSide: true), e => faults.Add(In(source, e.Fault))));
        var (builder, named) = (new FunnelReportBuilder(options), new List<Opportunity>());
        var reader = new OpportunityReader(format, stages, payments, redacted is null ? builder.Add : named.Add);
        var (bar, rows, done) = (GlobalOptions.ProgressOf(result), 0L, 0.0);
        bar.Run(bar.IsShown(sources.Length), "opportunities", sources.Length, progress =>
        {
            foreach (var source in sources)
            {
                source.Reading(() =>
                {
                    var table = Opened(source, OpportunityFields.OfDeals(stages is not null), isSide: false);
                    rows += table.Count;
                    var before = done;
                    reader.Read(
                        table, e => faults.Add(In(source, e.Fault)), progress is null ? null : position => progress(before + position));
                    return true;
                });
                done += source.Length;
            }

            return true;
        });
        if (faults.Count > 0 && (!format.SkipsBadRows || faults.Count == rows))
        {
            throw new ToolException(
                $"{Count(faults.Count)} of {Count(rows)} rows cannot be read, nothing was forecast"
                + $"{(faults.Count == rows ? "" : "; --skip-bad-rows leaves them out")}.{List(faults)}");
        }

        if (faults.Count > 0)
            notes.Insert(0, $"warning: skipped {Count(faults.Count)} of {Count(rows)} rows.{List(faults)}");
        // Who is in the tables is known when all have been read.
        foreach (var deal in redacted is null ? [] : Redacted(named, redacted))
            builder.Add(deal);
        if (stages?.Unused > 0)
            notes.Add($"note: {ToolText.Of("Funnel.UnusedStages", language, stages.Unused)}");
        if (payments?.Unused > 0)
            notes.Add($"note: {ToolText.Of("Funnel.UnusedPayments", language, payments.Unused)}");
        return (
            builder.Build(),
            [.. sources.Select(source => source.File), .. new[] { _stages, _payments, _rates }.Select(result.GetValue)
                .OfType<string>().Select(name => new FileInfo(name))],
            notes);

        FieldTable Opened(TableSource source, IReadOnlyList<Field> fields, bool isSide)
        {
            var table = FieldTable.Open(source, format.Reading, fields, format.Titles, isSide);
            notes.Add($"note: {SafeText.Line(Path.GetFileName(source.Name), 80)}: {SafeText.Line(table.Style, 200)}");
            return table;
        }
    }

    // A table of deals does not say which accounts are people, so all get pseudonyms.
    private static IReadOnlyList<Opportunity> Redacted(IReadOnlyList<Opportunity> deals, RedactionOptions options)
    {
        var accounts = deals.Select(deal => deal.AccountId).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(id => new AccountFile { Id = id });
        return Redaction.Redact(
            new()
            {
                Currency = Portfolio.StandardCurrency, AsOf = default,
                Accounts = [.. accounts, new() { Id = nameof(deals), Opportunities = deals }],
            },
            options with { Accounts = true }).Accounts[^1].Opportunities;
    }

    private OpportunityFormat FormatOf(ParseResult result, LocalDate asOf)
    {
        var currency = result.GetValue(_currency) is { } written ? Currencies.Named(written) : null;
        if (result.GetValue(_rates) is not null && currency is null)
            throw new UsageException("--rates needs --currency, the currency to convert to.");
        return new()
        {
            AsOf = asOf,
            Reading = _table.ReadingOf(result),
            Titles = ParsedOption.Map(result.GetValue(_columns), title => title, StringComparer.Ordinal),
            StageNames = ParsedOption.Map(result.GetValue(_words), name => StageName.Of(name)!, StringComparer.OrdinalIgnoreCase),
            FirstStage = result.GetValue(_first) is { } first ? TermWord.Of<FunnelStage>(first)! : FunnelStage.P1,
            Currency = currency,
            Rates = ParsedOption.Side(result, _rates, "rates", source => ExchangeRates.Read(source, currency!)),
            SkipsBadRows = result.GetValue(_skip),
        };
    }

    private static RowFault In(TableSource source, RowFault fault) => fault with { Where = $"{source.Name}, {fault.Where}" };

    private static string List(List<RowFault> faults) =>
        string.Concat(faults.Take(NamedFaults).Select(fault => $"\n  {fault}"))
        + (faults.Count > NamedFaults ? $"\n  … and {Count(faults.Count - NamedFaults)} more" : "");

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
