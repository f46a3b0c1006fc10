using System.Collections.Frozen;

namespace KeyAccount.Tool.Tables;

/// <summary>Currencies beside a number: ISO 4217 codes, signs, and what people write for them.</summary>
internal static class Currencies
{
    private const string Codes =
        " AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNH CNY COP "
        + "CRC CUP CVE CZK DJF DKK DOP DZD"
        + " EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF "
        + "KPW KRW KWD KYD KZT LAK LBP LKR"
        + " LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
        + "QAR RON RSD RUB RWF SAR SBD SCR"
        + " SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF "
        + "XCD XOF XPF YER ZAR ZMW ZWL ";

    private static readonly (string Written, string Code)[] Written =
    [
        ("US$", "USD"), ("HK$", "HKD"), ("NT$", "TWD"), ("AU$", "AUD"), ("CA$", "CAD"), ("NZ$", "NZD"), ("A$", "AUD"), ("C$", "CAD"),
        ("S$", "SGD"), ("R$", "BRL"), ("MX$", "MXN"),
        ("CN¥", "CNY"), ("JP¥", "JPY"), ("人民币", "CNY"), ("人民幣", "CNY"), ("港元", "HKD"), ("美元", "USD"), ("欧元", "EUR"), ("歐元", "EUR"),
        ("日元", "JPY"), ("英镑", "GBP"),
        ("元", "CNY"), ("圆", "CNY"), ("圓", "CNY"), ("円", "JPY"), ("원", "KRW"), ("RMB", "CNY"), ("Euros", "EUR"), ("Euro", "EUR"),
        ("€", "EUR"), ("£", "GBP"), ("₹", "INR"),
        ("₩", "KRW"), ("₽", "RUB"), ("₺", "TRY"), ("₫", "VND"), ("₪", "ILS"), ("₴", "UAH"), ("฿", "THB"), ("₦", "NGN"), ("₱", "PHP"),
        ("₸", "KZT"), ("zł", "PLN"), ("Kč", "CZK"),
        ("Ft", "HUF"), ("lei", "RON"), ("лв.", "BGN"), ("лв", "BGN"), ("руб.", "RUB"), ("руб", "RUB"), ("Rs.", "INR"), ("Rs", "INR"),
        ("SFr.", "CHF"), ("SFr", "CHF"), ("Fr.", "CHF"),
        ("Fr", "CHF"), ("TL", "TRY"), ("kr.", "kr"), ("kr", "kr"), ("$", "$"), ("¥", "¥"),
    ];

    // What a sign can stand for, where the file does not say which.
    private static readonly FrozenDictionary<string, string[]> Signs = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["$"] = ["USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "MXN"],
        ["¥"] = ["CNY", "JPY"],
        ["kr"] = ["SEK", "NOK", "DKK", "ISK"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a text is a code of ISO 4217.</summary>
    public static bool IsCode(string text) =>
        text.Length == 3 && !text.Contains(' ') && Codes.Contains($" {text} ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The code of what stands in a column of currencies: a code, a sign or a word for one; otherwise the text itself.</summary>
    public static string Named(string text)
    {
        var plain = NumberText.Plain(text).Trim();
        if (IsCode(plain))
            return plain.ToUpperInvariant();
        foreach (var (written, code) in Written)
        {
            if (plain.Equals(written, StringComparison.OrdinalIgnoreCase))
                return code;
        }

        return plain;
    }

    /// <summary>The currency before a number, with the length of what stands for it.</summary>
    public static (string Code, int Length)? AtStart(string text)
    {
        foreach (var (written, code) in Written)
        {
            if (text.StartsWith(written, StringComparison.OrdinalIgnoreCase) && !IsLetter(text, written.Length, written[^1]))
                return (code, written.Length);
        }

        return text.Length > 3 && IsCode(text[..3]) && !char.IsLetter(text[3]) ? (text[..3].ToUpperInvariant(), 3) : null;
    }

    /// <summary>The currency after a number, with the length of what stands for it.</summary>
    public static (string Code, int Length)? AtEnd(string text)
    {
        foreach (var (written, code) in Written)
        {
            if (text.EndsWith(written, StringComparison.OrdinalIgnoreCase) && !IsLetter(text, text.Length - written.Length - 1, written[0]))
                return (code, written.Length);
        }

        return text.Length > 3 && IsCode(text[^3..]) && !char.IsLetter(text[^4]) ? (text[^3..].ToUpperInvariant(), 3) : null;
    }

    /// <summary>Puts a second statement beside the first: <c>$5 USD</c> is one currency, <c>€5 USD</c> is none.</summary>
    public static bool TryMerge(ref string? currency, string other)
    {
        if (currency is null || CanMean(currency, other))
            currency = other;
        return currency == other || CanMean(other, currency);
    }

    /// <summary>Whether it is a sign that can stand for more than one currency.</summary>
    public static bool IsSign(string text) => Signs.ContainsKey(text);

    /// <summary>Whether a sign can stand for a currency.</summary>
    public static bool CanMean(string sign, string code) =>
        sign == code || (Signs.TryGetValue(sign, out var codes) && codes.Contains(code, StringComparer.Ordinal));

    // A word for a currency ends where the word ends; a sign or a Chinese word needs no blank.
    private static bool IsLetter(string text, int index, char edge) =>
        edge < '\u2000' && char.IsLetter(edge) && index >= 0 && index < text.Length && char.IsLetter(text[index]) && text[index] < '\u2000';
}
