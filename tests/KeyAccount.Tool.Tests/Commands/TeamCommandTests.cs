using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Reviews;
using KeyAccount.Pages;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary><c>keyaccount team</c>.</summary>
public sealed class TeamCommandTests : IDisposable
{
    private static readonly string[] Names = ["Chen Jing", "Li Na", "Wang Lei", "Zhao Min", "Sun Qiang", "Zhou Yan", "Wu Ming", "He Ping"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "Six focuses of sales management", "Weakest link", "Weekly logs", "Managing performance", "Quotas and pay", "Skills below the standard", "Who looks at what")]
    [InlineData("zh-Hans", "六大销售重点管理", "短板", "周工作日志", "绩效管理", "任务与薪酬", "低于标准的能力")]
    [InlineData("zh-Hant", "六大銷售重點管理", "短板", "週工作日誌", "績效管理", "任務與薪酬", "低於標準的能力")]
    public void The_sample_is_judged_on_one_page_that_names_nobody(string language, params string[] texts)
    {
        ToolRun.Of("team", "--lang", language).Succeeds().Should().ContainAll(texts).And.NotContainAny(Names);
        var page = HtmlPage.Parsed(ToolRun.Of("team", "--lang", language, "--format", "html").Succeeds());
        page.Value.Should().ContainAll(texts).And.NotContainAny(Names);
        page.Descendants("svg").Should().HaveCountGreaterThan(1, "there is a radar, and hours by tier");
        ToolRun.Of("team", "--lang", language, "--format", "md").Succeeds().Should().ContainAll(texts).And.NotContainAny(Names);
    }

    [Fact]
    public void A_program_gets_the_six_focuses_and_nobodys_name_unless_asked()
    {
        var text = ToolRun.Of("team", "--format", "json").Succeeds();
        text.Should().NotContainAny(Names);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        root.GetProperty("focuses").EnumerateArray().Select(each => each.GetProperty("focus").GetString()).Should()
            .Equal("OpportunityCreation", "SalesProcess", "Effectiveness", "PeopleCapability", "PeopleIncentives", "Predictability");
        root.GetProperty("people").GetInt32().Should().Be(7);
        root.TryGetProperty("members", out _).Should().BeFalse();
        root.GetProperty("pitfalls").EnumerateObject().Select(each => each.Name).Should().Contain(["NoCoaching", "OnlyQuantities", "MereSignature", "FixedTargets", "NotSustained"]);
        root.GetProperty("formality").EnumerateObject().Select(each => each.Name).Should().Equal("RepeatedText", "EmptyResults", "WrittenLate");
        ToolRun.Of("team", "--format", "csv").Succeeds().Split('\n').Should().HaveCount(8).And.HaveElementAt(0, "focus,points,coverage,low,high,isShortBoard");
    }

    [Fact]
    public void People_are_named_on_request_with_evidence_and_statements_that_sum()
    {
        ToolRun.Of("team", "--named", "--lang", "en", "--format", "md").Succeeds().Should().ContainAll("This report names people", "Sun Qiang", "Chen Jing", "2026-01-01 – 2026-03-31");
        using var json = JsonDocument.Parse(ToolRun.Of("team", "--named", "--format", "json").Succeeds());
        var members = json.RootElement.GetProperty("members").EnumerateArray().ToArray();
        members.Should().HaveCount(7);
        members.Count(member => member.TryGetProperty("rank", out _)).Should().Be(0, "only four have ten closed deals");
        foreach (var pay in members.Where(member => member.TryGetProperty("pay", out _)).Select(member => member.GetProperty("pay")))
            pay.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("amount").GetDecimal()).Should().Be(pay.GetProperty("total").GetDecimal());
    }

    [Fact]
    public void Below_five_people_what_points_at_one_is_left_out_without_names()
    {
        var file = JsonNode.Parse(ToolRun.Of("team", "--save", _folder.Of("all.json"), "--format", "json").Succeeds()) is null ? null! : JsonNode.Parse(File.ReadAllText(_folder.Of("all.json")))!;
        string[] kept = ["Chen Jing", "Sun Qiang"];
        foreach (var (list, key) in new[] { ("members", "name"), ("opportunities", "owner"), ("actions", "owner"), ("logs", "person"), ("periods", "person") })
            file[list] = new JsonArray([.. file[list]!.AsArray().Where(each => kept.Contains(each![key]!.GetValue<string>())).Select(each => each!.DeepClone())]);
        var small = _folder.Write("small.json", file.ToJsonString());
        var told = ToolRun.Of("team", small, "--lang", "en", "--format", "md").Succeeds();
        told.Should().Contain("Figures of fewer than 5 people are left out").And.NotContainAny(["Quotas and pay", "Skills below the standard", "Pitfall", "the same text", .. Names]);
        using var json = JsonDocument.Parse(ToolRun.Of("team", small, "--format", "json").Succeeds());
        json.RootElement.GetProperty("pitfalls").EnumerateObject().Should().BeEmpty();
        json.RootElement.GetProperty("hasPeople").GetBoolean().Should().BeFalse();
        ToolRun.Of("team", small, "--named", "--lang", "en", "--format", "md").Succeeds().Should().ContainAll("Quotas and pay", "Sun Qiang", "Nobody is ranked");
    }

    [Fact]
    public void Tables_are_read_into_the_file()
    {
        var file = _folder.Write("t.json", """{"asOf":"2026-06-30","currency":"EUR","members":[{"name":"Ann","position":"Representative","phase":"Regular"}]}""");
        var quotas = _folder.Write("q.csv", "姓名;岗位;任务;业绩;OTE\nAnn;;100.000,50;120000;90000\nBob;销售代表;80000;;\n");
        var results = _folder.Write("r.csv", "person,measure,attainment,target,result\nAnn,revenue,120%,,\nAnn,collection,0.8,,\nAnn,newOpportunities,,5,4\nAnn,keyActions,90%,,\n");
        var logs = _folder.Write("l.csv", "person,week,part,account,kind,hours,outcome,text\nAnn,2026-06-24,planned,Aldermoor,,,StageMove,test\nAnn,2026-06-24,done,Aldermoor,拜访,2,NeedFound,seen\nAnn,2026-06-24,next,Bexley,,,,call\n");
        var visits = _folder.Write("v.csv", "person,date,account,hours,outcome\nAnn,2026-06-25,Bexley,1,\nBob,2026-06-26,Carr,3,Nothing\n");
        var saved = _folder.Of("out.json");
        using var json = JsonDocument.Parse(ToolRun.Of(
            "team", file, "--quotas", quotas, "--results", results, "--logs", logs, "--visits", visits, "--save", saved, "--named", "--format", "json").Succeeds());
        var ann = json.RootElement.GetProperty("members")[0];
        ann.GetProperty("pay").GetProperty("total").GetDecimal().Should().Be(54_000 + (36_000 * ((0.5m * 1.3m) + (0.2m * 0.6m) + (0.15m * 0.8m) + (0.15m * 0.9m))));
        json.RootElement.GetProperty("log").GetProperty("planKept").GetProperty("count").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("log").GetProperty("hours").GetDouble().Should().Be(6);
        var node = JsonNode.Parse(File.ReadAllText(saved))!;
        node["members"]!.AsArray().Select(member => member!["name"]!.GetValue<string>()).Should().Equal("Ann", "Bob");
        node["members"]![0]!["quota"]!.GetValue<decimal>().Should().Be(100_000.50m);
        node["logs"]!.AsArray().Should().HaveCount(2);
        ToolRun.Of("team", saved, "--named", "--format", "json").Succeeds().Should().Contain("\"hours\": 6");
    }

    [Fact]
    public void Results_that_a_table_does_not_have_stay()
    {
        var (all, saved) = (_folder.Of("all.json"), _folder.Of("saved.json"));
        ToolRun.Of("team", "--save", all).Succeeds();
        var results = _folder.Write("r.csv", "person,measure,attainment\nChen Jing,revenue,1.1\n");
        ToolRun.Of("team", all, "--results", results, "--save", saved).Succeeds();
        JsonNode.Parse(File.ReadAllText(saved))!["members"]!.AsArray().Single(member => member!["name"]!.GetValue<string>() == "Chen Jing")!["results"]!.AsArray()
            .Select(result => (result!["measure"]!.GetValue<string>(), result["attainment"]!.GetValue<double>()))
            .Should().Equal(("revenue", 1.1), ("collection", 0.95), ("newOpportunities", 1), ("keyActions", 0.9));
    }

    [Fact]
    public void A_log_that_is_there_twice_and_a_team_of_nobody_are_named_by_their_place()
    {
        ToolRun.Of("team", "--save", _folder.Of("all.json")).Succeeds();
        var file = JsonNode.Parse(File.ReadAllText(_folder.Of("all.json")))!;
        file["logs"]!.AsArray().Add(file["logs"]![2]!.DeepClone());
        var last = file["logs"]!.AsArray().Count - 1;
        ToolRun.Of("team", _folder.Write("twice.json", file.ToJsonString())).Fails().Should().Contain($"logs[{last}]: it is the same as logs[2]; leave one of them out");
        file["members"] = new JsonArray();
        ToolRun.Of("team", _folder.Write("nobody.json", file.ToJsonString())).Fails().Should().Contain("1 fault:").And.Contain("members: it is missing or empty; name the people of the team");
    }

    [Theory]
    [InlineData("--quotas", "person,quota\nBob,5\n", "position", "Representative")]
    [InlineData("--quotas", "person,quota\nAnn,-5\n", "column quota: '-5'", "above 0")]
    [InlineData("--results", "person,measure,attainment\nAnn,revenue,120\n", "120 looks like 120 per cent", "1.2")]
    [InlineData("--results", "person,measure,attainment\nAnn,revenue,95\n", "line 2, column attainment: '95'", "write 0.95")]
    [InlineData("--results", "person,measure,attainment\nAnn,revenue,-1\n", "column attainment: '-1'", "0 or more")]
    [InlineData("--results", "person,measure,target,result\nAnn,revenue,0,5\n", "column target: '0'", "above 0")]
    [InlineData("--results", "person,measure,target,result\nAnn,revenue,10,-5\n", "column result: '-5'", "0 or more")]
    [InlineData("--results", "person,measure,target,result\nAnn,revenue,,5\n", "column target", "belong together")]
    [InlineData("--results", "person,measure,target,result\nAnn,revenue,5,\n", "column result", "belong together")]
    [InlineData("--results", "person,measure,target,result\nAnn,revenue,95,0.95\n", "column result: '0.95'", "write both in one unit")]
    [InlineData("--results", "person,measure,target,result\nAnn,revenue,0.95,95\n", "column target: '0.95'", "write both in one unit")]
    [InlineData("--results", "person,measure,target,result\nAnn,revenue,100,2000\n", "column result: '2000'", "20 times the target")]
    [InlineData("--results", "person,measure,attainment,target,result\nAnn,revenue,0.5,10,9\n", "column attainment: '0.5'", "make 0.9")]
    [InlineData("--results", "person,measure,attainment\nann,revenue,1\n", "column person: 'ann'", "but it has 'Ann'; write the name as the team does")]
    [InlineData("--logs", "person,week,part,account\n Ａｎｎ,2026-06-24,next,A\n", "column person", "but it has 'Ann'")]
    [InlineData("--quotas", "person,quota\nAnn,5\nAnn,6\n", "line 3", "has a row already (line 2)")]
    [InlineData("--results", "person,measure,attainment\nCid,revenue,1\n", "nobody of that name", "table of quotas")]
    [InlineData("--results", "person,measure,attainment\nAnn,sales,1\n", "members[0].results[0].measure", "'revenue'")]
    [InlineData("--logs", "person,week,part\nAnn,2026-06-24,someday\n", "someday", "planned, done or next")]
    [InlineData("--visits", "person,date,account,hours\nAnn,2026-06-24,A,200\n", "column hours: '200'", "168")]
    public void A_row_that_cannot_be_read_is_named_with_the_way_out(string option, string table, string place, string way)
    {
        var file = _folder.Write("t.json", """{"asOf":"2026-06-30","members":[{"name":"Ann","position":"Representative","phase":"Regular"}]}""");
        ToolRun.Of("team", file, option, _folder.Write("x.csv", table)).Fails().Should().ContainAll(place, way);
    }

    [Fact]
    public void Every_fault_of_a_file_is_named()
    {
        var file = _folder.Write("t.json", """
            {"asOf":"2026-06-30","members":[{"name":"Ann","position":"Manager"},{"name":"Ann","position":"Manager"}],
             "logs":[{"person":"Bob","week":"2026-06-01"}],"opportunities":[{"id":"d","owner":"Ann","amount":1,"history":[{"stage":"P1","since":"2027-01-01"}]}]}
            """);
        ToolRun.Of("team", file).Fails().Should().ContainAll("members[1].name", "logs[0].person", "'Bob'", "opportunities[0].history[0].since");
        ToolRun.Of("team", _folder.Write("u.json", """{"asOf":"soon","members":[{"position":"Boss","quota":-1}]}""")).Fails().Should().ContainAll("asOf", "members[0].position", "members[0]");
        ToolRun.Of("team", "--separator", "comma").Fails().Should().Contain("needs --quotas, --results, --logs or --visits");
    }

    [Fact]
    public void The_schema_says_what_is_personal_and_the_plan_of_the_portfolio_gives_the_actions()
    {
        ToolRun.Of("schema", "team").Succeeds().Should().ContainAll("\"x-personal\": true", "\"payPlans\"", "\"logs\"", "\"periods\"", "Representative");
        var plan = _folder.Of("plan.json");
        ToolRun.Of("plan", "--plan", plan, "--update").Succeeds();
        ToolRun.Of("team", "--plan", plan, "--format", "json").Succeeds();
    }

    [Fact]
    public void Who_is_added_and_whose_names_look_alike_is_told()
    {
        var file = _folder.Write("t.json", """{"asOf":"2026-06-30","members":[{"name":"Li Wei","position":"Representative"},{"name":"李伟","position":"Representative"}]}""");
        var quotas = _folder.Write("q.csv", "person,position,quota\nli wei ,Representative,100\n李 伟,Representative,100\nBob,Representative,50\nLi Wei,,60\n");
        Told("team", file, "--quotas", quotas, "--lang", "en").Should().ContainAll(
            "note: 3 people were not in the team and are added: 'li wei'; '李 伟'; 'Bob'.", "note: 2 groups of names look alike: 'Li Wei' = 'li wei'; '李 伟' = '李伟'.");
        Told("team", file, "--quotas", quotas, "--lang", "zh-Hans").Should().ContainAll("3 人已加入", "2 组姓名看起来相同");
        Told("team", file, "--quotas", quotas, "--lang", "zh-Hant", "--quiet").Should().BeEmpty();
        Told("team", file, "--quotas", _folder.Write("r.csv", "person,quota\nLi Wei,60\n"), "--lang", "en").Should().NotContainAny("added", "alike");
        var strange = _folder.Write("u.json", """{"asOf":"2026-06-30","members":[{"name":"Li Wei","position":"Representative"}],"logs":[{"person":"li wei","week":"2026-06-01"}]}""");
        ToolRun.Of("team", strange).Fails().Should().ContainAll("logs[0].person", "but 'Li Wei': write the name of one person in one way");
    }

    [Fact]
    public void Entries_that_are_read_again_are_counted_once_and_the_file_stays_the_same()
    {
        var file = _folder.Write("t.json", """{"asOf":"2026-06-30","members":[{"name":"Ann","position":"Representative"}]}""");
        var logs = _folder.Write("l.csv", "person,week,part,account,kind,hours,outcome,text,on\nAnn,2026-06-22,planned,A,,,,,\nAnn,2026-06-22,planned,A,,,,,\nAnn,2026-06-22,done,B,Visit,2,Nothing,x,2026-06-23\nAnn,2026-06-22,next,C,,,,,\n");
        var visits = _folder.Write("v.csv", "person,date,account,hours,outcome,text\nAnn,2026-06-23,B,2,Nothing,x\nAnn,2026-06-24,B,2,Nothing,x\n");
        var (first, second) = (_folder.Of("1.json"), _folder.Of("2.json"));
        var told = Told("team", file, "--logs", logs, "--visits", visits, "--save", first, "--lang", "en");
        told.Should().ContainAll("1 entry of the logs was read before and is not counted again", "1 row repeats an earlier row of the same table in every field; it is counted");
        Told("team", first, "--logs", logs, "--visits", visits, "--save", second, "--lang", "en").Should()
            .Contain("6 entries of the logs were read before and are not counted again").And.NotContain("repeat");
        File.ReadAllBytes(second).Should().Equal(File.ReadAllBytes(first));
        var log = JsonNode.Parse(File.ReadAllText(second))!["logs"]!.AsArray().Should().ContainSingle().Subject!;
        (log["planned"]!.AsArray().Count, log["done"]!.AsArray().Count, log["nextWeek"]!.AsArray().Count).Should().Be((2, 2, 1));
    }

    [Fact]
    public void Actions_of_people_who_are_not_in_the_team_are_told()
    {
        var file = _folder.Write("t.json", """{"asOf":"2026-06-30","members":[{"name":"Ann","position":"Representative"}]}""");
        string Action(string id, string owner) => $$"""{"id":"{{id}}","text":{"en":"a","zh-Hans":"a","zh-Hant":"a"},"owner":"{{owner}}","dueOn":"2026-06-01"}""";
        var plan = _folder.Write("p.json", $$"""{"plans":[{"accountId":"x","reviewedOn":"2026-05-01","actions":[{{Action("1", "Ann")}},{{Action("2", "ann")}},{{Action("3", "Cid")}},{{Action("4", "Cid")}}]}]}""");
        var told = Told("team", file, "--plan", plan, "--lang", "en");
        told.Should().ContainAll("note: 3 actions of", "are left out, because the owners are not in the team: 'Cid'; 'ann'.", "look alike: 'Ann' = 'ann'");
        Told("team", file, "--plan", _folder.Write("q.json", $$"""{"plans":[{"accountId":"x","reviewedOn":"2026-05-01","actions":[{{Action("1", "Ann")}}]}]}"""), "--lang", "en").Should().NotContain("left out");
    }

    [Fact]
    public void Rows_of_people_are_in_the_CSV_only_where_they_are_named()
    {
        ToolRun.Of("team", "--format", "csv").Succeeds().Should().NotContainAny(Names);
        var lines = ToolRun.Of("team", "--named", "--format", "csv").Succeeds().TrimEnd().Split('\n');
        lines[0].Should().Be("person,position,rank,closedDeals,focus,points,coverage,low,high,isShortBoard");
        lines.Should().HaveCount(1 + (6 * (1 + 7)));
        lines.Count(line => line.StartsWith(",,,,", StringComparison.Ordinal)).Should().Be(6, "the team names no person");
        lines.Count(line => line.StartsWith("Sun Qiang,Representative,", StringComparison.Ordinal)).Should().Be(6);
    }

    [Fact]
    public void Of_fewer_than_ten_closed_deals_nothing_but_ranges_is_shown()
    {
        using var json = JsonDocument.Parse(ToolRun.Of("team", "--named", "--format", "json").Succeeds());
        var members = json.RootElement.GetProperty("members").EnumerateArray().ToArray();
        members.Count(member => member.GetProperty("closedDeals").GetInt32() < 10).Should().Be(3);
        foreach (var member in members)
        {
            var isSmall = member.GetProperty("closedDeals").GetInt32() < 10;
            member.TryGetProperty("score", out _).Should().Be(!isSmall);
            member.GetProperty("focuses").EnumerateArray().Any(focus => focus.TryGetProperty("points", out _)).Should().Be(!isSmall);
            foreach (var focus in member.GetProperty("focuses").EnumerateArray().Where(_ => isSmall))
                focus.GetProperty("high").GetDouble().Should().BeGreaterThan(focus.GetProperty("low").GetDouble());
        }
    }

    [Theory]
    [InlineData("Representative", "en", "How did you", 10)]
    [InlineData("销售经理/主管", "zh-Hans", "面试指南", 10)]
    [InlineData("vicepresident", "zh-Hant", "面試指南", 10)]
    public void The_interview_guide_has_ten_questions_with_their_anchors(string position, string language, string text, int questions)
    {
        ToolRun.Of("team", "interview", position, "--lang", language).Succeeds().Should().Contain(text);
        ToolRun.Of("team", "interview", position, "--lang", language, "--format", "md").Succeeds().Split('\n').Count(line => line.StartsWith("## ", StringComparison.Ordinal)).Should().Be(questions);
        HtmlPage.Parsed(ToolRun.Of("team", "interview", position, "--lang", language, "--format", "html").Succeeds()).Value.Should().Contain(text);
        using var json = JsonDocument.Parse(ToolRun.Of("team", "interview", position, "--lang", language, "--format", "json").Succeeds());
        var asked = json.RootElement.GetProperty("questions").EnumerateArray().ToArray();
        asked.Should().HaveCount(questions);
        asked.Should().OnlyContain(question => question.GetProperty("anchors").EnumerateObject().Count() == 3);
        ToolRun.Of("team", "interview", position, "--lang", language, "--format", "csv").Succeeds().Should().StartWith("question,competence,text,listenFor,anchor1,anchor3,anchor5\n");
    }

    [Fact]
    public void An_interview_of_nobody_in_sales_is_refused()
    {
        ToolRun.Of("team", "interview", "HumanResources").Fails().Should().Contain("POSITION 'HumanResources' is not one of Representative, Manager, Director, VicePresident");
        ToolRun.Of("team", "interview").Fails().Should().Contain("argument");
        ToolRun.Of("team", "x.json", "interview", "Manager").Fails().Should().Contain("leave out 'x.json'");
    }

    [Fact]
    public void A_file_of_a_later_version_is_refused_with_that_reason_alone()
    {
        ToolRun.Of("team", _folder.Write("t.json", """{"version":2,"asOf":"2026-06-30","novelty":1}""")).Fails().Should()
            .Contain("the file is of version 2; this program reads versions up to 1, and a newer one is needed").And.NotContain("novelty");
        ToolRun.Of("schema", "team").Succeeds().Should().Contain("\"version\"");
        ToolRun.Of("team", _folder.Write("u.json", """{"version":1,"asOf":"2026-06-30"}""")).Succeeds();
    }

    [Fact]
    public void Columns_that_are_not_read_are_named_with_the_nearest()
    {
        var quotas = _folder.Write("quotas.csv", "person,position,quotta,shoe size\nAnn,Representative,100,40\n");
        ToolRun.Of("team", "--quotas", quotas, "--lang", "en").Error.Should()
            .ContainAll("quotas.csv: Column quotta is not read. Is it quota? --column quota=quotta says so.", "quotas.csv: Columns that are not read: shoe size.");
        ToolRun.Of("team", "--quotas", quotas, "--column", "quota=quotta", "--lang", "en").Error.Should().NotContain("quotta is not read");
    }

    [Fact]
    public void A_table_in_another_currency_is_refused()
    {
        ToolRun.Of("team", "--quotas", _folder.Write("usd.csv", "person,position,quota\nAnn,Representative,100 USD\n")).Fails()
            .Should().Contain("it is in USD, and the amounts of the team are in CNY; convert it first");
        ToolRun.Of("team", "--quotas", _folder.Write("column.csv", "person,position,quota,currency\nAnn,Representative,100,EUR\n")).Fails()
            .Should().Contain("it is in EUR, and the amounts of the team are in CNY");
        ToolRun.Of("team", "--quotas", _folder.Write("own.csv", "person,position,quota,currency\nAnn,Representative,¥100,RMB\nBob,Representative,200,人民币\n"), "--lang", "en").Succeeds();
        var team = _folder.Write("none.json", """{"asOf":"2026-06-30","members":[{"name":"Ann","position":"Manager"}]}""");
        ToolRun.Of("team", team, "--quotas", _folder.Write("two.csv", "person,quota,pay\nAnn,100 EUR,5 USD\n")).Fails().Should().Contain("it is in USD, and the amounts of the team are in EUR");
        ToolRun.Of("team", team, "--quotas", _folder.Write("sign.csv", "person,quota\nAnn,$100\n")).Fails().Should().Contain("can be more than one currency");
        var saved = _folder.Of("saved.json");
        ToolRun.Of("team", team, "--quotas", _folder.Write("eur.csv", "person,quota\nAnn,100 EUR\n"), "--save", saved).Succeeds();
        TeamFile.FromJson(File.ReadAllText(saved)).Currency.Should().Be("EUR");
    }

    [Fact]
    public void Who_joins_later_is_told_and_a_team_is_sent_to_its_command_naming_the_file_once()
    {
        var team = _folder.Write("later.json", """{"asOf":"2026-06-30","currency":"CNY","members":[{"name":"Ann","position":"Manager","joinedOn":"2026-07-01"}]}""");
        ToolRun.Of("team", team, "--lang", "en").Error.Should().Contain("1 person joins after 2026-06-30 and is not counted: 'Ann'.");
        ToolRun.Of("validate", team).Fails().Should().Be($"{team}: it is a sales team; keyaccount team {team} names its faults.");
    }

    [Fact]
    public void Logs_outside_the_period_and_people_without_a_statement_are_told()
    {
        var file = _folder.Write("t.json", """
            {"asOf":"2026-06-30","members":[{"name":"Ann","position":"Representative","phase":"Regular","results":[{"measure":"revenue","attainment":1}]},{"name":"Bob","position":"HumanResources"}],
             "logs":[{"person":"Ann","week":"2026-03-23"},{"person":"Ann","week":"2026-03-30"},{"person":"Ann","week":"2026-06-30"},{"person":"Ann","week":"2026-07-06"}]}
            """);
        Told("team", file, "--lang", "en").Should().Be("note: 2 weekly logs are outside the period from 2026-04-01 to 2026-06-30 and not assessed.\n");
        ToolRun.Of("team", file, "--lang", "en", "--named", "--format", "md").Succeeds().Should()
            .Contain("No pay statement for Ann; not known: on-target earnings, result of “payments collected”").And.NotContain("for Bob");
        ToolRun.Of("validate", file).Fails().Should().Contain("is a sales team; keyaccount team");
        ToolRun.Of("team", file, "--quotas", _folder.Write("q.csv", "姓名,岗位\n张三,销售经理\n李四,主管\n"), "--lang", "en", "--format", "json").Succeeds().Should().Contain("\"people\": 4");
    }

    private static string Told(params string[] arguments)
    {
        var run = ToolRun.Of(arguments);
        run.Succeeds();
        return run.Error;
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("html")]
    public void A_team_of_one_shows_no_figure_of_that_person_without_the_name(string format)
    {
        const string name = "Chen Jing";
        var sample = JsonNode.Parse(KeyAccount.Tool.Portfolios.Samples.Team())!;
        foreach (var (list, key) in new[] { ("members", "name"), ("opportunities", "owner"), ("actions", "owner"), ("logs", "person"), ("periods", "person") })
        {
            sample[list] = new JsonArray([.. sample[list]!.AsArray().Where(each => each![key]!.GetValue<string>() == name)
                .Select(each => each!.DeepClone())]);
        }

        var file = _folder.Write("one.json", sample.ToJsonString());
        var told = ToolRun.Of("team", file, "--format", format).Succeeds();
        var named = ToolRun.Of("team", file, "--named", "--format", format).Succeeds();

        told.Should().NotContain(name).And.NotContain("of 100 points").And.NotContain("SalesProcess").And.NotContain("Win rate");
        named.Should().Contain(name);
    }

    [Fact]
    public void That_nearly_all_of_few_reached_the_quota_is_left_out()
    {
        var json = JsonNode.Parse(ToolRun.Of("team", "--format", "json").Succeeds())!;

        json["pay"]!["atQuota"].Should().BeNull("3 of 5 did: two did not");
        json["loop"]!.AsArray().Should().OnlyContain(part => part!["missing"] == null
            || part["missing"]!.GetValue<int>() == 0 || part["missing"]!.GetValue<int>() >= 5);
        ToolRun.Of("team").Succeeds().Should().NotContain("3 of 5 people");
    }
}
