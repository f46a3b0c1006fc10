using System.Buffers;
using System.Text;

namespace KeyAccount.Core.Reports.Pages;

/// <summary>Text as content or attribute of a page: safe, and never markup.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("&<>\"'\uFFFE\uFFFF");

    public static string Escaped(string text, bool isName = false)
    {
        var safe = SafeText.Isolated(SafeText.Clean(text), isName);
        if (!safe.AsSpan().ContainsAny(Markup))
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
