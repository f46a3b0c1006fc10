using System.Runtime.CompilerServices;

namespace KeyAccount.Core.Planning;

/// <summary>Who answers for something: one person.</summary>
internal static class Person
{
    // Signs and words that stand between names and in none.
    private static readonly string[] Separators =
        [",", "，", ";", "；", "、", "､", "/", "／", "⁄", "∕",
        "\\", "＼", "|", "｜", "&", "＆", "+", "＋", "•", " - ", " – ", " — ", "\t", "\n", "\r"];

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "and", "or", "et", "und", "oder" };

    // In capitals they can be names, such as Dan.
    private static readonly HashSet<string> LowerWords = new(StringComparer.Ordinal)
    {
        "ou", "sowie", "bzw.", "u.", "och", "eller", "samt", "og", "oraz", "lub", "ve", "veya", "dan", "atau", "và", "hoặc", "și", "sau",
        "ja", "tai", "és", "vagy", "και", "или", "та", "або", "및", "또는", "plus", "with", "mit", "con", "avec",
    };

    // They are parts of names too, such as Ramón y Cajal or Costa e Silva: they separate where both sides have as many parts.
    private static readonly HashSet<string> WordsOfNames = new(StringComparer.Ordinal) { "y", "e", "i", "a", "o", "en", "и", "і" };

    // They also stand in names, such as 和田 or 李和平: only between two names they separate.
    private static readonly string[] ChineseWords = ["以及", "或者", "还有", "還有", "和", "与", "與", "跟", "及", "或", "同"];

    private const string Surnames =
        "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范"
        + "方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶欧歐司诸諸慕皇";

    /// <summary>A name that is not blank and names one person only.</summary>
    public static string Checked(string? value, [CallerMemberName] string name = "")
    {
        Guard.NotBlank(value, name);
        return SeparatorOf(value) is { } separator
            ? throw new ArgumentException(
                $"{name} is '{string.Join(' ', value.Split((char[])['\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))}', which "
                + $"names more than one ('{separator}'); it must be one person: name the one who answers for it.",
                name)
            : value;
    }

    /// <summary>Whether a name is one that an action can have.</summary>
    public static bool IsOne(string? value) => !string.IsNullOrWhiteSpace(value) && SeparatorOf(value) is null;

    // What stands between two names; null where there is one.
    private static string? SeparatorOf(string value)
    {
        if (Separators.FirstOrDefault(each => value.Contains(each, StringComparison.Ordinal)) is { } sign)
            return sign switch { "\t" => "tab", "\n" or "\r" => "line break", _ => sign };
        var parts = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < parts.Length - 1; i++)
        {
            // A noble family is called von und zu.
            var word = parts[i];
            if (word is "und" && parts[i - 1] is "von" && parts[i + 1] is "zu")
                continue;
            if (Words.Contains(word) || LowerWords.Contains(word) || (WordsOfNames.Contains(word) && i == parts.Length - 1 - i))
                return word;
        }

        if (AsianWordOf(parts, value) is { } particle)
            return particle;
        foreach (var each in ChineseWords)
        {
            var at = value.IndexOf(each, 1, StringComparison.Ordinal);
            while (at > 0)
            {
                if (IsBetweenNames(value[..at], value[(at + each.Length)..]))
                    return each;
                at = value.IndexOf(each, at + 1, StringComparison.Ordinal);
            }
        }

        return null;
    }

    // A particle of Korean ends a word; と of Japanese stands between two names in characters.
    private static string? AsianWordOf(string[] parts, string value)
    {
        if (parts.SkipLast(1).FirstOrDefault(part => part.Length > 2 && part.All(IsHangul) && part[^1] is '와' or '과' or '랑') is { } word)
            return word[^1].ToString();
        var at = value.IndexOf('と', StringComparison.Ordinal);
        return at > 1 && at < value.Length - 2 && IsHan(value[at - 1]) && IsHan(value[at + 1]) ? "と" : null;
    }

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    // A blank on one side only belongs to a name that is written in two scripts, such as Wada 和田.
    private static bool IsBetweenNames(string before, string after) => after.Length > 0
        && char.IsWhiteSpace(before[^1]) == char.IsWhiteSpace(after[0])
        && IsName(before.Trim()) && IsName(after.Trim());

    private static bool IsName(string text) => text.Length > 0 && (IsChineseName(text) || (IsLatin(text[0]) && IsLatin(text[^1])));

    private static bool IsLatin(char c) => char.IsLetter(c) && c < '\u0250';

    // A surname and one to three characters more, such as those of a given name, or of 总 or 经理.
    private static bool IsChineseName(string text) => text.Length is >= 2 and <= 4
        && Surnames.Contains(text[0], StringComparison.Ordinal) && text.All(IsHan);

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
