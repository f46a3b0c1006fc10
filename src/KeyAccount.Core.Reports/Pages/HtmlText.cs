using System.Text;

namespace KeyAccount.Core.Reports.Pages;

/// <summary>Text as content or attribute of a page: safe, and never markup.</summary>
internal static class HtmlText
{
    private const string Markup = "&<>\"'\uFFFE\uFFFF";

    public static string Escaped(string text, bool isName = false)
    {
        var safe = SafeText.Isolated(SafeText.Clean(text), isName);
        if (safe.AsSpan().IndexOfAny(Markup) < 0)
            return safe;
        var escaped = new StringBuilder(safe.Length + 16);
        foreach (var each in safe)
        {
            _ = each switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&#34;"),
                '\'' => escaped.Append("&#39;"),
                '\uFFFE' or '\uFFFF' => escaped.Append('\uFFFD'),
                _ => escaped.Append(each),
            };
        }

        return escaped.ToString();
    }
}
