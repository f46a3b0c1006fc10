using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Competition;
using KeyAccount.Core.CustomerStrategy;
using NodaTime;

namespace KeyAccount.Core.Tests.CustomerStrategy;

public class StrategicMatchTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    private static readonly StrategyGoal[] Four =
        [new("a", 0.4, 3), new("b", 0.3, 2), new("c", 0.2, 0, "green steel"), new("d", 0.1, 1)];

    [Fact]
    public void Weights_of_40_30_20_and_10_with_strengths_3_2_0_and_1_give_63_33_and_the_third_is_a_white_spot()
    {
        var match = new StrategicMatch(Four);
        match.Score.Should().Be(63.333333);
        (match.Level, match.Coverage, match.Low, match.High).Should().Be((MatchLevel.Medium, 1, 63.333333, 63.333333));
        match.WhiteSpots.Select(goal => goal.Called).Should().Equal("green steel");
    }

    // (0.4·9 + 0.3·3 + 0.2·0 + 0.1·1) / 9 = 4.6 / 9
    [Fact]
    public void On_the_scale_0_1_3_9_the_same_goals_give_51_11() =>
        new StrategicMatch(Four, MatchScale.Emphasised).Score.Should().Be(51.111111);

    [Fact]
    public void A_goal_that_nobody_has_judged_shares_in_nothing_and_widens_the_range()
    {
        var match = new StrategicMatch([new("a", 6, 3), new("b", 4, null)]);
        (match.Score, match.Coverage, match.Low, match.High).Should().Be((100, 0.6, 60, 100));
        match.WhiteSpots.Should().BeEmpty("not known is not nothing");

        var less = new StrategicMatch([new("a", 5.9, 3), new("b", 4.1, null)]);
        (less.Score, less.Level).Should().Be((null, null));
        less.Low.Should().Be(59);
    }

    [Theory]
    [InlineData(39.9, "Low")]
    [InlineData(40, "Medium")]
    [InlineData(69.9, "Medium")]
    [InlineData(70, "High")]
    public void The_level_turns_at_40_and_70(double points, string level) =>
        new StrategicMatch([new("a", points, 3), new("b", 100 - points, 0)]).Level!.Name.Should().Be(level);

    [Theory]
    [InlineData(1, 9, 1)]
    [InlineData(0.99, 9.01, 0)]
    public void A_goal_is_important_from_a_tenth_of_the_weight(double weight, double rest, int spots) =>
        new StrategicMatch([new("a", weight, 0), new("b", rest, 3)]).WhiteSpots.Should().HaveCount(spots);

    [Fact]
    public void A_goal_is_supported_as_strongly_as_its_best_capability_and_no_more_strongly_than_we_have_it()
    {
        OurCapability[] ours = [new() { Id = "service", Statement = "round-the-clock service", Level = 1 }, new() { Id = "lab", Statement = "laboratory" }];
        StrategyNote[] notes =
        [
            Note("uptime", ("service", 3)), Note("alloy", ("service", 2), ("lab", 2)), Note("unasked"),
            Note("late", ("lab", 3)) with { Horizon = AsOf.PlusDays(-1) }, Note("today", ("lab", 0)) with { Horizon = AsOf },
        ];
        var match = StrategicMatch.Of(notes, ours, AsOf)!;
        match.Goals.Select(goal => (goal.Id, goal.Strength, goal.Weight)).Should().Equal(
            ("uptime", 1, 1), ("alloy", 2, 1), ("unasked", null, 1), ("today", 0, 1));
        StrategicMatch.Of([], ours, AsOf).Should().BeNull();
        StrategicMatch.Of([Note("undated", ("lab", 3)) with { Date = null }, Note("old", ("lab", 3)) with { Date = AsOf.PlusDays(-366) }], ours, AsOf)
            .Should().BeNull("what nobody knows any more is no goal");
        StrategicMatch.Of([Note("a year", ("lab", 3)) with { Date = AsOf.PlusDays(-365) }], ours, AsOf)!.Score.Should().Be(100);
    }

    [Fact]
    public void A_match_stays_within_its_range_and_does_not_depend_on_the_size_of_the_weights() => Check.QuickThrowOnFailure(
        Prop.ForAll(
            Gen.Zip(Gen.Choose(0, 50), Gen.Choose(-1, 3)).ArrayOf(6).ToArbitrary(),
            goals =>
            {
                StrategicMatch Of(double by, MatchScale scale) => new(
                    [.. goals.Select((goal, i) => new StrategyGoal($"{i}", goal.Item1 * by, goal.Item2 < 0 ? null : goal.Item2))], scale);
                foreach (var scale in Enum.GetValues<MatchScale>())
                {
                    var match = Of(1, scale);
                    match.Low.Should().BeInRange(0, match.High);
                    match.High.Should().BeLessThanOrEqualTo(100);
                    (match.Score ?? match.Low).Should().BeInRange(match.Low - 1e-6, match.High + 1e-6);
                    (Of(3, scale).Score ?? -1).Should().BeApproximately(match.Score ?? -1, 1e-6);
                    JsonSerializer.Deserialize<StrategicMatch>(JsonSerializer.Serialize(match)).Should().Be(match);
                }
            }));

    [Fact]
    public void What_is_no_goal_is_refused()
    {
        FluentActions.Invoking(() => new StrategyGoal("a", -1, 1)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*weight is -1*");
        FluentActions.Invoking(() => new StrategyGoal("a", 1, 4)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*strength is 4*");
        FluentActions.Invoking(() => new StrategyGoal(" ", 1, 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new CapabilityLink { Capability = "a", Strength = 4 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new OurCapability { Id = "a", Statement = "b", Level = -1 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ChallengeNote { Kind = CustomerChallenge.MacroChange, Statement = "x", Weight = 6 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new StrategicMatch([new("a", double.MaxValue, 1), new("b", double.MaxValue, 1)]))
            .Should().Throw<ArgumentException>().WithMessage("*sum is not finite*");
    }

    // Two areas a year old, one half a year, one today, one without a day, one whose horizon has passed.
    [Fact]
    public void Coverage_is_the_weight_of_the_newest_note_of_each_area_over_six()
    {
        StrategyNote[] notes =
        [
            In(CustomerStrategyArea.BusinessDevelopment, AsOf.PlusDays(-365)), In(CustomerStrategyArea.BusinessDevelopment, AsOf.PlusDays(-900)),
            In(CustomerStrategyArea.Investment, AsOf.PlusDays(-366)), In(CustomerStrategyArea.ProjectDevelopment, AsOf),
            In(CustomerStrategyArea.Organisation, null),
            In(CustomerStrategyArea.ProcurementPreference, AsOf) with { Horizon = AsOf.PlusDays(-1) },
        ];
        StrategyDecoding.Coverage(notes, AsOf).Should().BeApproximately((0.5 + Math.Pow(2, -366 / 365.0) + 1) / 6, 1e-12);
        StrategyDecoding.Decoded(notes, AsOf).Should().Equal(CustomerStrategyArea.BusinessDevelopment, CustomerStrategyArea.ProjectDevelopment);
        StrategyDecoding.Coverage([], AsOf).Should().Be(0);
        StrategyDecoding.Coverage([.. CustomerStrategyArea.InOrder.Select(area => In(area, AsOf))], AsOf).Should().Be(1);
        FluentActions.Invoking(() => StrategyDecoding.Coverage([In(CustomerStrategyArea.Investment, AsOf.PlusDays(1))], AsOf))
            .Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_table_of_responses_is_complete_and_no_rule_is_dead()
    {
        var proof = StrategyResponses.Standard.Verify();
        proof.IsComplete.Should().BeTrue();
        proof.UnusedRules.Should().BeEmpty();
        Answer(CustomerChallenge.SupplierChallenge, CustomerStrategyArea.ProcurementPreference).Should().Be(StrategyResponse.Delivery);
        Answer(CustomerChallenge.MacroChange, CustomerStrategyArea.Investment).Should().Be(StrategyResponse.Finance);
        Answer(CustomerChallenge.CompetitorPressure, CustomerStrategyArea.Investment).Should().Be(StrategyResponse.JointProject);
        Answer(CustomerChallenge.InternalPressure, CustomerStrategyArea.BusinessDevelopment).Should().Be(StrategyResponse.CostReduction);
        Answer(null, CustomerStrategyArea.Investment).Should().Be(StrategyResponse.AskFirst);
        StrategyResponse.InOrder.Should().OnlyContain(response => StrategyResponses.Standard.Rules.Any(rule => rule.Advice == response));

        static StrategyResponse Answer(CustomerChallenge? challenge, CustomerStrategyArea? area) =>
            StrategyResponses.Standard.Decide(new() { Challenge = challenge, Area = area }).Advice!;
    }

    [Fact]
    public void S002_names_six_areas_four_challenges_four_steps_three_principles_and_four_questions_about_ourselves()
    {
        CustomerStrategyArea.InOrder.Should().HaveCount(6);
        CustomerChallenge.InOrder.Should().HaveCount(4);
        PlanningStep.InOrder.Should().HaveCount(4);
        PlanningPrinciple.InOrder.Should().HaveCount(3);
        SelfQuestion.InOrder.Should().HaveCount(4);
        MacroQuestion.InOrder.Should().HaveCount(3);
        CooperationPoint.InOrder.Should().HaveCount(4, "the number is the source's");
    }

    private static StrategyNote In(CustomerStrategyArea area, LocalDate? day) =>
        new() { Id = $"{area}{day}", Area = area, Statement = "it wants to grow", Date = day, Origin = DataOrigin.Primary };

    private static StrategyNote Note(string id, params (string Capability, int Strength)[] support) => new()
    {
        Id = id, Area = CustomerStrategyArea.BusinessDevelopment, Statement = id, Date = AsOf,
        Support = [.. support.Select(link => new CapabilityLink { Capability = link.Capability, Strength = link.Strength })],
    };
}
