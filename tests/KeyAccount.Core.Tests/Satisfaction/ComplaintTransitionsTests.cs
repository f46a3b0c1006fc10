using System.Text.Json;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Satisfaction;

public class ComplaintTransitionsTests
{
    private static readonly ComplaintTransitionFacts Any = new() { Kind = ComplaintEventKind.Done, IsInOrder = true };

    public static TheoryData<string, ComplaintTransition, ComplaintTransitionFacts> Rulings => new()
    {
        { "earlier", ComplaintTransition.Refuse, Task(ComplaintEventKind.Done) with { IsInOrder = false } },
        { "reopen.closed", ComplaintTransition.Reopen, AllDone(ComplaintEventKind.Reopened) with { IsClosed = true } },
        {
            "reopen.dissatisfied", ComplaintTransition.Reopen,
            AllDone(ComplaintEventKind.Reopened) with { Satisfaction = SatisfactionLevel.Low }
        },
        { "reopen.allDone", ComplaintTransition.Refuse, AllDone(ComplaintEventKind.Reopened) },
        { "reopen.stillOpen", ComplaintTransition.Refuse, Any with { Kind = ComplaintEventKind.Reopened } },
        { "alreadyClosed", ComplaintTransition.Refuse, AllDone(ComplaintEventKind.Closed) with { IsClosed = true } },
        { "alreadyClosed", ComplaintTransition.Refuse, Task(ComplaintEventKind.Done) with { IsClosed = true, IsTaskSettled = true } },
        { "close.notFollowedUp", ComplaintTransition.Refuse, Any with { Kind = ComplaintEventKind.Closed } },
        {
            "close.dissatisfied", ComplaintTransition.Refuse,
            AllDone(ComplaintEventKind.Closed) with { Satisfaction = SatisfactionLevel.Low }
        },
        { "close", ComplaintTransition.Close, AllDone(ComplaintEventKind.Closed) },
        { "alreadySettled", ComplaintTransition.Refuse, Task(ComplaintEventKind.Done) with { IsTaskSettled = true } },
        { "notYet", ComplaintTransition.Refuse, Task(ComplaintEventKind.Done) with { IsTaskOfCurrentStep = false } },
        { "notWaivable", ComplaintTransition.Refuse, Task(ComplaintEventKind.Waived) with { IsTaskWaivable = false } },
        { "waive", ComplaintTransition.Settle, Task(ComplaintEventKind.Waived) },
        { "done", ComplaintTransition.Settle, Task(ComplaintEventKind.Done) },
        { "done", ComplaintTransition.Settle, Task(ComplaintEventKind.Done) with { IsTaskWaivable = false } },
    };

    [Fact]
    public void Every_event_in_every_state_has_an_answer()
    {
        var proof = ComplaintTransitions.Standard.Verify();

        proof.Combinations.Should().Be(4 * 2 * 2 * 2 * 4 * 2 * 2 * 2);
        proof.IsSound.Should().BeTrue(proof.ToString());
        proof.Policy.Should().Be(HitPolicy.First);
    }

    [Fact]
    public void Without_a_rule_the_proof_finds_the_gap() =>
        ComplaintTransitions.Standard.Without("close").Verify().Gaps.Should().Contain(gap => gap.ToString().Contains("Kind = Closed"));

    [Theory]
    [MemberData(nameof(Rulings))]
    public void Each_rule_decides_its_case(string rule, ComplaintTransition transition, ComplaintTransitionFacts facts)
    {
        var hit = ComplaintTransitions.Standard.Decide(facts).Hits.Single();

        (hit.RuleId, hit.Advice).Should().Be((rule, transition));
    }

    [Fact]
    public void Every_rule_is_tried() => Rulings.Select(row => row.Data.Item1).Distinct()
        .Should().Equal(ComplaintTransitions.Standard.Rules.Select(rule => rule.Id));

    [Fact]
    public void Each_rule_says_where_it_comes_from_and_why()
    {
        ComplaintTransitions.Standard.Id.Should().Be("complaint.transitions");
        ComplaintTransitions.Standard.Rules.Should().OnlyContain(
            rule => rule.Provenance!.Kind == ProvenanceKind.LibraryDefault && rule.Reason.En != rule.Reason.ZhHans);
    }

    [Fact]
    public void The_facts_survive_JSON_and_read_the_same_everywhere()
    {
        var facts = Task(ComplaintEventKind.Waived) with { On = new(2026, 3, 2), LastOn = new(2026, 3, 1) };

        JsonSerializer.Deserialize<ComplaintTransitionFacts>(JsonSerializer.Serialize(facts)).Should().Be(facts);
        using var _ = new CultureScope("ar-SA");
        facts.ToString().Should().Be(
            "ComplaintTransitionFacts { Kind = Waived, IsInOrder = True, IsClosed = False, AreAllStepsDone = False, Satisfaction = , "
            + "IsTaskSettled = False, IsTaskOfCurrentStep = True, IsTaskWaivable = True, Task = Compensate, Step = ExceedExpectation, "
            + "NextTask = ExceedExpectation, On = 2026-03-02, LastOn = 2026-03-01 }");
    }

    private static ComplaintTransitionFacts AllDone(ComplaintEventKind kind) =>
        Any with { Kind = kind, AreAllStepsDone = true, Satisfaction = SatisfactionLevel.High };

    private static ComplaintTransitionFacts Task(ComplaintEventKind kind) => Any with
    {
        Kind = kind,
        IsTaskOfCurrentStep = true,
        IsTaskWaivable = true,
        Task = ComplaintTask.Compensate,
        Step = ComplaintStep.ExceedExpectation,
        NextTask = ComplaintTask.ExceedExpectation,
    };
}
