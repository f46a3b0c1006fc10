using KeyAccount.Core.SalesTeam;
using NodaTime;

namespace KeyAccount.Core.Tests.SalesTeam;

public class PerformanceTests
{
    private static readonly LocalDate AsOf = new(2026, 11, 30);

    private static PerformancePeriod Good(int quarter, double target) => new("Ann", new(2026, (3 * quarter) - 2, 1), new LocalDate(2026, 3 * quarter, 1).PlusMonths(1).PlusDays(-1))
    {
        Targets = [new("revenue", target, target, Weight: 70), new("visits", 30 + quarter, 31, IsProcess: true, Weight: 30)],
        ProposedOn = new LocalDate(2026, (3 * quarter) - 2, 1).PlusDays(-20), SignedOn = new LocalDate(2026, (3 * quarter) - 2, 1).PlusDays(-5), IsSignedAsProposed = true,
        Authors = [SalesPosition.Manager, SalesPosition.HumanResources],
        CoachedOn = [new(2026, (3 * quarter) - 1, 10)], CheckedOn = [new(2026, (3 * quarter) - 1, 20)],
        FeedbackOn = new LocalDate(2026, 3 * quarter, 1).PlusMonths(1).PlusDays(9), DecidedOn = new LocalDate(2026, 3 * quarter, 1).PlusMonths(1).PlusDays(14),
        Rewards = 1, Deductions = 1,
    };

    [Fact]
    public void Sound_records_show_no_pitfall_and_closed_loops()
    {
        PerformancePeriod[] periods = [Good(1, 100), Good(2, 110), Good(3, 120)];
        SalesPerformance.PitfallsIn(periods, new(2026, 10, 20)).Should().BeEmpty();
        periods.Select(period => ClosedLoop.Of(period, AsOf).IsClosed).Should().OnlyContain(isClosed => isClosed == true);
    }

    public static TheoryData<string> Names => [.. Pitfall.InOrder.Select(pitfall => pitfall.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_of_the_nine_is_shown_by_its_records_with_evidence(string name)
    {
        var asOf = new LocalDate(2026, 10, 20);
        PerformancePeriod[] periods = [Good(1, 100), Good(2, 110), Good(3, 120)];
        periods = name switch
        {
            "LeftToHumanResources" => [periods[0] with { Authors = [SalesPosition.HumanResources] }, periods[1], periods[2]],
            "FaultFinding" => [periods[0] with { Rewards = 0 }, periods[1], periods[2]],
            "NoCoaching" => [periods[0] with { CoachedOn = [] }, periods[1], periods[2]],
            "OnlyQuantities" => [periods[0] with { Targets = [new("revenue", 1, 1, Weight: 81), new("visits", 1, 1, IsProcess: true, Weight: 19)] }, periods[1], periods[2]],
            "MereSignature" => [periods[0] with { SignedOn = periods[0].ProposedOn!.Value.PlusDays(1) }, periods[1], periods[2]],
            "OnlyResults" => [periods[0] with { CheckedOn = [] }, periods[1], periods[2]],
            "FixedTargets" => [.. periods.Select(period => period with { Targets = periods[0].Targets })],
            "NotSustained" => [periods[0], periods[2]],
            _ => [periods[0] with { FeedbackOn = null }, periods[1], periods[2]],
        };
        var found = SalesPerformance.PitfallsIn(periods, asOf);
        found.Should().Contain(finding => finding.Pitfall == Pitfall.FromName(name, false));
        found.Select(finding => finding.Pitfall.Name).Should().BeSubsetOf(name == "OnlyQuantities" ? [name, "OnlyResults"] : [name]);
        found.Should().OnlyContain(finding => finding.Evidence.Count > 0 && finding.Person == "Ann");
    }

    [Fact]
    public void Cuts_are_where_they_are_said_to_be()
    {
        PerformancePeriod Weighted(double process) => Good(1, 100) with { Targets = [new("a", 1, 1, Weight: 100 - process), new("b", 1, 1, IsProcess: true, Weight: process)] };
        bool Has(Pitfall pitfall, params PerformancePeriod[] periods) => SalesPerformance.PitfallsIn(periods, new(2026, 4, 20)).Any(finding => finding.Pitfall == pitfall);
        Has(Pitfall.OnlyQuantities, Weighted(20)).Should().BeFalse();
        Has(Pitfall.OnlyQuantities, Weighted(19.9)).Should().BeTrue();
        Has(Pitfall.MereSignature, Good(1, 1) with { SignedOn = Good(1, 1).ProposedOn!.Value.PlusDays(2) }).Should().BeFalse();
        Has(Pitfall.MereSignature, Good(1, 1) with { SignedOn = Good(1, 1).ProposedOn, IsSignedAsProposed = false }).Should().BeFalse();
        var noTalk = Good(1, 100) with { FeedbackOn = null };
        SalesPerformance.PitfallsIn([noTalk], noTalk.End.PlusDays(30)).Should().BeEmpty();
        SalesPerformance.PitfallsIn([noTalk], noTalk.End.PlusDays(31)).Should().ContainSingle().Which.Pitfall.Should().Be(Pitfall.NoFeedback);
        SalesPerformance.Pitfalls.Decide(new() { Unchanged = 2 }).Hits.Should().BeEmpty();
        SalesPerformance.Pitfalls.Decide(new() { Unchanged = 3 }).Hits.Should().ContainSingle();
    }

    [Fact]
    public void Only_periods_that_follow_each_other_are_in_a_row()
    {
        bool IsFixed(params PerformancePeriod[] periods) => SalesPerformance.PitfallsIn(periods, new(2026, 12, 31)).Any(finding => finding.Pitfall == Pitfall.FixedTargets);
        PerformancePeriod Same(int quarter) => Good(quarter, 100) with { Targets = [new("revenue", 100)] };
        IsFixed(Same(1), Same(2), Same(3)).Should().BeTrue();
        IsFixed(Same(3), Same(1), Same(2)).Should().BeTrue("the order of the records does not matter");
        IsFixed(Same(1), Same(2), Same(4)).Should().BeFalse("the third quarter is missing");
        IsFixed(Same(1), Same(3), Same(4)).Should().BeFalse("the second quarter is missing");
        IsFixed(Same(1), Same(2), Same(3) with { Targets = [] }, Same(4)).Should().BeFalse("the third quarter has no targets");
        PerformancePeriod Month(int month) => new("Ann", new(2026, month, 1), new LocalDate(2026, month, 1).PlusMonths(1).PlusDays(-1)) { Targets = [new("revenue", 5)] };
        IsFixed(Month(1), Month(2), Month(3)).Should().BeTrue("February is short");
        IsFixed(Month(1), Month(2), Month(4)).Should().BeFalse();
    }

    [Fact]
    public void A_loop_names_what_is_missing_and_what_is_not_due()
    {
        var open = new PerformancePeriod("Ann", new(2026, 10, 1), new(2026, 12, 31)) { Targets = [new("revenue", 5)] };
        var loop = ClosedLoop.Of(open, AsOf);
        loop.Checks.Select(check => check.IsMet).Should().Equal(false, null, null, null);
        loop.Checks[0].Reason.En.Should().Be("The targets are not signed.");
        var late = ClosedLoop.Of(open, new(2027, 2, 15));
        late.Checks.Select(check => check.IsMet).Should().Equal(false, false, false, false);
        late.Checks[1].Reason.En.Should().Contain("revenue");
        new Action(() => _ = new PerformancePeriod("Ann", new(2026, 2, 1), new(2026, 1, 1))).Should().Throw<ArgumentException>().WithMessage("end is 2026-01-01; it must be 2026-02-01*");
    }

    [Fact]
    public void Every_role_has_its_focus()
    {
        SalesPerformance.RoleFocuses.Verify().IsComplete.Should().BeTrue();
        SalesPerformance.RoleFocuses.Decide(new(SalesPosition.Manager)).Advice!.Concerns.Should().StartWith(PerformanceConcern.WeeklyLogs);
        SalesManagement.Actions.Verify().IsComplete.Should().BeTrue();
        Skills.Standard.Verify().IsComplete.Should().BeTrue();
        Skills.Training.Verify().IsComplete.Should().BeTrue();
    }

    [Fact]
    public void A_managers_time_is_held_against_30_20_30_20()
    {
        ManagerTime.Of([new(ManagerRole.Leader, 20), new(ManagerRole.Worker, 20)]).Select(share => share.Difference).Should()
            .Equal([0.2, -0.2, -0.3, 0.3], (actual, expected) => Math.Abs(actual!.Value - expected) < 1e-12);
        ManagerTime.Of([]).Should().OnlyContain(share => share.Share == null);
        new Action(() => ManagerTime.Of([], [0.5, 0.5, 0.5, 0.5])).Should().Throw<ArgumentException>().WithMessage("targets sum to 2*");
    }

    [Fact]
    public void Results_are_assessed_after_the_last_day_and_not_on_it()
    {
        var done = new PerformancePeriod("Ann", new(2026, 1, 1), new(2026, 3, 31))
        {
            Targets = [new("revenue", 5) { Result = 5 }], SignedOn = new(2026, 1, 1), FeedbackOn = new(2026, 4, 2), DecidedOn = new(2026, 4, 3),
        };
        bool? Assessed(LocalDate day) => ClosedLoop.Of(done, day).Checks.Single(check => check.Part == LoopPart.ResultsAssessed).IsMet;
        Assessed(new(2026, 3, 31)).Should().NotBe(true);
        Assessed(new(2026, 4, 1)).Should().BeTrue();
    }
}
