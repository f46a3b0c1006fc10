using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Tests.Winback;

public class WinbackCaseTests
{
    private static readonly LocalDate Opened = new(2026, 3, 2);

    private static WinbackCase New => WinbackCase.Open("W-1", AccountTier.A, Opened);

    private static WinbackEvent Cause => WinbackEvent.CauseFound(DepartureCause.Quality, Opened, "8D report of the pump");

    private static WinbackEvent Strategy => WinbackEvent.StrategySet(WinbackStrategy.FullEffort, Opened);

    private static WinbackEvent Tool => WinbackEvent.ToolUsed(WinbackTool.LeaderVisit, Opened);

    private static WinbackEvent End => WinbackEvent.EndSet(Opened.PlusDays(90), Opened);

    [Fact]
    public void A_case_goes_through_the_four_steps()
    {
        var work = New;
        work.Step.Should().Be(WinbackStep.FindCause);
        work = Applied(work, Cause);
        work.Step.Should().Be(WinbackStep.SetStrategy);
        work = Applied(work, Strategy);
        work.Step.Should().Be(WinbackStep.CarryOut);
        work.NextSteps(Opened).Select(step => step.Key).Should().Equal("ToolUsed", "EndSet");
        work = Applied(work, Tool, End);
        work.Step.Should().Be(WinbackStep.JudgeEffect);
        work.NextSteps(Opened.PlusDays(90)).Single().Should().Match<CaseStep>(step => step.DueOn == Opened.PlusDays(90) && !step.IsOverdue);
        work.NextSteps(Opened.PlusDays(91)).Single().IsOverdue.Should().BeTrue();
        work = Applied(work, WinbackEvent.Judged(WinbackOutcome.NotRegained, Opened.PlusDays(90)));
        (work.IsClosed, work.Step, work.Outcome).Should().Be((true, null, WinbackOutcome.NotRegained));
        work.NextSteps(Opened).Should().BeEmpty();
    }

    [Fact]
    public void Each_step_needs_the_one_before()
    {
        Refused(New, Strategy).Should().Be("strategy.noCause");
        Refused(New, Tool).Should().Be("tool.noStrategy");
        Refused(Applied(New, Cause), Tool).Should().Be("tool.noStrategy");
        Refused(Applied(New, Cause), End).Should().Be("end.noStrategy");
        Refused(Applied(New, Cause), Judged(90)).Should().Be("judge.noStrategy");
        Refused(Applied(New, Cause, Strategy, Tool), Judged(90)).Should().Be("judge.noEnd");
        Refused(Applied(New, Cause, Strategy, End), Judged(90)).Should().Be("judge.nothingDone");
        Refused(Applied(New, Cause, Strategy, Tool, End), Judged(89)).Should().Be("judge.early");
        New.Apply(Strategy).Refusal!.En.Should().Be("There is no strategy without a cause. Find the cause first, with evidence.");
        New.Apply(Strategy).Refusal!.ZhHans.Should().Be("没有原因就没有战略：请先以证据查明原因。");
        Applied(New, Cause, Strategy, Tool, End).Apply(Judged(89)).Refusal!.En.Should().Contain("2026-05-31");
    }

    [Fact]
    public void Who_is_back_can_be_judged_before_the_end_date() =>
        Applied(New, Cause, Strategy, Tool, End, WinbackEvent.Judged(WinbackOutcome.Regained, Opened.PlusDays(10))).IsClosed.Should().BeTrue();

    [Fact]
    public void A_cause_needs_evidence() =>
        FluentActions.Invoking(() => WinbackEvent.CauseFound(DepartureCause.Price, Opened, " ")).Should().Throw<ArgumentException>()
            .WithMessage("note is blank; it must be the evidence for CauseFound.*");

    [Fact]
    public void A_lower_price_is_refused_for_a_cause_that_is_not_the_price()
    {
        var price = WinbackEvent.ToolUsed(WinbackTool.ConditionalPrice, Opened);
        Refused(Applied(New, Cause, Strategy), price).Should().Be("tool.price");
        Applied(New, WinbackEvent.CauseFound(DepartureCause.Price, Opened, "the quote of Baifa"),
            WinbackEvent.StrategySet(WinbackStrategy.Offer, Opened), price).Tools.Should().Equal(WinbackTool.ConditionalPrice);
    }

    [Fact]
    public void Nothing_is_done_for_whom_we_let_go()
    {
        var letGo = Applied(New, Cause, WinbackEvent.StrategySet(WinbackStrategy.LetGo, Opened));
        Refused(letGo, Tool).Should().Be("tool.letGo");
        letGo.NextSteps(Opened).Select(step => step.Key).Should().Equal("EndSet");
        Applied(letGo, End, Judged(90)).IsClosed.Should().BeTrue();
    }

    [Fact]
    public void Another_cause_takes_the_strategy_with_it()
    {
        var again = Applied(New, Cause, Strategy, Tool, End, WinbackEvent.CauseFound(DepartureCause.Price, Opened, "the buyer said so"));
        (again.Cause, again.Strategy, again.EndsOn, again.Step).Should().Be((DepartureCause.Price, null, null, WinbackStep.SetStrategy));
        again.Tools.Should().BeEmpty();
    }

    [Fact]
    public void A_closed_case_is_reopened_and_an_open_one_is_not()
    {
        Refused(New, WinbackEvent.Reopened(Opened, "why")).Should().Be("reopen.open");
        var closed = Applied(New, Cause, Strategy, Tool, End, Judged(90));
        Refused(closed, WinbackEvent.ToolUsed(WinbackTool.Trial, Opened.PlusDays(91))).Should().Be("closed");
        var again = Applied(closed, WinbackEvent.Reopened(Opened.PlusDays(200), "a new buyer"));
        (again.Step, again.Cause, again.IsClosed, again.History.Count).Should().Be((WinbackStep.FindCause, null, false, 6));
    }

    [Fact]
    public void Time_does_not_run_backwards_and_an_end_is_not_past()
    {
        New.Apply(WinbackEvent.CauseFound(DepartureCause.Price, Opened.PlusDays(-1), "x")).Refusal!.En
            .Should().Be("2026-03-01 is before the date of the last event, 2026-03-02.");
        Refused(Applied(New, Cause, Strategy), WinbackEvent.EndSet(Opened.PlusDays(-1), Opened)).Should().Be("end.past");
        Applied(New, Cause, Strategy, WinbackEvent.EndSet(Opened, Opened)).EndsOn.Should().Be(Opened);
    }

    [Fact]
    public void A_case_survives_JSON_and_a_refused_history_makes_none()
    {
        var work = Applied(New, Cause, Strategy, Tool, End);
        var read = JsonSerializer.Deserialize<WinbackCase>(JsonSerializer.Serialize(work))!;
        read.Should().Be(work);
        (read.Cause, read.EndsOn, read.Step).Should().Be((work.Cause, work.EndsOn, work.Step));
        FluentActions.Invoking(() => new WinbackCase("W-2", null, Opened, [Tool])).Should().Throw<ArgumentException>()
            .WithMessage("history[0] is refused: There is no tool without a strategy.*");
    }

    [Fact]
    public void Every_rule_of_the_transitions_can_decide()
    {
        var closed = Applied(New, Cause, Strategy, Tool, End, Judged(90));
        string[] tried =
        [
            "earlier", closed.Apply(WinbackEvent.Reopened(Opened.PlusDays(91), "x")).RuleId, "reopen.open", "closed", New.Apply(Cause).RuleId,
            "strategy.noCause", Applied(New, Cause).Apply(Strategy).RuleId, "tool.noStrategy", "tool.letGo", "tool.price",
            Applied(New, Cause, Strategy).Apply(Tool).RuleId, "end.noStrategy", "end.past", Applied(New, Cause, Strategy).Apply(End).RuleId,
            "judge.noStrategy", "judge.noEnd", "judge.nothingDone", "judge.early",
            Applied(New, Cause, Strategy, Tool, End).Apply(Judged(90)).RuleId,
        ];
        tried.Should().Equal(WinbackTransitions.Standard.Rules.Select(rule => rule.Id));
    }

    private static WinbackEvent Judged(int days) => WinbackEvent.Judged(WinbackOutcome.NotRegained, Opened.PlusDays(days));

    private static string Refused(WinbackCase work, WinbackEvent happened)
    {
        var result = work.Apply(happened);
        result.IsAccepted.Should().BeFalse();
        result.Case.Should().BeSameAs(work);
        return result.RuleId;
    }

    private static WinbackCase Applied(WinbackCase work, params WinbackEvent[] events)
    {
        foreach (var happened in events)
        {
            var result = work.Apply(happened);
            result.IsAccepted.Should().BeTrue(result.Reason.En);
            work = result.Case;
        }

        return work;
    }
}
