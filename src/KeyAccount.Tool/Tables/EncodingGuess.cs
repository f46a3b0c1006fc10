using System.Globalization;
using System.Text;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>Which encoding the bytes of a file fit, so that the advice that is given does not turn one name into another.</summary>
internal static class EncodingGuess
{
    private const int Sample = 1 << 16;

    private static readonly string[] Candidates =
        ["utf-8", "GB18030", "Big5", "shift_jis", "euc-kr", "euc-jp", "windows-1252", "macintosh", "ibm850", "windows-1250",
            "windows-1251"];

    /// <summary>The advice for a file that is not in its encoding: the encoding that fits best, with what a line of the file says in
    /// it.</summary>
    public static string Advice(Stream stream, string refused)
    {
        var lines = LinesBeyondAscii(stream);
        if (IsUtf16(lines, out var utf16))
            return utf16.Equals(refused, StringComparison.OrdinalIgnoreCase) ? "it breaks off within a character; export it again"
                : $"--encoding {utf16} reads it";
        string? best = null;
        var most = 0.25;
        foreach (var name in Candidates.Where(name => !name.Equals(refused, StringComparison.OrdinalIgnoreCase)))
        {
            if (Decoded(lines, name) is { } text && ScoreOf(text, name) is var score && score > most)
                (best, most) = (name, score);
        }

        return best is null
            ? "name its encoding with --encoding, such as windows-1252, GB18030, Big5 or utf-16"
            : $"--encoding {best} reads "
                + $"'{SafeText.Line(Decoded(lines, best)!.Split('\n', '\r').First(line => line.Any(c => c > '~')), 50)}'";
    }

    /// <summary>Whether text of two bytes a character, without a mark that says so.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes, out string name)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }

        name = odd > even ? "utf-16" : "utf-16BE";
        return bytes.Length >= 8 && even + odd > bytes.Length / 4 && Math.Min(even, odd) <= bytes.Length / 50;
    }

    private static byte[] LinesBeyondAscii(Stream stream)
    {
        // The first bytes tell UTF-16; the lines that are not ASCII tell the rest.
        var first = new byte[Sample];
        stream.Position = 0;
        var length = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        if (IsUtf16(first.AsSpan(0, length), out _))
            return first[..length];
        stream.Position = 0;
        using var found = new MemoryStream();
        var line = new MemoryStream();
        var isBeyond = false;
        var buffer = new byte[Sample];
        int read;
        while (found.Length < Sample && (read = stream.Read(buffer)) > 0)
        {
            foreach (var b in buffer.AsSpan(0, read))
            {
                if (line.Length < 4096)
                    line.WriteByte(b);
                isBeyond |= b > 127;
                if (b is not ((byte)'\n' or (byte)'\r'))
                    continue;
                if (isBeyond)
                    line.WriteTo(found);
                line.SetLength(0);
                isBeyond = false;
            }
        }

        if (isBeyond)
            line.WriteTo(found);
        return found.ToArray();
    }

    private static string? Decoded(byte[] bytes, string name)
    {
        try
        {
            return TableFormat.EncodingByName(name).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static double ScoreOf(string text, string name)
    {
        if (name == "utf-8")
            return 2;
        var encoding = TableFormat.EncodingByName(name);
        var isSingleByte = encoding.IsSingleByte;
        Span<byte> bytes = stackalloc byte[8];
        double sum = 0;
        var (count, hangul) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 128 || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length))
                continue;
            count++;
            if (isSingleByte)
            {
                sum += ScoreOfLetter(text, i);
                continue;
            }

            var length = encoding.GetBytes(text.AsSpan(i, 1), bytes);
            sum += length == 2 && IsCommon(name, bytes[0], bytes[1], text[i]) ? 1 : -1;
            hangul += text[i] is >= '가' and <= '힣' ? 1 : 0;
        }

        // Hangul lies where Chinese has its most common characters; only text that is nothing else is taken for Korean.
        if (name == "euc-kr")
            return count >= 4 && hangul == count ? 1.1 : -1;
        if (name == "windows-1251" && count < 4)
            return -1;
        return count == 0 || (count == 1 && name is not "windows-1252") ? -1 : sum / count;
    }

    // A letter stands among letters of its case; signs stand beside digits and blanks; long runs of accents are another alphabet.
    private static double ScoreOfLetter(string text, int i)
    {
        var c = text[i];
        var before = i > 0 ? text[i - 1] : ' ';
        var after = i + 1 < text.Length ? text[i + 1] : ' ';
        if (char.IsControl(c))
            return -3;
        if (!char.IsLetter(c))
        {
            return char.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol or UnicodeCategory.SpaceSeparator ? 0.6
                : char.IsLetter(before) && char.IsLetter(after) && c is not ('’' or '–' or '·') ? -1.5
                : 0.3;
        }

        var isCyrillic = c is >= '\u0400' and <= '\u04FF';
        if (char.IsUpper(c) && char.IsLower(before))
            return -1.5;
        if (isCyrillic)
            return char.IsAsciiLetter(before) || char.IsAsciiLetter(after) ? -1 : IsBeyond(before) || IsBeyond(after) ? 1 : -0.5;
        return char.IsUpper(c) && before != ' ' && !char.IsUpper(before) && char.IsLetter(before) ? -1
            : IsBeyond(before) && IsBeyond(after) ? -0.5
            : c is 'ª' or 'º' ? 0
            : char.IsAsciiLetter(before) || char.IsAsciiLetter(after) ? 1
            : 0.4;

        static bool IsBeyond(char c) => c > 127 && char.IsLetter(c);
    }

    // The first level of each character set: what everyday names are written with.
    private static bool IsCommon(string name, byte lead, byte trail, char c) => name switch
    {
        "GB18030" => lead is >= 0xB0 and <= 0xD7 or 0xA3 or 0xA1 && trail >= 0xA1,
        "Big5" => lead is >= 0xA4 and <= 0xC6 or 0xA1,
        "shift_jis" => lead is 0x82 or 0x83 or (>= 0x88 and <= 0x97) && c is >= 'ぁ' and <= '鿿',
        "euc-jp" => lead is 0xA1 or 0xA4 or 0xA5 || c is >= 'ぁ' and <= 'ヿ',
        _ => c is >= '가' and <= '힣',
    };
}
