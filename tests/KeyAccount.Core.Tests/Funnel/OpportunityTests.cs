using System.Text.Json;
using KeyAccount.Core.Funnel;
using NodaTime;
using static KeyAccount.Core.Tests.Funnel.Deals;

namespace KeyAccount.Core.Tests.Funnel;

public class OpportunityTests
{
    private static readonly Opportunity Full = new()
    {
        Id = "O-1",
        AccountId = "A-1",
        Name = "Pumps for line 3",
        Owner = "Li Lei",
        Amount = 120_000.5m,
        Currency = "CNY",
        History = [new(FunnelStage.P1, null), At(FunnelStage.P3, 40), At(FunnelStage.P2, 20)],
        ExpectedClose = new LocalDate(2026, 6, 30),
        CloseDates = [new(new(2026, 3, 1), new(2026, 5, 31))],
        Channel = LeadChannel.Referral,
        Category = ForecastCategory.BestCase,
        StatedOdds = .6,
        Evidence = [new(StageEvidence.ContactSeen, new LocalDate(2026, 2, 1)), new(StageEvidence.PossibleNeed)],
        Needs = ["less downtime"],
        Competitors = ["Rival"],
        NextStep = new(new LocalDate(2026, 5, 20), "test run"),
        PaymentPlan = [new(new(2026, 7, 31), .3m), new(new(2026, 9, 30), .7m)],
    };

    [Fact]
    public void It_survives_JSON_with_its_dates_and_lists()
    {
        foreach (var deal in (Opportunity[])[Full, Full.Won(), Full.Lost(LossReason.NoDecision), Deal("x", 0, FunnelStage.P0)])
            JsonSerializer.Deserialize<Opportunity>(JsonSerializer.Serialize(deal)).Should().Be(deal);
    }

    [Fact]
    public void The_stage_is_the_last_of_the_history_and_P6_when_won()
    {
        (Full.Stage, Full.HighestStage, Full.StageSince).Should().Be((FunnelStage.P2, FunnelStage.P3, Today.PlusDays(-20)));
        var won = Full.Won(3);
        (won.Stage, won.HighestStage, won.StageSince, won.IsOpen).Should().Be((FunnelStage.P6, FunnelStage.P6, Today.PlusDays(-3), false));
        Full.Lost().Stage.Should().Be(FunnelStage.P2);
    }

    [Fact]
    public void What_cannot_be_is_refused_by_its_field()
    {
        void Refused(string message, Func<object> make) => FluentActions.Invoking(make).Should().Throw<ArgumentException>().WithMessage(message);

        Refused("Amount is -1; it must be at least 0.*", () => Full with { Amount = -1 });
        Refused("StatedOdds is 60; it must be between 0 and 1.*", () => Full with { StatedOdds = 60 });
        Refused("*Id*", () => Full with { Id = " " });
        Refused("History has no stage; a deal is at one of P0 … P6.*", () => Full with { History = [] });
        Refused("History[1].Since is missing; only the first stage may lack its day.*", () => Full.With(At(FunnelStage.P1, 3), new(FunnelStage.P2, null)));
        Refused("History[1].Since is 2026-05-11; it must be 2026-05-12 (the day of the stage before it) or later.*", () => Full.With(At(FunnelStage.P1, 3), At(FunnelStage.P2, 4)));
        Refused("CloseDates[1].On is 2026-01-01; it must be 2026-01-02 (the day of the entry before it) or later.*", () => Full with
        {
            CloseDates = [new(new(2026, 1, 2), new(2026, 3, 1)), new(new(2026, 1, 1), new(2026, 3, 1))],
        });
        Refused("PaymentPlan[0].Share is 1.5; it must be at most 1.*", () => Full with { PaymentPlan = [new(Today, 1.5m)] });
        Refused("The shares of the payment plan sum to 1.1; they must sum to 1 at most.*", () => Full with { PaymentPlan = [new(Today, .6m), new(Today, .5m)] });
        Refused("reason is Price; a won deal has none.*", () => new DealOutcome(isWon: true, Today, LossReason.Price));
        Refused("*History[0]*", () => Full with { History = [null!] });
        Refused("*Evidence[0]*", () => Full with { Evidence = [null!] });
    }

    [Fact]
    public void Days_of_the_future_and_an_end_before_the_stages_are_faults_of_the_day()
    {
        Full.Faults(Today).Should().BeEmpty();
        Full.With(At(FunnelStage.P1, 0)).Faults(Today).Should().BeEmpty();
        Full.With(At(FunnelStage.P1, -1)).Faults(Today).Should().Equal("history[0].since is 2026-05-16; it must be 2026-05-15 (the day of the report) or earlier");
        Full.Won(-1).Faults(Today).Should().Equal("outcome.date is 2026-05-16; it must be 2026-05-15 (the day of the report) or earlier");
        Full.Won(21).Faults(Today).Should().Equal("outcome.date is 2026-04-24; it must be 2026-04-25 (the day of its last stage) or later");
        (Full with { CloseDates = [new(Today.PlusDays(1), Today)] }).Faults(Today).Should().ContainSingle().Which.Should().StartWith("closeDates[0].on");
        (Full with { Evidence = [new(StageEvidence.DateKnown, Today.PlusDays(1))] }).Faults(Today).Should().ContainSingle().Which.Should().StartWith("evidence[0].date");
    }
}
