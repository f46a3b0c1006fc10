using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

public class ParetoPropertyTests
{
    [Fact]
    public void The_tiers_are_those_of_a_slow_grading_straight_from_the_words() => ForAll(portfolio =>
        portfolio.Graded().Select(graded => graded.Tier).Should().Equal(ParetoReference.Tiers(portfolio)));

    [Fact]
    public void Rank_and_cumulative_share_are_what_they_say() => ForAll(portfolio =>
    {
        var graded = portfolio.Graded();
        graded.Select(account => account.Rank).Should().Equal(ParetoReference.Ranks(portfolio));
        graded.Select(account => account.CumulativeShare).Should()
            .Equal(ParetoReference.CumulativeShares(portfolio), (actual, expected) => Math.Abs(actual - expected) < 1e-12);
    });

    [Fact]
    public void Every_account_is_graded_exactly_once_and_in_rank_order() => ForAll(portfolio =>
    {
        var grading = portfolio.Grade();
        grading.Accounts.Select(graded => graded.Account).Order().Should().Equal(Enumerable.Range(0, portfolio.Revenues.Length));
        grading.Accounts.Select(graded => graded.Revenue)
            .Should().Equal(grading.Accounts.Select(graded => portfolio.Revenues[graded.Account]));
        grading.Accounts.Select(graded => (graded.Rank, graded.Account)).Should().BeInAscendingOrder();
        AccountTier.InOrder.Select(grading.CountOf).Should()
            .Equal(AccountTier.InOrder.Select(tier => grading.Accounts.Count(graded => graded.Tier == tier)));
    });

    [Fact]
    public void The_order_of_the_accounts_changes_nothing_about_any_of_them()
    {
        var cases = from portfolio in Portfolio.Any
                    from order in Gen.Shuffle(Enumerable.Range(0, portfolio.Revenues.Length).ToArray())
                    select (portfolio, order);
        Check(cases.ToArbitrary(), @case =>
        {
            var shuffled = @case.portfolio.GradeInOrder(@case.order).Accounts.OrderBy(graded => graded.Account);
            shuffled.Should().Equal(@case.portfolio.Graded());
        });
    }

    [Fact]
    public void More_revenue_never_has_a_lower_tier_and_equal_revenue_has_an_equal_one() => ForAll(portfolio =>
    {
        foreach (var (larger, smaller) in Pairs(portfolio.Grade().Accounts))
        {
            larger.Revenue.Should().BeGreaterThanOrEqualTo(smaller.Revenue);
            larger.Tier.IsAtLeast(smaller.Tier).Should().BeTrue();
            if (larger.Revenue == smaller.Revenue)
                (larger.Tier, larger.Rank, larger.CumulativeShare).Should().Be((smaller.Tier, smaller.Rank, smaller.CumulativeShare));
        }
    });

    [Fact]
    public void Revenue_in_another_unit_has_the_same_tiers()
    {
        var cases = from portfolio in Portfolio.Any from factor in Gen.Choose(1, 10_000) select (portfolio, factor);
        Check(cases.ToArbitrary(), @case =>
        {
            var scaled = @case.portfolio with { Revenues = Array.ConvertAll(@case.portfolio.Revenues, revenue => revenue * @case.factor) };
            scaled.Graded().Select(graded => graded.Tier).Should().Equal(@case.portfolio.Graded().Select(graded => graded.Tier));
        });
    }

    [Fact]
    public void Shares_sum_to_1() => ForAll(portfolio =>
    {
        var accounts = portfolio.Grade().Accounts;
        accounts.All(graded => graded is { Share: >= 0, CumulativeShare: <= 1 } && graded.Share <= graded.CumulativeShare)
            .Should().BeTrue();
        accounts.Sum(graded => graded.Share).Should().BeApproximately(portfolio.Total > 0 ? 1 : 0, 1e-9);
    });

    [Fact]
    public void The_tiers_sum_to_the_total() => ForAll(portfolio =>
    {
        var grading = portfolio.Grade();
        grading.Total.Should().Be(portfolio.Total);
        AccountTier.InOrder.Sum(grading.RevenueOf).Should().Be(grading.Total);
        AccountTier.InOrder.Sum(grading.CountOf).Should().Be(portfolio.Revenues.Length);
    });

    [Fact]
    public void Gini_is_the_mean_difference_and_below_1() => ForAll(portfolio =>
    {
        var gini = portfolio.Grade().Gini;
        gini.Should().BeInRange(0, 1).And.NotBe(1).And.BeApproximately(ParetoReference.Gini(portfolio), 1e-12);
        Pareto.Gini([.. portfolio.Revenues.Select(revenue => (double)Math.Max(revenue, 0))]).Should().BeApproximately(gini, 1e-12);
    });

    [Fact]
    public void The_integer_form_equals_the_object_form_up_to_the_ends_of_64_bits()
    {
        var amount = Gen.Frequency(
            (4, Gen.Choose(-5, 20).Select(units => (long)units)),
            (1, Gen.Elements(long.MinValue, long.MinValue + 1, long.MaxValue - 1, long.MaxValue)),
            (1, Gen.Choose(int.MinValue, int.MaxValue).Select(high => (long)high << 32)));
        var cases = from amounts in Gen.Choose(0, 25).SelectMany(size => amount.ArrayOf(size))
                    from portfolio in Portfolio.Any
                    select (amounts, portfolio: portfolio with { Revenues = Array.ConvertAll(amounts, units => (decimal)units) });
        Check(cases.ToArbitrary(), @case =>
        {
            var tiers = new byte[@case.amounts.Length];
            Pareto.Grade(@case.amounts, tiers, @case.portfolio.Cuts, @case.portfolio.Rule);
            tiers.Should().Equal(@case.portfolio.Graded().Select(graded => (byte)graded.Tier.Value));
            tiers.Should().Equal(ParetoReference.Tiers(@case.portfolio).Select(tier => (byte)tier.Value));
        });
    }

    [Fact]
    public void The_cases_have_ties_losses_and_exact_cuts_in_plenty()
    {
        var cases = Portfolio.Any.Sample(1_000, new Rnd(1), 50).ToArray();
        cases.Should().HaveCount(1_000);
        Part(portfolio => Positive(portfolio).Distinct().Count() < Positive(portfolio).Count()).Should().BeGreaterThan(0.5, "ties");
        Part(portfolio => portfolio.Revenues.Any(revenue => revenue <= 0)).Should().BeGreaterThan(0.3, "revenue that is not positive");
        Part(portfolio => portfolio.Total == 0).Should().BeGreaterThan(0.01, "portfolios without revenue");
        Part(MeetsACut).Should().BeGreaterThan(0.2, "sums that meet a cut exactly");
        Part(portfolio => portfolio.Graded().Select(graded => graded.Tier).Distinct().Count() == 3)
            .Should().BeGreaterThan(0.15, "all three tiers");

        double Part(Func<Portfolio, bool> holds) => cases.Count(holds) / (double)cases.Length;
        static IEnumerable<decimal> Positive(Portfolio portfolio) => portfolio.Revenues.Where(revenue => revenue > 0);
        static bool MeetsACut(Portfolio portfolio)
        {
            var sum = 0m;
            return Positive(portfolio).OrderDescending()
                .Any(revenue => (sum += revenue) == portfolio.Cuts.A * portfolio.Total || sum == portfolio.Cuts.B * portfolio.Total);
        }
    }

    private static IEnumerable<(T Left, T Right)> Pairs<T>(IReadOnlyList<T> items) => items.Zip(items.Skip(1));

    private static void ForAll(Action<Portfolio> holds) => Check(Arb.From(Portfolio.Any, portfolio => portfolio.Smaller()), holds);

    private static void Check<T>(Arbitrary<T> cases, Action<T> holds) =>
        FsCheck.Check.One(Seeded.Cases(2_000), Prop.ForAll(cases, holds));
}
