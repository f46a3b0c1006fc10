using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Tests.Scoring;

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

    private static decimal Part(decimal whole, Random random) => random.Next(6) switch
    {
        0 => 0,
        1 => whole,
        _ => Math.Round(whole * (decimal)random.NextDouble(), 2),
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
            ("marketGrowthRate", .135),
            ("crossSellRoom", .03),
            ("budgetTrend", .135),
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
    public void The_best_account_has_all_points_but_those_of_the_room_it_fills(Scorecard<AccountValueFacts, AccountTier> model)
    {
        model.Score(Best).Should().Be(97);
        model.BandOf(Best).Should().Be(AccountTier.A);
    }

    [Fact]
    public void The_worst_account_scores_only_for_what_it_buys_elsewhere()
    {
        AccountValue.Standard.Score(Worst).Should().Be(0, "1 CNY is hardly anything");
        AccountValue.Standard.Score(Worst with { CategorySpend = 5_000_000 }).Should().Be(2.4, "80 points of 3 %");
        AccountValue.Standard.Score(Worst with { CategorySpend = 10_000_000 }).Should().Be(3);
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
        model.Score(Best with { DebtOverdueDays = 91 }).Should().Be(97, "a cap limits the band, never the score");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void An_account_that_loses_money_is_at_most_B(Scorecard<AccountValueFacts, AccountTier> model)
    {
        model.BandOf(Best with { NetProfit = 0m }).Should().Be(AccountTier.A);
        model.BandOf(Best with { NetProfit = -0.01m }).Should().Be(AccountTier.B);
    }

    [Fact]
    public void Of_a_category_of_a_million_nine_hundred_thousand_bought_are_worth_more_than_five_hundred_thousand()
    {
        var facts = new AccountValueFacts
        {
            GrossMarginRate = 0.2, CreditDays = 60, MarketGrowthRate = 0.02, BudgetTrend = 0, CategorySpend = 1_000_000m,
            IndustryInfluence = FactorLevel.Low, TechnicalSynergy = FactorLevel.Low, LongTermCommitment = FactorLevel.Medium,
        };

        foreach (var model in new[] { AccountValue.Standard, AccountValue.SixIndicators })
            model.Score(facts with { AnnualPurchases = 900_000m })
                .Should().BeGreaterThan(model.Score(facts with { AnnualPurchases = 500_000m }));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Buying_more_never_lowers_the_value(Scorecard<AccountValueFacts, AccountTier> model) =>
        Check.One(Seeded.Cases(2_000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var spend = (decimal)Math.Round(Math.Pow(10, 3 + (5 * random.NextDouble())), 2);
            var facts = RandomFacts.Of<AccountValueFacts>(random) with
            {
                AnnualPurchases = null, CategorySpend = random.Next(8) == 0 ? null : spend,
            };
            var (one, other) = (Part(spend, random), Part(spend, random));
            var (less, more) = (Math.Min(one, other), Math.Max(one, other));
            var (low, high) = (model.Score(facts with { AnnualPurchases = less }), model.Score(facts with { AnnualPurchases = more }));
            return double.IsNaN(low) ? double.IsNaN(high) : low <= high;
        }));

    [Fact]
    public void Cross_sell_room_is_the_money_still_open()
    {
        double? Room(decimal? spend, decimal? purchases) => AccountValue.Standard
            .Assess(new() { CategorySpend = spend, AnnualPurchases = purchases }).Contributions.Single(part => part.Key == "crossSellRoom").Raw;

        Room(1_000_000, 900_000).Should().Be(100_000);
        Room(1_000_000, 1_000_000).Should().Be(0);
        Room(40_000_000, 4_000_000).Should().Be(6_000_000, "more than ten times a key account's purchases adds nothing");
        Room(40_000_000, 12_000_000).Should().Be(0);
        Room(null, 900_000).Should().BeNull();
        Room(1_000_000, null).Should().BeNull();
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
        // the current group is .5, industry influence .08: .58; with technical synergy .64
        var current = new AccountValueFacts
        {
            AnnualPurchases = 1_000_000m, GrossMarginRate = .25, CreditDays = 60, IndustryInfluence = FactorLevel.Medium,
        };

        var unrated = AccountValue.Standard.Assess(current);
        unrated.IsRated.Should().BeFalse();
        unrated.Coverage.Should().Be(.58);
        unrated.Range.Low.Should().BeLessThan(unrated.Range.High);
        AccountValue.Standard.Assess(current with { TechnicalSynergy = FactorLevel.Medium }).IsRated.Should().BeTrue();
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
