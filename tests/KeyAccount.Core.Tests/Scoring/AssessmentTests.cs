using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class AssessmentTests
{
    private static readonly Scorecard<Figures, AccountTier> Card = Scorecard.For<Figures, AccountTier>("value").Version("3")
        .Group("money", 2, g => g.Criterion("a", 1, f => f.A, Cards.AsItIs).Criterion("b", 0.5, f => f.B, Cards.AsItIs))
        .Criterion("standing", 1, f => f.Standing, Cards.OfStanding)
        .Cap("blocked", f => f.Flag, AccountTier.C)
        .Cap("late", f => f.C > 90, AccountTier.B)
        .Bands((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A))
        .Build();

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly Figures Account = new() { A = 90, Standing = Standing.Good, Flag = true };

    [Fact]
    public void An_assessment_gives_its_reasons_in_the_order_of_the_model()
    {
        var assessment = Card.Everywhere(Account);
        (assessment.ModelId, assessment.ModelVersion, assessment.Score, assessment.Band, assessment.IsRated, assessment.Coverage)
            .Should().Be(("value", "3", 93.333333, AccountTier.C, true, 0.75));
        assessment.Range.Should().Be(new ScoreRange(70, 95));
        assessment.Contributions.Should().Equal(
            new Contribution("a", "money", 90, 90, 0.5, 60),
            new Contribution("b", "money", null, null, 0.25, 0),
            new Contribution("standing", null, 1, 100, 0.25, 25 / 0.75));
        assessment.Caps.Should().Equal(
            new AppliedCap("blocked", CapState.Applied, true), new AppliedCap("late", CapState.NotEvaluated, null));
    }

    [Fact]
    public void Contributions_sum_to_the_score_even_where_their_last_bits_would_round_it_away()
    {
        // 8 and 2 of 15 are known: 791.3125 + 113.109375 over 10 is 90.4421875, which is rounded up, and its two parts summed are just
        // below.
        var assessment = Cards.New()
            .Criterion("a", 8, f => 98.9140625, Cards.AsItIs).Criterion("b", 2, f => 56.5546875, Cards.AsItIs)
            .Criterion("c", 5, f => f.C, Cards.AsItIs)
            .MissingData(MissingData.Renormalize, 0.3).Build().Everywhere(new());
        assessment.Score.Should().Be(90.442188);
        (Math.Floor((assessment.Contributions.Sum(each => each.Value) * 1e6) + 0.5) / 1e6).Should().Be(90.442188);
        assessment.Contributions.Select(each => each.Value)
            .Should().Equal([79.13125, 11.3109375, 0], (actual, expected) => Math.Abs(actual - expected) < 1e-12);
    }

    [Fact]
    public void Assessments_are_equal_when_all_they_say_is()
    {
        var (one, other) = (Card.Assess(Account), Card.Assess(Account with { }));
        (one == other, one.GetHashCode() == other.GetHashCode(), ReferenceEquals(one, other)).Should().Be((true, true, false));
        Different().Should().OnlyContain(different => different != one);
        one.Equals(null).Should().BeFalse();
    }

    [Fact]
    public void An_assessment_survives_JSON()
    {
        foreach (var assessment in Different().Append(Card.Assess(Account)).Append(Card.Assess(new())))
        {
            foreach (var options in new[] { JsonSerializerOptions.Default, Web })
            {
                var read = JsonSerializer.Deserialize<Assessment<AccountTier>>(JsonSerializer.Serialize(assessment, options), options);
                read.Should().Be(assessment);
                read!.GetHashCode().Should().Be(assessment.GetHashCode());
            }
        }
    }

    [Fact]
    public void An_assessment_with_bands_of_text_survives_JSON()
    {
        var random = new Random(7);
        foreach (var facts in Enumerable.Range(0, 200)
            .Select(_ => new Figures { A = random.NextDouble() * 100, B = random.Next(3) == 0 ? null : 1 / 3.0 }))
        {
            var assessment = Cards.New().Criterion("a", 1, f => f.A, Cards.AsItIs).Criterion("b", 2, f => f.B, Cards.AsItIs).Build()
                .Assess(facts);
            JsonSerializer.Deserialize<Assessment<string>>(JsonSerializer.Serialize(assessment)).Should().Be(assessment);
        }
    }

    [Fact]
    public void JSON_says_what_is_known_by_name()
    {
        var json = JsonSerializer.Serialize(Card.Assess(Account), Web);
        json.Should()
            .StartWith(
                """{"modelId":"value","modelVersion":"3","score":93.333333,"band":"C","coverage":0.75,"range":{"low":70,"high":95},""")
            .And.Contain("""{"key":"b","group":"money","raw":null,"points":null,"weight":0.25,"value":0}""")
            .And.EndWith("""[{"key":"blocked","state":"Applied","holds":true},{"key":"late","state":"NotEvaluated","holds":null}]}""");
    }

    [Fact]
    public void An_assessment_does_not_change_with_the_lists_it_was_made_of()
    {
        var contributions = new List<Contribution> { new("a", null, 1, 1, 1, 1) };
        var assessment = new Assessment<string>("m", "1", 1, "low", 1, default, contributions, []);
        contributions.Clear();
        assessment.Contributions.Should().ContainSingle();
        Card.Assess(Account).Contributions.Should().NotBeAssignableTo<Contribution[]>();
    }

    [Fact]
    public void Score_and_band_are_known_together_and_nothing_else_is_null()
    {
        var misuses = new Action[]
        {
            () => _ = new Assessment<string>("m", "1", 50, null, 1, default, [], []),
            () => _ = new Assessment<string>("m", "1", null, "low", 1, default, [], []),
            () => _ = new Assessment<string>(null!, "1", null, null, 1, default, [], []),
            () => _ = new Assessment<string>("m", null!, null, null, 1, default, [], []),
            () => _ = new Assessment<string>("m", "1", null, null, 1, default, null!, []),
            () => _ = new Assessment<string>("m", "1", null, null, 1, default, [], null!),
        };
        misuses.Should().AllSatisfy(misuse => misuse.Should().Throw<ArgumentException>());
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("de-DE")]
    public void What_an_assessment_says_does_not_depend_on_the_machine(string culture)
    {
        var assessment = Cards.New().Criterion("a", 1, f => f.A, Cards.AsItIs).Cap("cap", f => f.Flag, "C").Build()
            .Assess(new() { A = -0.5 });
        var knot = Cards.AsItIs.Knots[0] with { Raw = -1.5 };
        using var _ = new CultureScope(culture);
        assessment.ToString().Should().Be(
            "Assessment { ModelId = card, ModelVersion = 1, Score = 0, Band = C, Coverage = 1, Range = ScoreRange { Low = 0, High = 0 }, "
            + "Contributions = [Contribution { Key = a, Group = , Raw = -0.5, Points = 0, Weight = 1, Value = 0 }], "
            + "Caps = [AppliedCap { Key = cap, State = NotEvaluated, Holds =  }] }");
        knot.ToString().Should().Be("ScalePoint { Raw = -1.5, Points = 0 }");
        var points = () => Cards.OfStanding.Points(-1.5);
        var band = () => Card.Bands.Of(-0.5);
        points.Should().Throw<ArgumentException>()
            .WithMessage("raw is -1.5; it must be the value of a Standing: 1, 2, 3, 9. (Parameter 'raw')");
        band.Should().Throw<ArgumentException>().WithMessage("score is -0.5; it must be between 0 and 100. (Parameter 'score')");
        Cards.FaultsOf(() => Cards.New().Criterion("a", -0.5, f => f.A, Cards.AsItIs).MissingData((MissingData)(-7)).Build())
            .Should().Equal(
            "criteria[\"a\"].weight: -0.5 is negative",
            "missingData.policy: -7 is not one of Renormalize, AssumeWorst, AssumeMidpoint, Refuse");
    }

    // Each differs from the assessment of the account in one thing.
    private static IEnumerable<Assessment<AccountTier>> Different() =>
    [
        Card.Assess(Account with { A = 91 }),
        Card.Assess(Account with { B = 93.333333 }),
        Card.Assess(Account with { Flag = false }),
        Card.Assess(Account with { Flag = null }),
        Card.Assess(Account with { C = 1 }),
        Card.Assess(Account with { Standing = null }),
        Card.Over<Figures>(f => f).Assess(Account with { A = null }),
    ];
}
