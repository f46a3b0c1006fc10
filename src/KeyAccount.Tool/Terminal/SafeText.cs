using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

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

    /// <summary>The columns of a terminal that text takes.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>The text in exactly so many columns: cut with a sign that it is cut, or filled up.</summary>
    public static string Fit(string text, int columns, bool isRight = false)
    {
        var safe = Line(text, Math.Max(1, columns * 2));
        var width = Width(safe);
        if (width <= columns)
            return isRight ? new string(' ', columns - width) + safe : safe + new string(' ', columns - width);
        var cut = new StringBuilder();
        var used = 0;
        foreach (var rune in safe.EnumerateRunes())
        {
            var wide = Width(rune.ToString());
            if (used + wide > columns - 1)
                break;
            cut.Append(rune.ToString());
            used += wide;
        }

        return cut.Append('…').Append(' ', columns - 1 - used).ToString();
    }

    /// <summary>The text on as many lines as it takes, none wider than so many columns; broken at blanks where there are any.</summary>
    public static IEnumerable<string> Wrapped(string text, int columns)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Width(line.ToString()) + 1 + Width(word) > columns)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0)
                line.Append(' ');
            foreach (var rune in word.EnumerateRunes())
            {
                if (Width(line.ToString()) + Width(rune.ToString()) > columns)
                {
                    yield return line.ToString();
                    line.Clear();
                }

                line.Append(rune.ToString());
            }
        }

        if (line.Length > 0)
            yield return line.ToString();
    }
}
