using System.CommandLine;
using System.Globalization;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Commands;

/// <summary>How the text of a table is read: one set of options for every command that reads tables.</summary>
internal sealed class TableOptions
{
    private readonly Option<string?> _separator = new("--separator")
    {
        Description = "The separator between fields: comma, semicolon, tab, pipe or a text (default: detected from the header).",
        HelpName = "SEP",
        CustomParser = result => ParsedOption.Parsed(
            result, "--separator", TableFormat.SeparatorByName, "comma, semicolon, tab, pipe or another mark"),
    };

    private readonly Option<string?> _quoting = WordOption.Create(
        "--quoting", "csv: quotation marks enclose a field; literal: they are ordinary characters.", "csv", "literal");
    private readonly Option<string?> _encoding = new(
        "--encoding") { Description = "The encoding, such as windows-1252 or GB18030 (default: that of the byte order mark, else utf-8).",
        HelpName = "NAME" };
    private readonly Option<string?> _sheet = new(
        "--sheet") { Description = "The sheet of a workbook (default: the one with the columns).", HelpName = "NAME" };
    private readonly Option<CultureInfo?> _culture = new("--culture")
    {
        Description = "The culture of numbers and dates, such as de-DE (default: detected from the columns).",
        HelpName = "NAME",
        CustomParser = result => ParsedOption.Parsed(
            result, "--culture", CultureOf, "a culture this machine knows, such as de-DE; --decimal and --date-format need none"),
    };

    private readonly Option<string?> _decimal = new("--decimal")
    {
        Description = "The decimal mark, . or , (default: detected from the column).",
        HelpName = ".|,",
        CustomParser = result => ParsedOption.Parsed(
            result, "--decimal", text => text switch { "." or "point" => ".", "," or "comma" => ",", _ => null }, ". or ,"),
    };

    private readonly Option<DateFormat?> _dates = new("--date-format")
    {
        Description = "How dates are written, such as d.M.yyyy, M/d/yyyy, yyyyMMdd, excel or unix (default: detected from the column).",
        HelpName = "PATTERN",
        CustomParser = result => ParsedOption.Parsed(result, "--date-format", DateFormat.Parse, DateFormat.Range),
    };

    private readonly Option<string?> _units = WordOption.Create("--units", "zh: 千, 万, 百万 and 亿 after a number multiply it.", "zh");
    public IReadOnlyList<Option> All => [_separator, _encoding, _quoting, _sheet, _culture, _decimal, _dates, _units];

    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Options.Add(option);
    }

    public TableReading ReadingOf(ParseResult result)
    {
        var culture = result.GetValue(_culture);
        return new(
            new()
            {
                Separator = result.GetValue(_separator),
                Encoding = result.GetValue(_encoding) is { } encoding ? TableFormat.EncodingByName(encoding) : null,
                HasLiteralQuotes = result.GetValue(_quoting) == "literal",
                Sheet = result.GetValue(_sheet),
            },
            new()
            {
                DecimalMark = result.GetValue(_decimal)?[0]
                    ?? (culture?.NumberFormat.NumberDecimalSeparator == "," ? ',' : culture is not null ? '.' : null),
                HasChineseUnits = result.GetValue(_units) is not null,
            },
            result.GetValue(_dates) ?? (culture is null ? null : DateFormat.OfCulture(culture)));
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
