using System.Globalization;
using System.Text;

namespace KeyAccount.Tool.Terminal;

/// <summary>A writer on a terminal for text that was made for programs: nothing in it steers the terminal. Only ends of lines and tabs
/// remain of what cannot be seen.</summary>
internal sealed class SafeWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(IsSafe(value) ? value : '\uFFFD');

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var safe = 0;
            while (safe < buffer.Length && IsSafe(buffer[safe]))
                safe++;
            inner.Write(buffer[..safe]);
            if (safe == buffer.Length)
                return;
            inner.Write('\uFFFD');
            buffer = buffer[(safe + 1)..];
        }
    }

    public override void Flush() => inner.Flush();

    private static bool IsSafe(char c) => c is '\n' or '\r' or '\t' || c is >= ' ' and <= '~'
        || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);
}
