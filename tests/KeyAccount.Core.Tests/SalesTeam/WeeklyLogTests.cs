using KeyAccount.Core.Grading;
using KeyAccount.Core.SalesTeam;
using NodaTime;

namespace KeyAccount.Core.Tests.SalesTeam;

public class WeeklyLogTests
{
    private static readonly LocalDate Monday = new(2026, 11, 2);

    private static LoggedActivity Visit(string account, LogResult? result, double hours = 2, int day = 0, int? written = null, string? text = null) => new()
    {
        Kind = LogActivityKind.Visit, Account = account, Result = result, Hours = hours, On = Monday.PlusDays(day), Text = text,
        WrittenOn = written is { } later ? Monday.PlusDays(later) : null,
    };

    [Fact]
    public void Measures_count_what_is_known()
    {
        WeeklyLog first = new()
        {
            Person = "Ann", Week = Monday.PlusDays(2), Planned = [new("Aldermoor"), new("Bexley"), new("Aldermoor")],
            Done = [Visit("Aldermoor", LogResult.StageMove, 3), Visit("Carr", LogResult.Nothing), Visit("Dee", null, 1), new() { Kind = LogActivityKind.Administration, Hours = 4, Result = LogResult.Nothing }],
            NextWeek = [new("Bexley"), new("Carr")], WrittenOn = Monday.PlusDays(4),
        };
        var second = first with { Week = Monday.PlusDays(7), Planned = [], NextWeek = [new("Dee")], Done = [Visit("bexley ", LogResult.NeedFound, day: 7)], WrittenOn = Monday.PlusDays(9) };
        var measures = LogMeasures.Of([second, first], new Dictionary<string, AccountTier> { ["Aldermoor"] = AccountTier.A, ["Carr"] = AccountTier.C });
        (measures.PlanKept.Successes, measures.PlanKept.Trials).Should().Be((1, 3), "Aldermoor was visited once, and planned twice");
        (measures.PromisesKept.Successes, measures.PromisesKept.Trials).Should().Be((1, 2), "of the last week nothing can be said");
        (measures.Effective.Successes, measures.Effective.Trials).Should().Be((2, 3));
        (measures.WithResult.Successes, measures.WithResult.Trials).Should().Be((3, 4), "forms have no result");
        (measures.Late.Successes, measures.Late.Trials).Should().Be((3, 4), "four days later is late, two are not");
        (measures.Hours, measures.SellingHours).Should().Be((12, 8));
        measures.TopTierShare.Should().BeApproximately(0.6, 1e-12);
        LogMeasures.Of([]).SellingShare.Should().BeNull();
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void An_entry_is_late_after_two_days(int days, bool isLate) =>
        LogMeasures.Of([new() { Person = "Ann", Week = Monday, Done = [Visit("A", null, written: days)] }]).Late.Successes.Should().Be(isLate ? 1 : 0);

    [Theory]
    [InlineData("Visited Aldermoor, talked about valves (2 Nov).", "visited aldermoor - talked about valves: 9 Nov", true)]
    [InlineData("拜访客户，沟通阀门项目。11月2日", "拜访客户沟通阀门项目 11月9日", true)]
    [InlineData("Visited Aldermoor, talked about valves.", "Visited Bexley, agreed on a test of the valves.", false)]
    [InlineData("ok", "ok", false)]
    public void A_copied_text_is_found_whatever_its_dates_and_punctuation(string first, string second, bool isFound) =>
        WeeklyLogs.Check(
        [
            new() { Person = "Ann", Week = Monday, Done = [Visit("A", LogResult.Nothing, text: first)] },
            new() { Person = "Ann", Week = Monday.PlusDays(7), Done = [Visit("A", LogResult.Nothing, text: second)] },
            new() { Person = "Bob", Week = Monday.PlusDays(7), Done = [Visit("A", LogResult.Nothing, text: first)] },
        ]).Any(finding => finding.Sign == FormalitySign.RepeatedText).Should().Be(isFound);

    [Theory]
    [InlineData(7, true)]
    [InlineData(14, false)]
    [InlineData(0, false)]
    public void A_text_is_repeated_only_from_one_week_to_the_next(int days, bool isFound) => WeeklyLogs.Check(
        [
            new() { Person = "Ann", Week = Monday, Done = [Visit("A", LogResult.Nothing, text: "talked about the order of next year")] },
            new() { Person = "Ann", Week = Monday, Done = [Visit("B", LogResult.Nothing, text: "showed the new line to the plant")] },
            new() { Person = "Ann", Week = Monday.PlusDays(days), Done = [Visit("A", LogResult.Nothing, text: "talked about the order of next year")] },
        ]).Any(finding => finding.Sign == FormalitySign.RepeatedText).Should().Be(isFound);

    [Fact]
    public void More_than_half_without_a_result_or_late_is_a_sign_and_half_is_not()
    {
        WeeklyLog Log(params LoggedActivity[] done) => new() { Person = "Ann", Week = Monday, Done = done };
        LoggedActivity[] Empty(int count) => [.. Enumerable.Range(0, count).Select(i => Visit($"A{i}", null))];
        LoggedActivity[] Written(int count, int days) =>
            [.. Enumerable.Range(0, count).Select(i => Visit($"B{i}", LogResult.Nothing, written: days))];

        WeeklyLogs.Check([Log([.. Empty(3), .. Written(3, 0)])]).Should().BeEmpty("a half is not more than half");
        WeeklyLogs.Check([Log([.. Empty(3), .. Written(2, 0)])]).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Sign = FormalitySign.EmptyResults, Person = "Ann", Evidence = new[] { "2026-11-02" } });
        WeeklyLogs.Check([Log(Empty(WeeklyLogs.LeastEntries - 1))]).Should().BeEmpty("four entries say nothing of a person");
        WeeklyLogs.Check([Log([.. Written(3, 3), .. Written(3, 2)])]).Should().BeEmpty();
        WeeklyLogs.Check([Log([.. Written(3, 3), .. Written(2, 2)])]).Should().ContainSingle().Which.Sign.Should().Be(FormalitySign.WrittenLate);
        WeeklyLogs.Check([Log(Written(WeeklyLogs.LeastEntries - 1, 9))]).Should().BeEmpty();
    }
}
