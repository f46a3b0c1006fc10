using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public sealed class FunnelCommandTests : IDisposable
{
    private const string AsOf = "2026-05-15";

    // The deals of the method's worked forecast (rooms.md, row 30).
    private const string Seven = """
        id,accountId,amount,stage,stageSince,expectedClose,nextStepDate
        a,Qilin,1200,P5,2026-05-01,2026-06-20,2026-05-20
        b,Qilin,900,P4,2026-05-01,2026-06-20,2026-05-20
        c,Qilin,450,P4,2026-05-01,2026-06-20,2026-05-20
        d,Qilin,1500,P3,2026-05-01,2026-06-20,2026-05-20
        e,Qilin,800,P2,2026-05-01,2026-06-20,2026-05-20
        f,Qilin,600,P2,2026-05-01,2026-06-20,2026-05-20
        g,Qilin,2000,P1,2026-05-01,2026-06-20,2026-05-20

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2000", 0.8492)]
    [InlineData("2500", 0.7372)]
    [InlineData("3000", 0.5735)]
    public void The_forecast_is_the_worked_one(string target, double odds)
    {
        var forecast = Json(Seven, "--target", target)["forecast"]!;
        ((double)forecast["expected"]!).Should().BeApproximately(3304.16, 0.005);
        ((double)forecast["targetOdds"]!).Should().BeApproximately(odds, 0.00005);
        new[] { "p10", "p50", "p90" }.Select(name => (decimal)forecast[name]!).Should().Equal(1_650, 3_150, 5_000);
        forecast["from"]!.ToString().Should().Be("2026-04-01");
        forecast["until"]!.ToString().Should().Be("2026-06-30");
    }

    [Fact]
    public void A_grid_rounds_amounts_to_its_steps() =>
        ((decimal)Json(Seven.Replace("1200", "1190", StringComparison.Ordinal), "--grid", "100")["forecast"]!["open"]!["grid"]!).Should().Be(100);

    [Fact]
    public void The_last_day_of_a_quarter_looks_at_the_next_one()
    {
        var rows = "id,amount,stage,expectedClose\na,100,P5,2026-07-20\n";
        string Until(params string[] options) => JsonNode.Parse(Run(rows, options).Succeeds())!["forecast"]!["until"]!.ToString();
        Until("--as-of", "2026-06-29", "--format", "json").Should().Be("2026-06-30");
        Until("--as-of", "2026-06-30", "--format", "json").Should().Be("2026-09-30");
        Until("--as-of", "2026-06-30", "--until", "2026-06-30", "--format", "json").Should().Be("2026-06-30");
        Until("--as-of", "2026-12-31", "--format", "json").Should().Be("2027-03-31");
    }

    [Fact]
    public void Stages_and_payments_come_from_tables_of_their_own()
    {
        var deals = Write("deals.csv", """
            id,amount,owner,isWon,closedOn,expectedClose,lossReason
            won,1000,Li Na,true,2026-04-20,,
            lost,500,Li Na,false,2026-05-04,,Price
            open,800,Li Na,,,2026-06-30,

            """);
        var stages = Write("stages.csv", """
            id,stage,since,expectedClose
            won,P1,2026-01-10,
            won,P2,2026-02-10,
            won,P5,2026-03-01,
            lost,P1,2026-02-01,
            lost,P2,2026-03-01,
            open,P1,2026-03-01,2026-04-30
            open,P2,2026-03-20,2026-05-31

            """);
        var payments = Write("payments.csv", "id,date,share\nwon,2026-06-01,30%\nwon,2026-08-15,0.7\n");
        var report = JsonNode.Parse(ToolRun.Of(
            "funnel", "--opportunities", deals, "--stages", stages, "--payments", payments, "--as-of", AsOf, "--format", "json").Succeeds())!;
        ((int)report["won"]!, (int)report["lost"]!, (int)report["deals"]!).Should().Be((1, 1, 3));
        var p1 = report["stages"]![1]!["conversion"]!;
        ((int)p1["successes"]!, (int)p1["trials"]!).Should().Be((3, 3), "the lost deal and the open one went on to P2");
        var p2 = report["stages"]![2]!["conversion"]!;
        ((int)p2["successes"]!, (int)p2["trials"]!).Should().Be((1, 2), "an open deal has neither gone on nor stopped");
        ((double)report["cycleDays"]!).Should().Be(100, "from 10 January to 20 April");
        report["collection"]!.AsArray().Select(month => (month!["month"]!.ToString(), (decimal)month["amount"]!))
            .Should().Equal(("2026-06", 300m), ("2026-08", 700m));
        report["notices"]!.AsArray().Select(kind => kind!["kind"]!.ToString()).Should().Contain("Slipping", "its close was put off twice");
    }

    [Fact]
    public void Words_of_another_system_are_translated()
    {
        var report = Json(
            """
            opportunity_id,sales_agent,deal_stage,engage_date,close_date,close_value
            1,Moses,Won,2016-10-20,2017-03-01,1054
            2,Darcel,Lost,2016-10-25,2017-03-11,0
            3,Darcel,Engaging,2017-03-01,,500

            """,
            "--as-of", "2017-03-31", "--column", "owner=sales_agent", "--column", "stage=deal_stage", "--column", "createdOn=engage_date",
            "--column", "closedOn=close_date", "--column", "amount=close_value", "--stage-name", "Engaging=P2");
        ((int)report["won"]!, (int)report["lost"]!).Should().Be((1, 1));
        ((double)report["cycleDays"]!).Should().Be(132);
        ((int)report["stages"]![2]!["openDeals"]!).Should().Be(1);
    }

    [Fact]
    public void Stages_are_read_by_code_and_by_name_in_every_language()
    {
        var rows = new StringBuilder("id,amount,stage,expectedClose\n");
        foreach (var stage in FunnelStage.InOrder)
        {
            foreach (var name in Language.All.Select(language => stage.DisplayName(language)).Append(stage.Name).Append($"{stage.Name} - x"))
                rows.Append(CultureInfo.InvariantCulture, $"{stage.Name}{rows.Length},1,\"{name}\",2026-06-01\n");
        }

        Json(rows.ToString())["stages"]!.AsArray().Select(stage => (int)stage!["openDeals"]!).Should().AllBeEquivalentTo(Language.All.Count + 2);
    }

    [Theory]
    [InlineData("x,-1,P2,2026-05-01,,", "line 3, column amount: '-1': it must be at least 0")]
    [InlineData("x,,P2,2026-05-01,,", "line 3, column amount: '': an amount is needed")]
    [InlineData("x,1,P2,2026-05-16,,", "line 3, column stageSince: '2026-05-16': it must be 2026-05-15 (the day of the report) or earlier")]
    [InlineData("x,1,won,2026-05-01,,", "line 3, column closedOn: '': the deal is won; the day on which it was is needed")]
    [InlineData("x,1,P5,2026-05-01,true,", "line 3, column closedOn: '': the deal is won; the day on which it was is needed")]
    [InlineData("x,1,P5,2026-05-01,false,", "line 3, column closedOn: '': the deal is lost; the day on which it was is needed")]
    [InlineData("x,1,P5,2026-05-01,true,2026-04-30", "line 3, column closedOn: '2026-04-30': it must be 2026-05-01 (the day of the last stage) or later")]
    [InlineData("x,1,P5,2026-05-01,true,2026-05-16", "line 3, column closedOn: '2026-05-16': it must be 2026-05-15 (the day of the report) or earlier")]
    [InlineData("x,1,P7,2026-05-01,,", "line 3, column stage: 'P7': it is neither a stage")]
    [InlineData("x,1,,2026-05-01,,", "line 3, column stage: '': the stage is needed")]
    [InlineData("x,1,P2,2026-02-30,,", "line 3, column stageSince: '2026-02-30': a date is needed")]
    [InlineData("ok,1,P2,2026-05-01,,", "line 3, column id: 'ok': there is already a deal with this id")]
    [InlineData(",1,P2,2026-05-01,,", "line 3, column id: '': it is needed")]
    public void A_bad_row_is_named_with_its_field(string row, string fault)
    {
        var rows = $"id,amount,stage,stageSince,isWon,closedOn\nok,1,P2,2026-05-01,,\n{row}\n";
        Run(rows, "--as-of", AsOf).Fails().Should().StartWith("1 of 2 rows cannot be read, nothing was forecast; --skip-bad-rows leaves them out.\n").And.Contain(fault);
        var run = Run(rows, "--as-of", AsOf, "--skip-bad-rows", "--format", "json");
        run.Error.Should().StartWith("warning: skipped 1 of 2 rows.\n");
        ((int)JsonNode.Parse(run.Output)!["deals"]!).Should().Be(1);
    }

    [Theory]
    [InlineData("a,P2,2026-05-01\na,P3,2026-04-30\n", "line 3, column since: '2026-04-30': it must be 2026-05-01 (the day of the stage before it) or later")]
    [InlineData("a,P2,2026-05-16\n", "line 2, column since: '2026-05-16': it must be 2026-05-15 (the day of the report) or earlier")]
    [InlineData("a,P2,\n", "line 2, column since: '': a date is needed")]
    public void A_stage_that_cannot_be_is_named_with_its_row(string rows, string fault) => ToolRun.Of(
        "funnel", "--opportunities", Write("deals.csv", "id,amount\na,1\n"), "--stages", Write("stages.csv", "id,stage,since\n" + rows),
        "--as-of", AsOf).Fails().Should().Contain("stages.csv, " + fault);

    [Theory]
    [InlineData("a,2026-06-01,0\n", "line 2, column share: '0': a fraction above 0 up to 1 is needed")]
    [InlineData("a,2026-06-01,1.01\n", "line 2, column share: '1.01': a fraction above 0 up to 1 is needed")]
    [InlineData("a,2026-06-01,0.6\na,2026-07-01,0.41\n", "line 3, column share: '0.41': the shares of the deal sum to more than 1")]
    public void A_payment_that_cannot_be_is_named_with_its_row(string rows, string fault) => ToolRun.Of(
        "funnel", "--opportunities", Write("deals.csv", "id,amount,stage\na,1,P2\n"), "--payments", Write("pay.csv", "id,date,share\n" + rows),
        "--as-of", AsOf).Fails().Should().Contain("pay.csv, " + fault);

    [Fact]
    public void Two_currencies_need_rates()
    {
        var rows = "id,amount,currency,stage,expectedClose\na,100,CNY,P5,2026-06-01\nb,10,USD,P5,2026-06-01\n";
        Run(rows, "--as-of", AsOf, "--skip-bad-rows").FailsInOneLine().Should().Contain(
            "line 3, column currency: the amount is in USD, that of line 2 in CNY, nothing was forecast; --rates FILE with --currency CNY converts the others");
        var rates = Write("rates.csv", "date,from,to,rate\n,USD,CNY,7\n");
        var report = Json(rows, "--rates", rates, "--currency", "CNY");
        report["currency"]!.ToString().Should().Be("CNY");
        ((decimal)report["stages"]![5]!["openAmount"]!).Should().Be(170);
    }

    [Fact]
    public void Numbers_and_dates_are_read_like_those_of_purchases()
    {
        var german = "id;amount;stage;expectedClose\na;1.200,50;P5;20.06.2026\nb;900;P4;13.06.2026\n";
        ((decimal)Json(german)["stages"]![5]!["openAmount"]!).Should().Be(1200.5m);
        Run("id;amount;stage;expectedClose\na;1.200;P5;01.06.2026\n", "--as-of", AsOf).Fails().Should().Contain("--decimal");
        ((decimal)Json("id,amount,stage\na,120 万,P5\n", "--units", "zh")["stages"]![5]!["openAmount"]!).Should().Be(1_200_000);
    }

    [Fact]
    public void A_workbook_is_a_table_too()
    {
        var rows = Workbook.Row(1, Workbook.Text("id"), Workbook.Text("amount"), Workbook.Text("stage"), Workbook.Text("expected close"))
            + Workbook.Row(2, Workbook.Text("a"), Workbook.Number(1200), Workbook.Text("P5"), Workbook.Number(46193, Workbook.DateStyle));
        var report = JsonNode.Parse(ToolRun.Of(
            "funnel", "--opportunities", _folder.Write("deals.xlsx", Workbook.Of(("Deals", rows))), "--as-of", AsOf, "--format", "json").Succeeds())!;
        ((decimal)report["forecast"]!["open"]!["bets"]![0]!["amount"]!).Should().Be(1200);
    }

    [Fact]
    public void Deals_without_a_date_are_listed_and_never_forecast()
    {
        var report = Json("id,amount,stage,expectedClose\na,100,P5,\nb,50,P5,2026-05-14\nc,20,P5,2026-05-15\n");
        ((double)report["forecast"]!["expected"]!).Should().BeApproximately(17, 1e-9, "only c is expected from today on");
        report["notices"]!.AsArray().Select(kind => kind!["kind"]!.ToString()).Should().Contain(["NoCloseDate", "CloseDatePast"]);
    }

    [Theory]
    [InlineData("--stages", "x.csv")]
    [InlineData("--column", "amount=x")]
    [InlineData("--skip-bad-rows")]
    [InlineData("--sheet", "x")]
    public void Options_of_tables_need_tables(params string[] options) =>
        ToolRun.Of(["funnel", .. options]).FailsInOneLine().Should().Be($"{options[0]} needs --opportunities. See keyaccount --help.");

    [Theory]
    [InlineData("--column", "amount", "--column 'amount' is not a field")]
    [InlineData("--column", "money=x", "--column 'money=x' is not a field")]
    [InlineData("--stage-name", "x=P9", "--stage-name 'x=P9' is not a word, = and one of P0 … P6, won and lost.")]
    [InlineData("--target", "-1", "--target '-1' is not an amount of at least 0.")]
    [InlineData("--grid", "0", "--grid '0' is not an amount above 0.")]
    [InlineData("--until", "2026-05-14", "--until 2026-05-14 is before 2026-05-15, the day of the report.")]
    public void A_wrong_option_says_what_it_takes(string option, string value, string fault) =>
        Run(Seven, "--as-of", AsOf, option, value).Fails().Should().StartWith(fault);

    [Fact]
    public void A_missing_column_is_told_with_the_option_that_names_it() =>
        Run("id,value,stage\na,1,P2\n", "--as-of", AsOf).FailsInOneLine().Should().Contain("there is no column 'amount'").And.EndWith("Name the column with --column amount=TITLE.");

    [Theory]
    [InlineData("en", "Sales funnel as of 2025-12-31", "What will close", "The stages", "D-096", "Payments to come", "more are in the full report")]
    [InlineData("zh-Hans", "销售漏斗（截至2025-12-31）", "成交预测", "各阶段", "D-096", "待回款", "见完整报告")]
    [InlineData("zh-Hant", "銷售漏斗（截至2025-12-31）", "成交預測", "各階段", "D-096", "待回款", "見完整報告")]
    public void The_sample_is_one_screen(string language, string title, params string[] texts)
    {
        var table = ToolRun.Of("funnel", "--lang", language).Succeeds();
        table.Should().StartWith(title).And.ContainAll(texts);
        Cells.Lines(table).Should().OnlyContain(line => Cells.Width(line) <= 100).And.HaveCountLessThanOrEqualTo(50);
        Cells.ShouldBeHarmless(table);
    }

    [Fact]
    public void The_page_of_the_sample_has_everything() =>
        ToolRun.Of("funnel", "--lang", "en", "--format", "md").Succeeds().Should().ContainAll(
            "## What will close", "## The stages", "### Stuck at a stage", "## Where the deals come from", "## Who owns the deals",
            "## Why deals were lost", "## Do the stated odds hold up?", "## Cash from won deals", "## 2026 by quarter");

    [Fact]
    public void A_portfolio_without_deals_has_nothing_to_forecast() =>
        ToolRun.Of("funnel", _folder.Write("p.json", """{ "currency": "CNY", "asOf": "2026-01-01", "accounts": [ { "id": "a" } ] }"""))
            .HasNothingToDo().Should().Contain("--opportunities");

    [Fact]
    public void The_portfolio_and_its_export_say_the_same()
    {
        var portfolio = _folder.Write("p.json", """
            { "currency": "CNY", "asOf": "2026-05-15", "salesTarget": 2000, "accounts": [ { "id": "Qilin", "owner": "Li Na", "opportunities": [
              { "id": "a", "amount": 1200, "history": [ { "stage": "P5", "since": "2026-05-01" } ], "expectedClose": "2026-06-20" },
              { "id": "b", "amount": 900, "history": [ { "stage": "P4", "since": "2026-05-01" } ], "expectedClose": "2026-06-20" } ] } ] }
            """);
        var table = Write("t.csv", "id,account,owner,amount,currency,stage,since,expected_close\na,Qilin,Li Na,1200,CNY,P5,2026-05-01,2026-06-20\nb,Qilin,Li Na,900,CNY,P4,2026-05-01,2026-06-20\n");
        ToolRun.Of("funnel", "--opportunities", table, "--as-of", AsOf, "--target", "2000", "--format", "json").Succeeds()
            .Should().Be(ToolRun.Of("funnel", portfolio, "--format", "json").Succeeds());
    }

    private JsonNode Json(string rows, params string[] options) =>
        JsonNode.Parse(Run(rows, [.. options.Contains("--as-of") ? [] : (string[])["--as-of", AsOf], .. options, "--format", "json"]).Succeeds())!;

    private ToolRun Run(string rows, params string[] options) => ToolRun.Of(["funnel", "--opportunities", Write("opportunities.csv", rows), .. options]);

    private string Write(string name, string text) => _folder.Write(name, text);
}
