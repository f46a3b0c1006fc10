using System.Text.Json;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Lifecycle;

public class LifecycleTests
{
    private const string Hans = "zh-Hans";

    private static readonly DevelopmentFacts Everything = new()
    {
        HasBought = true, IsPreferred = true, IsBroadlyConnected = true, SharesPlans = true, HasLongTermAgreement = true,
        CreatesJointly = true,
    };

    public static TheoryData<string, DevelopmentFacts, string?> Stages => new()
    {
        { "nothing else matters before the first order", new() { HasBought = false }, "Incubation" },
        { "not even a strategy", Everything with { HasBought = false }, "Incubation" },
        { "they ask another one first", new() { HasBought = true, IsPreferred = false }, "Initial" },
        { "one buyer, one salesperson", Everything with { IsBroadlyConnected = false }, "Initial" },
        { "no plans are shown", Everything with { SharesPlans = false }, "Middle" },
        { "nothing binds", Everything with { HasLongTermAgreement = false }, "Middle" },
        { "nothing is created together", Everything with { CreatesJointly = false }, "Advanced" },
        { "all of it", Everything, "Strategic" },
        { "nobody knows whether they have bought", Everything with { HasBought = null }, null },
        { "nobody knows the last fact", Everything with { CreatesJointly = null }, null },
        { "nothing is known", new(), null },
    };

    public static TheoryData<LifecycleFacts, string> Periods => new()
    {
        { new() { HasBought = false }, "Exploration" },
        { new() { HasBought = false, IsDeclining = true, BuysRegularly = true, IsSatisfied = true }, "Exploration" },
        { new() { HasBought = true, IsDeclining = true }, "Decline" },
        { new() { HasBought = true, IsDeclining = true, BuysRegularly = true, IsSatisfied = true }, "Decline" },
        { new() { HasBought = true, IsDeclining = false, BuysRegularly = false }, "Formation" },
        { new() { HasBought = true, IsDeclining = false, IsSatisfied = false }, "Formation" },
        { new() { HasBought = true, IsDeclining = false, BuysRegularly = true, IsSatisfied = true }, "Stability" },
        { new() { HasBought = true, IsDeclining = false, BuysRegularly = true }, "Formation Stability" },
        { new() { HasBought = true, BuysRegularly = true, IsSatisfied = true }, "Stability Decline" },
        { new() { HasBought = true }, "Formation Stability Decline" },
        { new() { IsDeclining = true }, "Exploration Decline" },
        { new(), "Exploration Formation Stability Decline" },
    };

    [Fact]
    public void S000_five_development_stages() =>
        DevelopmentStage.InOrder.Select(stage => (stage.Name, stage.Value, stage.DisplayName(Hans))).Should().Equal(
            ("Incubation", 1, "孕育阶段"), ("Initial", 2, "初期阶段"), ("Middle", 3, "中期阶段"), ("Advanced", 4, "高期阶段"), ("Strategic", 5, "战略阶段"));

    [Fact]
    public void S000_four_periods_of_the_life_cycle() =>
        LifecyclePeriod.InOrder.Select(period => (period.Name, period.Value, period.DisplayName(Hans))).Should().Equal(
            ("Exploration", 1, "考察期"), ("Formation", 2, "形成期"), ("Stability", 3, "稳定期"), ("Decline", 4, "衰退期"));

    [Fact]
    public void S000_awareness_trust_transaction_satisfaction_loyalty() =>
        LoyaltyStep.InOrder.Select(step => (step.Name, step.Value, step.DisplayName(Hans))).Should().Equal(
            ("Awareness", 1, "认知"), ("Trust", 2, "信任"), ("Transaction", 3, "交易"), ("Satisfaction", 4, "满意"), ("Loyalty", 5, "忠诚"));

    [Fact]
    public void Stages_and_steps_have_a_better_end_and_periods_have_none()
    {
        DevelopmentStage.Strategic.IsAtLeast(DevelopmentStage.Advanced).Should().BeTrue();
        DevelopmentStage.Incubation.IsAtLeast(DevelopmentStage.Initial).Should().BeFalse();
        LoyaltyStep.Loyalty.IsAtLeast(LoyaltyStep.Awareness).Should().BeTrue();
        typeof(LifecyclePeriod).Should().BeDerivedFrom<Term<LifecyclePeriod>>().And.NotBeDerivedFrom<OrderedTerm<DevelopmentStage>>();
    }

    [Fact]
    public void Every_table_answers_every_combination_exactly_once()
    {
        Development.Stages.Verify().ToString().Should().StartWith("Unique, 64 combinations: 0 gaps, 0 overlaps, 0 unused rules");
        Development.Guides.Verify().ToString().Should().StartWith("Unique, 5 combinations: 0 gaps, 0 overlaps, 0 unused rules");
        RelationshipLifecycle.Periods.Verify().ToString().Should().StartWith("Unique, 16 combinations: 0 gaps, 0 overlaps, 0 unused rules");
        RelationshipLifecycle.Guides.Verify().ToString().Should().StartWith("Unique, 4 combinations: 0 gaps, 0 overlaps, 0 unused rules");
        LoyaltyChain.Next.Verify().ToString().Should().StartWith("Unique, 243 combinations: 0 gaps, 0 overlaps, 0 unused rules");
    }

    [Fact]
    public void No_rule_is_dressed_up_as_the_method_s_own() =>
        Development.Stages.Rules.Select(rule => rule.Provenance).Concat(Development.Guides.Rules.Select(rule => rule.Provenance))
            .Concat(RelationshipLifecycle.Periods.Rules.Select(rule => rule.Provenance))
            .Concat(RelationshipLifecycle.Guides.Rules.Select(rule => rule.Provenance))
            .Concat(LoyaltyChain.Next.Rules.Select(rule => rule.Provenance))
            .Should().HaveCount(24).And.OnlyContain(provenance => provenance!.Kind == ProvenanceKind.LibraryDefault);

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_is_judged_from_facts(string why, DevelopmentFacts facts, string? stage) =>
        (Development.StandingOf(facts).Stage?.Name).Should().Be(stage, why);

    [Fact]
    public void While_a_fact_is_not_known_that_decides_the_stage_lies_in_a_range()
    {
        Range(new()).Should().Be(("Incubation", null, "Strategic"));
        Range(new() { HasBought = true }).Should().Be(("Initial", null, "Strategic"));
        Range(Everything with { SharesPlans = null }).Should().Be(("Middle", null, "Strategic"));
        Range(Everything with { HasBought = null, CreatesJointly = false }).Should().Be(("Incubation", null, "Advanced"));
        Range(new() { HasBought = true, IsPreferred = false }).Should().Be(("Initial", "Initial", "Initial"));

        static (string?, string?, string?) Range(DevelopmentFacts facts) =>
            Development.StandingOf(facts) is var standing ? (standing.Lowest?.Name, standing.Stage?.Name, standing.Highest?.Name) : default;
    }

    [Fact]
    public void A_further_fact_never_lowers_the_stage_and_never_widens_its_range()
    {
        for (var known = 0; known < 729; known++)
        {
            var facts = FactsOf(known);
            var standing = Development.StandingOf(facts);
            standing.Highest!.IsAtLeast(standing.Lowest!).Should().BeTrue();
            (standing.Stage is null).Should().Be(standing.Lowest != standing.Highest);
            for (var (i, radix) = (0, 1); i < 6; i++, radix *= 3)
            {
                if (known / radix % 3 != 0)
                    continue;
                var (no, yes) = (Development.StandingOf(FactsOf(known + radix)), Development.StandingOf(FactsOf(known + (2 * radix))));
                yes.Lowest!.IsAtLeast(no.Lowest!).Should().BeTrue();
                yes.Highest!.IsAtLeast(no.Highest!).Should().BeTrue();
                (no.Lowest, yes.Highest).Should().Be((standing.Lowest, standing.Highest));
            }
        }

        // 0 not known, 1 no, 2 yes.
        static DevelopmentFacts FactsOf(int number)
        {
            var facts = Enumerable.Range(0, 6)
                .Select(i => (number / (int)Math.Pow(3, i) % 3) switch { 0 => (bool?)null, 1 => false, _ => true }).ToArray();
            return new()
            {
                HasBought = facts[0], IsPreferred = facts[1], IsBroadlyConnected = facts[2], SharesPlans = facts[3],
                HasLongTermAgreement = facts[4], CreatesJointly = facts[5],
            };
        }
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_period_is_judged_from_facts_and_every_possible_one_is_named(LifecycleFacts facts, string possible)
    {
        var standing = RelationshipLifecycle.StandingOf(facts);

        string.Join(' ', standing.Possible).Should().Be(possible);
        (standing.Period?.Name).Should().Be(possible.Contains(' ', StringComparison.Ordinal) ? null : possible);
    }

    [Fact]
    public void Stage_and_period_are_two_things()
    {
        Development.StandingOf(Everything).Stage.Should().Be(DevelopmentStage.Strategic);
        RelationshipLifecycle.StandingOf(new() { HasBought = true, IsDeclining = true }).Period
            .Should().Be(LifecyclePeriod.Decline, "a strategic partner can decline too");
    }

    [Fact]
    public void Each_stage_and_each_period_says_how_it_is_entered_and_left_and_what_to_do_next()
    {
        var initial = Development.Guides.Decide(new() { Stage = DevelopmentStage.Initial }).Hits.Single();
        initial.Reason.En.Should().Be("What the initial stage requires.");
        initial.Advice.Entry.En.Should().Be("The customer has bought for the first time.");
        initial.Advice.Exit.ZhHans.Should().Be("客户优先考虑我方，且多个部门与我方往来：进入中期阶段。");
        initial.Advice.Next.Select(next => next.En)
            .Should().Equal("deliver the first orders without errors", "meet the users and the influencers, not only the buyer");
        RelationshipLifecycle.Guides.Rules.Select(rule => rule.Advice.Next[0].ZhHans).Should().Equal(
            "开发潜在客户：确认需求、定位匹配与支付能力", "提高客户满意度：提升感知服务，管理期望值", "提升忠诚度与份额：定价、服务、关系、转换成本四个策略", "分析流失原因，再按客户等级制定挽留战略");
        Development.Guides.Rules.Select(rule => rule.Advice).Concat(RelationshipLifecycle.Guides.Rules.Select(rule => rule.Advice))
            .Should().OnlyHaveUniqueItems();
        Development.Guides.Decide(new()).IsDecided.Should().BeFalse();
        RelationshipLifecycle.Guides.Decide(new()).IsDecided.Should().BeFalse();
    }

    [Theory]
    [InlineData("", "?????", null, "Loyalty", "", "awareness")]
    [InlineData("", "n????", null, null, "", "awareness")]
    [InlineData("", "ynnnn", "Awareness", "Awareness", "", "trust")]
    [InlineData("", "yynnn", "Trust", "Trust", "", "transaction")]
    [InlineData("", "yyynn", "Transaction", "Transaction", "", "satisfaction")]
    [InlineData("", "yyyyn", "Satisfaction", "Satisfaction", "", "loyalty")]
    [InlineData("", "yyyyy", "Loyalty", "Loyalty", "", "keep")]
    [InlineData("buys without trust", "ynynn", "Awareness", "Awareness", "Transaction", "trust")]
    [InlineData("nobody knows whether it trusts us", "y?yy?", "Awareness", "Loyalty", "Transaction Satisfaction", "trust")]
    [InlineData("loyal, and nobody asked", "yyy?y", "Transaction", "Loyalty", "Loyalty", "satisfaction")]
    public void A_customer_comes_along_the_chain_step_by_step(
        string why, string made, string? reached, string? highest, string ahead, string rule)
    {
        var facts = made.Select(each => each == '?' ? (bool?)null : each == 'y').ToArray();

        var standing = LoyaltyChain.StandingOf(
            new() { KnowsUs = facts[0], TrustsUs = facts[1], BuysFromUs = facts[2], IsSatisfied = facts[3], IsLoyal = facts[4] });

        (standing.Reached?.Name, standing.Highest?.Name, string.Join(' ', standing.Ahead), standing.Next.Hits.Single().RuleId)
            .Should().Be((reached, highest, ahead, rule), why);
    }

    [Fact]
    public void A_company_judges_by_a_table_of_its_own()
    {
        var stages = Development.Stages.With("incubation", f => f.HasBought == false, DevelopmentStage.Initial);
        Development.StandingOf(new() { HasBought = false }, stages).Stage.Should().Be(DevelopmentStage.Initial);
        var fewer = Development.Stages.Without("incubation");
        Development.StandingOf(new(), fewer).Lowest.Should().BeNull();
        RelationshipLifecycle.StandingOf(new(), RelationshipLifecycle.Periods.Without("decline")).Possible
            .Should().NotContain(LifecyclePeriod.Decline);
        LoyaltyChain.StandingOf(new(), LoyaltyChain.Next.Without("awareness")).Next.IsDecided.Should().BeFalse();
    }

    [Fact]
    public void Everything_survives_JSON_and_each_part_counts()
    {
        var stage = Development.StandingOf(Everything);
        Back(stage).Should().Be(stage).And.NotBe(Development.StandingOf(new()));
        var period = RelationshipLifecycle.StandingOf(new() { HasBought = true });
        Back(period).Should().Be(period).And.NotBe(RelationshipLifecycle.StandingOf(new()));
        Back(period).GetHashCode().Should().Be(period.GetHashCode());
        var chain = LoyaltyChain.StandingOf(new() { KnowsUs = true, BuysFromUs = true });
        Back(chain).Should().Be(chain).And.NotBe(LoyaltyChain.StandingOf(new() { KnowsUs = true }));
        Back(chain).GetHashCode().Should().Be(chain.GetHashCode());
        var guide = Development.Guides.Decide(new() { Stage = DevelopmentStage.Middle });
        Back(guide).Should().Be(guide).And.NotBe(Development.Guides.Decide(new() { Stage = DevelopmentStage.Initial }));
        Back(guide).Advice!.GetHashCode().Should().Be(guide.Advice!.GetHashCode());
        Back(Everything).Should().Be(Everything);
        new PeriodStanding(period.Decision, [.. period.Possible]).Should().Be(period);
        new PeriodStanding(period.Decision, [LifecyclePeriod.Decline]).Should().NotBe(period);
        new ChainStanding(chain.Reached, chain.Highest, [.. chain.Ahead], chain.Next).Should().Be(chain);
        new ChainStanding(chain.Reached, chain.Highest, [], chain.Next).Should().NotBe(chain);
        new PhaseGuide("a.", "b.", ["c", "d"])
            .Should().Be(new PhaseGuide("a.", "b.", ["c", "d"])).And.NotBe(new PhaseGuide("a.", "b.", ["d", "c"]));
        period.ToString().Should().Be("PeriodStanding { Period = , Possible = [Formation, Stability, Decline] }");
        chain.ToString().Should().Be("ChainStanding { Reached = Awareness, Highest = Loyalty, Ahead = [Transaction], Next = Trust }");
        new PhaseGuide("a.", "b.", ["c", "d"]).ToString().Should().Be("Entry: a. Exit: b. Next: c; d.");

        static T Back<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value))!;
    }

    [Fact]
    public void Missing_arguments_are_refused()
    {
        ((Action)(() => Development.StandingOf(null!))).Should().Throw<ArgumentNullException>().WithParameterName("facts");
        ((Action)(() => RelationshipLifecycle.StandingOf(null!))).Should().Throw<ArgumentNullException>().WithParameterName("facts");
        ((Action)(() => LoyaltyChain.StandingOf(null!))).Should().Throw<ArgumentNullException>().WithParameterName("facts");
        ((Action)(() => _ = new PhaseGuide(null!, "b", []))).Should().Throw<ArgumentNullException>().WithParameterName("entry");
        ((Action)(() => _ = new PhaseGuide("a", null!, []))).Should().Throw<ArgumentNullException>().WithParameterName("exit");
        ((Action)(() => _ = new PhaseGuide("a", "b", null!))).Should().Throw<ArgumentNullException>().WithParameterName("next");
        ((Action)(() => _ = new PeriodStanding(null!, []))).Should().Throw<ArgumentNullException>().WithParameterName("decision");
        var decision = new Decision<LifecyclePeriod>("t", "1", []);
        ((Action)(() => _ = new PeriodStanding(decision, null!))).Should().Throw<ArgumentNullException>().WithParameterName("possible");
        ((Action)(() => _ = new ChainStanding(null, null, null!, new("t", "1", []))))
            .Should().Throw<ArgumentNullException>().WithParameterName("ahead");
        ((Action)(() => _ = new ChainStanding(null, null, [], null!))).Should().Throw<ArgumentNullException>().WithParameterName("next");
    }
}
