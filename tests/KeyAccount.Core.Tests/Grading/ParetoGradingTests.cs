using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

public class ParetoGradingTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void There_is_nobody_at_an_index_outside_the_portfolio(int index)
    {
        var accounts = Pareto.Grade([3m, 1m], revenue => revenue).Accounts;
        var at = () => accounts[index];
        at.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(index))
            .WithMessage($"index is {index}; it must be at least 0 and below 2.*");
    }

    [Fact]
    public void A_ranking_reads_alike_by_place_and_in_turn()
    {
        var accounts = Pareto.Grade([3m, 1m, 3m, -1m], revenue => revenue).Accounts;
        accounts.Should().HaveCount(4).And.Equal(Enumerable.Range(0, 4).Select(index => accounts[index]));
        ((System.Collections.IEnumerable)accounts).Cast<ParetoAccount<decimal>>().Should().Equal(accounts);
    }

    private static readonly (string Id, decimal Revenue)[] Accounts =
        [("zero", 0m), ("five", 5m), ("loss", -1m), ("ten", 10.0m), ("also five", 5.00m), ("no", 0.0m)];

    private static ParetoGrading<(string Id, decimal Revenue)> Grading => Pareto.Grade(Accounts, account => account.Revenue);

    [Fact]
    public void Accounts_stand_in_rank_order_and_ties_as_they_were_given() =>
        Grading.Accounts.Select(graded => graded.Account.Id).Should().Equal("ten", "five", "also five", "zero", "no", "loss");

    [Fact]
    public void Equal_revenue_has_equal_rank_and_the_next_rank_counts_them_all() =>
        Grading.Accounts.Select(graded => graded.Rank).Should().Equal(1, 2, 2, 4, 4, 6);

    [Fact]
    public void A_share_is_of_the_positive_total() =>
        Grading.Accounts.Select(graded => graded.Share).Should().Equal(0.5, 0.25, 0.25, 0, 0, 0);

    [Fact]
    public void The_cumulative_share_includes_every_account_that_brings_as_much() =>
        Grading.Accounts.Select(graded => graded.CumulativeShare).Should().Equal(0.5, 1, 1, 1, 1, 1);

    [Fact]
    public void Revenue_stays_as_it_was_given() =>
        Grading.Accounts.Select(graded => decimal.GetBits(graded.Revenue)[3] >> 16 & 0xFF).Should().Equal(1, 0, 2, 0, 1, 0);

    [Fact]
    public void Each_tier_knows_its_accounts_and_its_revenue()
    {
        Grading.Accounts.Select(graded => graded.Tier.Name).Should().Equal("A", "A", "A", "C", "C", "C");
        AccountTier.InOrder.Select(Grading.CountOf).Should().Equal(3, 0, 3);
        AccountTier.InOrder.Select(Grading.RevenueOf).Should().Equal(20m, 0m, 0m);
        Grading.Total.Should().Be(20m);
    }

    [Fact]
    public void Gini_counts_accounts_without_positive_revenue_as_bringing_nothing() =>
        Grading.Gini.Should().BeApproximately(Pareto.Gini([0, 5, 0, 10, 5, 0]), 1e-15);

    [Fact]
    public void Gini_of_equal_accounts_is_0_however_large_they_are() =>
        Pareto.Grade(Enumerable.Repeat(1_047_938_820_248_553_384m, 20).ToArray(), revenue => revenue).Gini.Should().Be(0);

    [Fact]
    public void An_empty_portfolio_is_a_clear_result()
    {
        var grading = Pareto.Grade(Array.Empty<decimal>(), revenue => revenue);
        grading.Accounts.Should().BeEmpty();
        (grading.Total, grading.Gini).Should().Be((0m, 0d));
        AccountTier.InOrder.Select(grading.CountOf).Should().Equal(0, 0, 0);
        AccountTier.InOrder.Select(grading.RevenueOf).Should().Equal(0m, 0m, 0m);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(-1, -2, -3)]
    [InlineData(0, -1, int.MinValue)]
    public void A_portfolio_without_positive_revenue_is_a_clear_result(params int[] revenues)
    {
        var grading = Pareto.Grade(revenues, revenue => revenue);
        (grading.Total, grading.Gini).Should().Be((0m, 0d));
        grading.CountOf(AccountTier.C).Should().Be(revenues.Length);
        grading.Accounts.Should().OnlyContain(graded => graded.Share == 0 && graded.CumulativeShare == 0 && graded.Tier == AccountTier.C);
    }

    [Fact]
    public void A_single_account_has_everything()
    {
        var graded = Pareto.Grade(["x"], _ => 7m).Accounts.Should().ContainSingle().Subject;
        (graded.Account, graded.Revenue, graded.Share, graded.CumulativeShare, graded.Rank, graded.Tier)
            .Should().Be(("x", 7m, 1d, 1d, 1, AccountTier.A));
    }

    [Fact]
    public void The_cuts_and_the_rule_stay_with_the_result()
    {
        var cuts = new ParetoCuts(0.3m, 0.6m);
        var grading = Pareto.Grade(Accounts, account => account.Revenue, cuts, ParetoRule.HeadCount);
        grading.Cuts.Should().BeSameAs(cuts);
        grading.Rule.Should().Be(ParetoRule.HeadCount);
        Pareto.Grade(Accounts, account => account.Revenue, rule: ParetoRule.HeadCount).Cuts.Should().Be(ParetoCuts.OfHeadCount);
    }

    [Theory]
    [InlineData(ParetoRule.Crossing)]
    [InlineData(ParetoRule.Inclusive)]
    [InlineData(ParetoRule.HeadCount)]
    public void The_tiers_sum_to_the_total_without_a_remainder(ParetoRule rule)
    {
        decimal[] revenues = [33.33m, 0.01m, 12.345678m, -4m, 0m, 99999.99m, 33.33m, 7m, 0.000001m];
        var grading = Pareto.Grade(revenues, revenue => revenue, rule: rule);
        AccountTier.InOrder.Sum(grading.RevenueOf).Should().Be(grading.Total).And.Be(revenues.Where(revenue => revenue > 0).Sum());
        AccountTier.InOrder.Sum(grading.CountOf).Should().Be(revenues.Length);
    }

    [Fact]
    public void The_revenue_of_an_account_is_asked_for_exactly_once()
    {
        var asked = new List<string>();
        Pareto.Grade(["b", "a", "c"], id =>
        {
            asked.Add(id);
            return asked.Count;
        });
        asked.Should().Equal("b", "a", "c");
    }

    [Fact]
    public void Misuse_is_refused_at_the_door()
    {
        var accounts = () => Pareto.Grade<int>(null!, _ => 1m);
        var revenue = () => Pareto.Grade([1], null!);
        var rule = () => Pareto.Grade([1], _ => 1m, rule: (ParetoRule)(-1));
        var countOf = () => Grading.CountOf(null!);
        var revenueOf = () => Grading.RevenueOf(null!);
        accounts.Should().Throw<ArgumentNullException>().WithParameterName("accounts");
        revenue.Should().Throw<ArgumentNullException>().WithParameterName("revenue");
        rule.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("rule").WithMessage("rule is -1;*");
        countOf.Should().Throw<ArgumentNullException>().WithParameterName("tier");
        revenueOf.Should().Throw<ArgumentNullException>().WithParameterName("tier");
    }
}
