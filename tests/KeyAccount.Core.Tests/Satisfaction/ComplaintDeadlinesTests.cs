using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Satisfaction;
using NodaTime;

namespace KeyAccount.Core.Tests.Satisfaction;

public class ComplaintDeadlinesTests
{
    private static readonly LocalDate Opened = new(2026, 3, 2);
    private static readonly ComplaintStandard Standard =
        new() { Answer = Period.FromDays(1), Solution = Period.FromWeeks(1), FollowUp = Period.FromMonths(1) };

    public static TheoryData<AccountTier?, int, int, int> Defaults =>
        new() { { AccountTier.A, 0, 5, 7 }, { AccountTier.B, 1, 10, 7 }, { AccountTier.C, 2, 15, 14 }, { null, 2, 15, 14 } };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void The_defaults_are_pinned(AccountTier? tier, int answer, int solution, int followUp) =>
        ComplaintDeadlines.Standard.Decide(new() { Tier = tier }).Advice.Should().Be(
            new ComplaintStandard
            {
                Answer = Period.FromDays(answer), Solution = Period.FromDays(solution), FollowUp = Period.FromDays(followUp),
            });

    [Fact]
    public void Every_tier_has_exactly_one_standard()
    {
        var proof = ComplaintDeadlines.Standard.Verify();
        proof.Combinations.Should().Be(4);
        proof.IsSound.Should().BeTrue(proof.ToString());
        ComplaintDeadlines.Standard.Decide(new() { Tier = AccountTier.B }).Hits.Single().Reason.En.Should()
            .Be("B account: answer by the next day.");
    }

    [Fact]
    public void A_better_tier_never_waits_longer()
    {
        var standards = AccountTier.InOrder.Select(tier => ComplaintDeadlines.Standard.Decide(new() { Tier = tier }).Advice!).ToArray();

        foreach (var period in new Func<ComplaintStandard, Period>[] { each => each.Answer, each => each.Solution, each => each.FollowUp })
            standards.Select(each => Opened + period(each)).Should().BeInAscendingOrder();
    }

    [Fact]
    public void Answer_and_solution_count_from_the_complaint_and_the_follow_up_from_the_solution()
    {
        var deadlines = ComplaintDeadlines.Of(Through(11, 4), Standard, Opened.PlusDays(4));

        deadlines.Select(deadline => (deadline.Step, deadline.DueOn)).Should().Equal(
            (ComplaintStep.Listen, Opened.PlusDays(1)),
            (ComplaintStep.Verify, Opened.PlusDays(7)),
            (ComplaintStep.LowerExpectation, Opened.PlusDays(7)),
            (ComplaintStep.SetExpectation, Opened.PlusDays(7)),
            (ComplaintStep.ExceedExpectation, Opened.PlusDays(7)),
            (ComplaintStep.FollowUp, new LocalDate(2026, 4, 6)));
        ComplaintDeadlines.Of(Through(0, 0), Standard, Opened)[5].DueOn.Should().BeNull();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_step_that_is_not_done_is_overdue_after_its_day(int days, bool isOverdue) =>
        ComplaintDeadlines.Of(Through(2, 0), Standard, Opened.PlusDays(days))[0]
            .Should().Be(new ComplaintDeadline(ComplaintStep.Listen, Opened.PlusDays(1), null, isOverdue));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_step_that_was_done_too_late_stays_so(int days, bool isOverdue) =>
        ComplaintDeadlines.Of(Through(3, days), Standard, Opened.PlusDays(99))[0]
            .Should().Be(new ComplaintDeadline(ComplaintStep.Listen, Opened.PlusDays(1), Opened.PlusDays(days), isOverdue));

    [Fact]
    public void After_reopening_time_counts_anew()
    {
        var again = Through(12, 0)
            .Apply(ComplaintEvent.SatisfactionTracked(SatisfactionLevel.Low, Opened)).Case
            .Apply(ComplaintEvent.Reopened(Opened.PlusDays(30), "again")).Case;

        ComplaintDeadlines.Of(again, Standard, Opened.PlusDays(31))
            .Should().OnlyContain(deadline => !deadline.IsOverdue && deadline.DoneOn == null);
        ComplaintDeadlines.Of(again, Standard, Opened.PlusDays(32))[0].IsOverdue.Should().BeTrue();
    }

    [Fact]
    public void Periods_are_whole_days_forwards()
    {
        Refused(Standard with { Answer = Period.FromHours(4) })
            .WithMessage("Answer is PT4H; it must be whole days or longer, and not negative.*");
        Refused(Standard with { Solution = Period.FromDays(-1) }).WithMessage("Solution is P-1D*");
        Refused(Standard with { FollowUp = Period.FromDays(-1) }).WithMessage("FollowUp is P-1D*");
        Refused(Standard with { FollowUp = null! }).WithMessage("FollowUp is null*");
        ((Action)(() => ComplaintDeadlines.Of(null!, Standard, Opened)))
            .Should().Throw<ArgumentNullException>().WithParameterName("complaint");
        ((Action)(() => ComplaintDeadlines.Of(Through(0, 0), null!, Opened)))
            .Should().Throw<ArgumentNullException>().WithParameterName("standard");

        static FluentAssertions.Specialized.ExceptionAssertions<ArgumentException> Refused(ComplaintStandard standard) =>
            ((Action)(() => ComplaintDeadlines.Of(Through(0, 0), standard, Opened)))
                .Should().Throw<ArgumentException>().WithParameterName(nameof(standard));
    }

    [Fact]
    public void A_deadline_survives_JSON_and_reads_the_same_everywhere()
    {
        var deadline = ComplaintDeadlines.Of(Through(3, 1), Standard, Opened)[0];

        JsonSerializer.Deserialize<ComplaintDeadline>(JsonSerializer.Serialize(deadline)).Should().Be(deadline);
        using var _ = new CultureScope("ar-SA");
        deadline.ToString().Should().Be("ComplaintDeadline { Step = Listen, DueOn = 2026-03-03, DoneOn = 2026-03-03, IsOverdue = False }");
    }

    private static Complaint Through(int tasks, int days) => ComplaintTask.InOrder.Take(tasks).Aggregate(
        Complaint.Open("K-1", AccountTier.A, Opened),
        (complaint, task) => complaint.Apply(ComplaintEvent.Done(task, Opened.PlusDays(days))).Case);
}
