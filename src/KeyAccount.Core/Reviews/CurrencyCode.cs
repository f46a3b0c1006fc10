namespace KeyAccount.Core.Reviews;

/// <summary>Guesses the code of a currency that is written as a sign, a word or in small letters.</summary>
internal static class CurrencyCode
{
    private static readonly Dictionary<string, string> Written = new(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD", ["US$"] = "USD", ["dollar"] = "USD", ["dollars"] = "USD", ["US dollar"] = "USD", ["US dollars"] = "USD",
        ["美元"] = "USD", ["€"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR", ["欧元"] = "EUR", ["歐元"] = "EUR", ["£"] = "GBP",
        ["英镑"] = "GBP", ["英鎊"] = "GBP", ["¥"] = "CNY", ["CN¥"] = "CNY", ["RMB"] = "CNY", ["yuan"] = "CNY", ["renminbi"] = "CNY",
        ["元"] = "CNY", ["人民币"] = "CNY", ["人民幣"] = "CNY", ["JP¥"] = "JPY", ["yen"] = "JPY", ["円"] = "JPY", ["日元"] = "JPY",
        ["HK$"] = "HKD", ["港元"] = "HKD", ["港币"] = "HKD", ["港幣"] = "HKD", ["NT$"] = "TWD", ["新台币"] = "TWD", ["新臺幣"] = "TWD",
        ["A$"] = "AUD", ["AU$"] = "AUD", ["C$"] = "CAD", ["CA$"] = "CAD", ["S$"] = "SGD", ["₹"] = "INR", ["₩"] = "KRW", ["₽"] = "RUB",
        ["SFr"] = "CHF", ["SFr."] = "CHF",
    };

    /// <summary>The probable code; null if the text may itself be a code, or tells nothing.</summary>
    public static string? Likely(string text)
    {
        var plain = text.Trim();
        if (Written.TryGetValue(plain, out var code))
            return code;
        return plain.Length == 3 && plain.All(char.IsAsciiLetter) && plain.ToUpperInvariant() is var capitals && capitals != text
            ? capitals : null;
    }

    /// <summary>The code to write in place of text that cannot be a code, because it is not three capital letters.</summary>
    public static string? Meant(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? null : Likely(text);
}
