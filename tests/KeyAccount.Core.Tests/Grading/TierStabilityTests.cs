using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using NodaTime;

namespace KeyAccount.Core.Tests.Grading;

public class TierStabilityTests
{
    private static readonly LocalDate Start = new(2023, 1, 31);
    private static readonly Bands<AccountTier> Bands = new((0, AccountTier.C), (45, AccountTier.B), (70, AccountTier.A));

    [Fact]
    public void The_standard_rule_is_three_points_two_periods_three_months() =>
        TierStability.Standard.Should().Be(new TierStability(3, 3, 2, Period.FromMonths(3)));

    [Fact]
    public void A_value_that_oscillates_inside_the_margins_for_36_months_changes_nothing()
    {
        var steps = Run(TierStability.Standard, Enumerable.Range(0, 36).Select(month => (double?)(month % 2 == 0 ? 72.9 : 67.0)));
        steps.Should().HaveCount(36).And.OnlyContain(step => step.State!.Tier == AccountTier.A && step.State.Since == Start);
        steps[1].Reason.Should().Be(TierReason.InsideMargin);
        steps[1].Text.En.Should().Be("A score of 67 would mean B account, but it is within the margin: the account stays A account.");
        steps.Skip(2).Where((_, i) => i % 2 == 0).Should().OnlyContain(step => step.Reason == TierReason.Unchanged);

        Run(TierStability.Standard, Enumerable.Range(0, 36).Select(month => (double?)(month % 2 == 0 ? 67 : 72.9)))
            .Should().OnlyContain(step => step.State!.Tier == AccountTier.B, "from below it stays below");
    }

    [Fact]
    public void A_sustained_move_changes_the_tier_once_with_its_reason()
    {
        var steps = Run(TierStability.Standard, Enumerable.Range(0, 36).Select(month => (double?)(month < 12 ? 60 : 80)));
        var change = steps.Where(step => step.Reason is TierReason.Promoted or TierReason.Demoted).Should().ContainSingle().Which;
        change.Should().Be(steps[13]);
        change.State.Should().Be(new TierState<AccountTier>(AccountTier.A, Start.PlusMonths(13), Start.PlusMonths(13), null, 0));
        change.Text.En.Should().Be("Promoted from B account to A account after 2 consecutive periods.");
        steps[12].Reason.Should().Be(TierReason.Waiting);
        steps[12].Text.En.Should().Be("Heading for A account: 1 of 2 consecutive periods completed.");
        Run(TierStability.Standard, Enumerable.Range(0, 36).Select(month => (double?)(month < 12 ? 80 : 60)))
            .Count(step => step.Reason == TierReason.Demoted).Should().Be(1);
    }

    [Theory]
    [InlineData(72.999999, false)]
    [InlineData(73, true)]
    [InlineData(73.000001, true)]
    public void Promotion_begins_at_the_cut_and_the_margin(double score, bool isPromoted) =>
        AtOnce().Next(In(AccountTier.B), score, Bands, Start).Reason
            .Should().Be(isPromoted ? TierReason.Promoted : score >= 70 ? TierReason.InsideMargin : TierReason.Unchanged);

    [Theory]
    [InlineData(67.000001, false)]
    [InlineData(67, false)]
    [InlineData(66.999999, true)]
    public void Demotion_begins_below_the_cut_less_the_margin(double score, bool isDemoted) =>
        AtOnce().Next(In(AccountTier.A), score, Bands, Start).Reason.Should().Be(isDemoted ? TierReason.Demoted : TierReason.InsideMargin);

    [Fact]
    public void A_cut_near_the_top_can_still_be_reached()
    {
        var bands = new Bands<AccountTier>((0, AccountTier.C), (50, AccountTier.B), (99, AccountTier.A));
        AtOnce().Next(In(AccountTier.B), 100, bands, Start).State!.Tier.Should().Be(AccountTier.A);
        AtOnce().Next(In(AccountTier.B), 99.999999, bands, Start).State!.Tier.Should().Be(AccountTier.B);
    }

    [Fact]
    public void An_account_moves_to_the_tier_of_the_run_that_is_nearest_to_its_own()
    {
        Run(new(3, 3, 3, Period.Zero), [20, 20, 90, 55, 90]).Select(step => (step.State!.Tier, step.State.Pending)).Should().Equal(
            (AccountTier.C, null), (AccountTier.C, null), (AccountTier.C, AccountTier.A), (AccountTier.C, AccountTier.B),
            (AccountTier.B, null));
        Run(new(3, 3, 2, Period.Zero), [90, 20, 20])[^1]
            .Should().BeEquivalentTo(new { Reason = TierReason.Demoted, State = new { Tier = AccountTier.C } });
        Run(new(3, 3, 2, Period.Zero), [90, 20, 50])[^1].State!.Tier.Should().Be(AccountTier.B);
    }

    [Fact]
    public void A_run_in_the_other_direction_begins_anew() =>
        Run(new(0, 0, 2, Period.Zero), [50, 80, 20, 80, 20]).Select(step => (step.Reason, step.State!.PendingPeriods)).Should().Equal(
            (TierReason.First, 0), (TierReason.Waiting, 1), (TierReason.Waiting, 1), (TierReason.Waiting, 1), (TierReason.Waiting, 1));

    [Fact]
    public void A_tier_is_kept_for_the_minimum_stay()
    {
        var steps = Run(new(0, 0, 1, Period.FromMonths(3)), [50, 80, 80, 80, 20]);
        steps.Select(step => step.Reason).Should().Equal(
            TierReason.First, TierReason.StayTooShort, TierReason.StayTooShort, TierReason.Promoted, TierReason.StayTooShort);
        steps[1].Text.En.Should().Be("A account is due, but the account keeps its tier until at least 2023-04-30.");
    }

    [Fact]
    public void An_unrated_account_keeps_its_tier_and_what_was_pending_begins_anew()
    {
        TierStability.Standard.Next<AccountTier>(null, (double?)null, Bands, Start)
            .Should().BeEquivalentTo(new { State = (object?)null, Reason = TierReason.NotRated });
        var steps = Run(new(0, 0, 2, Period.Zero), [50, 80, null, 80, 80]);
        steps.Select(step => step.Reason).Should().Equal(
            TierReason.First, TierReason.Waiting, TierReason.NotRated, TierReason.Waiting, TierReason.Promoted);
        steps[2].State.Should().Be(new TierState<AccountTier>(AccountTier.B, Start, Start.PlusMonths(2), null, 0));
    }

    [Fact]
    public void A_cap_counts_at_once_and_its_end_as_any_rise()
    {
        var model = AccountValue.Standard;
        var good = new AccountValueFacts
        {
            AnnualPurchases = 9_000_000, GrossMarginRate = 0.4, CreditDays = 0, MarketGrowthRate = 0.15, CategorySpend = 20_000_000,
            BudgetTrend = 0.2,
            IndustryInfluence = FactorLevel.High, TechnicalSynergy = FactorLevel.High, LongTermCommitment = FactorLevel.High,
            DebtOverdueDays = 0,
        };
        var (free, capped) = (model.Assess(good), model.Assess(good with { DebtOverdueDays = 120 }));
        var state = (TierState<AccountTier>?)null;
        var reasons = new[] { free, capped, free, free, free, free, model.Assess(new()) }.Select((assessment, month) =>
        {
            var step = TierStability.Standard.Next(state, assessment, model.Bands, Start.PlusMonths(month));
            state = step.State;
            return (step.Reason, step.State!.Tier);
        });
        reasons.Should().Equal(
            (TierReason.First, AccountTier.A), (TierReason.Capped, AccountTier.C), (TierReason.Waiting, AccountTier.C),
            (TierReason.StayTooShort, AccountTier.C),
            (TierReason.Promoted, AccountTier.A), (TierReason.Unchanged, AccountTier.A), (TierReason.NotRated, AccountTier.A));
    }

    [Fact]
    public void Tiers_without_scores_are_held_too()
    {
        var rule = new TierStability(3, 3, 2, Period.Zero);
        var first = rule.Next(null, AccountTier.B, Start);
        var second = rule.Next(first.State, AccountTier.A, Start.PlusMonths(1));
        var third = rule.Next(second.State, AccountTier.A, Start.PlusMonths(2));
        new[] { first, second, third }.Select(step => (step.Reason, step.State!.Tier)).Should().Equal(
            (TierReason.First, AccountTier.B), (TierReason.Waiting, AccountTier.B), (TierReason.Promoted, AccountTier.A));
    }

    [Fact]
    public void A_cap_above_the_tier_limits_the_promotion() =>
        AtOnce().Next(In(AccountTier.C), Capped(AccountTier.B), Bands, Start)
            .Should().BeEquivalentTo(new { Reason = TierReason.Promoted, State = new { Tier = AccountTier.B, Since = Start } });

    [Fact]
    public void A_cap_at_the_tier_leaves_it_as_it_is_since_when_it_is() =>
        AtOnce().Next(In(AccountTier.B), Capped(AccountTier.B), Bands, Start).Should().BeEquivalentTo(new
        {
            Reason = TierReason.Unchanged, State = new { Tier = AccountTier.B, Since = Start.PlusDays(-1), AsOf = Start },
        });

    [Fact]
    public void A_cap_below_the_tier_counts_at_once() =>
        AtOnce().Next(In(AccountTier.A), Capped(AccountTier.B), Bands, Start)
            .Should().BeEquivalentTo(new { Reason = TierReason.Capped, State = new { Tier = AccountTier.B, Since = Start } });

    [Fact]
    public void A_tier_without_a_score_that_is_the_same_is_unchanged_and_ends_the_run()
    {
        var rule = new TierStability(3, 3, 2, Period.Zero);
        var waiting = rule.Next(In(AccountTier.B), AccountTier.A, Start).State;
        var step = rule.Next(waiting, AccountTier.B, Start.PlusMonths(1));
        step.Reason.Should().Be(TierReason.Unchanged);
        step.State.Should().Be(new TierState<AccountTier>(AccountTier.B, Start.PlusDays(-1), Start.PlusMonths(1), null, 0));
    }

    [Theory]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(0, -1, 0, 0)]
    [InlineData(0, 0, -1, 0)]
    [InlineData(0, 0, 0, -1)]
    public void No_part_of_a_stay_is_negative(int years, int months, int weeks, int days)
    {
        var stay = new PeriodBuilder { Years = years, Months = months, Weeks = weeks, Days = days }.Build();
        var make = () => new TierStability(0, 0, 1, stay);
        make.Should().Throw<ArgumentOutOfRangeException>().WithMessage($"minimumStay is {stay};*");
        TierStability.Standard.Invoking(rule => rule.With(new TierStabilitySettings { MinimumStay = stay }))
            .Should().Throw<KeyAccount.Core.InvalidModelException>().WithMessage($"*minimumStay: it is {stay};*");
    }

    [Fact]
    public void A_state_survives_json()
    {
        var state = new TierState<AccountTier>(AccountTier.B, Start, Start.PlusMonths(2), AccountTier.A, 1);
        var json = JsonSerializer.Serialize(state);
        json.Should().Be("""{"Tier":"B","Since":"2023-01-31","AsOf":"2023-03-31","Pending":"A","PendingPeriods":1}""");
        JsonSerializer.Deserialize<TierState<AccountTier>>(json).Should().Be(state);
        state.ToString().Should().Be("TierState { Tier = B, Since = 2023-01-31, AsOf = 2023-03-31, Pending = A, PendingPeriods = 1 }");
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        static string Message(Action action) => action.Should().Throw<ArgumentException>().Which.Message;
        Message(() => _ = new TierStability(-0.1, 0, 1, Period.Zero))
            .Should().StartWith("promotionMargin is -0.1; it must be between 0 and 100.");
        Message(() => _ = new TierStability(0, double.NaN, 1, Period.Zero))
            .Should().StartWith("demotionMargin is NaN; it must be between 0 and 100.");
        Message(() => _ = new TierStability(0, 0, 0, Period.Zero)).Should().StartWith("periods is 0; it must be at least 1.");
        Message(() => _ = new TierStability(0, 0, 1, Period.FromHours(1)))
            .Should().StartWith("minimumStay is PT1H; it must be years, months, weeks and days, none negative.");
        Message(() => _ = new TierStability(0, 0, 1, Period.FromDays(-1))).Should().StartWith("minimumStay is P-1D;");
        Message(() => TierStability.Standard.Next(In(AccountTier.A), 50, Bands, Start.PlusDays(-1)))
            .Should().StartWith("asOf is 2023-01-30; it must be after 2023-01-30, the date of the last state.");
        Message(() => TierStability.Standard.Next(In(AccountTier.A), 101, Bands, Start))
            .Should().StartWith("score is 101; it must be between 0 and 100.");
        Message(() => TierStability.Standard.Next(In(AccountTier.A), 50, new Bands<AccountTier>((0, AccountTier.B)), Start))
            .Should().StartWith("band is A; it must be one of B");
    }

    [Fact]
    public void A_version_may_be_left_out_and_not_be_blank()
    {
        TierStability.Standard.With(new() { Periods = 2 }).Version.Should().NotBeNullOrWhiteSpace();
        TierStability.Standard.With(new() { Version = "7" }).Version.Should().Be("7");
        FluentActions.Invoking(() => TierStability.Standard.With(new() { Version = " " })).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.ToString()).Should().Equal("version: it is blank");
    }

    [Fact]
    public void A_day_that_is_not_after_that_of_the_last_state_is_refused_for_a_tier_too()
    {
        var state = new TierState<AccountTier>(AccountTier.B, Start, Start, null, 0);

        FluentActions.Invoking(() => TierStability.Standard.Next(state, AccountTier.B, Start)).Should()
            .Throw<ArgumentOutOfRangeException>().WithParameterName("asOf");
        TierStability.Standard.Next(state, AccountTier.B, Start.PlusDays(1)).Reason.Should().Be(TierReason.Unchanged);
    }

    [Fact]
    public void Whatever_the_scores_a_tier_changes_only_after_enough_periods_and_time() => Prop.ForAll(
        (from rule in Rules
         from scores in Gen.Frequency((9, Gen.Choose(0, 100).Select(score => (double?)score)), (1, Gen.Constant<double?>(null))).ArrayOf(40)
         select (rule, scores)).ToArbitrary(),
        run =>
        {
            TierStep<AccountTier>? before = null;
            var index = 0;
            foreach (var step in Run(run.rule, run.scores))
            {
                if (before?.State is { } earlier && step.State!.Tier != earlier.Tier)
                {
                    step.Reason.Should().Be(step.State.Tier.IsAtLeast(earlier.Tier) ? TierReason.Promoted : TierReason.Demoted);
                    earlier.PendingPeriods.Should().BeGreaterThanOrEqualTo(run.rule.Periods - 1);
                    step.State.Since.Should().BeGreaterThanOrEqualTo(earlier.Since.Plus(run.rule.MinimumStay));
                    var cut = Bands.InOrder[Bands.IndexOf(step.Reason == TierReason.Promoted ? step.State.Tier : earlier.Tier)].From;
                    var recent = run.scores[(index - run.rule.Periods + 1)..(index + 1)];
                    recent.Should().OnlyContain(score => step.Reason == TierReason.Promoted
                        ? score >= Math.Min(100, cut + run.rule.PromotionMargin)
                        : score < cut - run.rule.DemotionMargin);
                }

                before = step;
                index++;
            }
        }).Check(Seeded.Cases(200));

    private static Gen<TierStability> Rules =>
        from promotion in Gen.Choose(0, 10)
        from demotion in Gen.Choose(0, 10)
        from periods in Gen.Choose(1, 4)
        from months in Gen.Choose(0, 6)
        select new TierStability(promotion, demotion, periods, Period.FromMonths(months));

    private static TierStability AtOnce() => new(3, 3, 1, Period.Zero);

    // A score of 90 under a cap.
    private static Assessment<AccountTier> Capped(AccountTier highest) => Scorecard.For<CappedFacts, AccountTier>("capped")
        .Criterion("points", 1, f => f.Points, Scale.Linear((0, 0), (100, 100)))
        .Cap("cap", f => f.IsCapped, highest)
        .Bands((0, AccountTier.C), (45, AccountTier.B), (70, AccountTier.A))
        .Build()
        .Assess(new() { Points = 90, IsCapped = true });

    private static TierState<AccountTier> In(AccountTier tier) => new(tier, Start.PlusDays(-1), Start.PlusDays(-1), null, 0);

    private static List<TierStep<AccountTier>> Run(TierStability rule, IEnumerable<double?> scores)
    {
        var steps = new List<TierStep<AccountTier>>();
        foreach (var score in scores)
            steps.Add(rule.Next(steps.Count == 0 ? null : steps[^1].State, score, Bands, Start.PlusMonths(steps.Count)));
        return steps;
    }

    private sealed record CappedFacts
    {
        public double? Points { get; init; }

        public bool? IsCapped { get; init; }
    }
}
