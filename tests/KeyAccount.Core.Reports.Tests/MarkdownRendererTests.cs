using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Tests.Documents;

namespace KeyAccount.Core.Reports.Tests;

public class MarkdownRendererTests
{
    [Fact]
    public void Every_kind_of_block_has_its_markup() => new MarkdownRenderer().Render(new("en", "Review: Baihe",
    [
        new Paragraph([new("Value "), Run.Emphasis("66.4"), new(" by "), Run.Code("account`Value")]),
        new Paragraph("A cap applies.", Tone.Warning),
        new Section("Stands",
        [
            new BulletList([new("one", [new("deeper")])]),
            new BulletList([new("first"), new("second")], isOrdered: true),
            new Section("Deeper", [new KeyValueList([new("As of", new DateCell(new(2026, 3, 1))), new("Rank", null)])]),
        ]),
        new Table([new("Name"), TableColumn.Number("Weight", "%")], [new([new TextCell("a|b", RunStyle.Code), new NumberCell(25, 1)]), new(["Sum", ""], isTotal: true)]),
        new WaterfallFigure("Waterfall", "From list to pocket.", "Step", new("Price"), [new("List", 5, true)]),
    ])).Should().Be(
        """
        # Review: Baihe

        Value **66.4** by ``account`Value``

        > A cap applies.

        ## Stands

        - one
          - deeper

        1. first
        2. second

        ### Deeper

        - As of: 2026-03-01
        - Rank: –

        | Name | Weight (%) |
        |---|---:|
        | `a\|b` | 25.0 |
        | **Sum** |  |

        **Waterfall**

        From list to pocket.

        | Step | Price |
        |---|---:|
        | **List** | **5** |

        """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>")]
    [InlineData("[x](http://y)", "\\[x\\](http\\://y)")]
    [InlineData("- x", "\\- x")]
    [InlineData("12. x", "12\\. x")]
    [InlineData("1) x", "1\\) x")]
    [InlineData("see 12. x", "see 12. x")]
    [InlineData("www.example.com", "www\\.example.com")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("# h", "\\# h")]
    [InlineData("    code", "code")]
    [InlineData("a\n\n# b", "a  \\# b")]
    [InlineData("\u202ex", "�x")]
    [InlineData("אב 5", "\u2068אב\u2069 5")]
    public void No_text_is_markup(string text, string escaped) => MarkdownRenderer.Escaped(text).Should().Be(escaped);

    [Theory]
    [InlineData("b", "a**b**c")]
    [InlineData("（b）", "a（b）c")]
    [InlineData(" b", "a bc")]
    public void Text_stands_out_where_the_asterisks_would_be_read_as_such(string text, string shown) =>
        new MarkdownRenderer().Render(new("en", "T", [new Paragraph([new("a"), Run.Emphasis(text), new("c")])])).Should().Be($"# T\n\n{shown}\n");

    [Fact]
    public void Runs_of_one_style_beside_each_other_are_one() => new MarkdownRenderer().Render(new("en", "T",
        [new Paragraph([Run.Code("a"), Run.Code("<b>`"), new("c"), Run.Emphasis("d"), Run.Emphasis("e")])])).Should().Be("# T\n\n`` a<b>` ``c**de**\n");

    [Fact]
    public void A_heading_deeper_than_six_is_text_that_stands_out()
    {
        var block = Enumerable.Range(0, 6).Aggregate((Block)new Paragraph("x"), (inner, depth) => new Section($"s{depth}", [inner]));
        new MarkdownRenderer().Render(new("en", "T", [block])).Should().Contain("###### s1\n\n**s0**\n\nx\n");
    }

    [Fact]
    public void Any_document_renders_and_no_text_is_left_out() =>
        Check.One(Seeded.Cases(400), Prop.ForAll(RandomDocument.Any.ToArbitrary(), document =>
        {
            var markdown = new MarkdownRenderer().Render(document);
            markdown.Where(each => each != '\n' && (char.IsControl(each) || each is '\u202E' or '\u2066')).Select(each => $"{(int)each:X4}").Should().BeEmpty();
            Prose(markdown).Should().NotContain("<script>").And.NotContain("](http");
            var plain = Unescaped(markdown);
            foreach (var text in DocumentTexts.Of(document).Where(text => text.Length > 0))
                (plain.Contains(Unescaped(MarkdownRenderer.Escaped(text)), StringComparison.Ordinal) ? "" : text).Should().BeEmpty();
        }));

    // What Markdown may read as markup: without escaped signs, and without what stands between backticks.
    private static string Prose(string markdown)
    {
        var prose = new StringBuilder();
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\')
                i++;
            else if (markdown[i] != '`')
                prose.Append(markdown[i]);
            else
            {
                var fence = markdown[i..].TakeWhile(each => each == '`').Count();
                var end = i + fence;
                while (markdown[end..].TakeWhile(each => each == '`').Count() is var run && run != fence)
                    end += Math.Max(1, run);
                i = end + fence - 1;
            }
        }

        return prose.ToString();
    }

    // What a reader sees of text: no escapes, no emphasis, no isolates; blanks do not count.
    private static string Unescaped(string text) => string.Concat(text.Where(each => each is not ('\\' or '*' or '`' or '\u2068' or '\u2069' or ' ')));
}
