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
    public void Holidays_are_those_of_the_calendar_that_is_given()
    {
        var calendar = new TenderCalendar(TenderRegime.GovernmentPurchasing, [new(TenderDate.ResultKnown, Day)]);
        LocalDate Limit(Func<LocalDate, bool>? works) => calendar.Check(Day, null, works).Single(check => check.Duty.Key == "query").Limit!.Value;
        Limit(null).Should().Be(Day.PlusDays(9));
        Limit(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && day != Day.PlusDays(1)).Should().Be(Day.PlusDays(10));
        FluentActions.Invoking(() => Limit(_ => false)).Should().Throw<ArgumentException>().WithMessage("isWorkingDay finds no working day for ten years*");
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
        new TenderCalendar(TenderRegime.TenderingLaw, [], isMandatory: false).Check(Day).Should().NotContain(check => check.Duty.Key == "preparation");
        TenderDuties.TenderingLaw.Concat(TenderDuties.GovernmentPurchasing).Should().OnlyContain(duty => duty.Provenance.Kind == ProvenanceKind.Literature || duty.Provenance.Reference.Contains("check it"));
    }

    [Fact]
    public void A_duty_of_a_users_own_takes_the_place_of_the_ready_ones() =>
        new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.FileIssued, Day), new(TenderDate.Deadline, Day.PlusDays(9))])
            .Check(Day, [new() { Key = "own", From = TenderDate.FileIssued, To = TenderDate.Deadline, IsAtLeast = true, Days = 10, Provenance = Provenance.LibraryDefault("ours") }])
            .Single().State.Should().Be(DutyState.Broken);

    [Fact]
    public void Dates_out_of_order_and_dates_twice_are_named()
    {
        FluentActions.Invoking(() => new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.Opening, Day), new(TenderDate.Deadline, Day.PlusDays(1))]))
            .Should().Throw<ArgumentException>().WithMessage("days has Opening on 2026-03-02, before Deadline on 2026-03-03; correct one of the two.*");
        FluentActions.Invoking(() => new TenderCalendar(TenderRegime.TenderingLaw, [new(TenderDate.Opening, Day), new(TenderDate.Opening, Day)]))
            .Should().Throw<ArgumentException>().WithMessage("days has Opening 2 times*");
    }

    private static IReadOnlyList<DutyCheck> Of(TenderRegime regime, params (string Date, LocalDate On)[] days) =>
        new TenderCalendar(regime, [.. days.Select(day => new TenderDay(TenderDate.FromName(day.Date), day.On))]).Check(Day);
}
