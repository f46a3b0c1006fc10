using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Grading;

public class AccountValueTests
{
    private static readonly AccountValueFacts Best = new()
    {
        AnnualPurchases = 10_000_000m,
        GrossMarginRate = 0.40,
        NetProfit = 2_000_000m,
        CreditDays = 0,
        DebtOverdueDays = 0,
        MarketGrowthRate = 0.15,
        CategorySpend = 40_000_000m,
        BudgetTrend = 0.20,
        IndustryInfluence = FactorLevel.High,
        TechnicalSynergy = FactorLevel.High,
        LongTermCommitment = FactorLevel.High,
    };

    private static readonly AccountValueFacts Worst = new()
    {
        AnnualPurchases = 0,
        GrossMarginRate = 0,
        NetProfit = 0,
        CreditDays = 150,
        DebtOverdueDays = 0,
        MarketGrowthRate = -0.05,
        CategorySpend = 1,
        BudgetTrend = -0.20,
        IndustryInfluence = FactorLevel.None,
        TechnicalSynergy = FactorLevel.None,
        LongTermCommitment = FactorLevel.None,
    };

    public static TheoryData<Scorecard<AccountValueFacts, AccountTier>> Models => [AccountValue.Standard, AccountValue.SixIndicators];

    [Fact]
    public void S004_three_groups_of_three_factors()
    {
        AccountValue.Standard.Criteria.GroupBy(criterion => criterion.Group, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count()))
            .Should().Equal(("current", 3), ("potential", 3), ("strategic", 3));
        AccountValue.SixIndicators.Criteria.Should().HaveCount(6);
    }

    [Fact]
    public void The_defaults_are_pinned()
    {
        AccountValue.Standard.Criteria.Select(criterion => (criterion.Key, Math.Round(criterion.Weight, 12))).Should().Equal(
            ("annualPurchases", .25),
            ("grossMarginRate", .15),
            ("creditDays", .10),
            ("marketGrowthRate", .09),
            ("crossSellRoom", .12),
            ("budgetTrend", .09),
            ("industryInfluence", .08),
            ("technicalSynergy", .06),
            ("longTermCommitment", .06));
        AccountValue.Standard.Bands.InOrder.Should().Equal((0, AccountTier.C), (45, AccountTier.B), (70, AccountTier.A));
        AccountValue.Standard.MinimumCoverage.Should().Be(0.6);
        AccountValue.KeyAccountPurchases.Should().Be(1_000_000m);
        AccountValue.Pyramid.InOrder.Should().Equal(
            (0, ValuePyramidLevel.Lead), (35, ValuePyramidLevel.Iron), (60, ValuePyramidLevel.Gold), (80, ValuePyramidLevel.Platinum));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_best_account_is_a_full_A(Scorecard<AccountValueFacts, AccountTier> model)
    {
        model.Score(Best).Should().Be(100);
        model.BandOf(Best).Should().Be(AccountTier.A);
    }

    [Fact]
    public void The_worst_account_scores_only_for_what_it_buys_elsewhere()
    {
        AccountValue.Standard.Score(Worst).Should().Be(12);
        AccountValue.Standard.BandOf(Worst).Should().Be(AccountTier.C);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Debt_overdue_by_more_than_90_days_is_at_most_C(Scorecard<AccountValueFacts, AccountTier> model)
    {
        model.BandOf(Best with { DebtOverdueDays = 90 }).Should().Be(AccountTier.A);
        model.BandOf(Best with { DebtOverdueDays = Math.BitIncrement(90.0) }).Should().Be(AccountTier.C);
        model.BandOf(Best with { DebtOverdueDays = null }).Should().Be(AccountTier.A);
        model.Assess(Best with { DebtOverdueDays = null }).Caps.Single(cap => cap.Key == "overdueDebt").State
            .Should().Be(CapState.NotEvaluated);
        model.Score(Best with { DebtOverdueDays = 91 }).Should().Be(100, "a cap limits the band, never the score");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void An_account_that_loses_money_is_at_most_B(Scorecard<AccountValueFacts, AccountTier> model)
    {
        model.BandOf(Best with { NetProfit = 0m }).Should().Be(AccountTier.A);
        model.BandOf(Best with { NetProfit = -0.01m }).Should().Be(AccountTier.B);
    }

    [Fact]
    public void In_another_currency_the_threshold_is_given_and_the_tiers_are_the_same()
    {
        var inDollars = AccountValue.In(140_000m);
        var facts = Best with { AnnualPurchases = 700_000m, CategorySpend = 2_000_000m };
        var inYuan = facts with { AnnualPurchases = 5_000_000m, CategorySpend = 2_000_000m / 0.14m };

        inDollars.Score(facts).Should().BeApproximately(AccountValue.Standard.Score(inYuan), 1e-6);
        ((Action)(() => AccountValue.In(0)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*keyAccountPurchases is 0*above 0*");
    }

    [Fact]
    public void Below_sixty_percent_of_the_weight_the_account_is_unrated_with_its_range()
    {
        // the current group is .5, market growth .09: .59; with industry influence instead .58; both .67
        var current = new AccountValueFacts
        {
            AnnualPurchases = 1_000_000m, GrossMarginRate = .25, CreditDays = 60, MarketGrowthRate = .05,
        };

        var unrated = AccountValue.Standard.Assess(current);
        unrated.IsRated.Should().BeFalse();
        unrated.Coverage.Should().Be(.59);
        unrated.Range.Low.Should().BeLessThan(unrated.Range.High);
        AccountValue.Standard.Assess(current with { IndustryInfluence = FactorLevel.Medium }).IsRated.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_criterion_and_cap_has_a_label_in_three_languages(Scorecard<AccountValueFacts, AccountTier> model)
    {
        foreach (var label in model.Criteria.Select(criterion => criterion.Label).Concat(model.Caps.Select(cap => cap.Label)))
        {
            label.En.Should().NotBe(label.ZhHans);
            Language.All.Select(label.In).Should().NotContain("");
        }
    }

    [Theory]
    [InlineData(79.999999, "Gold")]
    [InlineData(80, "Platinum")]
    [InlineData(60, "Gold")]
    [InlineData(59.999999, "Iron")]
    [InlineData(35, "Iron")]
    [InlineData(34.999999, "Lead")]
    [InlineData(0, "Lead")]
    public void The_pyramid_reads_the_score(double score, string level) =>
        AccountValue.Pyramid.Of(score).Name.Should().Be(level);
}
