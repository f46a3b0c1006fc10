using System.Collections.Frozen;
using System.Text;

namespace KeyAccount.Tool.Purchases;

/// <summary>What rows are called that hold the total of others, in English, German, French and Chinese.</summary>
internal static class TotalNames
{
    private static readonly FrozenSet<string> Whole = FrozenSet.ToFrozenSet(
        [
            "total", "totals", "grand total", "grandtotal", "subtotal", "sub total", "subtotals", "sum", "sums", "overall", "overall total",
            "all accounts", "all customers", "total amount",
            "total general", "report total", "gesamt", "gesamtsumme", "gesamtergebnis", "gesamtbetrag", "summe", "summen", "zwischensumme",
            "teilsumme", "endsumme", "insgesamt", "ergebnis", "teilergebnis",
            "alle kunden", "total général", "sous total", "somme", "montant total", "ensemble", "total des ventes", "tous les clients",
            "合计", "总计", "小计", "共计", "总额", "总和", "汇总", "累计", "合計", "總計", "小計", "共計", "總額", "總和", "匯總", "累計", "全部客户", "全部客戶",
        ],
        StringComparer.Ordinal);

    private static readonly string[] Parts =
        ["grand total", "subtotal", "sub total", "total", "summe", "zwischensumme", "gesamt", "ergebnis", "sous total", "somme", "合计", "总计",
            "小计", "汇总", "合計", "總計", "小計", "匯總"];

    /// <summary>Whether a name is what totals are called.</summary>
    public static bool IsTotal(string name) => Whole.Contains(Key(name));

    /// <summary>The account whose subtotal a name announces, as in <c>Harbour Steel Total</c>; null if it is none.</summary>
    public static IEnumerable<string> SubtotalOf(string name)
    {
        foreach (var part in Parts)
        {
            if (name.Length <= part.Length)
                continue;
            if (name.EndsWith(part, StringComparison.OrdinalIgnoreCase))
                yield return name[..^part.Length].Trim(' ', ':', '-', '(', '：');
            if (name.StartsWith(part, StringComparison.OrdinalIgnoreCase))
                yield return name[part.Length..].Trim(' ', ':', '-', ')', '：');
        }
    }

    private static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                key.Append(c);
            else if (key.Length > 0 && key[^1] != ' ' && (char.IsWhiteSpace(c) || c is '-' or '_'))
                key.Append(' ');
        }

        // Chinese has no blanks between words, but tables put them between the two characters.
        var text = key.ToString().TrimEnd();
        return text.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? text.Replace(" ", "", StringComparison.Ordinal) : text;
    }
}
