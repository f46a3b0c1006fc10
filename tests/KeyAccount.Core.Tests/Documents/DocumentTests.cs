using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Documents;

public class DocumentTests
{
    private static readonly Document Sample = new("en", "Title",
    [
        new Paragraph([new("Value "), Run.Emphasis("66.4"), new(" by "), Run.Code("accountValue"), new(" of "), Run.Name("Baihe")], Tone.Warning),
        new Section("Under it",
        [
            new BulletList([new("one", [new("deeper")]), new("two")], isOrdered: true),
            new Table([new("Name"), TableColumn.Number("Weight", "%")], [new(["a", new NumberCell(25, 1)]), new(["Sum", null], isTotal: true)]),
            new KeyValueList([new("As of", new DateCell(new(2026, 3, 1)))]),
        ], "part"),
    ]);

    [Fact]
    public void The_JSON_of_a_document_names_the_kind_of_every_block_and_cell() => JsonNode.DeepEquals(JsonNode.Parse(Sample.ToJson()), JsonNode.Parse(
        """{"language":"en","title":"Title","blocks":[{"kind":"paragraph","runs":[{"text":"Value "},{"text":"66.4","style":"Emphasis"},{"text":" by "},{"text":"accountValue","style":"Code"},{"text":" of "},{"text":"Baihe","style":"Name"}],"tone":"Warning"},"""
        + """{"kind":"section","key":"part","heading":"Under it","blocks":[{"kind":"list","items":[{"runs":[{"text":"one"}],"items":[{"runs":[{"text":"deeper"}],"items":[]}]},{"runs":[{"text":"two"}],"items":[]}],"isOrdered":true},"""
        + """{"kind":"table","columns":[{"title":"Name"},{"title":"Weight","unit":"%","alignment":"End"}],"rows":[{"cells":[{"kind":"text","runs":[{"text":"a"}]},{"kind":"number","decimals":1,"value":25}]},{"cells":[{"kind":"text","runs":[{"text":"Sum"}]},null],"isTotal":true}]},"""
        + """{"kind":"keyValues","items":[{"name":"As of","value":{"kind":"date","value":"2026-03-01"}}]}]}]}""")).Should().BeTrue(Sample.ToJson());

    [Fact]
    public void A_document_is_equal_by_its_contents_and_comes_back_from_JSON() =>
        Check.One(Seeded.Cases(300), Prop.ForAll(RandomDocument.Any.ToArbitrary(), document =>
        {
            var back = Document.FromJson(document.ToJson());
            back.Should().Be(document);
            back.GetHashCode().Should().Be(document.GetHashCode());
            back.ToJson().Should().Be(document.ToJson());
        }));

    [Fact]
    public void Documents_that_differ_in_one_text_are_not_equal()
    {
        Document With(Block block) => new("en", "t", [block]);
        With(new Paragraph("a")).Should().Be(With(new Paragraph("a"))).And.NotBe(With(new Paragraph("b"))).And.NotBe(With(new Paragraph("a", Tone.Note)));
        With(new BulletList([new("a")])).Should().NotBe(With(new BulletList([new("a")], isOrdered: true)));
        With(new Section("a", [])).Should().NotBe(With(new Section("a", [], "key")));
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("{}", "$")]
    [InlineData("""{"language":"en","title":"t"}""", "$")]
    [InlineData("""{"language":"en","title":"t","blocks":[{}]}""", "$")]
    [InlineData("""{"language":"en","title":"t","blocks":[null]}""", "$")]
    [InlineData("""{"language":"en","title":"t","blocks":[{"kind":"poem"}]}""", "$.blocks[0]")]
    [InlineData("""{"language":"en","title":"t","blocks":[{"kind":"paragraph","runs":[{"text":5}]}]}""", "$.blocks[0].runs[0].text")]
    [InlineData("""{"language":"en","title":"t","blocks":[{"kind":"table","columns":[{"title":"a"}],"rows":[{"cells":[]}]}]}""", "$")]
    public void What_is_not_the_JSON_of_a_document_is_refused_with_its_place(string json, string place) =>
        FluentActions.Invoking(() => Document.FromJson(json)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Path.Should().StartWith(place);

    [Fact]
    public void A_null_in_a_list_is_refused_with_its_place()
    {
        FluentActions.Invoking(() => new Document("en", "t", [new Paragraph("a"), null!])).Should().Throw<ArgumentNullException>().WithMessage("*blocks[1] is null*");
        FluentActions.Invoking(() => new Paragraph([null!])).Should().Throw<ArgumentNullException>().WithMessage("*runs[0] is null*");
        FluentActions.Invoking(() => new Run(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new Document(" ", "t", [])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_row_has_a_cell_for_every_column()
    {
        FluentActions.Invoking(() => new Table([new("a"), new("b")], [new(["x", "y"]), new(["x"])])).Should().Throw<ArgumentException>()
            .WithMessage("rows[1] has 1 cells; it must have one for each of the 2 columns.*");
        FluentActions.Invoking(() => new Table([], [])).Should().Throw<ArgumentException>().WithMessage("columns is empty*");
    }

    [Theory]
    [InlineData(1234.5, 2, null, false, "1,234.50")]
    [InlineData(1234.5, null, null, false, "1,234.5")]
    [InlineData(0.5, 0, "%", false, "1%")]
    [InlineData(-3.25, 1, "CNY", true, "-3.3 CNY")]
    [InlineData(3.25, 1, "days", true, "+3.3 days")]
    [InlineData(0, 1, null, true, "0.0")]
    [InlineData(90, 0, "天", false, "90天")]
    [InlineData(1e300, 0, "CNY", false, "1E+300 CNY")]
    [InlineData(double.PositiveInfinity, 0, null, false, "∞")]
    [InlineData(7.9e28, null, null, false, "7.9E+28")]
    public void A_number_is_shown_with_its_decimals_and_unit(double value, int? decimals, string? unit, bool isSigned, string shown) =>
        NumberCell.Of(value, decimals, unit, isSigned)!.Display("en").Should().Be(shown);

    [Fact]
    public void What_is_not_known_is_no_cell()
    {
        NumberCell.Of((double?)null).Should().BeNull();
        NumberCell.Of(double.NaN).Should().BeNull();
        NumberCell.Percent((decimal?)null).Should().BeNull();
        DateCell.Of(null).Should().BeNull();
        NumberCell.Percent(0.325m, 1)!.Display("en").Should().Be("32.5%");
        NumberCell.Percent(decimal.MaxValue)!.Display("en").Should().Be("7.923E+30%");
        new DateCell(new LocalDate(2026, 3, 1)).Display("zh-Hans").Should().Be("2026-03-01");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(29)]
    public void Decimals_are_those_that_a_decimal_has(int decimals) =>
        FluentActions.Invoking(() => new NumberCell(1, decimals)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*between 0 and 28*");

    [Fact]
    public void A_sentence_keeps_the_style_of_what_is_put_in()
    {
        var sentence = new Text("{1}: {0}, {2} of {{all}} {3}", "{1}：{0}，{2}", "{1}：{0}，{2}");
        Run.Fill(sentence, "en", AccountTier.A, Run.Name("Baihe"), new NumberCell(5, 1, "%"), null).Should()
            .Equal(Run.Name("Baihe"), new Run(": A account, 5.0% of {all} –"));
        Run.Fill(sentence, "zh-CN", (Text)"x", Run.Code("id"), 1.5).Should().Equal(Run.Code("id"), new Run("：x，1.5"));
        Run.TextOf(Run.Fill("{0}", "fr-CA", AccountTier.A)).Should().Be("A account");
    }

    [Theory]
    [InlineData("{0}{1}")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{x}")]
    [InlineData("{0:N}")]
    [InlineData("a } b {0}")]
    public void A_sentence_with_a_stray_brace_or_without_its_argument_is_refused(string sentence) =>
        FluentActions.Invoking(() => Run.Fill(sentence, "en", "x")).Should().Throw<FormatException>();

    [Fact]
    public void A_document_becomes_a_section_of_another_one() =>
        new Document("en", "Part", [new Paragraph("a")]).ToSection("k").Should().Be(new Section("Part", [new Paragraph("a")], "k"));
}
