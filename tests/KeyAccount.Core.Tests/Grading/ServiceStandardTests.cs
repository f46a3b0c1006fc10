using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

public class ServiceStandardTests
{
    [Fact]
    public void Every_tier_and_value_has_exactly_one_standard()
    {
        var proof = DifferentiatedService.Standard.Verify();

        proof.Combinations.Should().Be(20);
        proof.IsSound.Should().BeTrue(proof.ToString());
        proof.Overlaps.Should().BeEmpty();
    }

    [Fact]
    public void A_better_tier_is_never_served_worse()
    {
        foreach (var value in ValuePyramidLevel.InOrder)
        {
            var standards = AccountTier.InOrder
                .Select(tier => DifferentiatedService.Standard.Decide(new() { Tier = tier, Value = value }).Advice!).ToArray();
            for (var i = 1; i < standards.Length; i++)
                ShouldServeAtLeastAsWell(standards[i - 1], standards[i]);
        }
    }

    [Fact]
    public void More_value_is_never_served_worse_within_a_tier()
    {
        foreach (var tier in AccountTier.InOrder)
        {
            var standards = ValuePyramidLevel.InOrder
                .Select(value => DifferentiatedService.Standard.Decide(new() { Tier = tier, Value = value }).Advice!).ToArray();
            for (var i = 1; i < standards.Length; i++)
                ShouldServeAtLeastAsWell(standards[i - 1], standards[i]);
        }
    }

    [Fact]
    public void The_reason_speaks_of_the_account_in_each_language()
    {
        var hit = DifferentiatedService.Standard.Decide(new() { Tier = AccountTier.B, Value = ValuePyramidLevel.Gold }).Hits.Single();

        hit.RuleId.Should().Be("b.highValue");
        hit.Reason.En.Should().Be("B account with value level gold: a candidate for A, so serve it better than its revenue alone would justify.");
        hit.Reason.ZhHans.Should().StartWith("B类客户，价值层级为黄金层");
        hit.Advice.Depth.Should().Be(ServiceDepth.ValueAdding);
    }

    [Fact]
    public void A_company_replaces_one_standard_and_the_proof_still_holds()
    {
        var standard = DifferentiatedService.Standard.Decide(new() { Tier = AccountTier.A }).Advice! with { VisitsPerQuarter = 12 };
        var ours = DifferentiatedService.Standard.With("a", standard);

        ours.Decide(new() { Tier = AccountTier.A }).Advice!.VisitsPerQuarter.Should().Be(12);
        ours.Verify().IsSound.Should().BeTrue();
    }

    private static void ShouldServeAtLeastAsWell(ServiceStandard better, ServiceStandard worse)
    {
        better.VisitsPerQuarter.Should().BeGreaterThanOrEqualTo(worse.VisitsPerQuarter);
        better.Sponsor.IsAtLeast(worse.Sponsor).Should().BeTrue();
        better.ResponseHours.Should().BeLessThanOrEqualTo(worse.ResponseHours);
        better.DiscountAuthorityPercent.Should().BeGreaterThanOrEqualTo(worse.DiscountAuthorityPercent);
        better.CreditDays.Should().BeGreaterThanOrEqualTo(worse.CreditDays);
        better.CapacityPriority.Should().BeLessThanOrEqualTo(worse.CapacityPriority);
        better.EngineerDaysPerQuarter.Should().BeGreaterThanOrEqualTo(worse.EngineerDaysPerQuarter);
        better.RelationshipActivitiesPerYear.Should().BeGreaterThanOrEqualTo(worse.RelationshipActivitiesPerYear);
        better.Depth.IsAtLeast(worse.Depth).Should().BeTrue();
    }
}
