using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Output;

/// <summary>Account ids come from a file that somebody else wrote. What programs read is tested with the reports.</summary>
public class HostileNameTests
{
    [Theory]
    [InlineData("[red]x[/]", "[red]x[/]")]
    [InlineData("[[", "[[")]
    [InlineData("]]", "]]")]
    [InlineData("[/]", "[/]")]
    [InlineData("[link=https://example.com]x[/]", "[link=https://example.com]x[/]")]
    [InlineData("[not a style]", "[not a style]")]
    [InlineData("{0}", "{0}")]
    [InlineData("\u001b[2J", "�[2J")]
    [InlineData("\u001b]0;title\u0007", "�]0;title�")]
    [InlineData("\u009b31m", "�31m")]
    [InlineData("\u202etxt.exe", "�txt.exe")]
    [InlineData("a\u2066b\u2069c", "a�b�c")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("two\r\nlines", "two  lines")]
    [InlineData("back\b\b\bspace", "back���space")]
    [InlineData("😀 Ltd", "😀 Ltd")]
    [InlineData("客户", "客户")]
    [InlineData("a\0b", "a�b")]
    public void The_table_shows_a_name_as_harmless_text(string id, string shown)
    {
        var table = Graded.Run($"account_id,amount\n\"{id}\",5\n", "--lang", "en").Succeeds();
        Cells.ShouldBeHarmless(table);
        Cells.Rows(table)[^1].Should().Equal(shown, "1", "5.00", "100.0", "100.0", "A");
        Cells.Lines(table).Should().OnlyContain(line => Cells.Width(line) <= 100);
    }

    [Theory]
    [InlineData("q")]
    [InlineData("客")]
    [InlineData("😀")]
    [InlineData("[")]
    [InlineData("\u001b")]
    public void The_table_shows_all_of_a_name_of_ten_thousand_characters(string character)
    {
        var table = Graded.Run($"account_id,amount\n{string.Concat(Enumerable.Repeat(character, 10_000))},5\n", "--lang", "en").Succeeds();
        Cells.ShouldBeHarmless(table);
        table.Split(character == "\u001b" ? "�" : character).Should().HaveCount(10_001);
        Cells.Lines(table).Should().OnlyContain(line => Cells.Width(line) <= 100);
    }

    [Theory]
    [InlineData("[red]purchases[/].csv", "[red]purchases[/].csv")]
    [InlineData("a [[.csv", "a [[.csv")]
    [InlineData("客户\u202e.csv", "客户�.csv")]
    [InlineData("\u001b[2J.csv", "�[2J.csv")]
    public void The_title_shows_the_name_of_a_file_as_harmless_text(string name, string shown)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && name.Contains('\u001b'), "Windows has no control characters in file names.");
        using var folder = new TemporaryFolder();
        var file = folder.Write(name.Replace("[/]", "[∕]"), Graded.Header + "A,2025-01-01,5\n");
        var table = ToolRun.Of("grade", file, "--lang", "en").Succeeds();
        Cells.ShouldBeHarmless(table);
        Cells.Lines(table)[0].Should().Be(shown.Replace("[/]", "[∕]"));
    }

    [Fact]
    public void Warnings_and_errors_show_the_name_of_a_file_as_harmless_text()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no control characters in file names.");
        using var folder = new TemporaryFolder();
        var file = folder.Write("\u001b[2J.csv", Graded.Header + "A,2025-01-01,5\nA,2025-01-01,x\n");
        Cells.ShouldBeHarmless(ToolRun.Of("grade", file).Fails());
        var skipped = ToolRun.Of("grade", file, "--skip-bad-rows", "--format", "csv");
        skipped.ExitCode.Should().Be(0);
        skipped.Error.Should().StartWith("warning: ");
        Cells.ShouldBeHarmless(skipped.Error);
        Cells.ShouldBeHarmless(ToolRun.Of("grade", folder.Of("\u001b[2J")).Fails());
    }
}
