using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace KeyAccount.Core.Bidding;

/// <summary>Amounts in words, as bids and cheques have them, in Chinese (壹佰贰拾叁元肆角伍分) and English (one hundred twenty-three and
/// 45/100).</summary>
/// <remarks>Amounts of at least 0 and at most <see cref="Most"/>, with at most two decimals. What is written is read again as the same
/// amount; the reader also takes the common other spellings.</remarks>
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

    /// <summary>An amount in Chinese words.</summary>
    /// <param name="amount">The amount; 0 … <see cref="Most"/>, at most two decimals.</param>
    /// <returns>The words, with 元, 角 and 分, and 整 where there are no 分.</returns>
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

    /// <summary>An amount in English words.</summary>
    /// <param name="amount">The amount; 0 … <see cref="Most"/>, at most two decimals.</param>
    /// <returns>The words, with the cents as a fraction of 100 where there are any.</returns>
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
    /// <returns>Whether they are an amount.</returns>
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
        foreach (var prefix in (string[])["人民币", "人民幣", "计", "計", "：", ":"])
            clean = clean.StartsWith(prefix, StringComparison.Ordinal) ? clean[prefix.Length..] : clean;
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

        return rest.Length == 0;
    }

    private static bool TryWhole(string text, out decimal number)
    {
        number = 0;
        if (text.Length == 0)
            return false;
        decimal group = 0, digit = 0;
        foreach (var each in text)
        {
            var value = Digits.IndexOf(each, StringComparison.Ordinal);
            if (value >= 0)
            {
                digit = value;
            }
            else if (each is '拾' or '佰' or '仟')
            {
                // 拾 alone is ten.
                group += (digit == 0 && each == '拾' ? 1 : digit) * (each == '拾' ? 10 : each == '佰' ? 100 : 1_000);
                digit = 0;
            }
            else if (each == '万')
            {
                number += (group + digit) * 10_000;
                (group, digit) = (0, 0);
            }
            else if (each == '亿')
            {
                number = (number + group + digit) * 100_000_000;
                (group, digit) = (0, 0);
            }
            else
            {
                return false;
            }
        }

        number += group + digit;
        return number <= Most;
    }

    private static bool TryParseEnglish(string text, out decimal amount)
    {
        amount = 0;
        var words = text.ToLowerInvariant().Split([' ', '-', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        decimal total = 0, group = 0;
        var isAny = false;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word is "and" or "only" or "dollars" or "dollar" or "yuan")
                continue;
            if (word.EndsWith("/100", StringComparison.Ordinal))
            {
                if (i < words.Length - 2
                    || !int.TryParse(word[..^4], NumberStyles.None, CultureInfo.InvariantCulture, out var cents) || cents > 99)
                {
                    return false;
                }

                amount += cents / 100m;
                isAny = true;
                continue;
            }

            var small = Array.IndexOf(Small, word);
            var ten = Array.IndexOf(Tens, word);
            var large = Array.FindIndex(Large, each => each.Word == word);
            if (small >= 0)
                group += small;
            else if (ten >= 2)
                group += ten * 10;
            else if (word == "hundred")
                group = (group == 0 ? 1 : group) * 100;
            else if (large >= 0)
                (total, group) = (total + ((group == 0 ? 1 : group) * Large[large].Value), 0);
            else
                return false;
            isAny = true;
        }

        amount += total + group;
        return isAny && amount <= Most;
    }
}
