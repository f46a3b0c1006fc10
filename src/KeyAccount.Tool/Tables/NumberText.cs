using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KeyAccount.Tool.Tables;

/// <summary>A number as people and programs write it, taken apart: sign, currency, unit, digits with their separators, exponent.</summary>
internal sealed partial record NumberText(bool IsNegative, string? Currency, int Exponent, string Digits, bool HasUnit, bool IsScientific)
{
    private const int LargestExponent = 60;
    private static readonly SearchValues<char> Core = SearchValues.Create("0123456789.,' ");

    /// <summary>Takes a text apart; null if it is not a number, with what is wrong where that can be said.</summary>
    public static NumberText? Of(string text, bool hasChineseUnits, out string? fault)
    {
        fault = null;
        var rest = Plain(text);
        var signs = 0;
        var isNegative = false;
        string? currency = null;
        var unit = 0;
        var hasUnit = false;
        while (true)
        {
            rest = rest.Trim(' ');
            if (rest.Length == 0)
                return null;
            if (!rest.AsSpan().ContainsAnyExcept(Core))
                break;
            if (rest[0] == '(' && rest[^1] == ')')
            {
                (signs, isNegative, rest) = (signs + 1, true, rest[1..^1]);
            }
            else if (rest[0] is '-' or '+')
            {
                (signs, isNegative, rest) = (signs + 1, rest[0] == '-', rest[1..]);
            }
            else if (rest[^1] is '-' or '+')
            {
                (signs, isNegative, rest) = (signs + 1, rest[^1] == '-', rest[..^1]);
            }
            else if (rest[^1] is '%' or '‰')
            {
                fault = "a percentage is not an amount";
                return null;
            }
            else if (!hasUnit && UnitAtEnd(rest) is (> 0, var power) found)
            {
                if (!hasChineseUnits)
                {
                    fault = $"'{rest[^found.Length..]}' multiplies the number; --units zh reads it so";
                    return null;
                }

                (hasUnit, unit, rest) = (true, power, rest[..^found.Length]);
            }
            else if (Currencies.AtStart(rest) is { } before)
            {
                if (!Currencies.TryMerge(ref currency, before.Code))
                    return null;
                rest = rest[before.Length..];
            }
            else if (Currencies.AtEnd(rest) is { } after)
            {
                if (!Currencies.TryMerge(ref currency, after.Code))
                    return null;
                rest = rest[..^after.Length];
            }
            else
            {
                break;
            }
        }

        if (signs > 1)
            return null;
        var exponent = 0;
        var isScientific = false;
        if (rest.AsSpan().IndexOfAny('e', 'E') is > 0 and var e)
        {
            if (!int.TryParse(rest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || Math.Abs(exponent) > LargestExponent)
                return null;
            (rest, isScientific) = (rest[..e], true);
        }

        return rest.AsSpan().ContainsAnyInRange('0', '9') && !rest.AsSpan().ContainsAnyExcept(Core)
            ? new(isNegative, currency, exponent + unit, rest, hasUnit, isScientific)
            : null;
    }

    /// <summary>The text in ASCII as far as it stands for ASCII: full-width and other digits, every kind of blank, apostrophe and
    /// dash.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.Contains('`'))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is > ' ' and <= '~')
            {
                plain.Append(c == '`' ? '\'' : c);
                continue;
            }

            var category = char.GetUnicodeCategory(c);
            if (category == UnicodeCategory.Format)
                continue;
            plain.Append(c switch
            {
                '\0' => c,
                _ when char.IsWhiteSpace(c) => ' ',
                _ when category == UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)char.GetNumericValue(c)),
                '’' or '‘' or 'ʼ' or 'ʹ' or '′' or '´' or '＇' or '٬' => '\'',
                '−' or '˗' => '-',
                '٫' => '.',
                '￥' => '¥',
                '￡' => '£',
                '￦' => '₩',
                >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                _ when category == UnicodeCategory.DashPunctuation => '-',
                _ => c,
            });
        }

        return plain.ToString();
    }

    /// <summary>The unit that a header names for its whole column, as 金额(万元) does: its text and its power of ten; null if it names
    /// none.</summary>
    public static (string Text, int Power)? UnitOfHeader(string header)
    {
        // A unit stands in brackets, or before the name of a currency; 万 alone may be part of a name.
        var match = HeaderUnit().Match(header.Trim());
        if (!match.Success)
            return null;
        var unit = match.Groups["unit"].Value;
        return (unit, UnitAtEnd(unit).Power);
    }

    [GeneratedRegex(
        @"([(（\[【/:：]\s*(单位|單位)?[:：]?\s*(?<unit>[百千]?[万萬]|[千仟]|[亿億])(元|圆|圓|美元|欧元|歐元|港元|人民币|人民幣|RMB|CNY)?\s*[)）\]】]?"
        + @"|(?<unit>[百千]?[万萬]|[千仟]|[亿億])(元|圆|圓|美元|欧元|歐元|港元|人民币|人民幣))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex HeaderUnit();

    private static (int Length, int Power) UnitAtEnd(string text) => text switch
    {
        [.., '百', '万' or '萬'] => (2, 6),
        [.., '千', '万' or '萬'] => (2, 7),
        [.., '万' or '萬'] => (1, 4),
        [.., '千' or '仟'] => (1, 3),
        [.., '亿' or '億'] => (1, 8),
        _ => (0, 0),
    };
}
