using System.Globalization;
using System.Text;

namespace KeyAccount.Core.Reports;

/// <summary>Makes text from outside harmless: on one line, without what steers a terminal or turns the direction of writing.</summary>
internal static class SafeText
{
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';
    private const char NonJoiner = '\u200C';
    private const char Joiner = '\u200D';

    /// <summary>The text on one line: line breaks and tabs are blanks, every other control and half a character is a replacement
    /// character.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' or 0x85 or 0x2028 or 0x2029 or 0xA0)
                clean.Append(' ');
            else if (IsHarmful(rune))
                clean.Append('\uFFFD');
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The text with a name that is written from right to left kept apart, so that it does not reorder what stands around
    /// it.</summary>
    /// <param name="text">Clean text.</param>
    /// <param name="isName">Whether all of it is one name.</param>
    public static string Isolated(string text, bool isName)
    {
        if (!HasRightToLeft(text))
            return text;
        if (isName)
            return $"{Isolate}{text}{EndOfIsolate}";
        var apart = new StringBuilder(text.Length + 2);
        var (start, end) = (-1, 0);
        for (var i = 0; i < text.Length; i += Rune.TryGetRuneAt(text, i, out var rune) ? rune.Utf16SequenceLength : 1)
        {
            if (!Rune.TryGetRuneAt(text, i, out var at))
                continue;
            if (IsRightToLeft(at))
            {
                if (start < 0)
                {
                    apart.Append(text, end, i - end);
                    start = i;
                }

                end = i + at.Utf16SequenceLength;
            }
            else if (start >= 0 && Rune.IsLetterOrDigit(at))
                Close();
        }

        if (start >= 0)
            Close();
        return apart.Append(text, end, text.Length - end).ToString();

        void Close()
        {
            apart.Append(Isolate).Append(text, start, end - start).Append(EndOfIsolate);
            start = -1;
        }
    }

    private static bool HasRightToLeft(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u058F'))
            return false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune))
                return true;
        }

        return false;
    }

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms; the planes of old and African scripts.
    private static bool IsRightToLeft(Rune rune) => rune.Value
        is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    // What joins or parts letters of a script, and the parts of an emoji, is harmless.
    private static bool IsHarmful(Rune rune) => rune.Value is not (Joiner or NonJoiner)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
