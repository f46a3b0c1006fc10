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
    private readonly Option<LocalDate?> _from = Date("--from", "The first day that counts.");
    private readonly Option<LocalDate?> _to = Date("--to", "The last day that counts.");
    private readonly Option<string?> _separator = new("--separator")
    {
        Description = "The separator between fields: comma, semicolon, tab, pipe or a text (default: told from the header).",
        HelpName = "SEP",
        CustomParser = result => Parsed(result, "--separator", TableFormat.SeparatorByName, "comma, semicolon, tab, pipe or another mark"),
    };

    private readonly Option<string?> _quotes = WordOption.Create(
        "--quotes", "csv: quotation marks enclose a field; literal: they are ordinary characters.", "csv", "literal");
    private readonly Option<string?> _encoding = new(
        "--encoding") { Description = "The encoding, such as windows-1252 or GB18030 (default: that of the byte order mark, else utf-8).",
        HelpName = "NAME" };
    private readonly Option<string?> _sheet = new(
        "--sheet") { Description = "The sheet of a workbook (default: the one with the columns).", HelpName = "NAME" };
    private readonly Option<CultureInfo?> _culture = new("--culture")
    {
        Description = "The culture of numbers and dates, such as de-DE (default: told from the columns).",
        HelpName = "NAME",
        CustomParser = result => Parsed(
            result, "--culture", CultureOf, "a culture this machine knows, such as de-DE; --decimal and --date-format do without"),
    };

    private readonly Option<string?> _decimal = new("--decimal")
    {
        Description = "The decimal mark, . or , (default: told from the column).",
        HelpName = ".|,",
        CustomParser = result => Parsed(
            result, "--decimal", text => text switch { "." or "point" => ".", "," or "comma" => ",", _ => null }, ". or ,"),
    };

    private readonly Option<DateFormat?> _dates = new("--date-format")
    {
        Description = "How dates are written, such as d.M.yyyy, M/d/yyyy, yyyyMMdd, excel or unix (default: told from the column).",
        HelpName = "PATTERN",
        CustomParser = result => Parsed(result, "--date-format", DateFormat.Parse, DateFormat.Range),
    };

    private readonly Option<string?> _units = WordOption.Create("--units", "zh: 千, 万, 百万 and 亿 after a number multiply it.", "zh");
    private readonly Option<string?> _returns = WordOption.Create(
        "--returns", "Amounts below zero: counted against the account (default), left-out, or netted (no account falls below zero).",
        "counted", "left-out", "netted");

    private readonly Option<string?> _totals = WordOption.Create(
        "--totals",
        "Rows that hold the total of others: leave-out, or keep as accounts (default: report them and stop).",
        "leave-out", "keep");
    private readonly Option<string?> _onlyCurrency = new(
        "--only-currency") { Description = "Count only rows in this currency.", HelpName = "CODE" };
    private readonly Option<string?> _rates = FileOption("--rates", "A table of rates (date, from, to, rate): converts into --currency.");
    private readonly Option<string?> _aliases = FileOption(
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
        CustomParser = result => Parsed(
            result, "--currency", text => text.Trim().Length > 0 ? text.Trim() : null, "a currency such as EUR"),
    };

    public void AddTo(Command command)
    {
        _options =
        [
            _account, _date, _amount, _quantity, _price, _from, _to, _separator, _encoding, _quotes, _sheet, _culture, _decimal, _dates,
            _units, _returns, _totals, _currencyColumn, Currency,
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
            throw new UsageException("--amount-column and --quantity with --price cannot both say what the amount is.");
        var (from, to) = (result.GetValue(_from), result.GetValue(_to));
        if (from > to)
            throw new UsageException(
                $"--from {LocalDatePattern.Iso.Format(from.Value)} is after --to {LocalDatePattern.Iso.Format(to.Value)}.");
        var currency = result.GetValue(Currency) is { } written ? Currencies.Named(written) : null;
        if (result.GetValue(_rates) is not null && currency is null)
            throw new UsageException("--rates needs --currency, the currency to convert to.");
        var culture = result.GetValue(_culture);
        return new()
        {
            Account = result.GetRequiredValue(_account),
            Date = result.GetValue(_date) ?? (_isDateNeeded ? PurchaseFormat.UsualDate : null),
            Amount = result.GetValue(_amount) ?? PurchaseFormat.UsualAmount,
            Product = quantity is null ? null : (quantity, price!),
            CurrencyColumn = result.GetValue(_currencyColumn),
            From = from,
            To = to,
            Table = new()
            {
                Separator = result.GetValue(_separator),
                Encoding = result.GetValue(_encoding) is { } encoding ? TableFormat.EncodingByName(encoding) : null,
                HasLiteralQuotes = result.GetValue(_quotes) == "literal",
                Sheet = result.GetValue(_sheet),
            },
            Numbers = new()
            {
                DecimalMark = result.GetValue(_decimal)?[0]
                    ?? (culture?.NumberFormat.NumberDecimalSeparator == "," ? ',' : culture is not null ? '.' : null),
                HasChineseUnits = result.GetValue(_units) is not null,
            },
            Dates = result.GetValue(_dates) ?? (culture is null ? null : DateFormat.OfCulture(culture)),
            Returns = WordOf(result, _returns) switch { "left-out" => Returns.LeftOut, "netted" => Returns.Netted, _ => Returns.Counted },
            Totals = WordOf(result, _totals) switch { "leave-out" => TotalRows.LeftOut, "keep" => TotalRows.Kept, _ => TotalRows.Refused },
            SkipsBadRows = result.GetValue(_skip),
            Currency = currency,
            OnlyCurrency = result.GetValue(_onlyCurrency) is { } only ? Currencies.Named(only) : null,
            Rates = Side(result, _rates, "rates", source => ExchangeRates.Read(source, currency!)),
            Aliases = Side(result, _aliases, "names", AliasFile.Read) ?? new Dictionary<string, string>(StringComparer.Ordinal),
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

    private static T? Side<T>(ParseResult result, Option<string?> option, string kind, Func<TableSource, T> read)
        where T : class
    {
        if (result.GetValue(option) is not { } name)
            return null;
        using var sources = TableSource.Open([name], kind);
        if (sources is not [var source])
            throw new UsageException($"{option.Name} '{name}' must be one file.");
        try
        {
            return read(source);
        }
        catch (ToolException e)
        {
            throw e.In(source.Name);
        }
    }

    private static string? WordOf(ParseResult result, Option<string?> option) => result.GetValue(option)?.ToLowerInvariant();

    private static Option<string> Column(string name, string description, string usual) =>
        new(name) { Description = description, HelpName = "COL", DefaultValueFactory = _ => usual };

    private static Option<string?> Column(string name, string description) => new(name) { Description = description, HelpName = "COL" };

    private static Option<string?> FileOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        CustomParser = result => Parsed(result, name, text => text.Length > 0 ? text : null, "the name of a file"),
    };

    /// <summary>An option that is a date.</summary>
    public static Option<LocalDate?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
                return date;
            result.AddError($"{name} '{text}' is not a date; expected YYYY-MM-DD, such as 2025-01-31.");
            return null;
        },
    };

    private static T? Parsed<T>(ArgumentResult result, string name, Func<string, T?> parse, string range)
        where T : class
    {
        var text = result.Tokens[0].Value;
        if (parse(text) is { } value)
            return value;
        result.AddError($"{name} '{text}' is not {range}.");
        return null;
    }

    private static CultureInfo? CultureOf(string name)
    {
        try
        {
            return name.Length == 0 ? null : CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
