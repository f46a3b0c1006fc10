using System.Globalization;
using System.Text;

namespace KeyAccount.Tool.Terminal;

/// <summary>Text from a file, made safe to show: on one line, without what steers a terminal, and not endless.</summary>
internal static class SafeText
{
    public static string Line(string text, int length)
    {
        var line = new StringBuilder(Math.Min(text.Length, length));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= length)
                return line.Append('…').ToString();
            var category = Rune.GetUnicodeCategory(rune);
            line.Append(category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
                ? "�"
                : rune.ToString());
        }

        return line.ToString();
    }
}
