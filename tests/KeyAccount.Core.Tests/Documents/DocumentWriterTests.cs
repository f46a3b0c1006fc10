using System.Text;
using System.Text.Json;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Documents;

/// <summary>How the documents of the rooms put their sentences together, seen in small ones.</summary>
public class DocumentWriterTests
{
    private static readonly Complaint Open = Complaint.Open("C-7", AccountTier.A, new(2026, 2, 2));

    [Theory]
    [InlineData("en", "wants: to be heard, to be respected, to get an explanation, to get a solution, that it does not happen again.")]
    [InlineData("zh-Hans", "想要：被倾听、被尊重、得到解释、得到解决、不再发生。")]
    public void The_members_of_a_list_are_separated_as_the_language_does(string language, string wishes) =>
        Open.Describe(new(2026, 2, 5), null, language).Blocks.OfType<Paragraph>().Select(block => Run.TextOf(block.Runs))
            .Should().ContainSingle(text => text.EndsWith(wishes, StringComparison.Ordinal));

    [Fact]
    public void A_sentence_begins_with_a_capital_letter_where_the_language_has_them()
    {
        Advice(new Lower(), "en").Should().Be("Later on. why (r)");
        Advice(new Lower(), "zh-Hans").Should().StartWith("later on");
        Advice((Text)"later on", "en").Should().Be("Later on. why (r)");
        Advice(new Text("later on", "vip客户", "vip客戶"), "zh-Hans").Should().StartWith("vip客户");
        Advice((Text)"", "en").Should().Be(". why (r)");
        Run.TextOf(Open.Describe(new(2026, 2, 5)).Blocks.OfType<Section>().First().Blocks.OfType<BulletList>().Single().Items[0].Runs)
            .Should().Be("Listen patiently, overdue since 2026-02-02");

        static string Advice<TAdvice>(TAdvice advice, string language) => Run.TextOf(
            new Decision<TAdvice>("own", "1", [new("r", advice, "why")]).Describe(language)
                .Blocks.OfType<BulletList>().Single().Items[0].Runs);
    }

    [Fact]
    public void A_term_and_a_text_in_a_cell_stand_alone_and_a_word_from_outside_keeps_its_letters()
    {
        Row(new PhraseList<Text>("own", [new("p", "rude words", ["idiot"], "it hurts", "say nothing")])).Should()
            .Equal("idiot", "Rude words", "It hurts", "Say nothing");
        Row(new PhraseList<AccountTier>("own", [new("p", AccountTier.A, ["idiot"], "it hurts")])).Should()
            .Equal("idiot", "A account", "It hurts", "");
        Row(new PhraseList<string>("own", [new("p", "rude words", ["idiot"], "it hurts")])).Should()
            .Equal("idiot", "rude words", "It hurts", "");

        static IEnumerable<string?> Row<TMeaning>(PhraseList<TMeaning> list) where TMeaning : class =>
            list.Describe("You idiot.").Blocks.OfType<Table>().Single().Rows.Single().Cells.Select(cell => cell?.Display("en"));
    }

    [Fact]
    public void A_value_that_is_not_known_is_no_cell()
    {
        var items = Open.Describe(new(2026, 2, 5)).Blocks.OfType<KeyValueList>().Single().Items;

        items[0].Value.Should().Be(new DateCell(new(2026, 2, 2)));
        items[1].Value.Should().Be(new TextCell("A account"));
        items[2].Value.Should().BeNull();
    }

    [Fact]
    public void A_model_of_the_library_is_called_by_its_name_and_another_by_its_id()
    {
        new Decision<Text>("accountValue.standard", "1", []).Describe().Title.Should().Be("Account value");
        new Decision<Text>("own", "1", []).Describe().Title.Should().Be("own");
    }

    [Fact]
    public void A_document_is_written_to_a_writer_as_it_is_to_a_string()
    {
        var document = new Document("en", "t", [new Paragraph("a")]);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            document.WriteTo(json);

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(document.ToJson());
        FluentActions.Invoking(() => document.WriteTo(null!)).Should().Throw<ArgumentNullException>().WithParameterName("json");
    }

    [Fact]
    public void A_fishbone_is_drawn_as_text_that_steers_no_terminal()
    {
        var bones = new FishboneFigure(
            "n", "d", "decision", "Department", "People",
            [new("IT\u2028\u001b[2J", [new("Ann", "for us"), new("Bo\u202e", "against us", null, true), new("C\u200cy\u200d.")])]);

        bones.ToText().Should().Be(
            "╲ IT  [2J\n ├ ● Ann (for us)\n ┊ ◆ Bo\uFFFD (against us)\n ├ ○ C\u200cy\u200d.\n═══▶ decision\n");
        bones.ToTable().Rows.Select(row => row.IsTotal).Should().Equal(false, true);
    }

    [Fact]
    public void Figures_without_lanes_columns_or_numbers()
    {
        new TimelineFigure("n", "d", "Date", "Event", [new(new(2026, 3, 1), "b", "x")]).ToTable().Columns
            .Select(column => column.Title).Should().Equal("Date", "Event");
        FluentActions.Invoking(() => new MatrixFigure("n", "d", "r", "c", new("m"), [], [])).Should().Throw<ArgumentException>()
            .WithMessage("columns is empty*").WithParameterName("columns");
        new Bar("a", 0).IsKnown.Should().BeTrue();
        new Bar("a", null).IsKnown.Should().BeFalse();
    }

    [Fact]
    public void The_largest_share_that_a_decimal_holds_as_a_percentage_is_a_number() =>
        NumberCell.Percent(decimal.MaxValue / 100).Should().Be(new NumberCell(decimal.MaxValue, 0, "%"));

    [Fact]
    public void The_singular_is_chosen_for_one() =>
        Run.TextOf(Run.Fill("{0:# month|# months}", "en", 1)).Should().Be("1 month");

    private sealed record Lower : IDescribed
    {
        public ListItem Describe(string language) => new("later on");
    }
}
