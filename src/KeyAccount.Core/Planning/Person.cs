using System.Runtime.CompilerServices;

namespace KeyAccount.Core.Planning;

/// <summary>The name of a responsible person: one person only.</summary>
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
        "و", "أو", "او", "یا", "اور", "और", "एवं", "तथा", "व", "या", "आणि", "এবং", "ও", "અને", "ਅਤੇ", "மற்றும்", "మరియు", "ಮತ್ತು", "กับ",
    };

    // Words of more than one part.
    private static readonly string[] Phrases =
        ["as well as", "along with", "together with", "sowie auch", "als auch", "ainsi que", "así como", "assim como", "а также"];

    // Written in capitals only, these are names or initials too, such as LEE DAN BROWN or JOHN A SMITH.
    private static readonly HashSet<string> NamesInCapitals = new(StringComparer.OrdinalIgnoreCase)
    {
        "ou", "dan", "ja", "tai", "ve", "sau", "con", "plus", "та", "a", "o", "i",
    };

    // Ends of surnames that have two parts, such as Ortega y Gasset or Santos e Silva.
    private static readonly HashSet<string> EndsOfSurnames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Gasset", "Cajal", "Margall", "Pelayo", "Silva", "Sousa", "Souza", "Castro", "Lima", "Melo", "Mello", "Sá", "Costa", "Santos",
        "Pereira", "Oliveira", "Almeida", "Albuquerque", "Menezes", "Meneses", "Vasconcelos", "Cunha", "Cadafalch", "Riba", "Cornet",
    };

    // They join names without a blank.
    private static readonly string[] Infixes = ["และ", "หรือ", "ແລະ", "និង", "နှင့်"];

    // Arabic writes and as a letter before a name; these names begin with that letter.
    private static readonly HashSet<string> ArabicNames = new(StringComparer.Ordinal)
    {
        "وليد", "وائل", "وسام", "وسيم", "وفاء", "وفيق", "وفائي", "وجدي", "وجدان", "وجيه", "وحيد", "وحيدة", "ودود", "وداد",
        "وديع", "وديعة", "ورد",
        "وردة", "وهبة", "وهبه", "وهبي", "وهيب", "وهاب", "وضاح", "وصفي", "وصال", "وعد", "ولاء", "ولي", "والي",
        "والد", "واصل", "واثق", "واصف",
        "وثاب", "وقاص", "وسن", "ونيس", "وليدة", "وسيلة", "وهدان", "وزير", "وزيري", "وافي", "وكيل",
        "ولد", "ونوس", "وناس", "وهران", "وردي", "وداعة",
    };

    // What stands behind a Chinese name and is none.
    private static readonly string[] Titles =
    [
        "总", "總", "工", "经理", "經理", "总监", "總監", "主管", "主任", "部长", "部長", "先生", "女士", "小姐", "老师", "老師", "博士", "教授", "总裁", "總裁", "董事",
        "助理", "秘书", "秘書", "组长", "組長", "队长", "隊長", "店长", "店長", "厂长", "廠長", "院长", "院長", "校长", "校長", "书记", "書記", "代表", "专员",
        "專員", "顾问", "顧問", "处长", "處長", "科长", "科長", "局长", "局長", "会计", "會計", "工程师", "工程師", "董事长", "董事長",
    ];

    // Surnames of Japan that begin like one of China: a given name stands behind them.
    private const string JapaneseSurnames =
        " 田中 田村 田口 田辺 田島 田代 田畑 田原 田端 田崎 田上 田所 田川 金子 金井 金城 金田 金本 金沢 石田 石川 石井 石原 石橋 石黒 石塚 石坂 石渡 石丸 石村 石山 石野 石垣"
        + " 高橋 高木 高田 高野 高山 高島 高見 高井 高瀬 高村 高松 高畑 高倉 高杉 高岡 江口 江藤 江川 江崎 江原 江島 安田 安藤 安部 安倍 安西 林田 林原 白石 白井 白川 白鳥 武田 武藤"
        + " 武井 秦野 熊谷 熊田 夏目 葉山 馬場 馬渕 毛利 常田 常盤 曾根 陶山 賀来 唐沢 唐澤 ";

    // They are parts of names too, such as Ramón y Cajal or Costa e Silva: they separate where both sides have as many parts.
    private static readonly HashSet<string> WordsOfNames = new(StringComparer.Ordinal) { "y", "e", "i", "a", "o", "en", "и", "і" };

    // They also stand in names, such as 和田 or 李和平: only between two names they separate.
    private static readonly string[] ChineseWords = ["以及", "或者", "还有", "還有", "和", "与", "與", "跟", "及", "或", "同"];

    private const string Surnames =
        "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范"
        + "方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶欧歐司诸諸慕皇";

    private const string DoubleSurnames = " 欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 慕容 皇甫 夏侯 尉迟 公孙 公孫 令狐 ";

    /// <summary>Checks that a name is not blank and names one person only.</summary>
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

    /// <summary>Whether a name is valid for the owner of an action.</summary>
    public static bool IsOne(string? value) => !string.IsNullOrWhiteSpace(value) && SeparatorOf(value) is null;

    // What stands between two names; null where there is one.
    private static string? SeparatorOf(string value)
    {
        if (Separators.FirstOrDefault(each => value.Contains(each, StringComparison.Ordinal)) is { } sign)
            return sign switch { "\t" => "tab", "\n" or "\r" => "line break", _ => sign };
        var parts = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var spaced = string.Join(' ', parts);
        if (Phrases.FirstOrDefault(each => spaced.Contains($" {each} ", StringComparison.OrdinalIgnoreCase)) is { } phrase)
            return phrase;
        var isCapital = value.Any(char.IsUpper) && !value.Any(char.IsLower);
        for (var i = 1; i < parts.Length - 1; i++)
        {
            // A noble family is called von und zu.
            var word = parts[i];
            if (word is "und" && parts[i - 1] is "von" && parts[i + 1] is "zu")
                continue;
            var lower = isCapital && !NamesInCapitals.Contains(word) ? word.ToLowerInvariant() : word;
            if (Words.Contains(word) || LowerWords.Contains(lower)
                || (WordsOfNames.Contains(lower) && i == parts.Length - 1 - i && !(parts.Length == 3 && EndsOfSurnames.Contains(parts[2]))))
                return word;
        }

        if (parts.Skip(1).Any(IsArabicAnd))
            return "و";
        if (Infixes.FirstOrDefault(each => value.IndexOf(each, StringComparison.Ordinal) is > 1 and var at
            && at < value.Length - each.Length - 1) is { } infix)
            return infix;
        if (AsianWordOf(parts, value) is { } particle)
            return particle;
        if (parts.Length > 1 && parts.All(IsFullChineseName) && !JapaneseSurnames.Contains($" {parts[0]} ", StringComparison.Ordinal))
            return "space";
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

    private static bool IsArabicAnd(string part) => part.Length > 3 && part[0] == 'و' && !ArabicNames.Contains(part);

    // A surname and a given name; 高级经理 is none.
    private static bool IsFullChineseName(string part) =>
        (part.Length is 2 or 3 || (part.Length == 4 && DoubleSurnames.Contains($" {part[..2]} ", StringComparison.Ordinal)))
        && IsChineseName(part) && !Array.Exists(Titles, title => part.EndsWith(title, StringComparison.Ordinal));

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    // A blank on one side only belongs to a name that is written in two scripts, such as Wada 和田.
    private static bool IsBetweenNames(string before, string after) => after.Length > 0
        && char.IsWhiteSpace(before[^1]) == char.IsWhiteSpace(after[0])
        && IsName(before.Trim()) && AreNames(after.Trim());

    // A name, or several with words between them.
    private static bool AreNames(string text) => IsName(text) || ChineseWords.Any(word =>
        text.IndexOf(word, StringComparison.Ordinal) is > 0 and var at
        && IsName(text[..at].Trim()) && AreNames(text[(at + word.Length)..].Trim()));

    private static bool IsName(string text) => text.Length > 0 && (IsChineseName(text) || (IsLatin(text[0]) && IsLatin(text[^1])));

    private static bool IsLatin(char c) => char.IsLetter(c) && c < '\u0250';

    // A surname and one to three characters more, such as those of a given name, or of 总 or 经理.
    private static bool IsChineseName(string text) => text.Length is >= 2 and <= 4
        && Surnames.Contains(text[0], StringComparison.Ordinal) && text.All(IsHan);

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
