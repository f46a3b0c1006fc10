using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Satisfaction;

public class ComplaintTests
{
    private static readonly LocalDate Opened = new(2026, 3, 2);

    private static Complaint New => Complaint.Open("K-1", AccountTier.A, Opened);

    [Fact]
    public void S000_six_steps_and_what_each_needs()
    {
        ComplaintStep.InOrder.Select(step => step.DisplayName("zh-Hans")).Should().Equal(
            "耐心倾听/真诚道歉/表达同理心", "核实具体情况/搜集证据/了解客户期望值", "降低客户期望值", "设定新期望/提出替代方案", "超越新期望/给予适当补偿", "客户回访/满意度跟踪");
        foreach (var step in ComplaintStep.InOrder)
            string.Join('/', step.Tasks.Select(task => task.DisplayName("zh-Hans"))).Should().Be(step.DisplayName("zh-Hans"));
        ComplaintStep.InOrder.SelectMany(step => step.Tasks).Should().Equal(ComplaintTask.InOrder);
        ComplaintStep.Listen.Description("zh-Hans").Should().Be("先处理心情，再处理事情。");
        ComplaintStep.FollowUp.IsAtLeast(ComplaintStep.Verify).Should().BeTrue();
    }

    [Fact]
    public void A_complaint_goes_through_the_six_steps_and_is_closed()
    {
        var complaint = New;
        foreach (var step in ComplaintStep.InOrder)
        {
            complaint.Step.Should().Be(step);
            complaint.ToDo.Should().Equal(step.Tasks);
            complaint = Applied(complaint, [.. step.Tasks.Reverse().Select(task => Done(task))]);
            complaint.IsDone(step).Should().BeTrue();
        }

        complaint.Step.Should().BeNull();
        complaint.ToDo.Should().BeEmpty();
        complaint.Satisfaction.Should().Be(SatisfactionLevel.High);
        complaint.IsClosed.Should().BeFalse();
        Applied(complaint, ComplaintEvent.Closed(Opened)).IsClosed.Should().BeTrue();
    }

    [Fact]
    public void A_step_begins_when_the_one_before_has_all_it_needs()
    {
        var complaint = Applied(New, Done(ComplaintTask.Listen), Done(ComplaintTask.ShowEmpathy));

        complaint.ToDo.Should().Equal(ComplaintTask.Apologise);
        var refused = complaint.Apply(Done(ComplaintTask.VerifyFacts));
        refused.IsAccepted.Should().BeFalse();
        refused.Case.Should().BeSameAs(complaint);
        refused.Refusal!.En.Should().Be("\"verify what happened\" comes later. The current step is \"listen, apologise, show empathy\", "
            + "which needs \"apologise sincerely\" first.");
        refused.Refusal.ZhHans.Should().Be("“核实具体情况”尚未轮到；当前步骤为“耐心倾听/真诚道歉/表达同理心”，需先“真诚道歉”。");
        complaint.Apply(Done(ComplaintTask.Listen)).Refusal!.En.Should().Be("\"listen patiently\" has already been settled.");
    }

    [Fact]
    public void Nothing_is_closed_before_the_follow_up()
    {
        var complaint = Applied(
            New, [.. ComplaintTask.InOrder.Where(task => task != ComplaintTask.TrackSatisfaction).Select(task => Done(task))]);

        complaint.Apply(ComplaintEvent.Closed(Opened)).Refusal!.En
            .Should().Be("The case cannot be closed before the follow-up; the next step is \"call back, track satisfaction\".");
        New.Apply(ComplaintEvent.Closed(Opened)).Refusal!.En.Should().Contain("listen, apologise, show empathy");
    }

    [Fact]
    public void A_dissatisfied_customer_begins_again_with_the_first_step()
    {
        var complaint = FollowedUp(SatisfactionLevel.Low);

        complaint.Apply(ComplaintEvent.Closed(Opened)).Refusal!.En.Should()
            .Be("The customer is dissatisfied. Reopen the case instead of closing it.");
        var again = Applied(complaint, ComplaintEvent.Reopened(Opened.PlusDays(9), "the pump leaks again"));
        again.Step.Should().Be(ComplaintStep.Listen);
        again.Satisfaction.Should().BeNull();
        again.BegunOn.Should().Be(Opened.PlusDays(9));
        again.OpenedOn.Should().Be(Opened);
        again.History.Should().HaveCount(14);
        again.DoneOn(ComplaintStep.Listen).Should().BeNull();
    }

    [Theory]
    [InlineData("Medium")]
    [InlineData("High")]
    public void Who_is_not_dissatisfied_can_be_closed_and_come_back(string satisfaction)
    {
        var complaint = FollowedUp(SatisfactionLevel.FromName(satisfaction));
        complaint.Apply(ComplaintEvent.Reopened(Opened, "why")).Refusal!.En.Should()
            .StartWith("All six steps are done. The case can be reopened only once");

        var closed = Applied(complaint, ComplaintEvent.Closed(Opened, "thanked"));
        closed.Apply(ComplaintEvent.Closed(Opened)).Refusal!.En.Should().Be("The case is closed. Reopen it first.");
        closed.Apply(Done(ComplaintTask.CallBack)).Refusal!.En.Should().Be("The case is closed. Reopen it first.");
        Applied(closed, ComplaintEvent.Reopened(Opened, "broken again")).IsClosed.Should().BeFalse();
    }

    [Fact]
    public void What_is_open_is_not_reopened() =>
        New.Apply(ComplaintEvent.Reopened(Opened, "why")).Refusal!.En.Should()
            .StartWith("The case is still open at the step \"listen, apologise, show empathy\"");

    [Fact]
    public void A_task_is_left_out_only_with_a_reason_that_stays()
    {
        var verified = Applied(New, [.. ComplaintTask.InOrder.Take(6).Select(task => Done(task))]);

        var waived =
            Applied(verified, ComplaintEvent.Waived(ComplaintTask.LowerExpectation, Opened, "it asks for what the contract gives"));
        waived.Step.Should().Be(ComplaintStep.SetExpectation);
        waived.History[^1].Note.Should().Be("it asks for what the contract gives");
        waived.Apply(ComplaintEvent.Waived(ComplaintTask.Compensate, Opened, "no damage")).IsAccepted.Should()
            .BeFalse("its step has not come");
    }

    [Fact]
    public void Mood_and_follow_up_are_never_left_out()
    {
        New.Apply(ComplaintEvent.Waived(ComplaintTask.Apologise, Opened, "not our fault")).Refusal!.En
            .Should().Be("\"apologise sincerely\" cannot be waived: the first step and the follow-up are mandatory.");
        var solved = Applied(New, [.. ComplaintTask.InOrder.Take(11).Select(task => Done(task))]);
        solved.Apply(ComplaintEvent.Waived(ComplaintTask.TrackSatisfaction, Opened, "no time")).IsAccepted.Should().BeFalse();
        ComplaintTask.InOrder.Where(task => !task.IsWaivable).Should().Equal(
            ComplaintTask.Listen, ComplaintTask.Apologise, ComplaintTask.ShowEmpathy, ComplaintTask.CallBack,
            ComplaintTask.TrackSatisfaction);
    }

    [Fact]
    public void Time_does_not_run_backwards()
    {
        New.Apply(Done(ComplaintTask.Listen, -1)).Refusal!.En.Should().Be("2026-03-01 is before the date of the last event, 2026-03-02.");
        Applied(New, Done(ComplaintTask.Listen, 3)).Apply(Done(ComplaintTask.Apologise, 2)).Refusal!.En
            .Should().Be("2026-03-04 is before the date of the last event, 2026-03-05.");
    }

    [Fact]
    public void An_event_is_answered_with_the_rule_that_decided()
    {
        var done = New.Apply(Done(ComplaintTask.Listen));
        (done.IsAccepted, done.RuleId, done.Refusal).Should().Be((true, "done", null));
        done.Reason.Should().Be(new Text("\"listen patiently\" is done.", "“耐心倾听”已完成。", "「耐心傾聽」已完成。"));

        var refused = New.Apply(ComplaintEvent.Closed(Opened));
        (refused.IsAccepted, refused.RuleId, refused.Refusal).Should().Be((false, "close.notFollowedUp", refused.Reason));
    }

    [Fact]
    public void What_to_do_next_is_what_the_step_still_needs_by_the_deadline_of_the_tier()
    {
        var steps = Applied(New, Done(ComplaintTask.Apologise)).NextSteps(Opened);

        steps.Should().Equal(
            new CaseStep("Listen", new("listen patiently", "耐心倾听", "耐心傾聽"), Opened),
            new CaseStep("ShowEmpathy", new("show empathy", "表达同理心", "表達同理心"), Opened));
        Complaint.Open("K-2", null, Opened).NextSteps(Opened).Should().OnlyContain(step => step.DueOn == Opened.PlusDays(2));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, true)]
    [InlineData(3, 5, false)]
    [InlineData(3, 6, true)]
    [InlineData(10, 5, false)]
    [InlineData(10, 6, true)]
    [InlineData(11, 10, false)]
    [InlineData(11, 11, true)]
    public void What_to_do_next_is_overdue_from_the_day_after_its_deadline(int done, int days, bool isOverdue)
    {
        // An A account: answer the same day, solution in 5 days, follow-up 7 days after the solution, which came on day 3.
        var complaint = Applied(New, [.. ComplaintTask.InOrder.Take(done).Select(task => Done(task, done == 11 ? 3 : 0))]);

        complaint.NextSteps(Opened.PlusDays(days)).Should().NotBeEmpty().And.OnlyContain(step => step.IsOverdue == isOverdue);
    }

    [Fact]
    public void What_to_do_next_follows_deadlines_of_ones_own()
    {
        var standard = new ComplaintStandard { Answer = Period.FromDays(3), Solution = Period.FromDays(4), FollowUp = Period.FromDays(5) };

        New.NextSteps(Opened, standard).Should().OnlyContain(step => step.DueOn == Opened.PlusDays(3));
        ((Action)(() => New.NextSteps(Opened, null!))).Should().Throw<ArgumentNullException>().WithParameterName("standard");
        ((Action)(() => New.NextSteps(Opened, standard with { Answer = Period.FromDays(-1) }))).Should().Throw<ArgumentException>()
            .WithMessage("Answer is P-1D*");
    }

    [Theory]
    [InlineData("Low", "Reopened")]
    [InlineData("Medium", "Closed")]
    [InlineData("High", "Closed")]
    public void After_the_six_steps_the_case_is_to_be_closed_or_reopened(string satisfaction, string key)
    {
        var complaint = FollowedUp(SatisfactionLevel.FromName(satisfaction));

        var next = complaint.NextSteps(Opened.PlusDays(99)).Single();
        (next.Key, next.DueOn, next.IsOverdue).Should().Be((key, null, false));
        var told = key == "Closed" ? ComplaintEvent.Closed(Opened) : ComplaintEvent.Reopened(Opened, "again");
        var after = complaint.Apply(told);
        after.IsAccepted.Should().BeTrue();
        after.Case.NextSteps(Opened).Select(step => step.Key).Should().Equal(
            key == "Closed" ? [] : ["Listen", "Apologise", "ShowEmpathy"]);
    }

    [Fact]
    public void No_sequence_of_events_closes_a_complaint_before_the_follow_up()
    {
        // The model: what is settled since the steps began, and nothing of the machine's own reckoning.
        var happening = Gen.Frequency(
            (12, from task in Gen.Elements(ComplaintTask.InOrder.ToArray())
                 from level in Gen.Elements(SatisfactionLevel.InOrder.ToArray())
                 select task == ComplaintTask.TrackSatisfaction
                     ? ComplaintEvent.SatisfactionTracked(level, Opened)
                     : ComplaintEvent.Done(task, Opened)),
            (4, Gen.Elements(ComplaintTask.InOrder.ToArray()).Select(task => ComplaintEvent.Waived(task, Opened, "reason"))),
            (3, Gen.Constant(ComplaintEvent.Closed(Opened))),
            (2, Gen.Constant(ComplaintEvent.Reopened(Opened, "reason"))));

        // Blind events rarely get far: mostly the next thing to do, sometimes anything.
        var cases = (from blind in happening
                     from follows in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
                     from level in Gen.Elements(SatisfactionLevel.InOrder.ToArray())
                     select (blind, follows, level))
            .ArrayOf(60);
        var closed = 0;
        Check.One(Seeded.Cases(250), Prop.ForAll(cases.ToArbitrary(), steps =>
        {
            var (complaint, settled, satisfaction, isClosed) = (New, new HashSet<ComplaintTask>(), (SatisfactionLevel?)null, false);
            foreach (var (blind, follows, level) in steps)
            {
                var happened = follows && complaint.ToDo.FirstOrDefault() is { } next
                    ? next == ComplaintTask.TrackSatisfaction
                        ? ComplaintEvent.SatisfactionTracked(level, Opened)
                        : ComplaintEvent.Done(next, Opened)
                    : blind;
                var isAllowed = IsAllowed(happened, settled, satisfaction, isClosed);
                var result = complaint.Apply(happened);
                if (result.IsAccepted != isAllowed)
                    return false;
                complaint = result.Case;
                if (!isAllowed)
                    continue;
                isClosed = happened.Kind == ComplaintEventKind.Closed;
                closed += isClosed ? 1 : 0;
                if (happened.Kind == ComplaintEventKind.Reopened)
                    (settled, satisfaction) = ([], null);
                if (happened.Task is not null)
                    settled.Add(happened.Task);
                satisfaction = happened.Satisfaction ?? satisfaction;
                var reopened = complaint.History.ToList().FindLastIndex(each => each.Kind == ComplaintEventKind.Reopened);
                var isFollowedUp = complaint.History.Skip(reopened + 1)
                    .Any(each => each.Task == ComplaintTask.TrackSatisfaction && each.Kind == ComplaintEventKind.Done);
                if (complaint.IsClosed != isClosed || (isClosed && !isFollowedUp))
                    return false;
            }

            var replayed = new Complaint("K-1", AccountTier.A, Opened, complaint.History);
            return complaint == replayed && complaint.NextSteps(Opened).SequenceEqual(replayed.NextSteps(Opened));
        }));
        closed.Should().BePositive("a test that never closes a case proves nothing");

        static bool IsAllowed(ComplaintEvent happened, HashSet<ComplaintTask> settled, SatisfactionLevel? satisfaction, bool isClosed)
        {
            var isDone = settled.Count == ComplaintTask.InOrder.Count;
            if (happened.Kind == ComplaintEventKind.Closed)
                return isDone && !isClosed && satisfaction != SatisfactionLevel.Low;
            if (happened.Kind == ComplaintEventKind.Reopened)
                return isClosed || (isDone && satisfaction == SatisfactionLevel.Low);
            return !isClosed
                && !settled.Contains(happened.Task!)
                && ComplaintTask.InOrder.Where(task => task.Step.Value < happened.Task!.Step.Value).All(settled.Contains)
                && (happened.Kind == ComplaintEventKind.Done || happened.Task!.Step.Value is >= 2 and <= 5);
        }
    }

    [Fact]
    public void A_history_is_the_whole_state()
    {
        var complaint = Applied(FollowedUp(SatisfactionLevel.Low), ComplaintEvent.Reopened(Opened, "again"), Done(ComplaintTask.Listen));

        var same = JsonSerializer.Deserialize<Complaint>(JsonSerializer.Serialize(complaint))!;
        same.Should().Be(complaint);
        same.GetHashCode().Should().Be(complaint.GetHashCode());
        (same.Step, same.BegunOn, same.IsClosed).Should().Be((complaint.Step, complaint.BegunOn, complaint.IsClosed));
        same.ToDo.Should().Equal(ComplaintTask.Apologise, ComplaintTask.ShowEmpathy);
        new Complaint("K-1", AccountTier.A, Opened, [.. complaint.History]).Should().Be(complaint);
        new Complaint("K-1", AccountTier.A, Opened, [.. complaint.History.SkipLast(1)]).Should().NotBe(complaint);
        complaint.Should().NotBe(New);
        JsonSerializer.Deserialize<Complaint>(JsonSerializer.Serialize(Complaint.Open("K-2", null, Opened)))!.Tier.Should().BeNull();
    }

    [Fact]
    public void A_forged_history_makes_no_complaint()
    {
        ((Action)(() => _ = new Complaint("K-1", null, Opened, [Done(ComplaintTask.Listen), ComplaintEvent.Closed(Opened)])))
            .Should().Throw<ArgumentException>()
            .WithMessage("history[1] is refused: The case cannot be closed before the follow-up*");
        ((Action)(() => _ = new Complaint("K-1", null, Opened, null!)))
            .Should().Throw<ArgumentNullException>().WithParameterName("history");
        ((Action)(() => _ = new Complaint(" ", null, Opened, []))).Should().Throw<ArgumentException>().WithParameterName("id");
        ((Action)(() => Complaint.Open("", null, Opened))).Should().Throw<ArgumentException>().WithParameterName("id");
        ((Action)(() => New.Apply(null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => New.IsDone(null!))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_complaint_is_never_changed()
    {
        var complaint = New;
        var listened = Applied(complaint, Done(ComplaintTask.Listen));

        complaint.History.Should().BeEmpty();
        listened.History.Should().HaveCount(1);
        Applied(listened, Done(ComplaintTask.Apologise));
        listened.ToDo.Should().Equal(ComplaintTask.Apologise, ComplaintTask.ShowEmpathy);
    }

    [Fact]
    public void Events_have_the_parts_that_go_with_their_kind()
    {
        ((Action)(() => ComplaintEvent.Done(null!, Opened)))
            .Should().Throw<ArgumentException>().WithMessage("task is null; it must be given for Done.*");
        ((Action)(() => ComplaintEvent.Done(ComplaintTask.TrackSatisfaction, Opened))).Should().Throw<ArgumentException>()
            .WithMessage("satisfaction is null; it must be given for Done of TrackSatisfaction.*");
        ((Action)(() => ComplaintEvent.SatisfactionTracked(null!, Opened)))
            .Should().Throw<ArgumentException>().WithParameterName("satisfaction");
        ((Action)(() => ComplaintEvent.Waived(ComplaintTask.Compensate, Opened, " "))).Should().Throw<ArgumentException>()
            .WithMessage("note is blank; it must be the reason for Waived.*");
        ((Action)(() => ComplaintEvent.Reopened(Opened, "")))
            .Should().Throw<ArgumentException>().WithMessage("note is blank; it must be the reason for Reopened.*");
        ((Action)(() => _ = new ComplaintEvent(ComplaintEventKind.Closed, Opened, ComplaintTask.CallBack, null, null)))
            .Should().Throw<ArgumentException>()
            .WithMessage("task is CallBack; it must be null for Closed.*");
        ((Action)(() => _ = new ComplaintEvent(ComplaintEventKind.Closed, Opened, null, SatisfactionLevel.High, null)))
            .Should().Throw<ArgumentException>()
            .WithMessage("satisfaction is High; it must be null for Closed.*");
        ((Action)(() => _ = new ComplaintEvent(null!, Opened, null, null, null)))
            .Should().Throw<ArgumentNullException>().WithParameterName("kind");
    }

    [Fact]
    public void It_reads_the_same_everywhere()
    {
        using var _ = new CultureScope("ar-SA");
        Applied(New, Done(ComplaintTask.Listen)).ToString()
            .Should().Be("Complaint { Id = K-1, Tier = A, OpenedOn = 2026-03-02, Step = Listen, IsClosed = False, History = 1 }");
    }

    private static Complaint FollowedUp(SatisfactionLevel satisfaction) => Applied(
        New, [.. ComplaintTask.InOrder.Take(12).Select(task => Done(task)), ComplaintEvent.SatisfactionTracked(satisfaction, Opened)]);

    private static ComplaintEvent Done(ComplaintTask task, int days = 0) => task == ComplaintTask.TrackSatisfaction
        ? ComplaintEvent.SatisfactionTracked(SatisfactionLevel.High, Opened.PlusDays(days))
        : ComplaintEvent.Done(task, Opened.PlusDays(days));

    private static Complaint Applied(Complaint complaint, params ComplaintEvent[] events) => events.Aggregate(complaint, (now, happened) =>
    {
        var result = now.Apply(happened);
        result.Refusal.Should().BeNull();
        return result.Case;
    });

    [Fact]
    public void A_step_is_done_on_the_day_of_its_last_task()
    {
        var complaint = Applied(
            New, ComplaintEvent.Done(ComplaintTask.Listen, Opened), ComplaintEvent.Done(ComplaintTask.Apologise, Opened.PlusDays(1)),
            ComplaintEvent.Done(ComplaintTask.ShowEmpathy, Opened.PlusDays(2)));
        complaint.DoneOn(ComplaintStep.Listen).Should().Be(Opened.PlusDays(2));
        complaint.DoneOn(ComplaintStep.Verify).Should().BeNull();
    }

    [Fact]
    public void Every_sentence_belongs_to_the_step_of_its_expectation()
    {
        foreach (var step in ExpectationStep.InOrder)
            step.Patterns.Should().OnlyContain(pattern => pattern.Step == step);
        ExpectationStep.InOrder.SelectMany(step => step.Patterns).Should().BeEquivalentTo(ExpectationPattern.InOrder);
        var pattern = ExpectationPattern.InOrder.First(each => each.Gaps > 0);
        FluentActions.Invoking(() => pattern.Say(null!)).Should().Throw<ArgumentNullException>().WithParameterName("gaps");
        FluentActions.Invoking(() => pattern.Say(new object[pattern.Gaps])).Should().Throw<ArgumentNullException>().WithParameterName("gaps[0]");
    }
}
