using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

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

    /// <summary>A whole number between two bounds, or with a lower one only.</summary>
    public static Option<int?> Number(string name, string description, int least, int? most = null) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= (most ?? int.MaxValue))
                return number;
            var range = most is null ? Invariant($"of at least {least}") : Invariant($"from {least} to {most}");
            result.AddError($"{name} '{text}' is not a whole number {range}.");
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

    /// <summary>Reads the one file that an option names; null if it is not given.</summary>
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

    /// <summary>The titles of columns that are not the usual ones.</summary>
    /// <param name="example">One of them, such as <c>person=Rep</c>.</param>
    /// <param name="names">The fields.</param>
    /// <param name="of">What the columns are of.</param>
    public static Option<string[]> Titles(string example, IReadOnlyList<string> names, string of = "a column") =>
        Titles(example, string.Join(", ", names), () => names, of);

    /// <summary>The titles of columns that are not the usual ones, where it takes work to name all fields: it is done when one is
    /// given.</summary>
    /// <param name="example">One of them, such as <c>person=Rep</c>.</param>
    /// <param name="fields">The fields in words, for the help.</param>
    /// <param name="names">The fields.</param>
    /// <param name="of">What the columns are of.</param>
    public static Option<string[]> Titles(string example, string fields, Func<IReadOnlyList<string>> names, string of = "a column") =>
        new("--column")
        {
            Description = $"The title of {of} where it is not the usual one, such as {example}; may be given more than once. "
                + $"Fields: {fields}.",
            HelpName = "FIELD=TITLE",
            AllowMultipleArgumentsPerToken = false,
            CustomParser = result => Pairs(
                result, "--column", (field, title) => title.Length == 0 || !names().Contains(field, StringComparer.Ordinal)
                    ? $"a field ({string.Join(", ", names())}), = and the title of a column" : null),
        };

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
