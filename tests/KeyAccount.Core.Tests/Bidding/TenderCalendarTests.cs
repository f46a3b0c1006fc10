using KeyAccount.Core.Bidding;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Bidding;

public class TenderCalendarTests
{
    // A Monday.
    private static readonly LocalDate Day = new(2026, 3, 2);

    [Theory]
    [InlineData("FileIssued", "Deadline", "preparation", 19, DutyState.Broken)]
    [InlineData("FileIssued", "Deadline", "preparation", 20, DutyState.Kept)]
    [InlineData("FileIssued", "Deadline", "preparation", 21, DutyState.Kept)]
    [InlineData("ClarificationIssued", "Deadline", "clarification", 14, DutyState.Broken)]
    [InlineData("ClarificationIssued", "Deadline", "clarification", 15, DutyState.Kept)]
    [InlineData("ObjectionToFile", "Deadline", "objectionToFile", 9, DutyState.Broken)]
    [InlineData("ObjectionToFile", "Deadline", "objectionToFile", 10, DutyState.Kept)]
    [InlineData("EvaluationReport", "PublicityBegins", "publicityBegins", 3, DutyState.Kept)]
    [InlineData("EvaluationReport", "PublicityBegins", "publicityBegins", 4, DutyState.Broken)]
    [InlineData("PublicityBegins", "PublicityEnds", "publicityLasts", 2, DutyState.Broken)]
    [InlineData("PublicityBegins", "PublicityEnds", "publicityLasts", 3, DutyState.Kept)]
    [InlineData("ResultKnown", "Complaint", "complaint", 10, DutyState.Kept)]
    [InlineData("ResultKnown", "Complaint", "complaint", 11, DutyState.Broken)]
    [InlineData("Notice", "Contract", "contract", 30, DutyState.Kept)]
    [InlineData("Notice", "Contract", "contract", 31, DutyState.Broken)]
    public void A_duty_of_the_tendering_law_is_kept_or_broken(string from, string to, string key, int days, DutyState state) =>
        Of(TenderRegime.TenderingLaw, (from, Day), (to, Day.PlusDays(days))).Single(check => check.Duty.Key == key).State.Should().Be(state);

    [Theory]
    [InlineData("ResultKnown", "Query", "query", 9, DutyState.Kept)]
    [InlineData("ResultKnown", "Query", "query", 10, DutyState.Broken)]
    [InlineData("QueryAnswered", "Complaint", "complaint", 21, DutyState.Kept)]
    [InlineData("QueryAnswered", "Complaint", "complaint", 22, DutyState.Broken)]
    public void Government_purchasing_counts_working_days(string from, string to, string key, int days, DutyState state) =>
        Of(TenderRegime.GovernmentPurchasing, (from, Day), (to, Day.PlusDays(days))).Single(check => check.Duty.Key == key).State.Should().Be(state);

    [Fact]
    public void Working_days_are_Monday_to_Friday_without_holidays_and_with_days_that_are_worked_instead()
    {
        Limit(WorkingCalendar.MondayToFriday).Should().Be(Day.PlusDays(9));
        Limit(new([Day.PlusDays(1)])).Should().Be(Day.PlusDays(10));
        Limit(new([Day.PlusDays(1)], [Day.PlusDays(5)])).Should().Be(Day.PlusDays(9), "that Saturday is worked");
        Limit(new([Day.PlusDays(5)])).Should().Be(Day.PlusDays(9), "a Saturday is off anyway");
        WorkingCalendar.MondayToFriday.Plus(Day, -7).Should().Be(Day.PlusDays(-11));
        WorkingCalendar.MondayToFriday.Plus(Day, 0).Should().Be(Day);
        new WorkingCalendar([Day], [Day.PlusDays(5)]).Should().Match<WorkingCalendar>(each => !each.IsWorkingDay(Day) && each.IsWorkingDay(Day.PlusDays(5)) && !each.IsWorkingDay(Day.PlusDays(6)));
        var years = Enumerable.Range(0, 4_000).Select(i => Day.PlusDays(i)).ToArray();
        FluentActions.Invoking(() => Limit(new(years))).Should().Throw<ArgumentException>().WithMessage("holidays leave too few working days for ten years*");

        static LocalDate Limit(WorkingCalendar working) =>
            new TenderCalendar(TenderRegime.GovernmentPurchasing, [new(TenderDate.ResultKnown, Day)], working: working)
                .Check(Day).Single(check => check.Duty.Key == "query").Limit!.Value;
    }

    [Fact]
    public void The_last_day_to_object_follows_from_the_deadline()
    {
        var calendar = new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.Deadline, Day.PlusDays(15))]);
        DutyCheck Objection(int days) => calendar.Check(Day.PlusDays(days)).Single(check => check.Duty.Key == "objectionToFile");
        Objection(0).LatestFrom.Should().Be(Day.PlusDays(5));
        (Objection(0).State, Objection(5).State, Objection(6).State).Should().Be((DutyState.Due, DutyState.Due, DutyState.Unknown));
    }

    [Fact]
    public void What_is_for_us_to_do_comes_soonest_first_and_what_has_passed_or_is_done_is_left_out()
    {
        var calendar = new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.FileIssued, Day), new(TenderDate.Deadline, Day.PlusDays(25)), new(TenderDate.Opening, Day.PlusDays(25))]);
        calendar.Ahead(Day).Should().Equal(new TenderDay(TenderDate.ObjectionToFile, Day.PlusDays(15)), new TenderDay(TenderDate.Deadline, Day.PlusDays(25)));
        calendar.Ahead(Day.PlusDays(15)).Should().HaveCount(2);
        calendar.Ahead(Day.PlusDays(16)).Select(day => day.Date).Should().Equal(TenderDate.Deadline);
        calendar.Ahead(Day.PlusDays(25)).Should().ContainSingle("the day itself is not over");
        calendar.Ahead(Day.PlusDays(26)).Should().BeEmpty();
        new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.ResultKnown, Day), new(TenderDate.Notice, Day.PlusDays(1))]).Ahead(Day)
            .Should().Equal(new TenderDay(TenderDate.Complaint, Day.PlusDays(10)), new TenderDay(TenderDate.Contract, Day.PlusDays(31)));
        new TenderCalendar(null, [new(TenderDate.Notice, Day)]).Ahead(Day).Should().BeEmpty("without rules nothing is due");
    }

    [Fact]
    public void What_is_not_known_yet_is_unknown_due_or_overdue()
    {
        var calendar = new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.Notice, Day)]);
        DutyState Contract(int days) => calendar.Check(Day.PlusDays(days)).Single(check => check.Duty.Key == "contract").State;
        (Contract(0), Contract(30), Contract(31)).Should().Be((DutyState.Due, DutyState.Due, DutyState.Overdue));
        calendar.Check(Day).Single(check => check.Duty.Key == "preparation").State.Should().Be(DutyState.Unknown);
    }

    [Fact]
    public void The_two_regimes_are_not_mixed_and_a_voluntary_tender_has_no_twenty_days()
    {
        TenderDuties.TenderingLaw.Select(duty => duty.Key).Should().NotContain("query");
        TenderDuties.GovernmentPurchasing.Select(duty => duty.Key).Should().NotContain("objectionToFile");
        new TenderCalendar(TenderRegime.TenderingLaw, [], isMandatory: false).Check(Day).Select(check => check.Duty.Key).Should()
            .Equal("clarification", "objectionToFile", "complaint", "contract");
        TenderDuties.TenderingLaw.Concat(TenderDuties.GovernmentPurchasing).Should().OnlyContain(duty => duty.Provenance.Kind == ProvenanceKind.Literature || duty.Provenance.Reference.Contains("check it"));
        TenderDuties.GovernmentPurchasing.Where(duty => duty.Provenance.Kind != ProvenanceKind.Literature).Select(duty => duty.Key).Should().Equal("preparation");
    }

    [Fact]
    public void A_duty_of_a_users_own_takes_the_place_of_the_ready_ones() =>
        new TenderCalendar(
            TenderRegime.TenderingLaw, [new(TenderDate.FileIssued, Day), new(TenderDate.Deadline, Day.PlusDays(9))],
            duties: [new() { Key = "own", From = TenderDate.FileIssued, To = TenderDate.Deadline, IsAtLeast = true, Days = 10 }])
            .Should().Match<TenderCalendar>(calendar => calendar.HasOwnDuties && calendar.Check(Day).Single().State == DutyState.Broken);

    [Fact]
    public void Duties_are_ones_own_where_they_are_not_those_of_the_regime()
    {
        TenderDuty own = new() { Key = "own", From = TenderDate.FileIssued, To = TenderDate.Deadline, Days = 10 };

        new TenderCalendar(null, []).HasOwnDuties.Should().BeFalse();
        new TenderCalendar(null, [], duties: []).HasOwnDuties.Should().BeFalse();
        new TenderCalendar(null, [], duties: [own]).HasOwnDuties.Should().BeTrue();
        new TenderCalendar(TenderRegime.TenderingLaw, []).HasOwnDuties.Should().BeFalse();
        new TenderCalendar(TenderRegime.TenderingLaw, [], duties: TenderDuties.TenderingLaw).HasOwnDuties.Should().BeFalse();
        new TenderCalendar(TenderRegime.TenderingLaw, [], duties: TenderDuties.GovernmentPurchasing).HasOwnDuties.Should().BeTrue();
        own.Provenance.Kind.Should().NotBe(ProvenanceKind.Literature);
        (own with { Provenance = Provenance.Literature("a law, article 1") }).Provenance
            .Should().Be(Provenance.Literature("a law, article 1"));
    }

    [Fact]
    public void A_duty_that_is_given_twice_or_leads_nowhere_is_refused()
    {
        TenderDuty own = new() { Key = "own", From = TenderDate.FileIssued, To = TenderDate.Deadline, Days = 10 };

        FluentActions.Invoking(() => new TenderCalendar(null, [], duties: [own, own with { Days = 1 }]))
            .Should().Throw<ArgumentException>().WithMessage("the key 'own' is duplicated*").WithParameterName("duties[1]");
        FluentActions.Invoking(() => new TenderCalendar(null, [], duties: [own with { From = TenderDate.Deadline }]))
            .Should().Throw<ArgumentException>().WithMessage("it counts from Deadline to itself*").WithParameterName("duties[0]");
    }

    [Fact]
    public void On_one_day_what_comes_first_in_a_tender_comes_first()
    {
        TenderDuty[] duties =
        [
            new() { Key = "c", From = TenderDate.Notice, To = TenderDate.Contract, Days = 10 },
            new() { Key = "q", From = TenderDate.Notice, To = TenderDate.Complaint, Days = 10 },
        ];

        new TenderCalendar(null, [new(TenderDate.Notice, Day)], duties: duties).Ahead(Day).Select(day => day.Date)
            .Should().Equal(TenderDate.Complaint, TenderDate.Contract);
    }

    [Fact]
    public void Days_are_of_the_centuries_in_which_tenders_are_made()
    {
        LocalDate[] sound = [new(1900, 1, 1), new(2999, 12, 31)];
        foreach (var day in sound)
            new TenderCalendar(null, [new(TenderDate.Notice, day)]).Days.Should().ContainSingle();
        foreach (var day in (LocalDate[])[sound[0].PlusDays(-1), sound[1].PlusDays(1)])
        {
            FluentActions.Invoking(() => new TenderCalendar(null, [new(TenderDate.Notice, day)])).Should().Throw<ArgumentException>()
                .WithMessage("*it must be from 1900-01-01 to 2999-12-31.*").WithParameterName("days[0]");
        }
    }

    [Fact]
    public void Dates_out_of_order_and_dates_twice_are_named()
    {
        FluentActions.Invoking(() => new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.Opening, Day), new(TenderDate.Deadline, Day.PlusDays(1))]))
            .Should().Throw<ArgumentException>().WithMessage("Opening is on 2026-03-02, before Deadline on 2026-03-03; correct one of the two.*").WithParameterName("days[0]");
        FluentActions.Invoking(() => new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.Opening, Day), new(TenderDate.Opening, Day)]))
            .Should().Throw<ArgumentException>().WithMessage("Opening is duplicated*").WithParameterName("days[1]");
    }

    private static IReadOnlyList<DutyCheck> Of(TenderRegime regime, params (string Date, LocalDate On)[] days) =>
        new TenderCalendar(regime, [.. days.Select(day => new TenderDay(TenderDate.FromName(day.Date), day.On))]).Check(Day);
}
