using KeyAccount.Tool.Terminal;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Terminal;

public class SafeTextTests
{
    [Theory]
    [InlineData("Harbour Steel", "Harbour Steel")]
    [InlineData("客户 [red]x[/] \"q\" \\", "客户 [red]x[/] \"q\" \\")]
    [InlineData("", "")]
    [InlineData("😀é", "😀é")]
    public void Ordinary_text_stays_as_it_is(string text, string shown) => SafeText.Line(text, 40).Should().Be(shown);

    [Theory]
    [InlineData("a\nb", "a�b")]
    [InlineData("a\r\nb", "a��b")]
    [InlineData("a\tb", "a�b")]
    [InlineData("\u001b[2J", "�[2J")]
    [InlineData("\u009b2J", "�2J")]
    [InlineData("\u007f\0", "��")]
    [InlineData("\u202eabc\u2066", "�abc�")]
    [InlineData("\ufeffa\u200b", "�a�")]
    [InlineData("a\u2028b\u2029c", "a�b�c")]
    public void What_steers_a_terminal_becomes_a_replacement_character(string text, string shown)
    {
        SafeText.Line(text, 40).Should().Be(shown);
        Cells.ShouldBeHarmless(SafeText.Line(text, 40));
    }

    [Fact]
    public void Half_a_character_becomes_a_replacement_character()
    {
        SafeText.Line("a" + (char)0xD800 + "b", 40).Should().Be("a�b");
        SafeText.Line(((char)0xDC00).ToString(), 40).Should().Be("�");
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc…")]
    [InlineData("ab😀", 3, "ab😀")]
    [InlineData("ab😀c", 3, "ab😀…")]
    [InlineData("abc", 0, "…")]
    public void Long_text_is_cut_between_characters(string text, int length, string shown) => SafeText.Line(text, length).Should().Be(shown);
}
