using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

/// <summary>Small portfolios, most of them of 100, so that an amount reads as a percentage. Default cuts unless the test says
/// otherwise.</summary>
public class ParetoRuleTests
{
    [Theory]
    // The third account decides A: 80, 79 and 81 come before it.
    [InlineData("AABBC", 50, 30, 10, 6, 4)]
    [InlineData("AAABC", 50, 29, 11, 6, 4)]
    [InlineData("AABBC", 50, 31, 9, 6, 4)]
    // The fourth account decides B: 95, 94 and 96 come before it.
    [InlineData("AABCC", 50, 30, 15, 3, 2)]
    [InlineData("AABBC", 50, 30, 14, 5, 1)]
    [InlineData("AABCC", 50, 30, 16, 3, 1)]
    public void Crossing_counts_what_comes_before_the_account(string tiers, params int[] revenues) =>
        Tiers.Of(ParetoRule.Crossing, null, revenues).Should().Be(tiers);

    [Theory]
    // The second account decides A: 80, 79 and 81 with it.
    [InlineData("AABCC", 50, 30, 10, 6, 4)]
    [InlineData("AABCC", 50, 29, 11, 6, 4)]
    [InlineData("ABBCC", 50, 31, 9, 6, 4)]
    // The third account decides B: 95, 94 and 96 with it.
    [InlineData("AABCC", 50, 30, 15, 3, 2)]
    [InlineData("AABCC", 50, 30, 14, 5, 1)]
    [InlineData("AACCC", 50, 30, 16, 3, 1)]
    public void Inclusive_counts_what_comes_with_the_account(string tiers, params int[] revenues) =>
        Tiers.Of(ParetoRule.Inclusive, null, revenues).Should().Be(tiers);

    [Theory]
    // ⌈20 %⌉ and ⌈50 %⌉ of 10, 9 and 11 heads: 2 and 5, 2 and 5, 3 and 6.
    [InlineData("AABBBCCCCC", 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)]
    [InlineData("AABBBCCCC", 9, 8, 7, 6, 5, 4, 3, 2, 1)]
    [InlineData("AAABBBCCCCC", 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)]
    // Few heads: each cut rounds up.
    [InlineData("A", 1)]
    [InlineData("AC", 2, 1)]
    [InlineData("ABC", 3, 2, 1)]
    [InlineData("ABCC", 4, 3, 2, 1)]
    [InlineData("ABBCC", 5, 4, 3, 2, 1)]
    [InlineData("AABCCC", 6, 5, 4, 3, 2, 1)]
    public void HeadCount_counts_heads_and_rounds_up(string tiers, params int[] revenues) =>
        Tiers.Of(ParetoRule.HeadCount, null, revenues).Should().Be(tiers);

    [Theory]
    [InlineData(ParetoRule.Crossing, "AAA", 60, 20, 20)]
    [InlineData(ParetoRule.Crossing, "ABBB", 80, 10, 5, 5)]
    [InlineData(ParetoRule.Inclusive, "ACC", 60, 20, 20)]
    [InlineData(ParetoRule.Inclusive, "ABCC", 80, 10, 5, 5)]
    [InlineData(ParetoRule.HeadCount, "AABCC", 10, 10, 5, 4, 3)]
    [InlineData(ParetoRule.HeadCount, "ABBBC", 10, 9, 5, 5, 1)]
    [InlineData(ParetoRule.Crossing, "AAAA", 7, 7, 7, 7)]
    [InlineData(ParetoRule.Inclusive, "CCCC", 7, 7, 7, 7)]
    [InlineData(ParetoRule.HeadCount, "AAAA", 7, 7, 7, 7)]
    public void A_tie_at_a_cut_takes_the_better_tier_or_under_Inclusive_the_worse(ParetoRule rule, string tiers, params int[] revenues) =>
        Tiers.Of(rule, null, revenues).Should().Be(tiers);

    [Theory]
    [InlineData(ParetoRule.Crossing, "ACCB", 80, 0, -5, 20)]
    [InlineData(ParetoRule.Inclusive, "ACCC", 80, 0, -5, 20)]
    [InlineData(ParetoRule.Inclusive, "ABCCC", 80, 15, 0, -500, 5)]
    // Heads without revenue count as heads, and are C even within the first ⌈cut · n⌉.
    [InlineData(ParetoRule.HeadCount, "AACCCCCCCC", 10, 9, 0, 0, 0, -1, -1, 0, 0, 0)]
    [InlineData(ParetoRule.HeadCount, "ACCCCCCCCC", 10, 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    public void Revenue_that_is_not_positive_is_C_and_outside_the_sums(ParetoRule rule, string tiers, params int[] revenues) =>
        Tiers.Of(rule, null, revenues).Should().Be(tiers);

    [Theory]
    [InlineData(ParetoRule.Crossing)]
    [InlineData(ParetoRule.Inclusive)]
    [InlineData(ParetoRule.HeadCount)]
    public void Without_positive_revenue_all_accounts_are_C(ParetoRule rule)
    {
        Tiers.Of(rule, null, Array.Empty<long>()).Should().BeEmpty();
        Tiers.Of(rule, null, 0, 0, 0).Should().Be("CCC");
        Tiers.Of(rule, null, -1, -2, long.MinValue).Should().Be("CCC");
        Tiers.Of(rule, null, -1).Should().Be("C");
    }

    [Theory]
    [InlineData(ParetoRule.Crossing, "A")]
    [InlineData(ParetoRule.Inclusive, "C")]
    [InlineData(ParetoRule.HeadCount, "A")]
    public void A_single_account_is_the_whole_portfolio(ParetoRule rule, string tier) => Tiers.Of(rule, null, 5).Should().Be(tier);

    [Fact]
    public void Inclusive_leaves_A_empty_where_the_largest_account_alone_brings_more() =>
        Tiers.Of(ParetoRule.Inclusive, null, 85, 10, 5).Should().Be("BBC");

    [Theory]
    [InlineData(ParetoRule.Crossing, "ABB")]
    [InlineData(ParetoRule.Inclusive, "ABB")]
    [InlineData(ParetoRule.HeadCount, "AAB")]
    public void A_cut_of_1_leaves_no_revenue_for_C(ParetoRule rule, string tiers)
    {
        var cuts = new ParetoCuts(0.5m, 1m);
        Tiers.Of(rule, cuts, 50, 30, 20).Should().Be(tiers);
        Tiers.Of(rule, cuts, 50, 30, 20, 0)[3].Should().Be('C');
    }

    [Fact]
    public void The_smallest_cuts_there_are_still_cut()
    {
        var cuts = new ParetoCuts(0.0000000000000000000000000001m, 0.0000000000000000000000000002m);
        Tiers.Of(ParetoRule.Crossing, cuts, 3, 2, 1).Should().Be("ACC");
        Tiers.Of(ParetoRule.Inclusive, cuts, 3, 2, 1).Should().Be("CCC");
        Tiers.Of(ParetoRule.HeadCount, cuts, 3, 2, 1).Should().Be("ACC");
    }

    [Fact]
    public void The_default_rule_is_Crossing()
    {
        var byDefault = new byte[3];
        Pareto.Grade([85, 10, 5], byDefault);
        byDefault.Should().Equal(1, 2, 3);
        var grading = Pareto.Grade([85, 10, 5], revenue => (decimal)revenue);
        grading.Rule.Should().Be(ParetoRule.Crossing);
        grading.Cuts.Should().Be(new ParetoCuts(0.80m, 0.95m));
    }
}
