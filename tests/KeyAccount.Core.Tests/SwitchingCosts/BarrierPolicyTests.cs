using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.SwitchingCosts;

public class BarrierPolicyTests
{
    public static TheoryData<string?, string?, string?, string, string> Answers => new()
    {
        { "High", "Low", "A", "Relieve", "hostage" },
        { "Medium", "Low", "C", "Maintain", "dissatisfied" },
        { "High", "Low", null, "Relieve", "hostage" },
        { "Low", "Low", "A", "Maintain", "dissatisfied" },
        { null, "Low", "A", "Maintain", "dissatisfied.barrierUnknown" },
        { "High", null, "A", "Maintain", "satisfactionUnknown" },
        { null, null, null, "Maintain", "satisfactionUnknown" },
        { null, "High", "A", "Maintain", "barrierUnknown" },
        { "Low", "Medium", "A", "Invest", "open" },
        { "Low", "High", "B", "Invest", "open" },
        { "Low", "High", "C", "Maintain", "notWorthIt" },
        { "Medium", "Medium", "A", "Invest", "deepen" },
        { "Medium", "High", "B", "Maintain", "enough" },
        { "Medium", "High", "C", "Maintain", "enough" },
        { "Low", "High", null, "Maintain", "ungraded" },
        { "Medium", "Medium", null, "Maintain", "ungraded" },
        { "High", "Medium", "A", "Maintain", "watch" },
        { "High", "High", "A", "Maintain", "loyal" },
        { "High", "High", null, "Maintain", "loyal" },
    };

    [Fact]
    public void Every_combination_has_exactly_one_answer()
    {
        var proof = BarrierPolicy.Standard.Verify();

        proof.Combinations.Should().Be(64);
        proof.IsSound.Should().BeTrue(proof.ToString());
        proof.Overlaps.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_answers_are_pinned(string? barrier, string? satisfaction, string? tier, string advice, string rule)
    {
        var hit = BarrierPolicy.Standard.Decide(new()
        {
            Barrier = barrier is null ? null : BarrierLevel.FromName(barrier),
            Satisfaction = satisfaction is null ? null : SatisfactionLevel.FromName(satisfaction),
            Tier = tier is null ? null : AccountTier.FromName(tier),
        }).Hits.Single();

        (hit.Advice.Name, hit.RuleId).Should().Be((advice, rule));
    }

    [Fact]
    public void A_barrier_without_satisfaction_is_a_hostage_and_never_raised()
    {
        foreach (var facts in Domain().Where(facts => facts.Satisfaction == SatisfactionLevel.Low))
        {
            var isBound = facts.Barrier == BarrierLevel.High;
            BarrierPolicy.Standard.Decide(facts).Advice.Should().Be(isBound ? BarrierAdvice.Relieve : BarrierAdvice.Maintain);
        }

        Domain().Where(facts => facts.Satisfaction != SatisfactionLevel.Low)
            .Should().NotContain(facts => BarrierPolicy.Standard.Decide(facts).Advice == BarrierAdvice.Relieve);
    }

    [Fact]
    public void Nothing_is_spent_on_what_is_not_known() =>
        Domain().Where(facts => facts.Satisfaction is null || facts.Barrier is null || facts.Tier is null)
            .Should().NotContain(facts => BarrierPolicy.Standard.Decide(facts).Advice == BarrierAdvice.Invest);

    [Fact]
    public void A_better_tier_is_never_invested_in_less()
    {
        foreach (var facts in Domain()
            .Where(facts => facts.Tier is not null && BarrierPolicy.Standard.Decide(facts).Advice == BarrierAdvice.Invest))
        {
            foreach (var better in AccountTier.InOrder.Where(tier => tier.IsAtLeast(facts.Tier!)))
                BarrierPolicy.Standard.Decide(facts with { Tier = better }).Advice.Should().Be(BarrierAdvice.Invest);
        }
    }

    [Fact]
    public void The_reason_speaks_of_the_account_in_each_language()
    {
        var hit = BarrierPolicy.Standard.Decide(
            new() { Barrier = BarrierLevel.High, Satisfaction = SatisfactionLevel.Low, Tier = AccountTier.A }).Hits.Single();

        hit.Reason.En.Should().Be(
            "A high barrier with low satisfaction makes the customer a hostage, not a loyal customer. "
            + "Fix what it is unhappy with and loosen the ties now, before it finds a way out.");
        hit.Reason.ZhHans.Should().Be("高壁垒且满意度低：留住的是人质而不是忠诚客户。现在就解决不满、放松束缚，别等客户找到出路。");
        hit.Reason.ZhHant.Should().StartWith("高壁壘且滿意度低");
    }

    [Fact]
    public void Every_reason_is_whole_for_every_combination()
    {
        foreach (var reason in Domain().Select(facts => BarrierPolicy.Standard.Decide(facts).Hits.Single().Reason))
        {
            foreach (var said in Language.All.Select(reason.In))
                said.Should().NotContainAny("{", "  ", "A  ").And.NotStartWith("：").And.NotStartWith(":").And.NotStartWith("且");
        }
    }

    [Fact]
    public void Every_rule_is_tagged_as_ours() =>
        BarrierPolicy.Standard.Rules.Should().OnlyContain(rule => rule.Provenance!.Kind == ProvenanceKind.LibraryDefault);

    [Fact]
    public void A_decision_comes_back_from_JSON()
    {
        var facts = new BarrierPolicyFacts { Barrier = BarrierLevel.High, Satisfaction = SatisfactionLevel.Low };
        var decision = BarrierPolicy.Standard.Decide(facts);

        JsonSerializer.Deserialize<BarrierPolicyFacts>(JsonSerializer.Serialize(facts)).Should().Be(facts);
        JsonSerializer.Deserialize<Decision<BarrierAdvice>>(JsonSerializer.Serialize(decision)).Should().Be(decision);
    }

    private static IEnumerable<BarrierPolicyFacts> Domain() =>
        from barrier in (BarrierLevel?[])[.. BarrierLevel.InOrder, null]
        from satisfaction in (SatisfactionLevel?[])[.. SatisfactionLevel.InOrder, null]
        from tier in (AccountTier?[])[.. AccountTier.InOrder, null]
        select new BarrierPolicyFacts { Barrier = barrier, Satisfaction = satisfaction, Tier = tier };
}
