using System.Text.Json;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Rules;
using NodaTime;

namespace KeyAccount.Core.Tests.Bidding;

public class BidCaseTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);

    [Fact]
    public void A_bid_is_won_and_signed()
    {
        var bid = After(BidEventKind.FileIssued, BidEventKind.Submitted, BidEventKind.Opened, BidEventKind.Published, BidEventKind.Won);
        (bid.Phase, bid.Result, bid.HasEnded).Should().Be((BidPhase.Afterwards, BidEventKind.Won, false));
        bid.NextSteps(Start).Single().Text.En.Should().Be("Sign the contract");
        bid.Risks.Should().Equal(BidRisk.ContractDelayed);
        var signed = bid.Apply(new(BidEventKind.ContractSigned, Start.PlusDays(90)));
        signed.IsAccepted.Should().BeTrue();
        signed.Case.HasEnded.Should().BeTrue();
        signed.Case.NextSteps(Start).Should().BeEmpty();
        signed.Case.Risks.Should().BeEmpty();
    }

    [Fact]
    public void A_lost_bid_is_answered_in_four_steps_with_a_debrief_within_a_week()
    {
        var lost = After(BidEventKind.FileIssued, BidEventKind.Submitted, BidEventKind.Opened, BidEventKind.Lost);
        var steps = lost.NextSteps(Start.PlusDays(3 + 8));
        steps.Select(step => step.Key).Should().Equal("Debrief", "LegalObjection", "KeepRelation", "NextLot");
        lost.Risks.Should().Equal(BidRisk.LossUnexplained);
        (steps[0].DueOn, steps[0].IsOverdue).Should().Be((Start.PlusDays(3 + 7), true));
        lost.NextSteps(Start.PlusDays(3 + 7))[0].IsOverdue.Should().BeFalse();
        lost.Apply(new(BidEventKind.DebriefHeld, Start.PlusDays(9))).Case.HasEnded.Should().BeTrue();
        lost.Apply(new(BidEventKind.ContractSigned, Start.PlusDays(9))).IsAccepted.Should().BeFalse();
    }

    [Theory]
    [InlineData("BeforeIssue", 2)]
    [InlineData("Preparation", 5)]
    [InlineData("BeforeOpening", 2)]
    [InlineData("Presentation", 1)]
    [InlineData("Publicity", 2)]
    [InlineData("Afterwards", 2)]
    public void Each_phase_has_its_risks(string phase, int count) => BidRisk.InOrder.Count(risk => risk.Phase.Name == phase).Should().Be(count);

    [Fact]
    public void What_cannot_happen_now_is_refused_with_the_reason()
    {
        var bid = After(BidEventKind.FileIssued);
        var refused = bid.Apply(new(BidEventKind.Won, Start.PlusDays(5)));
        refused.Should().Be(new CaseResult<BidCase>(bid, false, "notNow", refused.Reason));
        refused.Reason.En.Should().Be("“won” is not possible in the phase “preparing the bid”. Enter what happened in between first.");
        bid.Apply(new(BidEventKind.Submitted, Start.PlusDays(-1))).RuleId.Should().Be("earlier");
        After(BidEventKind.FileIssued, BidEventKind.Withdrawn).Apply(new(BidEventKind.Submitted, Start.PlusDays(9))).RuleId.Should().Be("ended");
        After().Apply(new(BidEventKind.Voided, Start)).IsAccepted.Should().BeFalse("there is no tender yet");
        foreach (var kind in new[] { BidEventKind.Rejected, BidEventKind.Voided, BidEventKind.Withdrawn })
            After(BidEventKind.FileIssued, BidEventKind.Submitted, kind).Should().Match<BidCase>(ended => ended.HasEnded && ended.Result == kind);
    }

    [Fact]
    public void A_history_with_a_refused_event_makes_no_case() => FluentActions.Invoking(() => new BidCase("b", Start, [new(BidEventKind.Won, Start)]))
        .Should().Throw<ArgumentException>().WithMessage("history[0] is refused: *");

    [Fact]
    public void The_next_step_is_due_on_its_day_and_the_contract_by_law()
    {
        var calendar = new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.FileIssued, Start), new(TenderDate.Deadline, Start.PlusDays(20)), new(TenderDate.Notice, Start.PlusDays(40))]);
        After(BidEventKind.FileIssued).NextSteps(Start.PlusDays(20), calendar).Single().Should().Match<CaseStep>(step => step.DueOn == Start.PlusDays(20) && !step.IsOverdue);
        After(BidEventKind.FileIssued).NextSteps(Start.PlusDays(21), calendar).Single().IsOverdue.Should().BeTrue();
        After(BidEventKind.FileIssued, BidEventKind.Submitted, BidEventKind.Opened, BidEventKind.Won).NextSteps(Start, calendar).Single().DueOn.Should().Be(Start.PlusDays(70));
    }

    [Fact]
    public void After_a_lost_bid_the_debrief_and_the_objection_have_a_day_and_the_others_none()
    {
        var lost = After(BidEventKind.FileIssued, BidEventKind.Submitted, BidEventKind.Opened, BidEventKind.Lost);
        var calendar = new TenderCalendar(
            TenderRegime.GovernmentPurchasing,
            [new(TenderDate.ResultKnown, Start), new(TenderDate.QueryAnswered, Start.PlusDays(8))]);

        lost.NextSteps(Start, calendar).Select(step => step.DueOn)
            .Should().Equal(Start.PlusDays(10), Start.PlusDays(9), null, null);
        lost.NextSteps(Start).Select(step => step.DueOn).Should().Equal(Start.PlusDays(10), null, null, null);
    }

    [Fact]
    public void A_debrief_is_due_at_the_latest_when_the_calendar_ends()
    {
        static LocalDate? DueAfter(LocalDate lostOn) => new BidCase("b", Start, [
            new(BidEventKind.FileIssued, Start), new(BidEventKind.Submitted, Start), new(BidEventKind.Opened, Start),
            new(BidEventKind.Lost, lostOn)]).NextSteps(Start)[0].DueOn;

        DueAfter(LocalDate.MaxIsoValue.PlusDays(-8)).Should().Be(LocalDate.MaxIsoValue.PlusDays(-1));
        DueAfter(LocalDate.MaxIsoValue.PlusDays(-7)).Should().Be(LocalDate.MaxIsoValue);
        DueAfter(LocalDate.MaxIsoValue).Should().Be(LocalDate.MaxIsoValue);
    }

    [Fact]
    public void A_contract_without_a_duty_has_no_day()
    {
        var won = After(BidEventKind.FileIssued, BidEventKind.Submitted, BidEventKind.Opened, BidEventKind.Won);

        won.NextSteps(Start, new TenderCalendar(null, [])).Single().DueOn.Should().BeNull();
    }

    [Fact]
    public void An_event_moves_the_phase_or_leaves_it_and_a_contract_leaves_the_result()
    {
        BidEventKind[] opened = [BidEventKind.FileIssued, BidEventKind.Submitted, BidEventKind.Opened];

        After(opened).Phase.Should().Be(BidPhase.Presentation);
        After([.. opened, BidEventKind.Published]).Phase.Should().Be(BidPhase.Publicity);
        After([.. opened, BidEventKind.Published, BidEventKind.Rejected]).Phase.Should().Be(BidPhase.Publicity);
        After([.. opened, BidEventKind.Lost]).Phase.Should().Be(BidPhase.Afterwards);
        After([.. opened, BidEventKind.Published, BidEventKind.Lost, BidEventKind.DebriefHeld])
            .Should().Match<BidCase>(each => each.Phase == BidPhase.Afterwards && each.Result == BidEventKind.Lost && each.HasEnded);
        After([.. opened, BidEventKind.Won, BidEventKind.ContractSigned]).Result.Should().Be(BidEventKind.Won);
    }

    [Fact]
    public void An_event_before_the_last_one_is_refused_though_it_is_after_the_beginning()
    {
        var submitted = After(BidEventKind.FileIssued, BidEventKind.Submitted);

        submitted.Apply(new(BidEventKind.Opened, Start)).RuleId.Should().Be("earlier");
        submitted.Apply(new(BidEventKind.Opened, Start.PlusDays(1))).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public void A_case_comes_back_from_JSON_and_describes_itself()
    {
        var bid = After(BidEventKind.FileIssued, BidEventKind.Submitted);
        JsonSerializer.Deserialize<BidCase>(JsonSerializer.Serialize(bid)).Should().Be(bid);
        var text = bid.Describe(Start).ToJson();
        text.Should().Contain("Attend the opening").And.Contain("Hard question: ");
        System.Text.RegularExpressions.Regex.Unescape(bid.Describe(Start, null, "zh-Hans").ToJson()).Should().Contain("参加开标");
    }

    private static BidCase After(params BidEventKind[] kinds) =>
        new("Line 4", Start, [.. kinds.Select((kind, i) => new BidEvent(kind, Start.PlusDays(i)))]);
}
