using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Tests;
using KeyAccount.Core.Tests.Documents;

namespace KeyAccount.Core.Reports.Tests;

public class HtmlRendererTests
{
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "meta", "link", "title", "style", "body", "main", "nav", "h1", "h2", "h3", "h4", "h5", "h6", "p", "section", "details", "summary", "ul", "ol", "li",
        "dl", "div", "dt", "dd", "figure", "figcaption", "b", "strong", "code", "bdi", "time", "a", "table", "thead", "tbody", "tr", "th", "td", "script",
        "svg", "desc", "text", "rect", "line", "circle", "path", "polyline",
    ];

    [Fact]
    public void Every_kind_of_block_has_its_markup() => Shown(
        new Paragraph([new("Value "), Run.Emphasis("66.4"), new(" by "), Run.Code("accountValue"), Run.Name(" Baihe")]),
        new Paragraph("A cap applies.", Tone.Warning),
        new Paragraph("As of today.", Tone.Note),
        new Section("Stands",
        [
            new BulletList([new("one", [new("deeper")])]),
            new BulletList([new("first")], isOrdered: true),
            new Section("Folded", [new KeyValueList([new("As of", new DateCell(new(2026, 3, 1))), new("Rank", null)])], "fold") { IsDetail = true },
        ]),
        new Table(
            [new("Name") { IsCategory = true }, TableColumn.Number("Weight", "%")],
            [new(["a", new NumberCell(25, 1)]) { Key = "fold" }, new(["Sum", ""], isTotal: true)])).Should().Be(
        """
        <h1>Title</h1>
        <p>Value <strong>66.4</strong> by <code>accountValue</code><bdi> Baihe</bdi></p>
        <p class="warning">A cap applies.</p>
        <p class="note">As of today.</p>
        <section id="s1"><h2>Stands</h2>
        <ul><li>one<ul><li>deeper</ul>
        </ul>
        <ol><li>first</ol>
        <details id="s-fold"><summary><h3>Folded</h3></summary>
        <dl><div><dt>As of<dd><time>2026-03-01</time></div><div><dt>Rank<dd>–</div></dl>
        </details>
        </section>
        <div class="table"><table class="n2"><thead><tr><th class="c">Name<th>Weight (%)<tbody><tr><th><a href="#s-fold">a</a><td>25.0<tbody><tr class="t"><th>Sum<td></table></div>

        """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\"onload='x'&", "&#34;onload=&#39;x&#39;&amp;")]
    [InlineData("a\0b\u202ec", "a\uFFFDb\uFFFDc")]
    [InlineData("a\uFFFFb", "a\uFFFDb")]
    [InlineData("אב 5", "\u2068אב\u2069 5")]
    [InlineData("😀 一个", "😀 一个")]
    public void No_text_is_markup(string text, string escaped)
    {
        Shown(new Paragraph(text)).Should().Contain($"<p>{escaped}</p>");
        new HtmlRenderer().Render(new("en", text, [])).Should().Contain($"<title>{escaped}</title>").And.Contain($"<h1>{escaped}</h1>");
    }

    [Fact]
    public void Any_document_renders_and_no_text_is_left_out_and_none_is_markup() =>
        Check.One(Seeded.Cases(400), Prop.ForAll(RandomDocument.Any.ToArbitrary(), document =>
        {
            var html = new HtmlRenderer().Render(document);
            html.Where(each => each != '\n' && (char.IsControl(each) || each is '\u202E' or '\u2066')).Select(each => $"{(int)each:X4}").Should().BeEmpty();
            var page = Page.Parsed(html);
            ((string)page.Attribute("lang")!).Should().Be(document.Language);

            // Only what the renderer writes, nothing that runs but its script, and no address but those of the page.
            page.DescendantsAndSelf().Select(each => each.Name.LocalName).Should().BeSubsetOf(Elements);
            page.Descendants("script").Should().ContainSingle();
            var attributes = page.Descendants().SelectMany(each => each.Attributes()).ToArray();
            attributes.Should().NotContain(each => each.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || each.Name == "src" || each.Name == "style");
            var ids = attributes.Where(each => each.Name == "id").Select(each => each.Value).ToArray();
            ids.Should().OnlyHaveUniqueItems();
            attributes.Where(each => each.Name == "href" && each.Value != "data:,").Should().NotContain(each => each.Value[0] != '#' || !ids.Contains(each.Value.Substring(1)));
            foreach (var drawing in page.Descendants("svg"))
            {
                drawing.Elements().Take(2).Select(each => each.Name.LocalName).Should().Equal("title", "desc");
                drawing.Descendants().Attributes().Should().NotContain(each => each.Value.Contains("NaN") || each.Value.Contains('∞'));
            }

            var there = Bare(string.Concat(page.MainOf().DescendantNodes().OfType<XText>().Select(text => text.Value)), isRendered: true);
            foreach (var text in DocumentTexts.Of(document).Select(text => Bare(text)).Where(text => text.Length > 0))
                (there.Contains(text, StringComparison.Ordinal) ? "" : text).Should().BeEmpty();
        }));

    [Theory]
    [InlineData("style", "style-src")]
    [InlineData("script", "script-src")]
    public void Only_the_pages_own_style_and_script_are_let_in(string element, string directive)
    {
        var page = Page.Of();
        var policy = (string)page.Descendants("meta").Single(each => (string?)each.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!;
        policy.Should().StartWith("default-src 'none';").And.NotContain("unsafe");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Descendants(element).Single().Value)));
        policy.Should().Contain($"{directive} 'sha256-{hash}'");
    }

    [Fact]
    public void A_row_leads_to_the_section_of_its_key_or_to_the_page_that_is_named()
    {
        var table = new Table([new("Account")], [new(["a"]) { Key = "A 1" }, new(["b"]) { Key = "B" }, new(["c"]) { Key = "C" }, new(["d"])]);
        var renderer = new HtmlRenderer(key => key == "B" ? "b.html?x=1&y" : null, new("index.html", "<All>"));
        var page = Page.Parsed(renderer.Render(new("en", "T", [table, new Section("x", [new Section("deep", [], "A 1")]), new Section("A", [], "A 1")])));
        page.Descendants("table").Descendants("a").Select(each => (each.Value, (string)each.Attribute("href")!)).Should().Equal(("a", "#s3"), ("b", "b.html?x=1&y"));
        page.Descendants("section").Single(each => (string?)each.Attribute("id") == "s3").Element("h2")!.Value.Should().Be("A", "it is nearer to the top");
        page.MainOf().Elements("p").First().Element("a")!.Value.Should().Be("<All>");
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 4)]
    public void A_page_of_four_sections_has_contents(int sections, int links) =>
        Page.Of([.. Enumerable.Range(1, sections).Select(i => new Section($"s{i}", []))]).Descendants("nav").Descendants("a").Should().HaveCount(links);

    [Fact]
    public void Headings_go_down_to_six() =>
        Page.Of(Enumerable.Range(0, 7).Aggregate((Block)new Paragraph("x"), (inner, depth) => new Section($"s{depth}", [inner])))
            .Descendants("section").Select(each => each.Elements().First().Name.LocalName).Should().Equal("h2", "h3", "h4", "h5", "h6", "h6", "h6");

    [Fact]
    public void The_same_section_twice_has_its_identifier_once()
    {
        var section = new Section("s", [], "k");
        Page.Of(section, section).Descendants("section").Select(each => (string?)each.Attribute("id")).Should().Equal("s-k", null);
    }

    [Theory]
    [InlineData("plain words that wrap", null)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", null)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaa", "w")]
    public void Only_a_cell_with_a_long_word_may_break_it(string text, string? kind) =>
        ((string?)Page.Of(new Table([new("T")], [new([text])])).Descendants("tbody").Descendants("th").Single().Attribute("class")).Should().Be(kind);

    [Fact]
    public void A_header_says_what_it_heads_where_its_place_does_not()
    {
        var page = Page.Of(new Table([new(""), new("b")], [new(["", "1"]), new(["x", "2"])]));
        page.Descendants("thead").Descendants("th").Select(each => (string?)each.Attribute("scope")).Should().Equal("col");
        page.Descendants("tbody").Descendants("th").Select(each => (string?)each.Attribute("scope")).Should().Equal("row");
    }

    [Theory]
    [InlineData("zh-Hans", "图表数据")]
    [InlineData("zh-Hant", "圖表資料")]
    [InlineData("de", "Data of the figure")]
    public void The_page_speaks_the_language_of_its_document(string language, string text) => new HtmlRenderer().Render(new(
        language, "T", [new BarFigure("n", "d", "c", new("m"), [new("a", 1)])])).Should().Contain($"<summary>{text}</summary>").And.Contain($"<html lang=\"{language}\">");

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var document = new Document("en", "T", [.. Answers.All.Take(5).Select(each => each.Item2("en").ToSection())]);
        var expected = new HtmlRenderer().Render(document);
        foreach (var culture in (string[])["de-DE", "tr-TR", "ar-SA"])
        {
            using var scope = new CultureScope(culture);
            new HtmlRenderer().Render(document).Should().Be(expected);
        }
    }

    [Fact]
    public void What_is_missing_is_refused()
    {
        FluentActions.Invoking(() => new HtmlRenderer(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new HtmlRenderer().Render(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new HtmlLink(null!, "")).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new HtmlLink("", null!)).Should().Throw<ArgumentNullException>();
    }

    private static string Shown(params Block[] blocks) =>
        Regex.Match(new HtmlRenderer().Render(new("en", "Title", blocks)), "(?<=<main[^>]*>\n).*(?=</main>)", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Value;

    // What a reader sees of text, without blanks: what is harmful is replaced, but for the isolates of the renderer's own.
    private static string Bare(string text, bool isRendered = false) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value
        is ' ' or '\n' or '\r' or '\t' || (isRendered && rune.Value is (0x2068 or 0x2069)) ? ""
        : rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.Control or UnicodeCategory.Format) ? "\uFFFD"
        : rune.ToString()));
}
