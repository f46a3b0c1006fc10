using System.Text;
using System.Text.RegularExpressions;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Imports;

/// <summary>The title of a column taken apart: what it names, and the unit and the currency that stand beside it.</summary>
/// <param name="Name">What is left without unit and currency.</param>
/// <param name="Key">The words of the name, in the singular and without letter case: <c>Annual purchases</c>, <c>annual_purchase</c> and
/// <c>annualPurchases</c> have the same.</param>
/// <param name="Unit">What its numbers count; null if the title does not say.</param>
/// <param name="Currency">The currency as its code or sign; null if the title does not say.</param>
internal sealed partial record HeaderText(string Name, string Key, ImportUnit? Unit, string? Currency)
{
    private static readonly Dictionary<string, ImportUnit> Units = new(StringComparer.Ordinal)
    {
        ["k"] = ImportUnit.Thousands, ["tsd"] = ImportUnit.Thousands, ["thousand"] = ImportUnit.Thousands,
        ["thousands"] = ImportUnit.Thousands, ["ths"] = ImportUnit.Thousands, ["000"] = ImportUnit.Thousands,
        ["000s"] = ImportUnit.Thousands, ["1000"] = ImportUnit.Thousands, ["千"] = ImportUnit.Thousands, ["仟"] = ImportUnit.Thousands,
        ["万"] = ImportUnit.TenThousands, ["萬"] = ImportUnit.TenThousands, ["wan"] = ImportUnit.TenThousands,
        ["10k"] = ImportUnit.TenThousands,
        ["m"] = ImportUnit.Millions, ["mn"] = ImportUnit.Millions, ["mm"] = ImportUnit.Millions, ["mio"] = ImportUnit.Millions,
        ["mln"] = ImportUnit.Millions, ["mill"] = ImportUnit.Millions, ["million"] = ImportUnit.Millions,
        ["millions"] = ImportUnit.Millions, ["百万"] = ImportUnit.Millions, ["百萬"] = ImportUnit.Millions,
        ["亿"] = ImportUnit.HundredMillions, ["億"] = ImportUnit.HundredMillions,
        ["bn"] = ImportUnit.Billions, ["billion"] = ImportUnit.Billions, ["billions"] = ImportUnit.Billions,
        ["mrd"] = ImportUnit.Billions, ["十亿"] = ImportUnit.Billions, ["十億"] = ImportUnit.Billions,
        ["千万"] = ImportUnit.Same, ["千萬"] = ImportUnit.Same,
        ["%"] = ImportUnit.PerCent, ["pct"] = ImportUnit.PerCent, ["percent"] = ImportUnit.PerCent, ["percentage"] = ImportUnit.PerCent,
        ["cent"] = ImportUnit.PerCent, ["prozent"] = ImportUnit.PerCent, ["百分比"] = ImportUnit.PerCent,
        ["‰"] = ImportUnit.PerMille, ["permille"] = ImportUnit.PerMille, ["promille"] = ImportUnit.PerMille, ["千分比"] = ImportUnit.PerMille,
        ["week"] = ImportUnit.Weeks, ["weeks"] = ImportUnit.Weeks, ["wk"] = ImportUnit.Weeks, ["wks"] = ImportUnit.Weeks,
        ["周"] = ImportUnit.Weeks, ["週"] = ImportUnit.Weeks,
        ["day"] = ImportUnit.Same, ["days"] = ImportUnit.Same, ["天"] = ImportUnit.Same, ["日"] = ImportUnit.Same,
        ["month"] = ImportUnit.Same, ["months"] = ImportUnit.Same, ["月"] = ImportUnit.Same, ["个月"] = ImportUnit.Same,
        ["個月"] = ImportUnit.Same,
    };

    // What may stand beside a unit in brackets and says nothing.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "in", "of", "unit", "units", "per", "year", "annum", "pa", "yr", "单位", "單位", "年",
    };

    // Behind a name without brackets these alone are taken for currencies: ALL and TOP are codes as well.
    private static readonly HashSet<string> Usual = new(StringComparer.Ordinal)
    {
        "EUR", "USD", "GBP", "CNY", "RMB", "CNH", "JPY", "CHF", "HKD", "TWD", "SGD", "KRW", "INR", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK",
        "PLN", "CZK", "HUF", "BRL", "MXN", "ZAR", "€", "$", "£", "¥", "元", "美元", "欧元", "歐元", "港元", "人民币", "人民幣",
    };

    /// <summary>Takes a title apart.</summary>
    public static HeaderText Of(string title)
    {
        var (unit, currency) = ((ImportUnit?)null, (string?)null);
        var text = Composed(title).Trim();
        text = Brackets().Replace(text, match =>
            match.Index > 0 && TryUnits(match.Groups["inner"].Value, ref unit, ref currency) ? " " : match.Value).Trim();
        while (TryCutTail(ref text, ref unit, ref currency))
        {
        }

        return new(text, KeyOf(text), unit, currency);
    }

    /// <summary>The words of a name, in the singular and without letter case.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var word in WordsOf(Composed(name)))
            key.Append(Singular(word.ToLowerInvariant()));
        return key.ToString();
    }

    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no form.
            return text;
        }
    }

    // Everything in brackets is unit, currency or filler, and something of it is not filler.
    private static bool TryUnits(string text, ref ImportUnit? unit, ref string? currency)
    {
        var (foundUnit, foundCurrency) = (unit, currency);
        var isFound = false;
        foreach (var token in Separators().Split(text).Select(token => token.Trim('.', '\'', ' ')).Where(token => token.Length > 0))
        {
            if (TryToken(token, areAllCodes: true, ref foundUnit, ref foundCurrency))
                isFound = true;
            else if (!Fillers.Contains(token.ToLowerInvariant()))
                return false;
        }

        if (isFound)
            (unit, currency) = (foundUnit, foundCurrency);
        return isFound;
    }

    // Revenue in thousands of EUR → Revenue; 采购额万元 → 采购额.
    private static bool TryCutTail(ref string text, ref ImportUnit? unit, ref string? currency)
    {
        var end = text.Length;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '_' or '-' or '/' or ',' or ':' or ';' or '.'))
            end--;
        var start = end;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('_' or '-' or '/' or ',' or ':' or ';'))
            start--;
        var token = text[start..end].Trim('\'', '.');
        if (start > 0 && token.Length > 0)
        {
            var isUnit = token.Length > 1 || token is "k" or "K" or "%" or "‰" || Usual.Contains(token)
                || "千仟万萬亿億".Contains(token, StringComparison.Ordinal);
            if (isUnit && !IsPartOfName(token) && TryToken(token, areAllCodes: false, ref unit, ref currency))
            {
                text = CutFillers(text[..start]);
                return text.Length > 0;
            }
        }

        // Without a blank before it.
        var match = Tail().Match(text);
        if (match.Success && match.Index > 0 && TryToken(match.Value, areAllCodes: false, ref unit, ref currency))
        {
            text = text[..match.Index].TrimEnd();
            return text.Length > 0;
        }

        return false;
    }

    // In credit days, the days are part of the name.
    private static bool IsPartOfName(string token) =>
        token.ToLowerInvariant() is "day" or "days" or "week" or "weeks" or "month" or "months" or "天" or "月" or "日" or "cent" or "mm"
            or "mill";

    private static string CutFillers(string text)
    {
        var cut = Filler().Replace(text.TrimEnd(), "");
        return cut.TrimEnd(' ', '_', '-', '/', ',', ':', ';');
    }

    private static bool TryToken(string token, bool areAllCodes, ref ImportUnit? unit, ref string? currency)
    {
        if (Units.TryGetValue(token.ToLowerInvariant(), out var whole))
        {
            unit ??= whole == ImportUnit.Same ? unit : whole;
            return true;
        }

        if (IsCurrency(token, areAllCodes))
        {
            currency ??= Currencies.Named(token);
            return true;
        }

        // T€, kEUR, k€, $m, 万元, EURk.
        for (var at = 1; at < token.Length; at++)
        {
            if (TryPair(token[..at], token[at..], areAllCodes, ref unit, ref currency)
                || TryPair(token[at..], token[..at], areAllCodes, ref unit, ref currency))
                return true;
        }

        return false;
    }

    private static bool TryPair(string count, string money, bool areAllCodes, ref ImportUnit? unit, ref string? currency)
    {
        var counted = count is "T" or "t" ? ImportUnit.Thousands
            : Units.TryGetValue(count.ToLowerInvariant(), out var known) && known != ImportUnit.Weeks
                && (known != ImportUnit.Same || count is "千万" or "千萬") ? known
            : (ImportUnit?)null;
        if (counted is null || !IsCurrency(money, areAllCodes))
            return false;

        // Of ten millions there is no unit; the reader of tables reads them from the title itself.
        unit ??= counted == ImportUnit.Same ? unit : counted;
        currency ??= Currencies.Named(money);
        return true;
    }

    private static bool IsCurrency(string token, bool areAllCodes) => Usual.Contains(token)
        || (areAllCodes && (Currencies.IsCode(token) && token.All(char.IsAsciiLetterUpper)
            || (Currencies.IsCode(Currencies.Named(token)) && !Currencies.IsCode(token) && token.Length > 1)));

    private static IEnumerable<string> WordsOf(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var isEnd = i == text.Length || !char.IsLetterOrDigit(text[i]);
            var isNew = !isEnd && i > start && char.IsUpper(text[i])
                && (char.IsLower(text[i - 1]) || (i + 1 < text.Length && char.IsUpper(text[i - 1]) && char.IsLower(text[i + 1])));
            if (!isEnd && !isNew)
                continue;
            if (i > start)
                yield return text[start..i];
            start = isEnd ? i + 1 : i;
        }
    }

    private static string Singular(string word) => word switch
    {
        "no" or "nr" or "num" or "number" or "code" => "id",
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => $"{word[..^3]}y",
        { Length: > 4 } when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word,
    };

    [GeneratedRegex(
        @"[(\[{【〔](?<inner>[^()\[\]{}【】〔〕]*)[)\]}】〕]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\s,;:/·]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"((百|十)?[万萬]|[千仟]|十?[亿億])(元|美元|欧元|歐元|港元|人民币|人民幣)$|[%‰]$|(?<=[a-z])(Pct|Percent|Thousands?|Millions?|K|EUR|USD|CNY|GBP)$"
        + @"|(?<=[_\s])(T|k|M)?[€$£¥]$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"([\s_]+(in|of|per)|[\s_]*(单位|單位))+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Filler();
}
