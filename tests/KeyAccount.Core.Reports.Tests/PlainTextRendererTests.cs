using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Tests;
using KeyAccount.Core.Tests.Documents;

namespace KeyAccount.Core.Reports.Tests;

public class PlainTextRendererTests
{
    [Fact]
    public void A_document_is_laid_out_with_its_columns_under_each_other() => Rendered(
        60,
        new Paragraph("Account value: 66.4 of 100 points."),
        new Section("What it is made of",
        [
            new Table(
                [new("Criterion"), TableColumn.Number("Points"), TableColumn.Number("Weight", "%")],
                [new(["annual purchases", new NumberCell(85.5m, 1), new NumberCell(25, 1)]), new(["growth", null, new NumberCell(9, 1)]), new(["Score", new NumberCell(66.4m, 1), ""], isTotal: true)]),
            new BulletList([new("one"), new("two", [new("deeper")])]),
            new KeyValueList([new("Tier", "B"), new("Purchases", new NumberCell(1234567, 0, "CNY"))]),
        ])).Should().Be(
            """
            Title
            Account value: 66.4 of 100 points.

            What it is made of
            Criterion         Points  Weight (%)
            ────────────────  ──────  ──────────
            annual purchases    85.5        25.0
            growth                 –         9.0
            ────────────────  ──────  ──────────
            Score               66.4

            • one
            • two
              – deeper
            Tier       B
            Purchases  1,234,567 CNY

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Text_wraps_at_blanks_and_what_hangs_stays_under_its_text() => Rendered(
        24, new Paragraph("Purchases fall by 32% against the year before."), new BulletList([new("Find out why it buys less.")], isOrdered: true)).Should().Be(
            """
            Title
            Purchases fall by 32%
            against the year before.
            1. Find out why it buys
               less.

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Chinese_wraps_between_characters_and_no_line_begins_with_a_full_stop() => Rendered(
        20, new Paragraph("采购额比上年下降百分之三十。找出原因，（并提出）方案。")).Should().Be(
            """
            Title
            采购额比上年下降百分
            之三十。找出原因，
            （并提出）方案。

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Cells_wrap_where_the_table_is_too_wide() => Rendered(
        40,
        new Table(
            [new("Account"), TableColumn.Number("At stake"), new("Finding")],
            [new(["Aldermoor Steel Works", new NumberCell(1934292), "Without Paul Kerr the support falls by 8 points."]), new(["Baihe", new NumberCell(5), "x"])])).Should().Be(
            """
            Title
            Account          At stake  Finding
            ──────────────  ─────────  ─────────────
            Aldermoor       1,934,292  Without Paul
            Steel Works                Kerr the
                                       support falls
                                       by 8 points.
            Baihe                   5  x

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_table_too_wide_for_its_columns_is_a_list_of_its_values() => Rendered(
        20,
        new Table(
            [new("Account"), TableColumn.Number("At stake"), TableColumn.Number("Purchases"), new("Finding")],
            [new(["Baihe", new NumberCell(1934292), new NumberCell(5), "A hostage."]), new(["B", null, null, "x"])])).Should().Be(
            """
            Title
            Account: Baihe
            At stake: 1,934,292
            Purchases: 5
            Finding: A hostage.

            Account: B
            At stake: –
            Purchases: –
            Finding: x

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Bars_are_drawn_beside_their_table() => Rendered(
        60, new BarFigure("Purchases", "By month.", "Month", new("CNY"), [new("Jan", 100), new("Feb", 50), new("Mar", null), new("Apr", -1)])).Should().Be(
            """
            Title
            Purchases
            By month.
            Month  CNY
            ─────  ───  ──────────────────────────────
            Jan    100  ██████████████████████████████
            Feb     50  ███████████████
            Mar      –
            Apr     -1  ▎

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_note_stands_right_below_its_table() =>
        Rendered(40, new Paragraph("a"), new Table([new("T")], [new(["x"])]), new Paragraph("note", Tone.Note), new Paragraph("b")).Should()
            .Be("Title\na\n\nT\n─\nx\nnote\nb\n");

    [Fact]
    public void A_caption_that_the_heading_says_already_is_not_repeated() =>
        Rendered(40, new Section("Waterfall", [new WaterfallFigure("Waterfall", "From list to pocket.", "Step", new("Price"), [new("List", 5, true)])])).Should()
            .Be("Title\n\nWaterfall\nFrom list to pocket.\nStep  Price\n────  ─────\nList      5\n");

    [Fact]
    public void A_curve_of_many_points_is_drawn() => Rendered(
        40,
        new CurveFigure(
            "Pareto curve", "What the largest bring.", new("Accounts", "%"), new("Revenue", "%"),
            [new("curve", [.. Enumerable.Range(0, 21).Select(x => new CurvePoint(5 * x, 100 * Math.Sqrt(x / 20.0)))])], [new("A ends here", 20, 45)])).Should().Be(
            """
            Title
            Pareto curve
            What the largest bring.
            Revenue (%)
            100                          ▂▂▃▄▄▆▆▇▇██
                                ▂▂▄▅▅▇▇█████████████
                         ▂▄▄▆▆██████████████████████
                   ▃▃▅▅█████████████████████████████
                ▃▇▇█████████████████████████████████
              0 ████████████████████████████████████
            Accounts: 0 – 100%
            • A ends here: Accounts 20%; Revenue 45%

            """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("\u001b[2J", "�[2J")]
    [InlineData("\u202etxt.exe", "�txt.exe")]
    [InlineData("a\u2066b\u2069c", "a�b�c")]
    [InlineData("two\nlines\tand\rmore", "two lines and more")]
    [InlineData("a\0b", "a�b")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    public void Text_cannot_steer_a_terminal(string text, string shown) =>
        Rendered(60, new Paragraph(text)).Should().Be($"Title\n{shown}\n");

    // An attribute cannot hold half a character.
    [Fact]
    public void Half_a_character_is_replaced() => Rendered(60, new Paragraph("a\uD800b")).Should().Be("Title\na�b\n");

    [Fact]
    public void Names_from_right_to_left_are_kept_apart()
    {
        Rendered(60, new Paragraph([new("Without "), Run.Name("אבג 12"), new(" 8 points")])).Should().Be("Title\nWithout \u2068אבג 12\u2069 8 points\n");
        Rendered(60, new Paragraph("Without אבג דהו (5) and شركة.")).Should().Be("Title\nWithout \u2068אבג דהו\u2069 (5) and \u2068شركة\u2069.\n");
        Rendered(20, new Paragraph([Run.Name("אבגדהוז אבגדהוז אבגדהוז")])).Should().Be("Title\n\u2068אבגדהוז אבגדהוז\u2069\n\u2068אבגדהוז\u2069\n");
    }

    [Fact]
    public void The_styles_of_a_line_are_told() =>
        new PlainTextRenderer(60).Lines(new("en", "T", [new Paragraph([new("a "), Run.Emphasis("b"), Run.Code("c"), new("d")], Tone.Warning)])).Last().Spans.Should().Equal(
            new TextSpan("a ", TextStyle.Warning), new("b", TextStyle.Emphasis), new("c", TextStyle.Code), new("d", TextStyle.Warning));

    [Theory]
    [InlineData(19)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_width_below_the_least_is_refused(int width) =>
        FluentActions.Invoking(() => new PlainTextRenderer(width)).Should().Throw<ArgumentOutOfRangeException>().WithMessage($"width is {width}; it must be at least 20.*");

    [Fact]
    public void No_line_is_wider_than_the_width_and_no_text_is_left_out() =>
        Check.One(Seeded.Cases(400), Prop.ForAll(RandomDocument.Any.ToArbitrary(), Gen.Choose(20, 140).ToArbitrary(), (document, width) =>
        {
            var lines = new PlainTextRenderer(width).Lines(document).Select(line => line.ToString()).ToArray();
            lines.Should().OnlyContain(line => PlainWidth(line) <= width);
            lines.Should().OnlyContain(line => !line.Any(char.IsControl) && !line.EndsWith(' '));
            lines.Should().OnlyContain(line => line.Count(each => each == '\u2068') == line.Count(each => each == '\u2069'));

            // Cells stand beside each other, so that their lines interleave: every character of every text is there.
            var there = Counted(string.Concat(lines));
            var wanted = Counted(string.Concat(DocumentTexts.Of(document).Select(text => string.Concat(text.EnumerateRunes().Select(Safe)))));
            foreach (var (rune, count) in wanted)
                there.GetValueOrDefault(rune).Should().BeGreaterThanOrEqualTo(count, $"U+{rune.Value:X4} is in the document");
        }));

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var document = new Document("en", "T", [new KeyValueList([new("a", new NumberCell(-1234.5m, 2, "CNY", true))])]);
        foreach (var culture in (string[])["de-DE", "tr-TR", "ar-SA", "zh-CN"])
        {
            using var scope = new CultureScope(culture);
            new PlainTextRenderer().Render(document).Should().Be("T\na  -1,234.50 CNY\n");
        }
    }

    private static string Rendered(int width, params Block[] blocks) => new PlainTextRenderer(width).Render(new("en", "Title", blocks));

    private static string Safe(Rune rune) => rune.Value is '\t' or '\n' or '\r' ? " "
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D) ? "�"
        : rune.ToString();

    private static Dictionary<Rune, int> Counted(string text) => text.EnumerateRunes().Where(rune => rune.Value != ' ' && rune.Value is not (0x2068 or 0x2069))
        .GroupBy(rune => rune).ToDictionary(group => group.Key, group => group.Count());

    // Counted another way than the renderer does: by a plain rule for what the random documents hold.
    private static int PlainWidth(string line)
    {
        var width = 0;
        var elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext())
        {
            var rune = elements.GetTextElement().EnumerateRunes().First();
            width += rune.Value is >= 0x1100 and < 0x1160 or >= 0x2E80 and < 0xD7B0 or >= 0xFF01 and < 0xFF61 or >= 0x1F300 ? 2
                : rune.Value is 0x2068 or 0x2069 ? 0
                : 1;
        }

        return width;
    }
}
