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

    /// <summary>The rows of all framed tables, cell by cell.</summary>
    public static string[][] Rows(string table) =>
        [.. Lines(table).Where(line => line.StartsWith('│')).Select(line => line.Trim('│').Split('│', StringSplitOptions.TrimEntries))];

    /// <summary>Nothing in the text steers a terminal: no control characters but line ends, nothing that turns the writing round.</summary>
    public static void ShouldBeHarmless(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            (rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                .Should().BeTrue("U+{0:X4} must not reach a terminal", rune.Value);
        }
    }
}
