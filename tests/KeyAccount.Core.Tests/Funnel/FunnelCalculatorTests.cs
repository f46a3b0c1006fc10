using KeyAccount.Core.Funnel;
using KeyAccount.Core.Records;
using NodaTime;
using static KeyAccount.Core.Tests.Funnel.Deals;

namespace KeyAccount.Core.Tests.Funnel;

public class FunnelCalculatorTests
{
    [Fact]
    public void Rooms_win_probability_from_P0_to_P5()
    {
        double[] odds = [.0870, .1740, .2901, .44625, .6375, .8500];
        for (var stage = 0; stage < 6; stage++)
            FunnelRates.Standard.WinOdds(FunnelStage.FromValue(stage)).Should().BeApproximately(odds[stage], 6e-5);
        FunnelRates.Standard.WinOdds(FunnelStage.P6).Should().Be(1);
    }

    [Fact]
    public void Rooms_backward_plan_of_7_wins()
    {
        var plan = BackwardPlan.For(7, FunnelRates.Standard);

        plan.Select(step => step.Stage.Name).Should().Equal("P5", "P4", "P3", "P2", "P1", "P0");
        double[] deals = [8.24, 10.98, 15.69, 24.13, 40.22, 80.44];
        for (var i = 0; i < 6; i++)
            plan[i].Deals.Should().BeApproximately(deals[i], .005);
        plan.Should().OnlyContain(step => step.By == null);
    }

    [Fact]
    public void A_backward_plan_knows_the_days_and_the_months()
    {
        var stages = FunnelStage.InOrder.SkipLast(1).Select((stage, i) => Deal($"O{i}", 1, stage)
            .With(At(stage, 30), At(FunnelStage.FromValue(stage.Value + 1), 20))).ToArray();
        var times = StageTimes.Of(stages, Today);

        var plan = BackwardPlan.For(1, FunnelRates.Standard, new LocalDate(2026, 12, 31), times);
        plan.Select(step => step.By).Should().Equal(
            new LocalDate(2026, 12, 21), new LocalDate(2026, 12, 11), new LocalDate(2026, 12, 1), new LocalDate(2026, 11, 21),
            new LocalDate(2026, 11, 11), new LocalDate(2026, 11, 1));

        var months = BackwardPlan.ByMonth(
            new Dictionary<YearMonth, double> { [new(2026, 12)] = 1, [new(2026, 11)] = 2 }, FunnelRates.Standard, times);
        months[0].Month.Should().Be(new YearMonth(2026, 10));
        months.Where(need => need.Stage == FunnelStage.P5).Select(need => need.Deals).Should()
            .HaveCount(2).And.Contain(deals => Math.Abs(deals - (2 / .85)) < 1e-12);
        BackwardPlan.For(0, FunnelRates.Standard).Should().OnlyContain(step => step.Deals == 0);
    }

    [Fact]
    public void Rooms_coverage_of_a_target_of_10()
    {
        var coverage = new PipelineCoverage(10, 3, 17.5m, .28);

        coverage.Coverage.Should().Be(2.5);
        coverage.NeededCoverage.Should().BeApproximately(3.571, .0005);
        coverage.Shortfall.Should().BeApproximately(7.5m, 1e-9m);
    }

    [Fact]
    public void Rooms_coverage_of_a_pipeline_of_7_5_million()
    {
        var coverage = new PipelineCoverage(2_000_000, 0, 7_500_000, .28);

        coverage.Coverage.Should().Be(3.75);
        coverage.Expected.Should().Be(2_100_000);
        coverage.ExpectedCoverage.Should().BeApproximately(1.05, 1e-12);
        coverage.Shortfall.Should().Be(0);
        new PipelineCoverage(10, 10, 0, .5).Coverage.Should().BeNull();
        FluentActions.Invoking(() => new PipelineCoverage(1, 0, 1, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Rooms_velocity_and_Littles_law()
    {
        Velocity.PerDay(40, .25, 120_000, 90).Should().BeApproximately(13_333.33, .005);
        Velocity.OpenDeals(12, 1.5).Should().Be(18);
    }

    [Fact]
    public void Rooms_quarter_balance()
    {
        var balance = new QuarterBalance([200, 250, 350, 3_200]);

        balance.Shares.Should().Equal(.05, .0625, .0875, .8);
        balance.Indices[3].Should().BeApproximately(3.2, 1e-12);
        balance.Herfindahl.Should().BeApproximately(.6541, 5e-5);
        balance.HeavyQuarter.Should().Be(4);
    }

    [Fact]
    public void A_quarter_is_heavy_above_half_and_not_at_it()
    {
        new QuarterBalance([50, 50, 0, 0]).HeavyQuarter.Should().BeNull();
        new QuarterBalance([49.99m, 50.01m, 0, 0]).HeavyQuarter.Should().Be(2);
        var nothing = new QuarterBalance([0, 0, 0, 0]);
        (nothing.HeavyQuarter, nothing.Herfindahl).Should().Be((null, null));
        FluentActions.Invoking(() => new QuarterBalance([1, 2, 3])).Should().Throw<ArgumentException>().WithMessage("There are 3 amounts;*");
        FluentActions.Invoking(() => new QuarterBalance([1, 2, 3, -1])).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Rooms_forecast_accuracy()
    {
        var accuracy = ForecastAccuracy.Of([(100, 110), (120, 100), (90, 95), (150, 120)]);

        accuracy.Wape.Should().BeApproximately(.1529, 5e-5);
        accuracy.Bias.Should().BeApproximately(.0824, 5e-5);
        accuracy.Mape.Should().BeApproximately(.1484, 5e-5);
        accuracy.TrackingSignal.Should().BeApproximately(2.154, 5e-4);
    }

    [Fact]
    public void What_an_accuracy_cannot_say_is_null()
    {
        ForecastAccuracy.Of([(1, 0)]).Should().Be(new ForecastAccuracy(1, null, null, null, 1));
        ForecastAccuracy.Of([(5, 5)]).Should().Be(new ForecastAccuracy(1, 0, 0, 0, null));
        FluentActions.Invoking(() => ForecastAccuracy.Of([])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ForecastAccuracy.Of([(1, 1), (1, -1)])).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("periods[1].Actual is -1;*");
    }

    [Fact]
    public void Rooms_calibration_of_five_deals()
    {
        var calibration = OddsCalibration.Of([(.9, true), (.6, false), (.3, false), (.75, true), (.5, true)]);

        calibration.Brier.Should().BeApproximately(.1545, 5e-5);
        calibration.Skill.Should().BeApproximately(.3563, 6e-5);
        calibration.Classes.Sum(each => each.Deals).Should().Be(5);
        OddsCalibration.Of([(1, true)]).Should().Be(new OddsCalibration(1, 0, 1, null, [new(.9, 1, 1, 1, 1)]));
        FluentActions.Invoking(() => OddsCalibration.Of([(1.1, true)])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("deals[0].Odds*");
    }

    [Fact]
    public void Rooms_collection_forecast()
    {
        var january = new YearMonth(2026, 1);
        var due = new Dictionary<YearMonth, decimal> { [january] = 600, [january.PlusMonths(1)] = 400, [january.PlusMonths(2)] = 500 };
        var pattern = new PayingPattern([.30m, .50m, .18m]);

        pattern.Forecast(due).Select(month => month.Amount).Should().Equal(180, 420, 458, 322, 90);
        pattern.Never.Should().Be(.02m);
    }

    [Fact]
    public void A_pattern_is_read_from_invoices_and_open_ones_count_while_they_were_watched()
    {
        AccountInvoice Invoice(decimal amount, LocalDate due, LocalDate? paid) => new("A", amount, due, paid);
        var pattern = PayingPattern.Of(
        [
            Invoice(300, new(2026, 1, 10), new(2026, 1, 31)),
            Invoice(500, new(2026, 1, 10), new(2026, 2, 1)),
            Invoice(180, new(2026, 1, 10), new(2026, 3, 1)),
            Invoice(20, new(2026, 1, 10), null),
            Invoice(1_000, new(2026, 5, 10), null), // open in the month of the question: tells nothing yet
            Invoice(1_000, new(2026, 6, 10), null), // not due
        ], Today, 2)!;

        pattern.Shares.Should().Equal(.30m, .50m, .18m);
        PayingPattern.Of([Invoice(1_000, new(2026, 6, 10), null)], Today).Should().BeNull();
        PayingPattern.Of([Invoice(100, new(2026, 3, 10), new(2026, 2, 1))], Today, 0)!.Shares.Should().Equal(1);
        FluentActions.Invoking(() => new PayingPattern([.5m, .51m])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => PayingPattern.Of([Invoice(-1, new(2026, 3, 10), null)], Today)).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("invoices[0].Amount is -1;*");
    }

    [Fact]
    public void Only_closed_passages_count()
    {
        var rates = FunnelRates.Standard.Learn(
        [
            Deal("open", 1, FunnelStage.P2).With(At(FunnelStage.P1, 20), At(FunnelStage.P2, 10)),
            Deal("lost", 1, FunnelStage.P2).With(At(FunnelStage.P1, 20), At(FunnelStage.P2, 10)).Lost(),
            Deal("won", 1, FunnelStage.P2).With(At(FunnelStage.P2, 10)).Won(),
        ]);

        (rates.From(FunnelStage.P1).Successes, rates.From(FunnelStage.P1).Trials).Should().Be((2, 2));
        (rates.From(FunnelStage.P2).Successes, rates.From(FunnelStage.P2).Trials).Should().Be((1, 2));
        rates.From(FunnelStage.P3).Trials.Should().Be(0); // skipped: no passage of it was seen
        rates.From(FunnelStage.P2).Mean.Should().BeApproximately(((.65 * 10) + 1) / 12, 1e-12);
        rates.Should().Be(FunnelRates.Standard.Learn([]).Learn(
        [
            Deal("won", 1, FunnelStage.P2).Won(),
            Deal("lost", 1, FunnelStage.P2).With(At(FunnelStage.P1, 20), At(FunnelStage.P2, 10)).Lost(),
            Deal("open", 1, FunnelStage.P2).With(At(FunnelStage.P1, 20), At(FunnelStage.P2, 10)),
        ]));
    }

    [Fact]
    public void A_deal_that_went_back_stopped_at_the_highest_stage_it_came_to()
    {
        var rates = FunnelRates.Standard.Learn(
            [Deal("back", 1, FunnelStage.P2).With(At(FunnelStage.P2, 30), At(FunnelStage.P3, 20), At(FunnelStage.P2, 10)).Lost()]);

        (rates.From(FunnelStage.P2).Successes, rates.From(FunnelStage.P2).Trials).Should().Be((1, 1));
        (rates.From(FunnelStage.P3).Successes, rates.From(FunnelStage.P3).Trials).Should().Be((0, 1));
    }

    [Fact]
    public void Time_in_a_stage_counts_what_is_still_there()
    {
        var times = StageTimes.Of(
        [
            Deal("1", 1, FunnelStage.P1).With(At(FunnelStage.P1, 20), At(FunnelStage.P2, 10)),
            Deal("2", 1, FunnelStage.P1).With(At(FunnelStage.P1, 30)),
            Deal("3", 1, FunnelStage.P1).With(At(FunnelStage.P1, 50), At(FunnelStage.P2, 10)).Won(),
            Deal("4", 1, FunnelStage.P1),
        ], Today);

        times.Stages[1].Steps.Select(step => (step.Time, step.AtRisk, step.Events)).Should().Equal((10, 3, 1), (40, 1, 1));
        times.Stages[2].Steps.Select(step => (step.Time, step.AtRisk, step.Events)).Should().Equal((10, 2, 1));
        (times.StuckAfter(FunnelStage.P1), times.StuckAfter(FunnelStage.P0), times.StuckAfter(FunnelStage.P6)).Should().Be((40, null, null));
    }

    [Fact]
    public void Slippage_counts_pushes_and_never_what_came_nearer()
    {
        var deal = Deal("1", 1, FunnelStage.P4, new LocalDate(2026, 7, 1)) with
        {
            Category = ForecastCategory.Committed,
            CloseDates =
            [
                new(new(2026, 1, 1), new(2026, 3, 1)), new(new(2026, 2, 1), new(2026, 4, 1)), new(new(2026, 3, 1), new(2026, 3, 20)),
            ],
        };

        Slippage.Of(deal).Should().Be(new Slippage(2, 31 + 103));
        Slippage.CategoryOf(deal).Should().Be(ForecastCategory.Pipeline);
        Slippage.CategoryOf(deal with { ExpectedClose = new LocalDate(2026, 3, 20) }).Should().Be(ForecastCategory.Committed);
        Slippage.CategoryOf(deal with { Category = ForecastCategory.Omitted }).Should().Be(ForecastCategory.Omitted);
        Slippage.CategoryOf(deal with { Category = null }).Should().Be(ForecastCategory.Pipeline);
        Slippage.Of(Deal("1", 1, FunnelStage.P4)).Should().Be(new Slippage(0, 0));
    }

    [Fact]
    public void Rates_that_cannot_be_are_refused()
    {
        FluentActions.Invoking(() => FunnelRates.Of([.5, .5])).Should().Throw<ArgumentException>().WithMessage("There are 2 rates; there must be six*");
        FluentActions.Invoking(() => FunnelRates.Of([.5, .5, .5, .5, .5, 1.5])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => FunnelRates.Of([.5, .5, .5, .5, .5, .5], 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => FunnelRates.Standard.From(FunnelStage.P6)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("stage is P6; it must be one of P0 … P5.*");
    }

    [Fact]
    public void An_invoice_that_is_due_on_the_day_is_due()
    {
        PayingPattern.Of([new("A", 100, Today, Today)], Today, 0)!.Shares.Should().Equal(1);
        PayingPattern.Of([new("A", 100, Today.PlusDays(1), Today)], Today, 0).Should().BeNull();
    }
}
