using System.Globalization;
using System.Text;

namespace KeyAccount.Tool.Tests.Support;

/// <summary>How much room text takes on a terminal, and what stands in the cells of a drawn table.</summary>
internal static class Cells
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x4DBF), (0x4E00, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns a line takes: two for an East Asian character or an emoji, none for a combining mark.</summary>
    public static int Width(string line) => line.EnumerateRunes().Sum(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last) ? 2
        : 1);

    public static string[] Lines(string table) => table.Split('\n');

    /// <summary>The rows of all tables, cell by cell, the titles of the columns first. Where a column stands is told by the rule under its
    /// title.</summary>
    public static string[][] Rows(string text)
    {
        var lines = Lines(text);
        var rows = new List<string[]>();
        for (var i = 1; i < lines.Length; i++)
        {
            // The first rule of a table; another one stands before its sum.
            if (!IsRule(lines[i]) || lines[i - 1].Length == 0 || (rows.Count > 0 && IsInTable(lines, i)))
                continue;
            var columns = ColumnsOf(lines[i]);
            rows.Add(Cut(lines[i - 1], columns));
            for (var row = i + 1; row < lines.Length && lines[row].Length > 0; row++)
            {
                // What was left out is counted right below.
                if (!IsRule(lines[row]) && !lines[row].StartsWith('…'))
                    rows.Add(Cut(lines[row], columns));
            }
        }

        return [.. rows];

        static bool IsRule(string line) => line.Contains('─') && line.All(each => each is '─' or ' ');

        static bool IsInTable(string[] lines, int at) => lines[..at].Reverse().TakeWhile(line => line.Length > 0).Any(IsRule);
    }

    private static List<(int From, int To)> ColumnsOf(string rule)
    {
        var columns = new List<(int From, int To)>();
        for (var i = 0; i < rule.Length;)
        {
            if (rule[i] == ' ')
            {
                i++;
                continue;
            }

            var end = i;
            while (end < rule.Length && rule[end] == '─')
                end++;
            columns.Add((i, end));
            i = end;
        }

        return columns;
    }

    private static string[] Cut(string line, List<(int From, int To)> columns)
    {
        var cells = columns.ConvertAll(_ => new StringBuilder());
        var at = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var column = columns.FindLastIndex(each => at >= each.From);
            if (column >= 0)
                cells[column].Append(rune.ToString());
            at += Width(rune.ToString());
        }

        return [.. cells.Select(cell => cell.ToString().Trim())];
    }

    /// <summary>Nothing in the text steers a terminal: no control characters but line ends, nothing that turns the writing round beyond a
    /// name of its line.</summary>
    public static void ShouldBeHarmless(string text)
    {
        foreach (var line in Lines(text))
            line.Count(each => each == '\u2068').Should().Be(line.Count(each => each == '\u2069'), "what turns is turned back on its line");
        foreach (var rune in text.EnumerateRunes())
        {
            (rune.Value is '\n' or 0x2068 or 0x2069 or 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                .Should().BeTrue("U+{0:X4} must not reach a terminal", rune.Value);
        }
    }
}
