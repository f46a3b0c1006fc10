using System.CommandLine;
using System.CommandLine.Parsing;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Commands;

/// <summary>Options whose text is read into a value.</summary>
internal static class ParsedOption
{
    /// <summary>A day, as YYYY-MM-DD.</summary>
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

    /// <summary>An amount of money, at least or above zero.</summary>
    public static Option<decimal?> Amount(string name, string description, bool isZeroAllowed) => new(name)
    {
        Description = description,
        HelpName = "AMOUNT",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (PlainAmount.TryParse(text, out var amount) && (isZeroAllowed ? amount >= 0 : amount > 0))
                return amount;
            result.AddError($"{name} '{text}' is not an amount {(isZeroAllowed ? "of at least" : "above")} 0.");
            return null;
        },
    };

    /// <summary>The name of a file.</summary>
    public static Option<string?> File(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        CustomParser = result => ParsedOption.Parsed(result, name, text => text.Length > 0 ? text : null, "the name of a file"),
    };

    /// <summary>Reads the text; where it is nothing, the error says what it can be.</summary>
    public static T? Parsed<T>(ArgumentResult result, string name, Func<string, T?> parse, string range)
        where T : class
    {
        var text = result.Tokens[0].Value;
        if (parse(text) is { } value)
            return value;
        result.AddError($"{name} '{text}' is not {range}.");
        return null;
    }

    /// <summary>Reads the one file that an option names; null where it is not given.</summary>
    public static T? Side<T>(ParseResult result, Option<string?> option, string kind, Func<TableSource, T> read)
        where T : class
    {
        if (result.GetValue(option) is not { } name)
            return null;
        using var sources = TableSource.Open([name], kind);
        if (sources is not [var source])
            throw new UsageException($"{option.Name} '{name}' must be one file.");
        return source.Reading(() => read(source));
    }

    /// <summary>Pairs of a key and a value, as an option has them, by their keys.</summary>
    public static Dictionary<string, T> Map<T>(string[]? pairs, Func<string, T> valueOf, StringComparer comparer)
    {
        var map = new Dictionary<string, T>(comparer);
        foreach (var pair in pairs ?? [])
        {
            var (key, value) = Split(pair);
            map[key] = valueOf(value);
        }

        return map;
    }

    /// <summary>Reads KEY=VALUE; where a pair is none, the error says what it can be.</summary>
    public static string[]? Pairs(ArgumentResult result, string name, Func<string, string, string?> rangeOf)
    {
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            var (key, value) = Split(text);
            if (rangeOf(key, value) is { } range)
                result.AddError($"{name} '{text}' is not {range}.");
        }

        return [.. result.Tokens.Select(token => token.Value)];
    }

    private static (string Key, string Value) Split(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? ("", "") : (pair[..at].Trim(), pair[(at + 1)..].Trim());
    }
}
