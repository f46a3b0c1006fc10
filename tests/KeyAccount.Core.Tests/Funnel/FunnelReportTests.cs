using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Funnel;
using NodaTime;
using static KeyAccount.Core.Tests.Funnel.Deals;

namespace KeyAccount.Core.Tests.Funnel;

public class FunnelReportTests
{
    private static readonly LocalDate June = new(2026, 6, 20);

    private static readonly FunnelOptions Options = new() { AsOf = Today, Target = 3_000, Grid = 50 };

    // Rooms, row 30: the same deals as in SumOfBetsTests, here through the report. No deal is closed, so that the odds are the priors.
    private static readonly Opportunity[] Open =
    [
        Deal("1", 1_200, FunnelStage.P5, June), Deal("2", 900, FunnelStage.P4, June), Deal("3", 450, FunnelStage.P4, June),
        Deal("4", 1_500, FunnelStage.P3, June), Deal("5", 800, FunnelStage.P2, June), Deal("6", 600, FunnelStage.P2, June),
        Deal("7", 2_000, FunnelStage.P1, June),
    ];

    [Fact]
    public void Rooms_weighted_pipeline_of_a_report()
    {
        var forecast = FunnelReport.Of(Open, Options).Forecast;

        (forecast.From, forecast.Until).Should().Be((new LocalDate(2026, 4, 1), new LocalDate(2026, 6, 30)));
        forecast.Open.Total.Should().Be(7_450);
        forecast.Expected.Should().BeApproximately(3_304.16, .005);
        forecast.TargetOdds.Should().BeApproximately(.5735, 5e-5);
        (forecast.Quantile(.1), forecast.Quantile(.5), forecast.Quantile(.9)).Should().Be((1_650, 3_150, 5_000));
        forecast.Coverage!.Coverage.Should().BeApproximately(7_450 / 3_000.0, 1e-12);
        forecast.StatedExpected.Should().BeNull();
    }

    [Fact]
    public void What_is_won_in_the_period_counts_and_before_it_does_not()
    {
        var report = FunnelReport.Of(
            [.. Open, Deal("w", 500, FunnelStage.P5).Won(5), Deal("old", 900, FunnelStage.P5).Won(60), Deal("l", 100, FunnelStage.P2).Lost(LossReason.Price)],
            Options);

        report.Forecast.Won.Should().Be(500);
        (report.Deals, report.Won, report.Lost).Should().Be((10, 2, 1));
        (report.WinRate.Successes, report.WinRate.Trials).Should().Be((2, 3));
        report.Losses.Should().Equal(new LossCount(LossReason.Price, 1, 100));
        report.Forecast.Coverage!.StillToWin.Should().Be(2_500);
    }

    [Fact]
    public void What_is_won_counts_towards_the_target_and_in_every_quantile()
    {
        var forecast = FunnelReport.Of([.. Open, Deal("w", 500, FunnelStage.P5).Won(5)], Options).Forecast;

        forecast.Target.Should().Be(3_000);
        forecast.TargetOdds.Should().Be(forecast.Open.ProbabilityAtLeast(2_500))
            .And.BeGreaterThan(forecast.Open.ProbabilityAtLeast(3_000));
        forecast.Expected.Should().Be(500 + forecast.Open.Mean);
        (forecast.P10, forecast.P50, forecast.P90).Should().Be(
            (500 + forecast.Open.Quantile(.1), 500 + forecast.Open.Quantile(.5), 500 + forecast.Open.Quantile(.9)));
    }

    [Fact]
    public void Deals_without_a_date_or_past_it_are_listed_and_never_forecast()
    {
        var report = FunnelReport.Of(
            [Deal("none", 700, FunnelStage.P5), Deal("past", 300, FunnelStage.P5, Today.PlusDays(-1)), Deal("today", 200, FunnelStage.P6, Today),
                Deal("next", 100, FunnelStage.P5, new LocalDate(2026, 7, 1))],
            Options);

        (report.Forecast.Open.Total, report.Forecast.Open.Mean, report.Forecast.Open.Variance).Should().Be((200, 200, 0));
        report.Notices.Select(notice => (notice.Kind, notice.Count, notice.Amount, notice.First[0].OpportunityId)).Should().Equal(
            (DealNoticeKind.NoCloseDate, 1, 700, "none"), (DealNoticeKind.CloseDatePast, 1, 300, "past"));
        report.Notices[1].First[0].Days.Should().Be(1);
        report.Quarters.Amounts.Should().Equal(0, 200, 100, 0);
    }

    [Fact]
    public void Claimed_above_evidence_names_what_is_missing_and_what_nobody_recorded_is_not_claimed()
    {
        var claimed = Deal("c", 10, FunnelStage.P4, June) with { Evidence = [new(StageEvidence.ContactSeen), new(StageEvidence.PossibleNeed)] };
        var notice = FunnelReport.Of([.. Open, claimed], Options).Notices.Single();

        (notice.Kind, notice.Count).Should().Be((DealNoticeKind.ClaimedAboveEvidence, 1));
        notice.First[0].Missing.Should().Equal(StageEvidence.OfferSubmitted);
        notice.First[0].Reason.En.Should().Be("The deal is reported at P4, but the evidence supports only P1. Obtain the missing evidence, or move the deal back.");
    }

    [Fact]
    public void Stuck_is_longer_than_three_of_four()
    {
        Opportunity[] gone = [.. Enumerable.Range(1, 4).Select(i => Deal($"g{i}", 1, FunnelStage.P2, June)
            .With(At(FunnelStage.P2, 100), At(FunnelStage.P3, 100 - (10 * i))))];
        Opportunity[] more = [.. Enumerable.Range(1, 9).Select(i => Deal($"m{i}", 1, FunnelStage.P2, June).With(At(FunnelStage.P2, 30), At(FunnelStage.P3, 0)))];
        Opportunity At2(int days, string id) => Deal(id, 7, FunnelStage.P2, June).With(At(FunnelStage.P2, days));
        var report = FunnelReport.Of([.. gone, .. more, At2(30, "at"), At2(31, "above"), At2(45, "long")], Options with { MostNotices = 1 });

        report.Stages[2].StuckAfterDays.Should().Be(30);
        var stuck = report.Notices.First(notice => notice.Kind == DealNoticeKind.Stuck);
        (stuck.Count, stuck.Amount, stuck.First.Single().OpportunityId, stuck.First[0].Days).Should().Be((2, 14, "long", 45));
        stuck.First[0].Reason.En.Should().Be("The deal has been at P2 for 45 days; three out of four deals move on within 30 days. Move it forward or let it go.");
    }

    [Fact]
    public void A_next_step_counts_while_it_is_ahead()
    {
        Opportunity Step(string id, int? days) => Deal(id, 1, FunnelStage.P1, June) with { NextStep = days is { } d ? new(Today.PlusDays(d), "x") : new(null, "x") };
        var notice = FunnelReport.Of([Step("today", 0), Step("past", -1), Step("undated", null), Deal("none", 1, FunnelStage.P1, June) with { NextStep = null }], Options)
            .Notices.Single();

        (notice.Kind, notice.Count).Should().Be((DealNoticeKind.NoNextStep, 3));
        notice.First.Select(each => each.OpportunityId).Should().Equal("none", "past", "undated");
    }

    [Fact]
    public void Slipping_categories_and_stated_odds()
    {
        var slipped = Deal("s", 40, FunnelStage.P4, June) with
        {
            Category = ForecastCategory.Committed, StatedOdds = .9,
            CloseDates = [new(new(2026, 1, 1), new(2026, 2, 1)), new(new(2026, 2, 1), new(2026, 3, 1))],
        };
        var report = FunnelReport.Of(
            [slipped, Deal("b", 60, FunnelStage.P4, June) with { Category = ForecastCategory.BestCase, StatedOdds = .5 },
                Deal("o", 99, FunnelStage.P4, June) with { Category = ForecastCategory.Omitted },
                Deal("w", 1, FunnelStage.P4).Won(100) with { StatedOdds = .8 }],
            Options with { Grid = 1 });

        report.Categories.Should().Equal(
            new CategoryTotal(ForecastCategory.BestCase, 1, 60), new CategoryTotal(ForecastCategory.Pipeline, 1, 40), new CategoryTotal(ForecastCategory.Omitted, 1, 99));
        report.Forecast.Open.Total.Should().Be(100);
        report.Forecast.StatedExpected.Should().Be((40 * .9m) + (60 * .5m));
        report.Notices.Single().Should().BeEquivalentTo(new { Kind = DealNoticeKind.Slipping, Count = 1, Amount = 40m });
        report.StatedOdds!.Deals.Should().Be(1);
    }

    [Fact]
    public void Channels_owners_and_collection()
    {
        var report = FunnelReport.Of(
            [
                Deal("1", 100, FunnelStage.P5).Won() with
                {
                    Channel = LeadChannel.Referral, Owner = "Li", PaymentPlan = [new(Today, .2m), new(Today.PlusDays(1), .3m), new(new(2026, 8, 1), .5m)],
                },
                Deal("2", 50, FunnelStage.P2).Lost() with { Channel = LeadChannel.ColdCall, Owner = "Li" },
                Deal("3", 70, FunnelStage.P2, June),
            ],
            Options);

        report.Channels.Select(group => (group.Name, group.Deals, group.WonAmount, group.OpenAmount, group.WinRate.Trials)).Should().Equal(
            ("Referral", 1, 100, 0, 1), ("", 1, 0, 70, 0), ("ColdCall", 1, 0, 0, 1));
        report.Owners.Select(group => group.Name).Should().Equal("Li", "");
        report.Collection.Should().Equal(new MonthlyReceipt(new(2026, 5), 30), new MonthlyReceipt(new(2026, 8), 50));
    }

    [Fact]
    public void Bad_deals_are_refused_by_deal_and_field_and_leave_the_builder_as_it_was()
    {
        var builder = new FunnelReportBuilder(Options);
        builder.Add(Open[0] with { Currency = "CNY" });
        builder.Invoking(b => b.Add(Open[1] with { Currency = "EUR" })).Should().Throw<ArgumentException>()
            .WithMessage("Opportunity '2': currency is EUR, that of '1' is CNY; convert all amounts into one currency first.*");
        builder.Invoking(b => b.Add(Open[1])).Should().Throw<ArgumentException>().WithMessage("Opportunity '2': currency is not given, that of '1' is CNY;*");
        builder.Invoking(b => b.Add(Open[1].With(At(FunnelStage.P1, -1)))).Should().Throw<ArgumentException>()
            .WithMessage("Opportunity '2': history[0].since is 2026-05-16;*");
        builder.Build().Deals.Should().Be(1);
        FluentActions.Invoking(() => new FunnelReportBuilder(Options with { Until = Today.PlusDays(-1) })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Options with { Target = -1 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Options with { Grid = 0 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(100, .01)]
    [InlineData(100.01, .02)]
    [InlineData(10_000, 1)]
    [InlineData(10_001, 2)]
    [InlineData(1_000_000_000, 100_000)]
    public void The_grid_is_the_finest_that_has_10_000_steps(double total, double grid) =>
        FunnelReport.Of([Deal("1", (decimal)total, FunnelStage.P5, June)], Options with { Grid = null }).Forecast.Open.Grid.Should().Be((decimal)grid);

    [Fact]
    public void It_survives_JSON()
    {
        var report = FunnelReport.Of([.. Open, Deal("w", 500, FunnelStage.P5).Won(5), Deal("none", 7, FunnelStage.P1).With(At(FunnelStage.P1, 9))], Options);

        JsonSerializer.Deserialize<FunnelReport>(JsonSerializer.Serialize(report)).Should().Be(report);
    }

    [Fact]
    public void The_order_of_deals_never_matters_and_nothing_is_lost() => Check.One(
        Seeded.Cases(200),
        Prop.ForAll(
            (from count in Gen.Choose(0, 30)
             from deals in (from amount in Gen.Choose(0, 500)
                            from stage in Gen.Choose(0, 6)
                            from earlier in Gen.Choose(0, 6)
                            from days in Gen.Choose(0, 90)
                            from close in Gen.Choose(-20, 120)
                            from outcome in Gen.Choose(0, 3)
                            select (amount, stage, earlier, days, close, outcome)).ListOf(count)
             select deals).ToArbitrary(),
            deals =>
            {
                var all = deals.Select((deal, i) =>
                {
                    var one = Deal($"{i}", deal.amount, FunnelStage.P0, Today.PlusDays(deal.close))
                        .With(At(FunnelStage.FromValue(deal.earlier), 100), At(FunnelStage.FromValue(deal.stage), deal.days));
                    return deal.outcome switch { 0 => one.Won(), 1 => one.Lost(), _ => one };
                }).ToArray();
                var report = FunnelReport.Of(all, Options with { Grid = 1, MostNotices = 3 });

                FunnelReport.Of(Enumerable.Reverse(all), Options with { Grid = 1, MostNotices = 3 }).Should().Be(report);
                (report.Won + report.Lost + report.Stages.Sum(stage => stage.OpenDeals)).Should().Be(all.Length);
                report.Stages.Sum(stage => stage.OpenAmount).Should().Be(all.Where(deal => deal.IsOpen).Sum(deal => deal.Amount));
                report.Channels.Sum(channel => channel.Deals).Should().Be(all.Length);
                report.Forecast.Open.Total.Should().BeLessThanOrEqualTo(report.Stages.Sum(stage => stage.OpenAmount));
                var expected = all.Where(deal => deal.IsOpen && deal.ExpectedClose >= Today && deal.ExpectedClose <= report.Forecast.Until)
                    .Sum(deal => (double)deal.Amount * report.Rates.WinOdds(deal.Stage));
                report.Forecast.Open.Mean.Should().BeApproximately(expected, 1e-6);
            }));

    [Fact]
    public void A_deal_that_is_won_on_the_day_it_came_up_took_no_days_and_still_counts()
    {
        var report = FunnelReport.Of([Deal("w", 500, FunnelStage.P5).With(At(FunnelStage.P1, 5)).Won(5), Deal("x", 500, FunnelStage.P5).With(At(FunnelStage.P1, 25)).Won(5)], Options);
        report.CycleDays.Should().Be(0, "of two the lower is the median");
    }

    [Fact]
    public void The_coverage_that_is_needed_is_enough()
    {
        var needed = FunnelReport.Of(Open, Options).Forecast.Coverage!.NeededCoverage;
        IEnumerable<string> Warnings(decimal target) => FunnelReport.Of(Open, Options with { Target = target }).Warnings.Select(warning => warning.Id);
        Warnings(7_450m / (decimal)needed).Should().NotContain("coverageLow");
        Warnings((7_450m / (decimal)needed) + 10).Should().Contain("coverageLow");
    }

    [Fact]
    public void A_close_date_may_be_moved_twice_on_a_day()
    {
        var deal = Deal("1", 1_200, FunnelStage.P5, June) with { CloseDates = [new(Today, June), new(Today, June.PlusDays(10))] };
        deal.CloseDates.Should().HaveCount(2);
        FluentActions.Invoking(() => deal with { CloseDates = [new(Today, June), new(Today.PlusDays(-1), June)] }).Should().Throw<ArgumentException>();
    }
}
