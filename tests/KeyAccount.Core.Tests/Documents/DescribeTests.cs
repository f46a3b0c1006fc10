using System.Reflection;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Tests.Scoring;

namespace KeyAccount.Core.Tests.Documents;

/// <summary>What a person reads of an answer is in its document, in every language, and its figures add up.</summary>
public class DescribeTests
{
    public static TheoryData<string> Names => [.. Answers.All.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_answer_describes_itself_in_every_language_and_comes_back_from_JSON(string name)
    {
        foreach (var language in Language.All)
        {
            var document = Described(name, language);
            document.Language.Should().Be(language);
            document.Blocks.Should().NotBeEmpty();
            Document.FromJson(document.ToJson()).Should().Be(document);
            Described(name, language).Should().Be(document, "an answer always tells the same");
        }

        TextsOf(Described(name, "zh-Hans")).Should().NotEqual(TextsOf(Described(name, "en")));
    }

    [Theory]
    [InlineData("eo", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("x-klingon", "en")]
    [InlineData("", "en")]
    public void A_language_that_is_not_spoken_falls_back_to_its_parent_and_then_to_English(string asked, string told)
    {
        foreach (var (_, describe) in Answers.All)
            describe(asked).Should().Be(describe(told));
    }

    [Fact]
    public void A_language_is_needed() => FluentActions.Invoking(() => Answers.Map.Describe(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void No_sentence_of_an_answer_is_left_out_because_JSON_leaves_it_out()
    {
        var told = Answers.All.SelectMany(each => TextsOf(each.Describe("en"))).ToHashSet(StringComparer.Ordinal);
        object[] answers = [Answers.Price, Answers.GivenAway, Answers.Choice, Answers.Checklist, .. Answers.Map.Risks(), .. Answers.Map.NextToWin()];
        var hidden = answers.SelectMany(answer => HiddenTexts(answer).Select(text => (answer.GetType().Name, Text: text))).ToArray();
        hidden.Select(each => each.Name).Distinct().Should().BeEquivalentTo("PriceReview", "StayOrSwitch", "ChecklistResult", "StakeholderRisk", "WinningStep");
        hidden.Should().OnlyContain(each => told.Any(text => text.Contains(each.Text.En, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_answer_hides_sentences_from_JSON_without_describing_itself()
    {
        // Told by the answer they are a part of, or (a refusal) the same as a member that JSON has.
        string[] toldByAnother = ["StakeholderRisk", "WinningStep", "CaseResult`1"];
        var hiding = typeof(Document).Assembly.GetExportedTypes()
            .Where(type => type.GetProperties().Any(property => property.IsDefined(typeof(JsonIgnoreAttribute)) && IsText(property.PropertyType)));
        hiding.Where(type => !toldByAnother.Contains(type.Name) && type.Namespace?.EndsWith(".Reviews", StringComparison.Ordinal) != true)
            .Should().OnlyContain(type => type.GetMethod("Describe") != null).And.NotBeEmpty();

        static bool IsText(Type type) => type == typeof(Text) || type.GenericTypeArguments.Any(each => each == typeof(Text) || each.GetProperties().Any(part => part.PropertyType == typeof(Text)));
    }

    [Fact]
    public void The_weight_that_is_shown_times_the_points_is_what_a_part_adds() =>
        Check.One(Seeded.Cases(50), Prop.ForAll(RandomCard.Any.ToArbitrary(), card =>
        {
            foreach (var facts in card.Accounts.Take(5))
            {
                var assessment = card.Scorecard.Assess(facts);
                var table = card.Scorecard.Describe(assessment).Blocks.OfType<BarFigure>().Single().ToTable();
                var rows = table.Rows.SkipLast(1).ToArray();
                rows.Should().HaveCount(assessment.Contributions.Count);
                foreach (var (row, part) in rows.Zip(assessment.Contributions))
                {
                    var (points, weight, adds) = (Number(row.Cells[2]), Number(row.Cells[3]), Number(row.Cells[4]));
                    Same(points, part.Points, 1e-9);
                    Same(adds, assessment.IsRated && part.Points is not null ? part.Value : null, 1e-9);
                    if (adds is not null)
                        Same(weight / 100 * points, adds, 1e-6);
                }

                table.Rows[^1].IsTotal.Should().BeTrue();
                Same(Number(table.Rows[^1].Cells[4]), assessment.Score, 1e-9);
                if (assessment.IsRated)
                    Same(rows.Sum(row => Number(row.Cells[4]) ?? 0), assessment.Score, 1e-5);
            }
        }));

    [Fact]
    public void Every_cap_that_may_hold_is_told()
    {
        var text = string.Join('\n', TextsOf(Described("scorecard", "en")));
        AccountValue.Standard.Assess(Answers.Value).Caps.Select(cap => cap.Holds).Should().Equal(true, null);
        text.Should().Contain(AccountValue.Standard.Caps[0].Label.En);
        string.Join('\n', TextsOf(Described("scorecard.unrated", "en"))).Should().Contain("we do not know whether that is so").And.Contain(AccountValue.Standard.Caps[0].Label.En);
        var unrated = AccountValue.Standard.Describe(AccountValue.Standard.Assess(new() { DebtOverdueDays = 100, NetProfit = 1 }));
        TextsOf(unrated).Should().Contain("Once rated, at most C account, because debt is more than 90 days overdue.");
        var low = AccountValue.Standard.Describe(AccountValue.Standard.Assess(Answers.Value with { AnnualPurchases = 0, GrossMarginRate = 0, NetProfit = 1 }));
        TextsOf(low).Should().Contain("At most C account, because debt is more than 90 days overdue; the score does not go beyond that anyway.");
        var free = AccountValue.Standard.Describe(AccountValue.Standard.Assess(Answers.Value with { DebtOverdueDays = 0 }));
        string.Join('\n', TextsOf(free)).Should().NotContain(AccountValue.Standard.Caps[0].Label.En);
    }

    [Fact]
    public void An_assessment_by_another_model_is_refused_and_one_by_another_version_is_told_without_a_way()
    {
        var assessment = AccountValue.Standard.Assess(Answers.Value with { DebtOverdueDays = 0 });
        FluentActions.Invoking(() => AccountValue.SixIndicators.Describe(assessment)).Should().Throw<ArgumentException>().WithMessage("assessment is by 'accountValue.standard'*");
        var tuned = AccountValue.Standard.With(new() { Version = "other" });
        tuned.Describe(assessment).Blocks.OfType<Section>().Should().BeEmpty();
        AccountValue.Standard.Describe(assessment).Blocks.OfType<Section>().Should().ContainSingle();
    }

    [Fact]
    public void An_advice_of_somebodys_own_tells_itself_or_is_named()
    {
        Items(new Decision<OwnAdvice>("own", "1", [new("r", new(5), "why")])).Should().Equal("5 of them. why (r)");
        Items(new Decision<AccountTier>("own", "1", [new("r", AccountTier.A, "why")])).Should().Equal("A account. why (r)");
        Items(new Decision<Text>("own", "1", [new("r", "text", "why")])).Should().Equal("Text. why (r)");
        Items(new Decision<int>("own", "1", [new("r", 5, "why")])).Should().Equal("5. why (r)");
        Items(new Decision<AccountTier?>("own", "1", [new("r", null, "why")])).Should().Equal("–. why (r)");

        static IEnumerable<string> Items<TAdvice>(Decision<TAdvice> decision) =>
            decision.Describe().Blocks.Should().ContainSingle().Which.Should().BeOfType<BulletList>().Subject.Items.Select(item => Run.TextOf(item.Runs));
    }

    private static Document Described(string name, string language) => Answers.All.Single(each => each.Name == name).Describe(language);

    private static void Same(double? one, double? other, double precision) =>
        ((one is null) == (other is null) && Math.Abs((one ?? 0) - (other ?? 0)) <= precision).Should().BeTrue($"{one} is {other}");

    private static double? Number(Cell? cell) => cell is NumberCell number ? (double)number.Value : null;

    private static IEnumerable<Text> HiddenTexts(object answer) => answer.GetType().GetProperties()
        .Where(property => property.IsDefined(typeof(JsonIgnoreAttribute)))
        .Select(property => property.GetValue(answer))
        .SelectMany(value => value switch
        {
            Text text => [text],
            IEnumerable<Text> texts => texts,
            IEnumerable<Core.Pricing.PriceFinding> findings => findings.Select(finding => finding.Text),
            _ => (IEnumerable<Text>)[],
        });

    private static IEnumerable<string> TextsOf(Document document) => document.Blocks.SelectMany(TextsOf).Prepend(document.Title);

    private static IEnumerable<string> TextsOf(Block block) => block switch
    {
        Section section => section.Blocks.SelectMany(TextsOf).Prepend(section.Heading),
        Paragraph paragraph => [Run.TextOf(paragraph.Runs)],
        BulletList list => list.Items.SelectMany(TextsOf),
        KeyValueList values => values.Items.SelectMany(item => (string[])[item.Name, item.Value?.Display("en") ?? "–"]),
        Table table => table.Columns.Select(column => column.Display()).Concat(table.Rows.SelectMany(row => row.Cells).Select(cell => cell?.Display("en") ?? "–")),
        Figure figure => [figure.Name, figure.Description, .. TextsOf((Block)figure.ToTable())],
        _ => throw new InvalidOperationException($"There is a block of a new kind: {block.GetType()}."),
    };

    private static IEnumerable<string> TextsOf(ListItem item) => item.Items.SelectMany(TextsOf).Prepend(Run.TextOf(item.Runs));

    private sealed record OwnAdvice(int Count) : IDescribed
    {
        public ListItem Describe(string language) => new($"{Count} of them");
    }
}
