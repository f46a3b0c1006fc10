using System.Text.Json.Nodes;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public sealed class WatchCommandTests : IDisposable
{
    private const string Before = """
        {
          "currency": "CNY", "asOf": "2026-03-31", "accounts": [
            { "id": "Small", "owner": "Ann", "value": { "annualPurchases": 600000, "debtOverdueDays": 0 } },
            { "id": "Gone", "value": { "annualPurchases": 1 } }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _review;

    public WatchCommandTests()
    {
        _review = _folder.Of("review.json");
        ToolRun.Of("review", _folder.Write("before.json", Before), "--format", "json", "--out", _review).Succeeds();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_has_newly_become_true_is_one_event_a_line()
    {
        var events = Events(Later("2026-06-30"));

        events.Select(each => (string?)each["id"]).Should().Equal(
            "2026-03-31/RiskRaised/Small",
            "2026-03-31/StateChanged/Small",
            "2026-03-31/FindingFound/sleeping/Small",
            "2026-03-31/FindingFound/debtOverdue/Small",
            "2026-03-31/SignRaised/OrderOverdue/Small",
            "2026-03-31/AccountAdded/New",
            "2026-03-31/FindingFound/nobodyKnown/New",
            "2026-03-31/FindingFound/satisfactionUnknown/New",
            "2026-03-31/FindingFound/valueUnrated/New",
            "2026-03-31/FindingFound/purchasesUnknown/New",
            "2026-03-31/AccountRemoved/Gone");
        var debt = events[3];
        ((string?)debt["kind"], (string?)debt["accountId"], (string?)debt["owner"], (string?)debt["to"], (string?)debt["finding"])
            .Should().Be(("FindingFound", "Small", "Ann", "debtOverdue", "Issue"));
        ((decimal)debt["atStake"]!).Should().Be(120_000);
        ((string?)debt["text"]!["en"]).Should().Be("Payments are overdue by 40 days.");
        ((string?)events[1]["from"], (string?)events[1]["to"]).Should().Be((null, "Sleeping"));
    }

    [Fact]
    public void A_deadline_that_comes_near_and_a_price_that_falls_below_the_walk_away_are_events()
    {
        var before = _folder.Of("tender-review.json");
        ToolRun.Of("review", _folder.Write("t1.json", Of("2026-03-01", 1000)), "--format", "json", "--out", before).Succeeds();
        var told = ToolRun.Of("watch", _folder.Write("t2.json", Of("2026-03-10", 800)), "--since", before, "--format", "jsonl").Succeeds();
        told.Should().ContainAll("2026-03-01/FindingFound/tenderAhead/a", "2026-03-01/FindingFound/bidBelowWalkAway/a", "objection to the tender document");

        static string Of(string day, int price) => $$"""
            {"version":3,"currency":"CNY","asOf":"{{day}}","accounts":[{"id":"a","tenders":[
              {"id":"t","regime":"TenderingLaw","deadline":"2026-04-15","price":{{price}},"lowestAllowed":900,"margin":200,"winOdds":0.5}]}]}
            """;
    }

    // The same way back: what was an event is taken back by one of the same shape.
    [Fact]
    public void What_is_true_no_longer_is_an_event_of_the_same_shape()
    {
        var before = _folder.Of("bad.json");
        ToolRun.Of("review", Later("2026-06-30"), "--format", "json", "--out", before).Succeeds();
        var after = _folder.Write("good.json", Before.Replace("2026-03-31", "2026-07-31", StringComparison.Ordinal));

        var run = ToolRun.Of("watch", after, "--since", before, "--format", "jsonl");
        var events = run.Succeeds().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();

        events.Select(each => ((string?)each["id"], (string?)each["from"], (string?)each["to"])).Should().Equal(
            ("2026-06-30/StateChanged/Small", "Sleeping", null),
            ("2026-06-30/RiskLowered/Small", "Medium", null),
            ("2026-06-30/FindingSettled/sleeping/Small", "sleeping", null),
            ("2026-06-30/FindingSettled/debtOverdue/Small", "debtOverdue", null),
            ("2026-06-30/SignFell/OrderOverdue/Small", "OrderOverdue", null),
            ("2026-06-30/AccountAdded/Gone", null, null),
            ("2026-06-30/FindingFound/nobodyKnown/Gone", null, "nobodyKnown"),
            ("2026-06-30/FindingFound/satisfactionUnknown/Gone", null, "satisfactionUnknown"),
            ("2026-06-30/FindingFound/valueUnrated/Gone", null, "valueUnrated"),
            ("2026-06-30/AccountRemoved/New", null, null));
        var debt = events[3];
        ((string?)debt["kind"], (string?)debt["accountId"], (string?)debt["owner"], (string?)debt["topic"], (string?)debt["finding"], (string?)debt["on"])
            .Should().Be(("FindingSettled", "Small", "Ann", "AccountValue", "Issue", "2026-07-31"));
        foreach (var language in (string[])["en", "zh-Hans", "zh-Hant"])
            ToolRun.Of("watch", after, "--since", before, "--lang", language).Succeeds().Should().Contain("2026-07-31  Small  -debtOverdue  ");
    }

    // It is told as left out, and not as gone.
    [Fact]
    public void An_account_with_faults_is_not_gone()
    {
        var faulty = _folder.Write("faulty.json", Before.Replace("\"id\": \"Gone\"", "\"id\": \"Gone\", \"owner\": \" \"", StringComparison.Ordinal));
        var run = ToolRun.Of("watch", faulty, "--since", _review, "--skip-bad-accounts");
        run.ExitCode.Should().Be(3);
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public void Of_one_owner_only_the_accounts_of_that_owner_are_gone()
    {
        var review = _folder.Of("of-ann.json");
        ToolRun.Of("review", _folder.Of("before.json"), "--owner", "Ann", "--format", "json", "--out", review).Succeeds();
        ToolRun.Of("watch", _folder.Of("before.json"), "--since", review).Fails().Should().Contain("--owner");
    }

    // Overdue debt of an account that owed nothing: from low to high, and back.
    [Fact]
    public void A_risk_that_rises_is_an_event_and_one_that_falls_is_another()
    {
        var calm = Portfolio("calm.json", "2026-03-31", "High");
        var angry = Portfolio("angry.json", "2026-06-30", "Low");
        RisksOf(calm, angry).Should().Equal("Low>High");
        RisksOf(Portfolio("before2.json", "2026-03-31", "Low"), Portfolio("after2.json", "2026-06-30", "High")).Should().BeEmpty();

        string Portfolio(string name, string day, string satisfaction) => _folder.Write(
            name,
            $$$"""{"currency":"CNY","asOf":"{{{day}}}","accounts":[{"id":"a","value":{"annualPurchases":600000,"debtOverdueDays":0},"satisfaction":"{{{satisfaction}}}"},{"id":"{{{day}}}"}]}""");

        IEnumerable<string> RisksOf(string before, string after)
        {
            var review = _folder.Of("since.json");
            ToolRun.Of("review", before, "--format", "json", "--out", review).Succeeds();
            return [.. ToolRun.Of("watch", after, "--since", review, "--format", "jsonl").Succeeds().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!).Where(each => (string?)each["kind"] == "RiskRaised" && (string?)each["accountId"] == "a")
                .Select(each => $"{each["from"]}>{each["to"]}")];
        }
    }

    [Fact]
    public void The_ids_stay_the_same_on_a_later_day() =>
        Events(Later("2026-07-01")).Select(each => (string?)each["id"]).Should().Equal(Events(Later("2026-06-30")).Select(each => (string?)each["id"]));

    [Fact]
    public void For_a_person_it_is_a_line_in_a_language()
    {
        ToolRun.Of("watch", Later("2026-06-30"), "--since", _review, "--lang", "en").Succeeds().Should()
            .Contain("2026-06-30  Small  debtOverdue  120,000  Payments are overdue by 40 days.\n")
            .And.Contain("2026-06-30  Small  Sleeping  180,000  The customer was not known and is now sleeping.\n");
        ToolRun.Of("watch", Later("2026-06-30"), "--since", _review, "--lang", "zh-Hans").Succeeds().Should().Contain("客户状态由");
    }

    [Fact]
    public void Where_nothing_is_new_the_exit_code_says_so_and_no_file_is_written()
    {
        var file = _folder.Of("events.jsonl");
        ToolRun.Of("watch", _folder.Of("before.json"), "--since", _review, "--format", "jsonl", "--out", file).HasNothingToDo()
            .Should().Be("nothing has become true or ceased to be true since 2026-03-31.");
        File.Exists(file).Should().BeFalse();
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        var later = Later("2026-06-30");
        ToolRun.Of("watch", later).Fails().Should().Contain("--since");
        ToolRun.Of("watch", later, "--since", later).Fails().Should().Contain("fault");
        var newer = _folder.Write("newer.json", """{ "version": 3, "currency": "CNY", "asOf": "2026-03-31", "accounts": [] }""");
        ToolRun.Of("watch", later, "--since", newer).Fails().Should().Contain("the file is of the kind portfolio; a review in JSON is needed");
        ToolRun.Of("watch", later, "--since", _review, "--out", _review).FailsInOneLine().Should().Contain("is the file that is read");
        ToolRun.Of("watch", later, "--since", _review, "--format", "csv").Fails().Should().Contain("csv");
        ToolRun.Of("watch", _folder.Write("earlier.json", Before.Replace("2026-03-31", "2026-03-30", StringComparison.Ordinal)), "--since", _review)
            .FailsInOneLine().Should().Contain("must not be as of 2026-03-30");
    }

    [Fact]
    public void Thresholds_of_a_file_count()
    {
        var settings = _folder.Write("warning.json", """{ "version": "ours", "overdueRatio": 2 }""");
        var review = JsonNode.Parse(ToolRun.Of("review", Later("2026-06-30"), "--warning", settings, "--format", "json").Succeeds())!;
        ((string?)review["models"]!["winback.thresholds"]).Should().Be("ours");
        var sign = review["accounts"]![0]!["earlyWarning"]!["signs"]!.AsArray().Single(each => (string?)each!["sign"] == "OrderOverdue")!;
        ((double)sign["severity"]!).Should().BeApproximately(46 / 60.0, 1e-9);
        ToolRun.Of("review", "--warning", _folder.Write("wrong.json", """{ "overdueRatio": -1 }""")).Fails().Should().Contain("overdueRatio");
        ToolRun.Of("schema", "warning").Succeeds().Should().Contain("\"overdueRatio\"");
    }

    [Fact]
    public void It_names_nobody_where_that_is_asked()
    {
        var output = ToolRun.Of("watch", Later("2026-06-30"), "--since", _review, "--format", "jsonl", "--redact", "--redact-accounts").Succeeds();
        output.Should().NotContain("Ann").And.NotContain("Small");
        output.Should().Contain("/FindingFound/debtOverdue/");
    }

    private string Later(string asOf) => _folder.Write($"later-{asOf}.json", $$"""
        {
          "currency": "CNY", "asOf": "{{asOf}}", "accounts": [
            {
              "id": "Small", "owner": "Ann", "value": { "annualPurchases": 600000, "debtOverdueDays": 40 },
              "orders": [
                { "date": "2026-02-14", "amount": 1 }, { "date": "2026-03-16", "amount": 1 }, { "date": "2026-04-15", "amount": 1 },
                { "date": "2026-05-15", "amount": 1 }
              ]
            },
            { "id": "New" }
          ]
        }
        """);

    private JsonNode[] Events(string portfolio) =>
    [
        .. ToolRun.Of("watch", portfolio, "--since", _review, "--format", "jsonl").Succeeds()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!),
    ];
}
