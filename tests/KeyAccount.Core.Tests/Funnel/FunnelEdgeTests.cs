using KeyAccount.Core.Funnel;
using KeyAccount.Core.Records;
using KeyAccount.Core.Statistics;
using NodaTime;
using static KeyAccount.Core.Tests.Funnel.Deals;

namespace KeyAccount.Core.Tests.Funnel;

/// <summary>What happens at the ends of ranges, on the first and last day, and with equal figures.</summary>
public class FunnelEdgeTests
{
    private static readonly LocalDate June = new(2026, 6, 20);
    private static readonly LocalDate LastOfJune = new(2026, 6, 30);
    private static readonly FunnelOptions Options = new() { AsOf = Today, Grid = 1 };

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        var (rates, times) = (FunnelRates.Standard, StageTimes.Of([], Today));
        Refused("rates", () => BackwardPlan.For(1, null!));
        Refused("wins", () => BackwardPlan.ByMonth(null!, rates, times));
        Refused("rates", () => BackwardPlan.ByMonth(new Dictionary<YearMonth, double>(), null!, times));
        Refused("times", () => BackwardPlan.ByMonth(new Dictionary<YearMonth, double>(), rates, null!));
        Refused("periods", () => ForecastAccuracy.Of(null!));
        Refused("stages", () => _ = new FunnelRates([null!, .. rates.Stages.Skip(1)]));
        Refused("means", () => FunnelRates.Of(null!));
        Refused("opportunities", () => rates.Learn(null!));
        Refused("opportunities", () => rates.Learn([null!]));
        Refused("stage", () => rates.From(null!));
        Refused("stage", () => rates.WinOdds(null!));
        Refused("opportunities", () => FunnelReport.Of(null!, Options));
        Refused("options", () => _ = new FunnelReportBuilder(null!));
        Refused("opportunity", () => new FunnelReportBuilder(Options).Add(null!));
        Refused("deals", () => OddsCalibration.Of(null!));
        Refused("invoices", () => PayingPattern.Of(null!, Today));
        Refused("due", () => new PayingPattern([1]).Forecast(null!));
        Refused("opportunities", () => PipelineReview.Of(null!, Today));
        Refused("opportunity", () => Slippage.Of(null!));
        Refused("evidence", () => StageGateFacts.From(null!));
        Refused("stages", () => _ = new StageTimes([.. times.Stages.SkipLast(1), null!]));
        Refused("opportunities", () => StageTimes.Of(null!, Today));
        Refused("opportunities", () => StageTimes.Of([null!], Today));
        Refused("stage", () => times.StuckAfter(null!));
        Refused("stage", () => times.DaysToWin(null!));
        Refused("CloseDates", () => _ = Deal("1", 1, FunnelStage.P1) with { CloseDates = [null!] });
        Refused("PaymentPlan", () => _ = Deal("1", 1, FunnelStage.P1) with { PaymentPlan = [null!] });
        Refused("Needs", () => _ = Deal("1", 1, FunnelStage.P1) with { Needs = [null!] });
        Refused("History[0].Stage", () => _ = Deal("1", 1, FunnelStage.P1) with { History = [new(null!, Today)] });
    }

    [Fact]
    public void Numbers_that_cannot_be_are_refused_with_their_range()
    {
        static void Refused(string message, Action call) => call.Should().Throw<ArgumentException>().WithMessage(message);
        Refused("wins is -1; it must be finite and at least 0.*", () => BackwardPlan.For(-1, FunnelRates.Standard));
        Refused("wins[2026-12] is NaN; *", () => BackwardPlan.ByMonth(
            new Dictionary<YearMonth, double> { [new(2026, 12)] = double.NaN }, FunnelRates.Standard, StageTimes.Of([], Today)));
        Refused("periods[0].Forecast is -1; *", () => ForecastAccuracy.Of([(-1, 1)]));
        Refused("MostNotices is -1; *", () => _ = Options with { MostNotices = -1 });
        Refused("shares[1] is -0.1; it must be at least 0.*", () => _ = new PayingPattern([.5m, -.1m]));
        Refused("shares[0] is 1.2; it must be at most 1.*", () => _ = new PayingPattern([1.2m]));
        Refused("The shares sum to 1.01; *", () => _ = new PayingPattern([.5m, .51m]));
        Refused("months is -1; it must be between 0 and 120.*", () => PayingPattern.Of([], Today, -1));
        Refused("months is 121; *", () => PayingPattern.Of([], Today, 121));
        Refused("invoices[1].Amount is -1; *", () => PayingPattern.Of([new("A", 1, Today, null), new("A", -1, Today, null)], Today));
        Refused("due[2026-05] is -1; *", () => new PayingPattern([1]).Forecast(new Dictionary<YearMonth, decimal> { [new(2026, 5)] = -1 }));
        Refused("target is -1; *", () => _ = new PipelineCoverage(-1, 0, 0, 1));
        Refused("won is -1; *", () => _ = new PipelineCoverage(0, -1, 0, 1));
        Refused("open is -1; *", () => _ = new PipelineCoverage(0, 0, -1, 1));
        Refused("deals is -1; *", () => Velocity.PerDay(-1, .5, 1, 1));
        Refused("winRate is 1.1; *", () => Velocity.PerDay(1, 1.1, 1, 1));
        Refused("averageAmount is -1; *", () => Velocity.PerDay(1, .5, -1, 1));
        Refused("cycleDays is 0; *", () => Velocity.PerDay(1, .5, 1, 0));
        Refused("begunPerMonth is -1; *", () => Velocity.OpenDeals(-1, 1));
        Refused("monthsInFunnel is -1; *", () => Velocity.OpenDeals(1, -1));
        Refused("PaymentPlan[0].Share is 0; it must be above 0.*", () => _ = Deal("1", 1, FunnelStage.P1) with { PaymentPlan = [new(Today, 0)] });
    }

    [Fact]
    public void No_win_needs_no_deal_even_where_none_is_ever_won() =>
        BackwardPlan.For(0, FunnelRates.Of([0, .5, .5, .5, .5, .5])).Should().OnlyContain(step => step.Deals == 0);

    [Fact]
    public void The_needs_of_a_month_add_up_and_stand_by_stage()
    {
        StageTimes Of(int days) => StageTimes.Of(
            [
                .. FunnelStage.InOrder.SkipLast(1).Select((stage, i) => Deal($"O{i}", 1, stage)
                    .With(At(stage, days), At(FunnelStage.FromValue(stage.Value + 1), 0))),
            ],
            Today);
        IReadOnlyList<MonthlyNeed> Needs(int days, Dictionary<YearMonth, double> wins) => BackwardPlan.ByMonth(wins, FunnelRates.Standard, Of(days));

        // After thirty days at P5, the wins of January and of February are both at P5 in January.
        Needs(30, new() { [new(2027, 1)] = 1, [new(2027, 2)] = 2 }).Single(need => need.Stage == FunnelStage.P5)
            .Should().BeEquivalentTo(new { Month = new YearMonth(2027, 1), Deals = 3 / .85 });
        Needs(1, new() { [new(2026, 12)] = 1 }).Select(need => need.Stage.Name).Should().Equal("P0", "P1", "P2", "P3", "P4", "P5");
    }

    [Fact]
    public void The_period_is_the_quarter_of_tomorrow_unless_it_ends_today()
    {
        (LocalDate, LocalDate) Period(LocalDate asOf, LocalDate? until = null)
        {
            var forecast = FunnelReport.Of([], new() { AsOf = asOf, Until = until }).Forecast;
            return (forecast.From, forecast.Until);
        }

        Period(new(2026, 6, 29)).Should().Be((new LocalDate(2026, 4, 1), LastOfJune));
        Period(LastOfJune).Should().Be((new LocalDate(2026, 7, 1), new LocalDate(2026, 9, 30)));
        Period(LastOfJune, LastOfJune).Should().Be((new LocalDate(2026, 4, 1), LastOfJune));
        Period(LastOfJune, new(2026, 8, 15)).Should().Be((new LocalDate(2026, 7, 1), new LocalDate(2026, 8, 15)));
        Period(LocalDate.MaxIsoValue).Item1.Should().Be(new LocalDate(9999, 10, 1));
    }

    [Fact]
    public void What_is_won_on_the_first_and_on_the_last_day_of_the_period_counts()
    {
        var options = new FunnelOptions { AsOf = LastOfJune, Until = LastOfJune };
        Opportunity Won(LocalDate day) => Deal($"{day}", 100, FunnelStage.P5) with { Outcome = DealOutcome.Won(day) };
        FunnelReport.Of([Won(new(2026, 3, 31)), Won(new(2026, 4, 1)), Won(LastOfJune)], options).Forecast.Won.Should().Be(200);
    }

    [Fact]
    public void The_grid_is_the_one_given_or_fits_the_sum_of_all_deals()
    {
        SumOfBets Open(decimal? grid, params decimal[] amounts) => FunnelReport.Of(
            [.. amounts.Select((amount, i) => Deal($"{i}", amount, FunnelStage.P5, June))], Options with { Grid = grid }).Forecast.Open;

        Open(null, 6_000, 6_000).Grid.Should().Be(2);
        Open(null, 6_000, 7_000).Grid.Should().Be(2);
        Open(50, 6_000).Grid.Should().Be(50);
        (Open(100, 150).Total, Open(100, 149).Total, Open(100, 151).Total, Open(100, 100).Total).Should().Be((200, 100, 200, 100));
    }

    [Fact]
    public void Equal_deals_count_each_for_itself()
    {
        Opportunity[] equal = [Deal("1", 100, FunnelStage.P5, June), Deal("2", 100, FunnelStage.P5, June)];
        var forecast = FunnelReport.Of(equal, Options with { Target = 400 }).Forecast;
        (forecast.Coverage!.Open, forecast.Open.Total, forecast.StatedExpected).Should().Be((200, 200, null));
    }

    [Fact]
    public void Each_stage_but_the_last_has_its_conversion_and_its_days()
    {
        var moved = Deal("1", 1, FunnelStage.P1).With(At(FunnelStage.P1, 30), At(FunnelStage.P2, 10));
        var stages = FunnelReport.Of([moved], Options).Stages;
        stages.Select(stage => stage.Conversion is null).Should().Equal(false, false, false, false, false, false, true);
        (stages[1].MedianDays, stages[6].MedianDays).Should().Be((20, null));
    }

    [Fact]
    public void Losses_stand_by_their_number_then_in_the_order_of_the_reasons()
    {
        Opportunity Lost(string id, LossReason? reason) => Deal(id, 10, FunnelStage.P2).Lost(reason);
        var (first, second) = (LossReason.InOrder[0], LossReason.InOrder[1]);
        FunnelReport.Of([Lost("1", second), Lost("2", first), Lost("3", null), Lost("4", null)], Options).Losses.Should().Equal(
            new LossCount(null, 2, 20), new LossCount(first, 1, 10), new LossCount(second, 1, 10));
        FunnelReport.Of([Lost("1", second), Lost("2", second)], Options).Losses.Should().Equal(new LossCount(second, 2, 20));
    }

    [Fact]
    public void Equal_owners_stand_by_name() => FunnelReport.Of(
        [Deal("1", 5, FunnelStage.P2) with { Owner = "Wang" }, Deal("2", 5, FunnelStage.P2) with { Owner = "Li" }], Options)
        .Owners.Select(owner => owner.Name).Should().Equal("Li", "Wang");

    [Fact]
    public void What_is_stuck_stands_by_the_days_beyond_its_limit_and_no_more_than_asked_for()
    {
        Opportunity[] Gone(FunnelStage stage, int days) => [.. Enumerable.Range(0, 9).Select(i => Deal($"gone{stage}{i}", 1, stage, June)
            .With(At(stage, days), At(FunnelStage.FromValue(stage.Value + 1), 0)))];
        Opportunity Here(string id, FunnelStage stage, int days) => Deal(id, 1, stage, June).With(At(stage, days));
        Opportunity[] deals =
        [
            .. Gone(FunnelStage.P1, 40), .. Gone(FunnelStage.P2, 30), Here("by 10", FunnelStage.P1, 50), Here("by 15", FunnelStage.P2, 45),
            Here("also by 10", FunnelStage.P2, 40), Here("at the limit", FunnelStage.P2, 30),
        ];
        DealNotices Stuck(int most) => FunnelReport.Of(deals, Options with { MostNotices = most }).Notices.Single(each => each.Kind == DealNoticeKind.Stuck);

        Stuck(9).First.Select(notice => notice.OpportunityId).Should().Equal("by 15", "also by 10", "by 10");
        (Stuck(2).Count, Stuck(2).First.Count).Should().Be((3, 2));
        Opportunity[] undated = [.. Enumerable.Range(1, 3).Select(i => Deal($"{i}", i, FunnelStage.P2))];
        FunnelReport.Of(undated, Options with { MostNotices = 2 }).Notices.Single().First.Select(notice => notice.OpportunityId).Should().Equal("3", "2");
    }

    [Theory]
    [InlineData(5, "quarterHeavy", "quarter 2")]
    [InlineData(12, "fourthQuarterHeavy", "fourth quarter")]
    public void A_heavy_quarter_is_a_warning_with_its_share(int month, string id, string quarter)
    {
        var warning = FunnelReport.Of(
            [Deal("1", 300, FunnelStage.P5, new LocalDate(2026, month, 20)), Deal("2", 100, FunnelStage.P5, new LocalDate(2026, 8, 1))], Options)
            .Warnings.Single();
        warning.Id.Should().Be(id);
        warning.Reason.En.Should().Contain("75").And.Contain(quarter);
    }

    [Fact]
    public void Classes_of_odds_stand_from_the_lowest_with_their_mean()
    {
        OddsCalibration.Of([(.9, true), (.58, false), (.5, true), (.12, false)]).Classes.Should().BeEquivalentTo(
            [new { From = .1, To = .2, Deals = 1, Won = 0 }, new { From = .5, To = .6, Deals = 2, Won = 1 }, new { From = .9, To = 1.0, Deals = 1, Won = 1 }],
            each => each.WithStrictOrdering());
        OddsCalibration.Of([(.58, false), (.5, true)]).Classes.Single().MeanOdds.Should().BeApproximately(.54, 1e-12);
    }

    [Fact]
    public void A_period_of_nothing_leaves_the_mean_error_unknown_and_no_other()
    {
        var accuracy = ForecastAccuracy.Of([(1, 0), (10, 10)]);
        (accuracy.Wape, accuracy.Bias, accuracy.Mape, accuracy.TrackingSignal).Should().Be((.1, .1, null, 2));
    }

    [Fact]
    public void When_all_have_paid_nothing_is_left_to_share()
    {
        var pattern = PayingPattern.Of([new("A", 100, new(2025, 12, 10), new(2026, 1, 31)), new("A", 0, new(2026, 1, 1), null)], Today, 3)!;
        pattern.Shares.Should().Equal(0, 1, 0, 0);
        pattern.Never.Should().Be(0);
        new PayingPattern([1]).Forecast(new Dictionary<YearMonth, decimal>()).Should().BeEmpty();
        new PayingPattern([1]).Forecast(new Dictionary<YearMonth, decimal> { [new(2026, 1)] = 5, [new(2026, 3)] = 7 })
            .Select(month => month.Amount).Should().Equal(5, 0, 7);
    }

    [Fact]
    public void Lists_that_are_left_out_are_empty_and_stages_may_change_twice_on_a_day()
    {
        var deal = Deal("1", 1, FunnelStage.P1) with { CloseDates = null!, Evidence = null!, Needs = null!, Competitors = null!, PaymentPlan = null! };
        (deal.CloseDates.Count + deal.Evidence.Count + deal.Needs.Count + deal.Competitors.Count + deal.PaymentPlan.Count).Should().Be(0);
        deal.With(At(FunnelStage.P1, 3), At(FunnelStage.P2, 3)).Stage.Should().Be(FunnelStage.P2);
    }

    [Fact]
    public void A_review_of_the_pipeline_takes_its_options_and_the_deals_of_the_period()
    {
        Opportunity[] deals =
        [
            Deal("late", 40, FunnelStage.P5, June), Deal("today", 10, FunnelStage.P5, Today), Deal("past", 5, FunnelStage.P5, Today.PlusDays(-1)),
            Deal("left out", 20, FunnelStage.P5, June) with { Category = ForecastCategory.Omitted },
            Deal("best", 7, FunnelStage.P5, June) with { Category = ForecastCategory.BestCase },
        ];
        var review = PipelineReview.Of(deals, Today, new() { AsOf = LastOfJune, Prior = FunnelRates.Of([.5, .5, .5, .5, .5, .5]) })!;

        review.NextClose.Should().Be(Today);
        review.OpenInPeriod.Should().Be(57);
        review.Expected.Should().Be(41, "half of what is open");
        review.Until.Should().Be(LastOfJune);
    }
}
