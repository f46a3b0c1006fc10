using System.Text;
using KeyAccount.Tool.Output;

namespace KeyAccount.Tool.Tests.Output;

public class TextStreamTests
{
    private const string Text = "plain, 客户, 😀 and é; ";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(1000)]
    public void Characters_may_arrive_in_pieces(int piece)
    {
        using var writer = new StringWriter();
        using (var stream = new TextStream(writer))
        {
            foreach (var bytes in Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 50))).Chunk(piece))
                stream.Write(bytes, 0, bytes.Length);
        }

        writer.ToString().Should().Be(string.Concat(Enumerable.Repeat(Text, 50)));
    }

    [Fact]
    public void Only_the_part_that_is_named_is_written()
    {
        using var writer = new StringWriter();
        using var stream = new TextStream(writer);
        stream.Write("xxabcxx"u8.ToArray(), 2, 3);
        writer.ToString().Should().Be("abc");
    }

    [Fact]
    public void Flushing_reaches_the_writer()
    {
        using var memory = new MemoryStream();
        using var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var stream = new TextStream(writer);
        stream.Write("abc"u8);
        stream.Flush();
        memory.ToArray().Should().Equal("abc"u8.ToArray());
    }

    [Fact]
    public void It_is_written_to_and_nothing_else()
    {
        using var stream = new TextStream(TextWriter.Null);
        stream.CanWrite.Should().BeTrue();
        stream.CanRead.Should().BeFalse();
        stream.CanSeek.Should().BeFalse();
        new Action[]
        {
            () => _ = stream.Length, () => _ = stream.Position, () => stream.Position = 0, () => stream.SetLength(0), () => stream.Seek(0, SeekOrigin.Begin),
            () => _ = stream.Read([], 0, 0),
        }.Should().AllSatisfy(use => use.Should().Throw<NotSupportedException>());
    }
}
