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
