using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Commands;

/// <summary>How tables of purchases are read: one set of options for every command that reads them.</summary>
internal sealed class PurchaseOptions
{
    private readonly bool _isDateNeeded;
    private Option[] _options = [];
    private readonly Option<string> _account = Column("--account-column", "The column with the account.", PurchaseFormat.UsualAccount);
    private readonly Option<string?> _date = Column("--date-column", "The column with the date (default: date).");
    private readonly Option<string?> _amount = Column("--amount-column", "The column with the amount (default: amount).");
    private readonly Option<string?> _quantity = Column("--quantity", "The column with the quantity; the amount is quantity × price.");
    private readonly Option<string?> _price = Column("--price", "The column with the unit price.");
    private readonly Option<string?> _currencyColumn = Column(
        "--currency-column", "The column with the currency (default: currency, where there is one).");
    private readonly Option<LocalDate?> _from = ParsedOption.Date("--from", "The first day that counts.");
    private readonly Option<LocalDate?> _to = ParsedOption.Date("--to", "The last day that counts.");
    private readonly TableOptions _table = new();
    private readonly Option<string?> _returns = WordOption.Create(
        "--returns", "Amounts below zero: counted against the account (default), left-out, or netted (no account falls below zero).",
        "counted", "left-out", "netted");

    private readonly Option<string?> _totals = WordOption.Create(
        "--totals",
        "Rows that hold the total of others: leave-out, or keep as accounts (default: report them and stop).",
        "leave-out", "keep");
    private readonly Option<string?> _onlyCurrency = new(
        "--only-currency") { Description = "Count only rows in this currency.", HelpName = "CODE" };
    private readonly Option<string?> _rates = ParsedOption.File(
        "--rates", "A table of rates (date, from, to, rate): converts into --currency.");
    private readonly Option<string?> _aliases = ParsedOption.File(
        "--aliases", "A table of names (from, to): counts the purchases of one under the other.");
    private readonly Option<bool> _skip = new(
        "--skip-bad-rows") { Description = "Skip rows that cannot be read, and report how many and how much money." };

    public PurchaseOptions(bool hasOldNames, bool isDateNeeded)
    {
        _isDateNeeded = isDateNeeded;
        if (!hasOldNames)
            return;
        _account.Aliases.Add("--account");
        _date.Aliases.Add("--date");
        _amount.Aliases.Add("--amount");
    }

    /// <summary>The currency of the amounts, or the one they are converted to.</summary>
    public Option<string?> Currency { get; } = new("--currency")
    {
        Description = "The currency of the result: that of amounts which name none, and the one that --rates converts to.",
        HelpName = "CODE",
        CustomParser = result => ParsedOption.Parsed(
            result, "--currency", text => text.Trim().Length > 0 ? text.Trim() : null, "a currency such as EUR"),
    };

    public void AddTo(Command command)
    {
        _options =
        [
            _account, _date, _amount, _quantity, _price, _from, _to, .. _table.All, _returns, _totals, _currencyColumn, Currency,
            _onlyCurrency, _rates, _aliases, _skip,
        ];
        foreach (var option in _options)
            command.Options.Add(option);
    }

    public PurchaseFormat FormatOf(ParseResult result)
    {
        var (quantity, price) = (result.GetValue(_quantity), result.GetValue(_price));
        if (quantity is null != price is null)
            throw new UsageException($"--quantity and --price go together; {(quantity is null ? "--quantity" : "--price")} is missing.");
        if (quantity is not null && result.GetValue(_amount) is not null)
            throw new UsageException("--amount-column cannot be combined with --quantity and --price; leave one of the two ways out.");
        var (from, to) = (result.GetValue(_from), result.GetValue(_to));
        if (from > to)
            throw new UsageException(
                $"--from {LocalDatePattern.Iso.Format(from.Value)} is after --to {LocalDatePattern.Iso.Format(to.Value)}.");
        var currency = result.GetValue(Currency) is { } written ? Currencies.Named(written) : null;
        if (result.GetValue(_rates) is not null && currency is null)
            throw new UsageException("--rates needs --currency, the currency to convert to.");
        var reading = _table.ReadingOf(result);
        return new()
        {
            Account = result.GetRequiredValue(_account),
            Date = result.GetValue(_date) ?? (_isDateNeeded ? PurchaseFormat.UsualDate : null),
            Amount = result.GetValue(_amount) ?? PurchaseFormat.UsualAmount,
            Product = quantity is null ? null : (quantity, price!),
            CurrencyColumn = result.GetValue(_currencyColumn),
            From = from,
            To = to,
            Table = reading.Table,
            Numbers = reading.Numbers,
            Dates = reading.Dates,
            Returns = WordOf(result, _returns) switch { "left-out" => Returns.LeftOut, "netted" => Returns.Netted, _ => Returns.Counted },
            Totals = WordOf(result, _totals) switch { "leave-out" => TotalRows.LeftOut, "keep" => TotalRows.Kept, _ => TotalRows.Refused },
            SkipsBadRows = result.GetValue(_skip),
            Currency = currency,
            OnlyCurrency = result.GetValue(_onlyCurrency) is { } only ? Currencies.Named(only) : null,
            Rates = ParsedOption.Side(result, _rates, "rates", source => ExchangeRates.Read(source, currency!)),
            Aliases = ParsedOption.Side(result, _aliases, "names", AliasFile.Read)
                ?? new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }

    /// <summary>Refuses options that would have no effect.</summary>
    public void RefuseWithout(string option, ParseResult result)
    {
        if (_options.FirstOrDefault(each => each != Currency && result.GetResult(each) is { Implicit: false }) is { } given)
            throw new UsageException($"{given.Name} needs {option}.");
    }

    /// <summary>The files that are read beside the purchases.</summary>
    public IEnumerable<FileInfo> SideFiles(ParseResult result) =>
        ((Option<string?>[])[_rates, _aliases]).Select(result.GetValue).OfType<string>().Select(name => new FileInfo(name));

    private static string? WordOf(ParseResult result, Option<string?> option) => result.GetValue(option)?.ToLowerInvariant();

    private static Option<string> Column(string name, string description, string usual) =>
        new(name) { Description = description, HelpName = "COL", DefaultValueFactory = _ => usual };

    private static Option<string?> Column(string name, string description) => new(name) { Description = description, HelpName = "COL" };
}
