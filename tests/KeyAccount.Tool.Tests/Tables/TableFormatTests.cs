using System.Text;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tests.Tables;

public class TableFormatTests
{
    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("UTF-8", "utf-8")]
    [InlineData("GB18030", "gb18030")]
    [InlineData("gbk", "gb2312")]
    [InlineData("Big5", "big5")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("windows-1252", "windows-1252")]
    public void An_encoding_is_found_by_name(string name, string found) => TableFormat.EncodingByName(name).WebName.Should().Be(found);

    [Theory]
    [InlineData("utf-8", new byte[] { 0xFF })]
    [InlineData("utf-8", new byte[] { 0xC0, 0x80 })]
    [InlineData("utf-8", new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData("GB18030", new byte[] { 0x81, 0x20 })]
    [InlineData("utf-16", new byte[] { 0x00, 0xD8, 0x41, 0x00 })]
    public void An_encoding_throws_on_bytes_it_cannot_read(string name, byte[] bytes)
    {
        var read = () => TableFormat.EncodingByName(name).GetString(bytes);
        read.Should().Throw<DecoderFallbackException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("utf-9")]
    [InlineData("中文")]
    [InlineData("utf-7")]
    [InlineData("unicode-1-1-utf-7")]
    public void An_unknown_encoding_is_named_with_some_that_are_known(string name)
    {
        var find = () => TableFormat.EncodingByName(name);
        find.Should().Throw<ToolException>().WithMessage($"'{name}' is not an encoding*utf-8, windows-1252, GB18030, Big5 or utf-16.");
    }
}
