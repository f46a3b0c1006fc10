using System.Text.Json;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>The report of a sales team: composed of funnel, plan and log, of nobody in particular.</summary>
public class TeamReportTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<TeamFile> Sample = new(() => TeamFile.FromJson(
        File.ReadAllText(Path.Combine(House.SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "team.json"))));

    [Fact]
    public void The_sample_comes_back_from_JSON_as_it_was()
    {
        var file = Sample.Value;
        TeamFile.FromJson(file.ToJson()).Should().Be(file);
        TeamFile.FromJson(System.Text.Encoding.UTF8.GetBytes(file.ToJson())).GetHashCode().Should().Be(file.GetHashCode());
        file.ToJson().Should().NotContain("\"notes\"").And.StartWith("{\n  \"version\": 1,");
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.ToJson()));
        FileFormat.Inspect(stream).Format.Should().BeSameAs(FileFormat.Team);
        new Action(() => TeamFile.FromJson("""{"version":2,"asOf":1}""")).Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle()
            .Which.Message.Should().Be("the file is of version 2; this program reads versions up to 1, and a newer one is needed");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void A_report_names_nobody_unless_it_is_told_to(string language)
    {
        var names = Sample.Value.Members.Select(member => member.Name).ToArray();
        var text = JsonSerializer.Serialize(TeamReport.Of(Sample.Value).Describe(language), Readable);
        text.Should().NotContainAny(names);
        var report = TeamReport.Of(Sample.Value);
        report.People.Should().BeEmpty();
        (report.PitfallFindings.Count, report.FormalityFindings.Count, report.Funnel!.Owners.Count).Should().Be((0, 0, 0));
        report.Funnel.Notices.SelectMany(notices => notices.First).Should().OnlyContain(notice => notice.Owner == null);
        report.Log!.Roles.Should().OnlyContain(role => role.Hours == 0, "there is one manager");
        TeamReport.Of(Sample.Value, isNamed: true).People.Select(person => person.Member.Name).Should().BeSubsetOf(names).And.HaveCount(7);
    }

    [Fact]
    public void What_fewer_than_five_people_have_given_is_left_out_where_nobody_is_named()
    {
        var one = Sample.Value.Logs[0].Person;
        var file = Sample.Value with
        {
            Logs = [.. Sample.Value.Logs.Where(log => log.Person == one)], Periods = [.. Sample.Value.Periods.Where(period => period.Person == one)],
            Members = [.. Sample.Value.Members.Select(member => member.Name == one ? member : member with { Skills = [], Quota = null, Objectives = [] })],
        };
        var report = TeamReport.Of(file);
        (report.Log, report.LeavesOut, report.Objectives).Should().Be((null, true, 0));
        report.SkillGaps.Should().BeEmpty();
        report.LoopCounts.Should().BeEmpty();
        (report.Pitfalls.Count, report.Formality.Count).Should().Be((0, 0));
        (report.Facts.EffectiveShare, report.Facts.SkillShare, report.Facts.AtQuotaShare, report.Facts.WinsPerHundredVisits).Should().Be((null, null, null, null));
        TeamReport.Of(file, isNamed: true).Log.Should().NotBeNull();
        TeamReport.Of(Sample.Value).Log.Should().NotBeNull("more than five write logs");
        TeamReport.Of(Sample.Value).SkillGaps.Should().NotBeEmpty();
    }

    [Fact]
    public void The_indicators_are_those_of_funnel_plan_and_log()
    {
        Opportunity Deal(string id, LocalDate p2, DealOutcome? outcome = null, LeadChannel? channel = null) => new()
        {
            Id = id, Owner = "Ann", Amount = 100, Channel = channel, Outcome = outcome, ExpectedClose = AsOf.PlusDays(20),
            History = [new(FunnelStage.P1, p2.PlusDays(-10)), new(FunnelStage.P2, p2)], NextStep = id == "d" ? new(AsOf.PlusDays(3), "call") : null,
        };
        PlanAction Action(string id, LocalDate due, LocalDate? done) => new()
        {
            Id = id, Text = new(id, id, id), Owner = "Ann", DueOn = due,
            State = done is { } on ? new(ActionStatus.Done, on, evidence: "minutes") : new(ActionStatus.Open),
        };
        TeamFile file = new()
        {
            AsOf = AsOf, OpportunityCost = 15, PlannedOpportunityCost = 10, Accounts = [new("Aldermoor", AccountTier.A)],
            Members = [new() { Name = "Ann", Position = SalesPosition.Representative, PlannedOpportunities = 4, JoinedOn = new(2026, 3, 25), Quota = 100, Sold = 100 }],
            Opportunities =
            [
                Deal("a", new(2026, 3, 31)), Deal("b", new(2026, 4, 1), DealOutcome.Won(new(2026, 6, 30)), LeadChannel.Referral),
                Deal("c", new(2026, 6, 30), channel: LeadChannel.Event), Deal("d", new(2026, 5, 1), channel: LeadChannel.Event),
            ],
            Actions = [Action("on time", new(2026, 5, 1), new(2026, 5, 1)), Action("late", new(2026, 5, 1), new(2026, 5, 2)), Action("open", new(2026, 6, 30), null), Action("later", new(2026, 7, 1), null), Action("before", new(2026, 3, 30), null)],
            Logs = [new() { Person = "Ann", Week = new(2026, 6, 22), Done = [new() { Kind = LogActivityKind.Visit, Account = "Aldermoor", Hours = 3, Result = LogResult.StageMove }, new() { Kind = LogActivityKind.Visit, Hours = 1, Account = "Bexley", Result = LogResult.Nothing }] }],
            Forecasts = [new() { Month = new(2026, 4), Forecast = 100, Actual = 110 }, new() { Month = new(2026, 5), Forecast = 120, Actual = 100 }, new() { Month = new(2026, 6), Forecast = 90, Actual = 95 }, new() { Month = new(2026, 7), Forecast = 150, Actual = 120 }, new() { Month = new(2026, 8), Forecast = 150 }],
        };
        var facts = TeamReport.Of(file, isNamed: true).Facts;
        facts.NewOpportunityRatio.Should().Be(0.75, "from 1 April on, three of four");
        facts.OtherChannelShare.Should().BeApproximately(1 / 3.0, 1e-12);
        facts.CostRatio.Should().Be(1.5);
        facts.OnTimeShare.Should().BeApproximately(1 / 3.0, 1e-12);
        facts.NextStepShare.Should().BeApproximately(1 / 3.0, 1e-12);
        (facts.EffectiveShare, facts.WinsPerHundredVisits, facts.AtQuotaShare).Should().Be((0.5, 50, 1));
        facts.TopTierShare.Should().Be(1, "of Bexley no tier is known");
        facts.MonthsToFirstWin.Should().BeApproximately(97 / (365.25 / 12), 1e-9);
        TeamReport.Of(file with { Members = [file.Members[0] with { JoinedOn = new(2026, 1, 1) }] }, isNamed: true).Facts.MonthsToFirstWin
            .Should().BeNull("the file knows no deal of the time in which the first win may have been");
        facts.ForecastError.Should().BeApproximately(0.1529, 5e-5, "as in the funnel's worked figures");
        facts.ForecastBias.Should().BeApproximately(0.0824, 5e-5);
        TeamReport.Of(file).Facts.AtQuotaShare.Should().BeNull("one person is nobody's average");
        TeamReport.Of(file).Describe().Blocks.Should().NotBeEmpty();
    }

    [Fact]
    public void Of_few_deals_a_share_may_be_anywhere_in_its_interval()
    {
        Opportunity[] Deals(int closed) =>
        [
            .. Enumerable.Range(0, closed).Select(i => new Opportunity { Id = $"c{i}", Owner = "Ann", Amount = 1, History = [new(FunnelStage.P2, new(2026, 5, 1))], Outcome = DealOutcome.Won(new(2026, 6, 1)) }),
            .. Enumerable.Range(0, 2).Select(i => new Opportunity { Id = $"o{i}", Owner = "Ann", Amount = 1, ExpectedClose = AsOf.PlusDays(9), History = [new(FunnelStage.P2, new(2026, 6, 1))], NextStep = new(AsOf.PlusDays(3), "call") }),
        ];
        TeamPerson Ann(int closed) => TeamReport.Of(new() { AsOf = AsOf, Members = [new() { Name = "Ann", Position = SalesPosition.Representative }], Opportunities = Deals(closed) }, isNamed: true).People[0];
        var (few, enough) = (Ann(9), Ann(10));
        (few.IsSmallSample, enough.IsSmallSample).Should().Be((true, false));
        few.Focuses.Should().OnlyContain(focus => focus.Points == null);
        few.ShortBoard.Should().BeEmpty("ranges are not compared");
        enough.Focuses.Should().Contain(focus => focus.Points != null);
        enough.ShortBoard.Should().NotBeEmpty();
        enough.Range.Should().Be(enough.Assessment.Range);
        few.Range.Low.Should().BeLessThan(few.Assessment.Range.Low, "of two open deals two have a next step, which may well be a third of many");
        few.Range.High.Should().BeGreaterThanOrEqualTo(few.Assessment.Range.High);
        var process = few.Focuses.Single(focus => focus.Focus == ManagementFocus.SalesProcess);
        process.Low.Should().BeLessThan(enough.Focuses.Single(focus => focus.Focus == ManagementFocus.SalesProcess).Low);
    }

    [Theory]
    [InlineData(5, 10, true)]
    [InlineData(4, 10, false)]
    [InlineData(5, 9, false)]
    public void Nobody_is_ranked_below_five_people_with_ten_closed_deals(int people, int deals, bool isRanked)
    {
        var names = Enumerable.Range(0, people).Select(i => $"P{i}").ToArray();
        TeamFile file = new()
        {
            AsOf = AsOf,
            Members = [.. names.Select((name, i) => new TeamMember { Name = name, Position = SalesPosition.Representative, PlannedOpportunities = 1, Skills = [.. Competence.InOrder.Select(competence => new SkillRating(competence, SkillLevel.InOrder[i % 5]))] })],
            Opportunities =
            [
                .. names.SelectMany((name, person) => Enumerable.Range(0, deals + 1).Select(i => new Opportunity
                {
                    Id = $"{name}-{i}", Owner = name, Amount = 1, History = [new(FunnelStage.P2, new(2026, 5, 1))],
                    Outcome = i == deals ? null : i % (person + 1) == 0 ? DealOutcome.Won(new(2026, 6, 1)) : DealOutcome.Lost(new(2026, 6, 1)),
                })),
            ],
            Logs = [.. names.Select((name, i) => new WeeklyLog { Person = name, Week = new(2026, 6, 22), Done = [new() { Kind = LogActivityKind.Visit, Result = LogResult.InOrder[i % 4] }] })],
        };
        var ranks = TeamReport.Of(file, isNamed: true).People.Select(person => person.Rank).ToArray();
        ranks.All(rank => rank is not null).Should().Be(isRanked);
        ranks.Any(rank => rank is not null).Should().Be(isRanked);
        if (isRanked)
            ranks.Should().BeInAscendingOrder().And.StartWith(1);
    }

    [Fact]
    public void A_teams_own_pay_plan_takes_the_place_of_the_ready_one()
    {
        TeamFile file = new()
        {
            AsOf = AsOf,
            PayPlans = [new("own", SalesPosition.Representative, EmploymentPhase.Regular, 0.5, [new("sales", 1, AttainmentCurve.Standard)])],
            Members = [new() { Name = "Ann", Position = SalesPosition.Representative, Phase = EmploymentPhase.Regular, OnTargetEarnings = 1_000, Results = [new("sales", 0.5)] }],
        };
        var report = TeamReport.Of(file, isNamed: true);
        report.People[0].Statement!.Total.Should().Be(625);
        report.Plans.Should().ContainSingle().Which.Cliffs().Should().ContainSingle();
        var refused = new Func<object>(() => TeamReport.Of(file with { PayPlans = [] })).Should().Throw<InvalidModelException>().Which;
        refused.Faults.Should().ContainSingle().Which.Path.Should().Be("members[0].results[0].measure");
    }

    [Fact]
    public void What_does_not_go_together_is_named_with_its_place()
    {
        TeamFile file = new()
        {
            AsOf = AsOf, From = AsOf.PlusDays(1), Currency = "EUR",
            Members = [new() { Name = "Ann", Position = SalesPosition.Manager, JoinedOn = AsOf, LeftOn = AsOf.PlusDays(-1) }, new() { Name = "Ann", Position = SalesPosition.Manager }],
            Opportunities = [new() { Id = "d", Owner = "Bob", Amount = 1, Currency = "USD", History = [new(FunnelStage.P1, AsOf.PlusDays(1))] }],
            Logs = [new() { Person = "Cid", Week = AsOf }], Forecasts = [new() { Month = new(2026, 1), Forecast = 1 }, new() { Month = new(2026, 1), Forecast = 1 }],
        };
        file.FaultsOf().Select(fault => fault.Path).Should().BeEquivalentTo(
            "from", "members[1].name", "members[0].leftOn", "opportunities[0].owner", "opportunities[0].history[0].since", "opportunities[0].currency", "logs[0].person", "forecasts[1].month");
        file.FaultsOf().Single(fault => fault.Path == "logs[0].person").Message.Should().Be("it is 'Cid'; members has no such name, only 'Ann': add the person to members");
    }

    [Fact]
    public void Work_before_joining_or_after_leaving_is_named_with_its_place()
    {
        LoggedActivity Visit(LocalDate on) => new() { Kind = LogActivityKind.Visit, On = on, Account = "A" };
        var (joined, left) = (new LocalDate(2026, 4, 8), new LocalDate(2026, 6, 10));
        TeamFile file = new()
        {
            AsOf = AsOf,
            Members = [new() { Name = "Ann", Position = SalesPosition.Representative, JoinedOn = joined, LeftOn = left }, new() { Name = "Bob", Position = SalesPosition.Representative, JoinedOn = AsOf.PlusDays(1), Sold = 1 }],
            Logs =
            [
                new() { Person = "Ann", Week = new(2026, 3, 30) }, new() { Person = "Ann", Week = new(2026, 4, 6), Done = [Visit(joined), Visit(joined.PlusDays(-1))] },
                new() { Person = "Ann", Week = new(2026, 6, 8), Done = [Visit(left), Visit(left.PlusDays(1))] }, new() { Person = "Ann", Week = new(2026, 6, 15) },
            ],
            Periods = [new("Ann", new(2026, 1, 1), new(2026, 3, 31)), new("Ann", new(2026, 4, 1), new(2026, 6, 30)), new("Ann", new(2026, 7, 1), new(2026, 9, 30))],
        };
        file.FaultsOf().Select(fault => fault.ToString()).Should().BeEquivalentTo(
            "members[1].joinedOn: it is 2026-07-01, after asOf, 2026-06-30, and the person has sold: correct the day, or leave them out",
            "logs[0].week: it is 2026-03-30, but 'Ann' joined only on 2026-04-08 (joinedOn): correct one of the days",
            "logs[1].done[1].on: it is 2026-04-07, but 'Ann' joined only on 2026-04-08 (joinedOn): correct one of the days",
            "logs[2].done[1].on: it is 2026-06-11, but 'Ann' left on 2026-06-10 (leftOn): correct one of the days",
            "logs[3].week: it is 2026-06-15, but 'Ann' left on 2026-06-10 (leftOn): correct one of the days",
            "periods[0].end: it is 2026-03-31, but 'Ann' joined only on 2026-04-08 (joinedOn): correct one of the days",
            "periods[2].start: it is 2026-07-01, but 'Ann' left on 2026-06-10 (leftOn): correct one of the days");
        var planned = file with { Logs = [], Periods = [], Members = [file.Members[0], file.Members[1] with { Sold = null }] };
        planned.FaultsOf().Should().BeEmpty("who is to join may be planned");
        planned.NotYetJoined().Select(member => member.Name).Should().Equal("Bob");
        TeamReport.Of(planned).PeopleCount.Should().Be(0);
    }

    [Fact]
    public void A_count_of_fewer_than_five_people_is_no_figure_where_nobody_is_named()
    {
        var (team, named) = (TeamReport.Of(Sample.Value), TeamReport.Of(Sample.Value, isNamed: true));
        named.Pitfalls.Values.Should().Contain(count => count < 5).And.NotContainNulls();
        team.Pitfalls.Keys.Should().Equal(named.Pitfalls.Keys, "that there is one is told");
        foreach (var (pitfall, count) in named.Pitfalls)
            team.Pitfalls[pitfall].Should().Be(count < 5 ? null : count);
        foreach (var (sign, count) in named.Formality)
            team.Formality[sign].Should().Be(count < 5 ? null : count);
        foreach (var (part, count) in named.SmartFaultCounts)
            team.SmartFaultCounts[part].Should().Be(count < 5 ? null : count);
        team.SkillGaps.Should().OnlyContain(gap => gap.Below == null || gap.Below >= 5);
        JsonSerializer.Serialize(team.Describe(), Readable).Should().Contain("fewer than 5 people").And.NotMatchRegex("with [1-4] (person|people)");
        foreach (var language in Language.All)
            JsonSerializer.Serialize(team.Describe(language), Readable).Should().NotContain("{0");
    }

    [Fact]
    public void A_team_has_one_currency_by_its_code()
    {
        TeamFile file = new() { AsOf = AsOf, Currency = "RMB", Members = [new() { Name = "Ann", Position = SalesPosition.Manager }] };
        file.FaultsOf().Single().ToString().Should().Be("currency: it is RMB; write the code CNY");
        (file with { Currency = "¥" }).FaultsOf().Single().Message.Should().Be("it is ¥; write the code CNY");
        (file with { Currency = " " }).FaultsOf().Single().Path.Should().Be("currency");
        Opportunity Deal(string id, string? currency) => new() { Id = id, Owner = "Ann", Amount = 1, Currency = currency, History = [new(FunnelStage.P1, AsOf)] };
        (file with { Currency = null, Opportunities = [Deal("a", null), Deal("b", "EUR"), Deal("c", "USD")] }).FaultsOf().Single().ToString().Should()
            .Be("opportunities[2].currency: it is USD; it must be EUR, the currency of opportunities[1]: convert the amount first");
        (file with { Currency = "CNY", Opportunities = [Deal("a", "RMB")] }).FaultsOf().Single().Message.Should().Be("it is RMB; write the code CNY");
        JsonSerializer.Serialize(TeamReport.Of(file with { Currency = "CNY" }).Describe(), Readable).Should().Contain("All amounts are in ").And.Contain("CNY");
    }

    [Fact]
    public void The_coverage_of_a_focus_is_rounded_like_every_score() => TeamReport.Of(Sample.Value, isNamed: true).People.SelectMany(person => person.Focuses)
        .Should().Contain(focus => focus.Coverage > 0 && focus.Coverage < 1).And.OnlyContain(focus => focus.Coverage == Math.Floor((focus.Coverage * 1e6) + 0.5) / 1e6);

    [Fact]
    public void No_review_of_an_account_reads_a_team() => typeof(AccountFile).GetProperties().Concat(typeof(AccountReview).GetProperties())
        .Select(property => property.PropertyType.Namespace).Should().NotContain("KeyAccount.Core.SalesTeam");
}
