using System.Text.Json;
using System.Text.Json.Nodes;
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
    [InlineData("en", "Six focuses of sales management", "Short board", "Weekly logs", "Managing performance", "Quotas and pay", "Skills below the standard", "Who looks at what")]
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
        told.Should().Contain("With fewer than 5 people").And.NotContainAny(["Quotas and pay", "Skills below the standard", "Pitfall", "the same text", .. Names]);
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

    [Theory]
    [InlineData("--quotas", "person,quota\nBob,5\n", "position", "Representative")]
    [InlineData("--quotas", "person,quota\nAnn,-5\n", "Quota is -5", "above 0")]
    [InlineData("--results", "person,measure,attainment\nAnn,revenue,120\n", "120 looks like 120 per cent", "1.2")]
    [InlineData("--results", "person,measure,attainment\nCid,revenue,1\n", "nobody of that name", "table of quotas")]
    [InlineData("--results", "person,measure,attainment\nAnn,sales,1\n", "members[0].results[0].measure", "'revenue'")]
    [InlineData("--logs", "person,week,part\nAnn,2026-06-24,someday\n", "someday", "planned, done or next")]
    [InlineData("--visits", "person,date,account,hours\nAnn,2026-06-24,A,200\n", "Hours is 200", "168")]
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
}
