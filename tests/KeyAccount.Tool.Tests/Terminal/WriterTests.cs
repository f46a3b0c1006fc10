using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tests.Terminal;

public sealed class WriterTests
{
    [Theory]
    [InlineData("a,b\tc\r\n", "a,b\tc\r\n")]
    [InlineData("\u001b[2Jx\u0007\u0000\u007f\u009b1m", "�[2Jx����1m")]
    [InlineData("a\u202eb\u2066c\u200fd\u2028e", "a�b�c�d�e")]
    [InlineData("上海机床厂 é 😀", "上海机床厂 é 😀")]
    public void Nothing_steers_a_terminal(string text, string shown)
    {
        foreach (var write in (Action<TextWriter>[])[
            writer => writer.Write(text), writer => writer.Write(text.AsSpan()), writer => writer.Write(text.ToCharArray()),
            writer => Array.ForEach(text.ToCharArray(), writer.Write)])
        {
            using var output = new StringWriter();
            using var safe = new SafeWriter(output);
            write(safe);
            safe.Flush();
            output.ToString().Should().Be(shown);
        }
    }

    [Fact]
    public void Where_nobody_can_be_told_it_is_silent()
    {
        using var full = new StreamWriter(new Full());
        using var quiet = new QuietWriter(full);
        quiet.WriteLine(new string('x', 100_000));
        quiet.Write('x');
        quiet.Flush();
        using var output = new StringWriter();
        using var open = new QuietWriter(output);
        open.WriteLine("told");
        output.ToString().Should().Be($"told{output.NewLine}");
    }

    private sealed class Full : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("full");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("full");
    }
}
