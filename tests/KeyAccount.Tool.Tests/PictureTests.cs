using System.Globalization;
using System.Security;
using System.Text;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests;

/// <summary>The pictures of screens in the pages are drawn from what the tool prints today; <c>KEYACCOUNT_GOLDEN=accept</c> draws
/// them anew.</summary>
public class PictureTests
{
    private const double CharacterWidth = 8.4;
    private const int LineHeight = 18;
    private const int Margin = 16;

    // A gallery of packages shows a page without the files beside it.
    [Fact]
    public void The_page_of_the_tool_shows_the_screen_of_today()
    {
        var page = Path.Combine(SourceTree.Root, "src/KeyAccount.Tool/README.md");
        var text = File.ReadAllText(page).ReplaceLineEndings("\n");
        var from = text.IndexOf("```text screen\n", StringComparison.Ordinal) + "```text screen\n".Length;
        var until = text.IndexOf("\n```", from, StringComparison.Ordinal);
        var today = ToolRun.Of("review", "--lang", "en").Succeeds().ReplaceLineEndings("\n").TrimEnd('\n');
        if (Environment.GetEnvironmentVariable("KEYACCOUNT_GOLDEN") == "accept")
            File.WriteAllText(page, text[..from] + today + text[until..]);
        text[from..until].Should().Be(today, "the page shows what keyaccount review prints");
    }

    [Theory]
    [InlineData("README.md", "src/KeyAccount.Tool/review.svg", "src/KeyAccount.Tool/review.svg", "review")]
    [InlineData("src/KeyAccount.Core/Funnel/README.md", "funnel.svg", "src/KeyAccount.Core/Funnel/funnel.svg", "funnel")]
    public void The_picture_in_a_readme_is_the_screen_of_today(string page, string link, string picture, string command)
    {
        var root = SourceTree.Root;
        File.ReadAllText(Path.Combine(root, page)).Should().Contain($"({link})");
        var drawn = Draw(ToolRun.Of(command, "--lang", "en").Succeeds(), $"keyaccount {command}");
        var today = Path.Combine(AppContext.BaseDirectory, $"{command}.svg");
        File.WriteAllText(today, drawn);
        if (Environment.GetEnvironmentVariable("KEYACCOUNT_GOLDEN") == "accept")
            File.WriteAllText(Path.Combine(root, picture), drawn);
        File.ReadAllText(Path.Combine(root, picture)).ReplaceLineEndings("\n").Should().Be(drawn, $"{picture} must be what the tool prints; {today} is");
    }

    [Fact]
    public void A_picture_holds_every_line_and_no_markup_of_a_line()
    {
        var svg = Draw("<b>&\"\n\n  x\n", "a");
        var picture = System.Xml.Linq.XDocument.Parse(svg);
        picture.Descendants().Where(each => each.Name.LocalName == "text").Select(each => each.Value).Should().Equal("<b>&\"", "  x");
    }

    private static string Draw(string screen, string label)
    {
        var lines = screen.TrimEnd('\n').Split('\n');
        var (width, height) = ((2 * Margin) + (100 * CharacterWidth), (2 * Margin) + (lines.Length * LineHeight));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-label="{label}">""").Append('\n');
        svg.Append("""<rect width="100%" height="100%" rx="8" fill="#1e1e2e"/>""").Append('\n');
        svg.Append("""<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#cdd6f4" xml:space="preserve">""").Append('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            var weight = i == 0 || lines[i - 1].Length == 0 ? " font-weight=\"bold\"" : "";
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<text x="{Margin}" y="{Margin + ((i + 1) * LineHeight) - 4}" textLength="{lines[i].Length * CharacterWidth:0.##}"{weight}>{SecurityElement.Escape(lines[i])}</text>""").Append('\n');
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }
}
