using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace KeyAccount.Core.Bidding;

/// <summary>Amounts in words, as bids and cheques state them, in Chinese (壹佰贰拾叁元肆角伍分) and English (one hundred twenty-three and
/// 45/100).</summary>
/// <remarks>Amounts must be at least 0 and at most <see cref="Most"/>, with at most two decimals. A written amount is read back as the same
/// amount. The reader also accepts other common spellings; it refuses words that are not a number or that can be read in two ways
/// (壹佰贰).</remarks>
public static class WordedAmount
{
    /// <summary>The largest amount in words: 1,000,000,000,000.</summary>
    public const decimal Most = 1_000_000_000_000m;

    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿", "万"];

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (string Word, long Value)[] Large =
        [("trillion", 1_000_000_000_000), ("billion", 1_000_000_000), ("million", 1_000_000), ("thousand", 1_000)];

    // What people write instead: ordinary and traditional characters.
    private static readonly Dictionary<char, char> Spellings = new()
    {
        ['〇'] = '零', ['○'] = '零', ['一'] = '壹', ['二'] = '贰', ['两'] = '贰', ['兩'] = '贰', ['貳'] = '贰', ['三'] = '叁', ['參'] = '叁',
        ['叄'] = '叁', ['四'] = '肆', ['五'] = '伍', ['六'] = '陆', ['陸'] = '陆', ['七'] = '柒', ['八'] = '捌', ['九'] = '玖', ['十'] = '拾',
        ['百'] = '佰', ['千'] = '仟', ['萬'] = '万', ['億'] = '亿', ['圓'] = '元', ['圆'] = '元', ['毛'] = '角', ['正'] = '整',
    };

    private const int NoUnit = 10_000;

    private static readonly string[] Prefixes =
        ["人民币", "人民幣", "RMB", "CNY", "（大写）", "（大寫）", "(大写)", "(大寫)", "大写", "大寫", "￥", "¥", "合计", "合計", "计", "計", "：", ":"];

    private static readonly string[] Currencies = ["美元", "欧元", "歐元", "港元", "日元"];

    private static readonly string[] Fillers =
        ["and", "only", "say", "total", "us", "usd", "rmb", "cny", "eur", "hkd", "jpy", "in", "words"];

    private static readonly string[] Units = ["dollar", "dollars", "yuan", "renminbi", "euro", "euros", "yen"];

    /// <summary>Writes an amount in Chinese words.</summary>
    /// <param name="amount">The amount; 0 … <see cref="Most"/>, at most two decimals.</param>
    /// <returns>The words, with 元, 角 and 分, and with 整 if there are no 分.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is outside its range.</exception>
    public static string InChinese(decimal amount)
    {
        var (whole, cents) = Split(amount);
        var words = new StringBuilder();
        if (whole > 0 || cents == 0)
            words.Append(Whole(whole)).Append('元');
        var (tenths, hundredths) = (cents / 10, cents % 10);
        if (cents == 0)
            return words.Append('整').ToString();
        if (tenths > 0)
            words.Append(Digits[tenths]).Append('角');
        else if (whole > 0)
            words.Append('零');
        return hundredths > 0 ? words.Append(Digits[hundredths]).Append('分').ToString() : words.Append('整').ToString();
    }

    /// <summary>Writes an amount in English words.</summary>
    /// <param name="amount">The amount; 0 … <see cref="Most"/>, at most two decimals.</param>
    /// <returns>The words, with the cents as a fraction of 100 if there are any.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is outside its range.</exception>
    public static string InEnglish(decimal amount)
    {
        var (whole, cents) = Split(amount);
        var words = English(whole);
        return cents == 0 ? words : string.Create(CultureInfo.InvariantCulture, $"{words} and {cents:00}/100");
    }

    /// <summary>Reads an amount in Chinese or English words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="amount">The amount.</param>
    /// <returns>Whether the words are an amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? words, out decimal amount)
    {
        amount = 0;
        if (string.IsNullOrWhiteSpace(words))
            return false;
        var text = words.Trim();
        return text.Any(each => each >= '\u3000') ? TryParseChinese(text, out amount) : TryParseEnglish(text, out amount);
    }

    private static (long Whole, int Cents) Split(decimal amount)
    {
        if (amount < 0 || amount > Most || decimal.Round(amount, 2) != amount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(amount), amount, "It must be 0 … 1,000,000,000,000 with at most two decimals.");
        }

        var whole = (long)decimal.Truncate(amount);
        return (whole, (int)((amount - whole) * 100));
    }

    // Groups of four digits; a zero stands for any run of zeros between other digits, and none at the end of a group.
    private static string Whole(long number)
    {
        if (number == 0)
            return "零";
        var text = number.ToString(CultureInfo.InvariantCulture);
        var words = new StringBuilder();
        var isZeroDue = false;
        for (var i = 0; i < text.Length; i++)
        {
            var (place, digit) = (text.Length - 1 - i, text[i] - '0');
            if (digit == 0)
            {
                isZeroDue = true;
            }
            else
            {
                if (isZeroDue)
                    words.Append('零');
                isZeroDue = false;
                words.Append(Digits[digit]).Append(Places[place % 4]);
            }

            // 亿 counts 万 of itself: its 万 needs no 亿 of its own.
            if (place % 4 == 0 && place > 0 && (HasDigits(text, place, 4) || (place == 8 && text.Length > 12)))
                words.Append(Groups[place / 4]);
        }

        return words.ToString();
    }

    private static bool HasDigits(string text, int place, int count)
    {
        var end = text.Length - place;
        return text[Math.Max(0, end - count)..end].Any(each => each != '0');
    }

    private static string English(long number)
    {
        foreach (var (word, value) in Large)
        {
            if (number >= value)
                return $"{English(number / value)} {word}{(number % value == 0 ? "" : " " + English(number % value))}";
        }

        if (number >= 100)
            return $"{Small[number / 100]} hundred{(number % 100 == 0 ? "" : " " + English(number % 100))}";
        if (number < 20)
            return Small[number];
        return number % 10 == 0 ? Tens[number / 10] : $"{Tens[number / 10]}-{Small[number % 10]}";
    }

    private static bool TryParseChinese(string text, out decimal amount)
    {
        amount = 0;
        var clean = string.Concat(text.Where(each => !char.IsWhiteSpace(each)).Select(each => Spellings.GetValueOrDefault(each, each)));
        for (var before = -1; before != clean.Length;)
        {
            before = clean.Length;
            foreach (var prefix in Prefixes)
                clean = clean.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? clean[prefix.Length..] : clean;
        }

        foreach (var currency in Currencies)
            clean = clean.Replace(currency, "元", StringComparison.Ordinal);
        if (clean.EndsWith('整'))
            clean = clean[..^1];
        var yuan = clean.IndexOf('元', StringComparison.Ordinal);
        var rest = yuan < 0 ? clean : clean[(yuan + 1)..];
        if (yuan >= 0 || !rest.Any(each => each is '角' or '分'))
        {
            if (!TryWhole(yuan < 0 ? clean : clean[..yuan], out var whole))
                return false;
            amount = whole;
            rest = yuan < 0 ? "" : rest;
        }

        rest = rest.StartsWith('零') ? rest[1..] : rest;
        foreach (var (unit, value) in ((char, decimal)[])[('角', 0.1m), ('分', 0.01m)])
        {
            if (rest.Length < 2 || rest[1] != unit)
                continue;
            var digit = Digits.IndexOf(rest[0], StringComparison.Ordinal);
            if (digit < 0)
                return false;
            amount += digit * value;
            rest = rest[2..];
        }

        return rest.Length == 0 && amount <= Most;
    }

    // Units fall within a group of four digits, and a digit of ones without 零 follows 拾 or nothing: 壹佰贰 may be read as 102 or 120.
    private static bool TryWhole(string text, out decimal number)
    {
        number = 0;
        decimal group = 0;
        var (digit, unit) = (-1, NoUnit);
        bool isZero = false, hasWan = false, hasYi = false;
        foreach (var each in text)
        {
            var value = Digits.IndexOf(each, StringComparison.Ordinal);
            if (value >= 0 && digit >= 0)
                return false;
            if (value == 0)
            {
                isZero = true;
            }
            else if (value > 0)
            {
                digit = value;
            }
            else if (each is '拾' or '佰' or '仟')
            {
                // 拾 alone is ten.
                var place = each == '拾' ? 10 : each == '佰' ? 100 : 1_000;
                if (place >= unit || (digit < 0 && (place > 10 || unit < NoUnit)))
                    return false;
                group += (digit < 0 ? 1 : digit) * place;
                (digit, unit, isZero) = (-1, place, false);
            }
            else if (each is '万' or '亿')
            {
                if (!TryOnes(0, ref group, digit, unit, isZero) || (each == '万' ? hasWan || group == 0 : hasYi || number + group == 0))
                    return false;
                number = each == '万' ? number + (group * 10_000) : (number + group) * 100_000_000;
                (hasWan, hasYi) = (each == '万', hasYi || each == '亿');
                (group, digit, unit, isZero) = (0, -1, NoUnit, false);
            }
            else
            {
                return false;
            }
        }

        if (text.Length == 0 || !TryOnes(number, ref group, digit, unit, isZero))
            return false;
        number += group;
        return number <= Most;
    }

    private static bool TryOnes(decimal number, ref decimal group, int digit, int unit, bool isZero)
    {
        if (digit < 0)
            return true;
        group += digit;
        return isZero || unit == 10 || (unit == NoUnit && number == 0);
    }

    private static bool TryParseEnglish(string text, out decimal amount)
    {
        amount = 0;
        var words = text.ToLowerInvariant().Split([' ', '-', ',', '.', ':', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Fillers.Contains(word)).ToList();
        var cents = 0m;
        if (words.Count > 0 && words[^1].EndsWith("/100", StringComparison.Ordinal))
        {
            if (!int.TryParse(words[^1][..^4], NumberStyles.None, CultureInfo.InvariantCulture, out var hundredths) || hundredths > 99)
                return false;
            cents = hundredths;
            words.RemoveAt(words.Count - 1);
            if (words.Count == 0)
            {
                amount = cents / 100;
                return true;
            }
        }
        else if (words.FindIndex(word => word is "cents" or "cent") is >= 0 and var at)
        {
            // "Forty-five cents" stands behind the name of the currency, "cents forty-five" behind the amount.
            var isBehind = at == words.Count - 1;
            var from = isBehind ? words.FindLastIndex(at, Units.Contains) + 1 : at + 1;
            var part = words[from..(isBehind ? at : words.Count)];
            if (!TryWords(part, out cents) || cents > 99)
                return false;
            words = words[..(isBehind ? from : at)];
            if (words.Count == 0)
            {
                amount = cents / 100;
                return true;
            }
        }

        words.RemoveAll(Units.Contains);
        if (!TryWords(words, out var whole))
            return false;
        amount = whole + (cents / 100);
        return amount <= Most;
    }

    // Hundreds before tens before ones, and larger powers before smaller ones: "one two" is no number.
    private static bool TryWords(IReadOnlyList<string> words, out decimal number)
    {
        number = 0;
        if (words.Count == 0)
            return false;
        if (words is ["zero"])
            return true;
        long group = 0, below = long.MaxValue, most = 100;
        foreach (var word in words)
        {
            var small = word == "a" ? 1 : Array.IndexOf(Small, word);
            var ten = Array.IndexOf(Tens, word);
            var large = Array.FindIndex(Large, each => each.Word == word);
            if (small > 0 && small < most)
            {
                (group, most) = (group + small, 1);
            }
            else if (ten >= 2 && most >= 100)
            {
                (group, most) = (group + (ten * 10), 10);
            }
            else if (word == "hundred" && group is > 0 and < 100)
            {
                (group, most) = (group * 100, 100);
            }
            else if (large >= 0 && group > 0 && Large[large].Value < below)
            {
                (number, group, below, most) = (number + (group * Large[large].Value), 0, Large[large].Value, 100);
            }
            else
            {
                return false;
            }
        }

        number += group;
        return group < below && number <= Most;
    }
}
