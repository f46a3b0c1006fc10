using System.Text.Json;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>A review says nothing that its own data contradict, and puts no more at stake than can be lost.</summary>
public class SoundReviewTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    // Twelve months, the first six with one amount and the last six with another.
    private static IReadOnlyList<MonthlyPurchases> Year(decimal earlier, decimal later) =>
        [.. Enumerable.Range(0, 12).Select(i => new MonthlyPurchases(new YearMonth(2025, 7).PlusMonths(i), i < 6 ? earlier : later))];

    private static AccountReview Review(AccountFile account, ReviewModels? models = null) =>
        new AccountReviewer(models ?? new()).Review(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = [account] }).Accounts[0];

    private static IEnumerable<string> Found(AccountReview review) => review.Findings.Select(finding => finding.RuleId);

    [Theory]
    [InlineData(true, 100, 124, "declineNotShown")]
    [InlineData(false, 100, 30, "declineNotStated")]
    [InlineData(true, 100, 30, null)]
    [InlineData(false, 100, 124, null)]
    [InlineData(null, 100, 124, null)]
    public void A_stated_decline_is_held_against_the_purchases(bool? stated, int earlier, int later, string? difference)
    {
        var review = Review(new() { Id = "a", Purchases = Year(earlier, later), Lifecycle = new() { IsDeclining = stated, BuysRegularly = true } });

        Found(review).Intersect(["declineNotShown", "declineNotStated"]).Should().BeEquivalentTo(difference is null ? [] : [difference]);
        Found(review).Contains("purchasesFall").Should().Be(later < earlier, "the trend tells a decline with its figures");
        Found(review).Should().NotContain("decline", "it is told once");
        (review.Lifecycle!.Period == LifecyclePeriod.Decline).Should().Be(later < earlier);
        if (later > earlier)
            review.Actions.Should().NotContain(action => action.Kind == ActionKind.RecoverPurchases);
    }

    [Fact]
    public void Where_the_data_show_nothing_what_is_stated_counts() =>
        Review(new() { Id = "a", Lifecycle = new() { HasBought = true, IsDeclining = true } }).Findings
            .Should().Contain(finding => finding.RuleId == "decline");

    [Theory]
    [InlineData("High", false, true)]
    [InlineData("High", true, false)]
    [InlineData("Medium", false, false)]
    [InlineData("Medium", true, false)]
    [InlineData("Low", true, true)]
    [InlineData("Low", false, false)]
    public void Stated_satisfaction_is_held_against_the_level_that_was_judged(string level, bool stated, bool isFound) =>
        Found(Review(new()
        {
            Id = "a",
            Satisfaction = SatisfactionLevel.InOrder.Single(each => each.Name == level),
            Lifecycle = new() { IsSatisfied = stated },
        })).Contains("satisfactionContradicted").Should().Be(isFound);

    [Fact]
    public void A_fall_puts_at_stake_what_it_buys_in_a_year_at_most()
    {
        var review = Review(new() { Id = "a", Purchases = Year(100_000, 10_000) });

        // Twice the fall of six months would be 1,080,000, and it buys 660,000 in twelve.
        review.Findings.Single(finding => finding.RuleId == "purchasesFall").AtStake.Should().Be(660_000);
        review.AtStake.Should().Be(review.AnnualPurchases);
        Review(new() { Id = "a", Purchases = Year(100_000, 75_000) }).Findings.Single(finding => finding.RuleId == "purchasesFall").AtStake
            .Should().Be(300_000);
    }

    [Theory]
    [InlineData(999.99, false)]
    [InlineData(1_000, true)]
    [InlineData(1_000.01, true)]
    public void What_is_not_material_is_told_and_asks_for_nothing(double atStake, bool isAsked)
    {
        // A single month that was not followed by another puts 30 per cent at stake.
        var review = Review(new() { Id = "a", Value = new() { AnnualPurchases = (decimal)atStake / 0.3m }, Purchases = [new(new(2025, 12), 1)] });

        review.Findings.Should().Contain(finding => finding.RuleId == "boughtOnce" && finding.AtStake == (decimal)atStake);
        review.Actions.Any(action => action.Kind == ActionKind.RecoverPurchases).Should().Be(isAsked);
    }

    [Fact]
    public void What_is_material_is_a_setting_and_follows_the_key_account()
    {
        new ReviewModels().Materiality.Should().Be(1_000);
        ReviewModels.For(new() { Currency = "EUR", AsOf = AsOf, KeyAccountPurchases = 150_000 }).Materiality.Should().Be(150);
        ReviewModels.For(new() { Currency = "EUR", AsOf = AsOf, KeyAccountPurchases = 150_000, Materiality = 5 }).Materiality.Should().Be(5);
        FluentActions.Invoking(() => new ReviewModels { Materiality = -1 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(10, true)]
    public void Purchases_in_one_month_only_and_silence_since_are_found(int silent, bool isFound)
    {
        var review = Review(new() { Id = "a", Purchases = [new(new YearMonth(2026, 6).PlusMonths(-silent), 500_000)] });

        Found(review).Contains("boughtOnce").Should().Be(isFound);
        (review.Risk is not null).Should().Be(isFound, "of one purchase and no silence nobody knows the risk");
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(30.5, true)]
    [InlineData(120, true)]
    public void Overdue_debt_is_collected(double days, bool isFound)
    {
        var review = Review(new() { Id = "a", Value = new() { AnnualPurchases = 500_000, DebtOverdueDays = days } });

        Found(review).Contains("debtOverdue").Should().Be(isFound);
        review.Actions.Any(action => action.Kind == ActionKind.CollectDebt && action.DueOn == AsOf.PlusDays(7)).Should().Be(isFound);
    }

    [Fact]
    public void A_cap_that_lowers_the_tier_is_told_beside_the_points()
    {
        var review = Review(new()
        {
            Id = "a",
            Value = new()
            {
                AnnualPurchases = 9_000_000, GrossMarginRate = 0.4, CreditDays = 0, MarketGrowthRate = 0.2, DebtOverdueDays = 120,
                IndustryInfluence = FactorLevel.High, TechnicalSynergy = FactorLevel.High, LongTermCommitment = FactorLevel.High,
            },
        });

        review.Value.Band.Should().Be(AccountTier.C);
        review.Value.Score.Should().BeGreaterThan(70);
        JsonSerializer.Serialize(review.Describe(new TopicReader(new ReviewModels(), "CNY", "en"), Detail.Brief))
            .Should().Contain("at most C account, because debt is more than 90 days overdue");
    }

    private static Contact Person(string id, StakeholderRole role, LadderLevel level, double influence = 1) => new()
    {
        Id = id, Role = role, Influence = influence, Ladder = [new(level, AsOf.PlusDays(-10), "met")],
    };

    private static LadderLevel For => LevelOf(Stance.Supporter);

    private static LadderLevel Neutral => LevelOf(Stance.Neutral);

    private static LadderLevel LevelOf(Stance stance) =>
        LadderLevel.InOrder.First(level => Ladder.Stances.Decide(new() { Level = level }).Advice == stance);

    [Fact]
    public void The_only_decision_maker_who_supports_us_is_named()
    {
        var review = Review(new()
        {
            Id = "a", Value = new() { AnnualPurchases = 1_000_000 },
            Contacts = [Person("for", StakeholderRole.KDM, For), Person("neutral", StakeholderRole.KDM, Neutral, 5), Person("user", StakeholderRole.KU, For)],
        });

        review.Findings.Single(finding => finding.RuleId == "decisionLost").Subjects.Should().Equal("for");
        review.Findings.Single(finding => finding.RuleId == "decisionLost").Text.En.Should().Contain("for is the only decision maker");
    }

    [Fact]
    public void Nothing_is_lost_with_somebody_who_is_not_for_us()
    {
        var review = Review(new()
        {
            Id = "a", Value = new() { AnnualPurchases = 1_000_000 },
            Contacts = [Person("neutral", StakeholderRole.KDM, Neutral, 9), Person("user", StakeholderRole.KU, Neutral)],
        });

        Found(review).Should().NotContain(["decisionLost", "supportLost"]);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(364, true)]
    [InlineData(365, false)]
    public void A_key_person_who_has_left_is_a_finding_for_a_year_and_on_no_map(int days, bool isFound)
    {
        var account = new AccountFile
        {
            Id = "a", Value = new() { AnnualPurchases = 1_000_000 },
            Contacts = [Person("gone", StakeholderRole.KDM, For) with { Until = AsOf.PlusDays(-days) }, Person("here", StakeholderRole.KU, For)],
            Ties = [new("gone", "here", TieKind.InOrder[0])],
        };
        var review = Review(account);

        Found(review).Contains("keyPersonLeft").Should().Be(isFound);
        review.People.Select(person => person.Id).Contains("gone").Should().Be(days == 0, "the last day is a day there");
        if (isFound)
            review.Actions.Should().Contain(action => action.Text.En.Contains("takes over from gone"));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(179, true)]
    [InlineData(180, false)]
    public void A_new_key_person_is_a_finding_for_half_a_year(int days, bool isFound)
    {
        var review = Review(new()
        {
            Id = "a", Value = new() { AnnualPurchases = 1_000_000 },
            Contacts = [Person("new", StakeholderRole.KDM, Neutral) with { Since = AsOf.PlusDays(-days) }],
        });

        Found(review).Contains("keyPersonNew").Should().Be(isFound);
        if (isFound)
            review.Actions.Should().Contain(action => action.Kind == ActionKind.MeetLeaders && action.Text.En.Contains("Meet new"));
    }

    [Fact]
    public void Nobody_leaves_before_they_came()
    {
        var json = """{ "currency": "CNY", "asOf": "2026-06-30", "accounts": [ { "id": "a", "contacts": [ { "id": "p", "since": "2026-02-01", "until": "2026-01-31" } ] } ] }""";

        FluentActions.Invoking(() => Portfolio.FromJson(json)).Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle()
            .Which.ToString().Should().Be("accounts[0].contacts[0].until: it is 2026-01-31; it must not be before since, 2026-02-01");
    }

    [Fact]
    public void The_highest_risk_comes_first_and_then_the_most_money()
    {
        var portfolio = new Portfolio
        {
            Currency = "CNY", AsOf = AsOf,
            Accounts =
            [
                new() { Id = "large", Purchases = Year(900_000, 900_000), Satisfaction = SatisfactionLevel.High },
                new() { Id = "small", Purchases = Year(900, 100) },
                new() { Id = "middle", Purchases = Year(9_000, 1_000) },
            ],
        };
        var run = new AccountReviewer().Begin(portfolio);

        run.Summarise(most: 3).MostAtStake.Select(account => account.Id).Should().Equal("middle", "small", "large");
    }

    [Fact]
    public void Only_a_high_barrier_holds_a_hostage() => BarrierLevel.InOrder.Select(barrier =>
            BarrierPolicy.Standard.Decide(new() { Barrier = barrier, Satisfaction = SatisfactionLevel.Low, Tier = AccountTier.A }).Advice)
        .Should().Equal(BarrierAdvice.Maintain, BarrierAdvice.Maintain, BarrierAdvice.Relieve);

    [Fact]
    public void Nobody_below_those_who_decide_for_b_decides_for_an_exposed_a()
    {
        int Approval(AccountTier tier) => PricingPolicy.Posture.Decide(new()
        {
            Tier = tier, Barrier = BarrierLevel.Low, Sensitivity = PriceSensitivity.High,
        }).Advice!.Authority.Value;

        Approval(AccountTier.A).Should().BeGreaterThan(Approval(AccountTier.B));
    }

    [Fact]
    public void No_service_standard_grants_terms_that_the_value_model_punishes()
    {
        var scale = AccountValue.Standard.Criteria.Single(criterion => criterion.Key == "creditDays").Scale;

        DifferentiatedService.Standard.Rules.Should().OnlyContain(rule => scale.Points(rule.Advice.CreditDays) >= 50);
    }
}
