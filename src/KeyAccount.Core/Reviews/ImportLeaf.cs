using System.Buffers;
using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>A value of the account file in a cell of a table: reads the cell and writes the value as JSON.</summary>
internal sealed class ImportLeaf
{
    // What the writer of JSON does not escape.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" !#$%()*,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~");

    private readonly Kind _kind;
    private readonly bool _isList;
    private readonly bool _isFraction;
    private readonly FrozenDictionary<string, string>? _words;
    private readonly FrozenDictionary<string, byte[]>? _tokens;

    private ImportLeaf(
        Kind kind, bool isList, bool isFraction, IReadOnlyList<string>? names, FrozenDictionary<string, string>? words)
    {
        (_kind, _isList, _isFraction, Names, _words) = (kind, isList, isFraction, names, words);
        _tokens = names?.ToFrozenDictionary(name => name, name => Encoding.UTF8.GetBytes($"\"{name}\""), StringComparer.Ordinal);
    }

    /// <summary>Writes a text that needs no escaping in JSON; false if it needs a writer.</summary>
    public bool TryWritePlain(object cell, ArrayBufferWriter<byte> target)
    {
        if (_isList || cell is not string text)
            return false;
        if (_kind == Kind.Name)
        {
            if (!_tokens!.TryGetValue(text, out var token))
                return false;
            target.Write(token);
            return true;
        }

        var plain = text.AsSpan().Trim();
        if (_kind != Kind.Text || plain.ContainsAnyExcept(Plain))
            return false;
        var span = target.GetSpan(plain.Length + 2);
        span[0] = (byte)'"';
        Encoding.ASCII.GetBytes(plain, span[1..]);
        span[plain.Length + 1] = (byte)'"';
        target.Advance(plain.Length + 2);
        return true;
    }

    private enum Kind
    {
        Text,
        Flag,
        Whole,
        Number,
        Date,
        Month,
        Name,
    }

    /// <summary>The possible values; null if they are not a list.</summary>
    public IReadOnlyList<string>? Names { get; }

    public bool IsNumber => _kind is Kind.Number or Kind.Whole;

    public bool IsDate => _kind is Kind.Date or Kind.Month;

    public bool IsMonth => _kind == Kind.Month;

    public bool IsFlag => _kind == Kind.Flag;

    public bool IsText => _kind == Kind.Text && !_isList;

    public bool IsList => _isList;

    /// <summary>The leaf for a type; null if the type cannot be the value of a cell.</summary>
    public static ImportLeaf? Of(string? unit, JsonTypeInfo type)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        var isList = type.Kind == JsonTypeInfoKind.Enumerable;
        if (isList)
        {
            type = type.Options.GetTypeInfo(type.Type.IsArray ? type.Type.GetElementType()! : type.Type.GetGenericArguments()[0]);
            plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        }

        if (type.Kind != JsonTypeInfoKind.None)
            return null;
        var (names, words) = NamesOf(plain, type);
        return KindOf(plain, names) is { } kind ? new(kind, isList, unit == "fraction", names, words) : null;
    }

    /// <summary>Writes a cell as the JSON of the value; returns what is wrong if it cannot.</summary>
    /// <param name="cell">The cell; not empty.</param>
    /// <param name="unit">The unit of its numbers.</param>
    /// <param name="json">The writer for the value.</param>
    /// <param name="isOutside">Whether it is not one of the possible values.</param>
    public string? Write(object cell, ImportUnit unit, Utf8JsonWriter json, out bool isOutside)
    {
        isOutside = false;
        if (!_isList)
            return WriteOne(cell, unit, json, ref isOutside);
        var items = cell is string text ? ListText.Split(text) : cell is IEnumerable many ? many : new[] { cell };
        json.WriteStartArray();
        foreach (var item in items)
        {
            if (item is not null && WriteOne(item, unit, json, ref isOutside) is { } fault)
                return fault;
        }

        json.WriteEndArray();
        return null;
    }

    /// <summary>A cell as text, as a table would hold it.</summary>
    public static string TextOf(object cell) => cell switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        LocalDate date => LocalDatePattern.Iso.Format(date),
        YearMonth month => YearMonthPattern.Iso.Format(month),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable many => ListText.Join(many.Cast<object?>().OfType<object>().Select(TextOf)),
        _ => cell.ToString() ?? "",
    };

    /// <summary>The month in a cell; null if there is none.</summary>
    public static YearMonth? MonthOf(object cell) => cell switch
    {
        YearMonth month => month,
        _ when DateOf(cell) is { } date => date.ToYearMonth(),
        string text when YearMonthPattern.Iso.Parse(text.Trim()).TryGetValue(default, out var month) => month,
        _ => null,
    };

    /// <summary>The day in a cell; null if there is none.</summary>
    public static LocalDate? DateOf(object cell) => cell switch
    {
        LocalDate date => date,
        DateTime date => LocalDate.FromDateTime(date),
        DateTimeOffset date => LocalDate.FromDateTime(date.DateTime),
        DateOnly date => LocalDate.FromDateOnly(date),
        LocalDateTime date => date.Date,
        string text when text.AsSpan().Trim() is { Length: >= 10 } written
            && (written.Length == 10 || written[10] is 'T' or ' ')
            && LocalDatePattern.Iso.Parse(written[..10].ToString()).TryGetValue(default, out var date) => date,
        _ => null,
    };

    /// <summary>The number in a cell in the unit of the account file; null if there is none.</summary>
    public static decimal? NumberOf(object cell, ImportUnit unit, bool isFraction)
    {
        decimal number;
        switch (cell)
        {
            case decimal exact:
                number = exact;
                break;
            case double real:
                if (!double.IsFinite(real) || Math.Abs(real) >= 1e27)
                    return null;
                number = (decimal)real;
                break;
            case float real:
                if (!float.IsFinite(real) || Math.Abs(real) >= 1e27f)
                    return null;
                number = (decimal)real;
                break;
            case int or long or short or byte or sbyte or uint or ulong or ushort:
                number = Convert.ToDecimal(cell, CultureInfo.InvariantCulture);
                break;
            case string text:
                var written = text.AsSpan().Trim();
                var isPerCent = written is [.., '%' or '％'];
                if (isPerCent && !isFraction)
                    return null;
                if (!decimal.TryParse(
                    isPerCent ? written[..^1].TrimEnd() : written, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
                    return null;
                if (isPerCent)
                    return number / 100;
                break;
            default:
                return null;
        }

        try
        {
            return unit switch
            {
                ImportUnit.PerCent => number / 100,
                ImportUnit.PerMille => number / 1000,
                ImportUnit.Thousands => number * 1_000,
                ImportUnit.TenThousands => number * 10_000,
                ImportUnit.Millions => number * 1_000_000,
                ImportUnit.HundredMillions => number * 100_000_000,
                ImportUnit.Billions => number * 1_000_000_000,
                ImportUnit.Weeks => number * 7,
                _ => number,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private string? WriteOne(object cell, ImportUnit unit, Utf8JsonWriter json, ref bool isOutside)
    {
        switch (_kind)
        {
            case Kind.Number or Kind.Whole:
                if (NumberOf(cell, unit, _isFraction) is not { } number)
                    return _isFraction ? "a number is needed, such as 0.35 or 35 %" : "a number is needed, such as 1234.5";
                if (_kind == Kind.Whole && decimal.Truncate(number) != number)
                    return "a whole number is needed";

                // Without zeros behind the last digit: 12.00 is 12, whatever table it came from.
                json.WriteNumberValue(_kind == Kind.Whole ? decimal.Truncate(number) : number / 1.0000000000000000000000000000m);
                return null;
            case Kind.Flag:
                if (FlagOf(cell) is not { } flag)
                    return "true or false is needed; yes and no, 1 and 0, 是 and 否 are read as well";
                json.WriteBooleanValue(flag);
                return null;
            case Kind.Date:
                if (DateOf(cell) is not { } date)
                    return "a date is needed, such as 2026-03-31";
                json.WriteStringValue(LocalDatePattern.Iso.Format(date));
                return null;
            case Kind.Month:
                if (MonthOf(cell) is not { } month)
                    return "a month or a date is needed, such as 2026-03 or 2026-03-31";
                json.WriteStringValue(YearMonthPattern.Iso.Format(month));
                return null;
            case Kind.Name:
                if (!_words!.TryGetValue(WordOf(TextOf(cell)), out var name))
                {
                    isOutside = true;
                    return $"it must be one of {string.Join(", ", Names!)}";
                }

                json.WriteStringValue(name);
                return null;
            default:
                json.WriteStringValue(Sound(_isList ? TextOf(cell) : TextOf(cell).Trim()));
                return null;
        }
    }

    // Half a surrogate pair cannot be written.
    private static string Sound(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    private static bool? FlagOf(object cell) => cell as bool? ?? TextOf(cell).Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "Y" or "1" or "是" or "对" or "對" or "有" => true,
        "FALSE" or "NO" or "N" or "0" or "否" or "不" or "无" or "無" => false,
        _ => null,
    };

    private static Kind? KindOf(Type type, IReadOnlyList<string>? names) =>
        names is not null ? Kind.Name
        : type == typeof(string) ? Kind.Text
        : type == typeof(bool) ? Kind.Flag
        : type == typeof(int) || type == typeof(long) ? Kind.Whole
        : type == typeof(decimal) || type == typeof(double) ? Kind.Number
        : type == typeof(LocalDate) ? Kind.Date
        : type == typeof(YearMonth) ? Kind.Month
        : null;

    private static (IReadOnlyList<string>? Names, FrozenDictionary<string, string>? Words) NamesOf(Type type, JsonTypeInfo info)
    {
        var names = type.IsEnum ? Enum.GetNames(type) : (info.Converter as INamedValues)?.Names;
        if (names is null)
            return (null, null);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
            words.TryAdd(WordOf(name), name);
        foreach (var (name, written) in (info.Converter as ITermWords)?.Words ?? [])
        {
            foreach (var word in written)
                words.TryAdd(WordOf(word), name);
        }

        return (names, words.ToFrozenDictionary(StringComparer.Ordinal));
    }

    // Letters and digits: "Key Decision-Maker" and "key decision maker" are one.
    private static string WordOf(string text)
    {
        var word = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
        }

        return word.Length > 0 ? word.ToString() : text.Trim();
    }
}
