using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public sealed class BacktestCommandTests : IDisposable
{
    private const string Head =
        "accountId,scoredOn,outcomeOn,annualPurchases,grossMarginRate,creditDays,marketGrowthRate,budgetTrend,outcome\n";

    private static readonly string[] Days = ["2023-01-31", "2023-07-31", "2024-01-31", "2024-07-31", "2025-01-31"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Facts_and_outcomes_give_a_verdict_criteria_stability_and_weights()
    {
        var report = Json(Facts());
        report["validation"]!["verdict"]!.ToString().Should().Be("Kept");
        report["validation"]!["bands"]!.AsArray().Should().HaveCount(3);
        report["criteria"]!["criteria"]!.AsArray().Should().HaveCount(9);
        report["stability"]!["score"]!["index"]!.GetValue<double>().Should().BeInRange(0, 0.1);
        report["weights"]!["outcome"]!.ToString().Should().Be("Fitted");
        report["weights"]!["heldOutOn"]!.ToString().Should().Be("2024-07-31");
        report["weights"]!["heldOut"]!["interval"]!["low"]!.GetValue<double>().Should().BePositive();
    }

    [Fact]
    public void Saved_weights_are_settings_that_a_review_takes()
    {
        var (file, settings) = (Facts(), _folder.Of("ours.json"));
        ToolRun.Of("backtest", file, "--save", settings, "--format", "md").Succeeds().Should()
            .Contain("the fitted weights are better than the present ones");
        ToolRun.Of("review", "--settings", settings, "--format", "json").Succeeds();
        JsonNode.Parse(File.ReadAllText(settings))!["accountValue.standard"]!["criteria"]!.AsObject()
            .Sum(each => each.Value!["weight"]!.GetValue<double>()).Should().BeApproximately(1, 1e-9);
        ToolRun.Of("backtest", file, "--settings", settings).Succeeds().Should().Contain("The score keeps its promise");
    }

    [Theory]
    [InlineData("md", "# Does the score keep its promise?")]
    [InlineData("html", "<svg")]
    [InlineData("csv", "kind,group,lowest,highest,accounts,events,share,outcome,low,high")]
    public void It_is_written_in_every_form(string format, string words) =>
        ToolRun.Of("backtest", Facts(), "--format", format).Succeeds().Should().Contain(words);

    [Fact]
    public void Chinese_reads_the_same() =>
        ToolRun.Of("backtest", Facts(), "--lang", "zh-Hans").Succeeds().Should().Contain("评分兑现了承诺").And.Contain("幸存者偏差");

    [Fact]
    public void Scores_and_bands_alone_are_enough()
    {
        var scores = Write("score,tier,churned\n" + string.Concat(Enumerable.Range(0, 100).Select(
            i => $"{i},{(i < 50 ? "C" : i < 80 ? "B" : "A")},{(i % 7 > i / 15 ? "是" : "否")}\n")));
        var report = Json(scores, "--column", "outcome=churned", "--at-low-scores");
        report["validation"]!["bands"]![0]!["accounts"]!.GetValue<int>().Should().Be(50);
        report["validation"]!["area"]!["value"]!.GetValue<double>().Should().BeGreaterThan(0.7);
        report["criteria"].Should().BeNull();
        report["weights"].Should().BeNull();

        // What cannot be saved does not take the report along.
        var saved = ToolRun.Of("backtest", scores, "--column", "outcome=churned", "--save", _folder.Of("x.json"));
        saved.ExitCode.Should().Be(3);
        saved.Output.Should().Contain("Does the score keep its promise?");
        saved.Error.Should().Contain("error: --save needs the criteria");
    }

    [Fact]
    public void Money_is_an_outcome_too()
    {
        var report = Json(
            Write("score,outcome\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i},{100 * i}\n"))), "--money");
        report["validation"]!["correlation"]!["value"]!.GetValue<double>().Should().Be(1);
        report["validation"]!["verdict"]!.ToString().Should().Be("Kept");
    }

    [Fact]
    public void A_history_of_reviews_is_held_against_later_ones()
    {
        var history = _folder.Of("reviews");
        Review("2025-01-31", i => 100_000 * (i + 1), 40);
        Review("2025-07-31", i => 100_000 * (i + 1) * (i % 2 == 0 ? 2 : 1), 30);
        var growth = JsonNode.Parse(ToolRun.Of("backtest", "--history", history, "--format", "json").Succeeds())!["validation"]!;
        growth["rated"]!["accounts"]!.GetValue<int>().Should().Be(40);
        growth["rated"]!["events"]!.GetValue<int>().Should().Be(15, "ten have gone, and those have not grown");
        var left = JsonNode.Parse(
            ToolRun.Of("backtest", "--history", history, "--outcome", "left", "--format", "json").Succeeds())!["validation"]!;
        left["rated"]!["events"]!.GetValue<int>().Should().Be(10);
        ToolRun.Of("backtest", "--history", history, "--outcome", "purchases").Succeeds().Should().Contain("CNY");

        // Another model on the same accounts is held against what was told at the time.
        var settings = _folder.Of("ours.json");
        File.WriteAllText(settings, """{ "accountValue.standard": { "criteria": { "annualPurchases": { "weight": 3 } } } }""");
        var against = JsonNode.Parse(
            ToolRun.Of("backtest", "--history", history, "--settings", settings, "--format", "json").Succeeds())!["againstToldScore"]!;
        against["first"]!["events"]!.GetValue<int>().Should().Be(15);
        against["second"]!["events"]!.GetValue<int>().Should().Be(15);
        ToolRun.Of("backtest", "--history", history, "--months", "9").HasNothingToDo().Should().Contain("no review has a later one, 9 months on");
        ToolRun.Of("backtest", "--history", _folder.Of("none")).HasNothingToDo().Should().Contain("(0 reviews are kept)");

        void Review(string day, Func<int, int> purchases, int accounts)
        {
            var list = string.Join(',', Enumerable.Range(0, accounts).Select(i => string.Create(
                CultureInfo.InvariantCulture,
                $$"""{ "id": "C{{i}}", "value": { "annualPurchases": {{purchases(i)}}, "grossMarginRate": 0.3, "creditDays": 30, "marketGrowthRate": 0.05, "budgetTrend": 0.1 } }""")));
            var file = _folder.Of($"{day}.json");
            File.WriteAllText(file, $$"""{ "currency": "CNY", "asOf": "{{day}}", "accounts": [{{list}}] }""");
            ToolRun.Of("review", file, "--history", history, "--format", "json").Succeeds();
        }
    }

    [Fact]
    public void What_cannot_be_is_refused_with_its_place()
    {
        ToolRun.Of("backtest", Write("score,scoredOn,outcomeOn,outcome\n1,2025-01-31,2025-01-31,yes\n2,2025-01-31,2025-07-31,no\n")).Fails()
            .Should().StartWith($"{_folder.Of("outcomes.csv")}: 1 row cannot be read:").And.Contain("1 row cannot be read").And.Contain("is not after 2025-01-31, the day of the score: a score must not know its outcome");
        ToolRun.Of("backtest", Write("score,outcome\n1,perhaps\n")).Fails().Should().Contain("it must be yes or no");
        ToolRun.Of("backtest", Write("score,probability,outcome\n1,1.2,yes\n")).Fails().Should().Contain("it must be between 0 and 1");
        ToolRun.Of("backtest", Write("score,weight,outcome\n1,-1,yes\n")).Fails().Should().Contain("it must be at least 0");
        ToolRun.Of("backtest", Write("band,outcome\nD,yes\n")).Fails().Should().Contain("it must be one of C, B, A");
        ToolRun.Of("backtest", Write("name,outcome\nx,yes\n")).Fails().Should().Contain("it has neither score nor band nor a criterion");
        ToolRun.Of("backtest", Write("score,outcome\n")).Fails().Should().Contain("outcomes.csv");
        ToolRun.Of("backtest").Fails().Should().Contain("name a table of scores and outcomes, or --history");
        ToolRun.Of("backtest", Facts(), "--months", "3").Fails().Should().Contain("need --history");
        ToolRun.Of("backtest", Write("score,outcome\n1,yes\n2,yes\n")).Succeeds().Should()
            .NotContain("There are too few outcomes for a verdict").And.Contain("All rated accounts have the same outcome");
    }

    [Theory]
    [InlineData("score,weight,outcome\n1,0,yes\n2,0,no\n", "column weight is 0 in every row")]
    [InlineData("score,outcome\n,yes\n,no\n", "column score is empty in every row that counts")]
    [InlineData("score,weight,outcome\n,1,yes\n2,0,no\n", "column score is empty in every row that counts")]
    [InlineData("band,outcome\n,yes\n,no\n", "column band is empty in every row that counts")]
    [InlineData("annualPurchases,grossMarginRat,outcome\n1,2,yes\n3,4,no\n", "annualPurchases in 2 of 2 rows")]
    [InlineData("annualPurchases,grossMarginRat,outcome\n1,2,yes\n3,4,no\n", "grossMarginRat (is it grossMarginRate?)")]
    public void Where_no_account_counts_the_column_and_the_way_out_are_named(string table, string words) =>
        ToolRun.Of("backtest", Write(table)).FailsInOneLine().Should().Contain(words);

    [Fact]
    public void Columns_that_are_not_read_are_named_with_what_they_may_be()
    {
        var run = ToolRun.Of("backtest", Write("score,probabilty,region,outcome\n1,0.5,north,yes\n2,0.5,south,no\n"));
        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain("Column probabilty is not read. Is it probability?").And.Contain("Columns that are not read: region.");
        ToolRun.Of("backtest", Write("score,outcome\n1,yes\n2,no\n")).Error.Should().NotContain("not read");
    }

    [Fact]
    public void An_account_and_day_counts_once()
    {
        const string head = "accountId,scoredOn,score,outcome\n";
        var twice = ToolRun.Of(
            "backtest", Write(head + "a,2024-01-01,10,yes\na,2024-01-01,10,yes\nb,2024-01-01,20,no\n"), "--format", "json");
        twice.Error.Should().Contain("1 row repeats an earlier one");
        JsonNode.Parse(twice.Output)!["validation"]!["rated"]!["accounts"]!.GetValue<int>().Should().Be(2);
        ToolRun.Of("backtest", Write(head + "a,2024-01-01,10,yes\na,2024-01-01,11,yes\n")).Fails()
            .Should().Contain("line 3, column accountId: 'a': line 2 contradicts it on 2024-01-01");
        ToolRun.Of("backtest", Write("accountId,score,outcome\na,10,yes\na,10,no\n")).Fails().Should().Contain("in a column scoredOn");
        ToolRun.Of("backtest", Write(head + ",2024-01-01,10,yes\n")).Fails().Should().Contain("column accountId: '': it is needed");
    }

    [Fact]
    public void An_account_on_several_days_is_no_more_than_one()
    {
        string Rows(int accounts, int days) => "accountId,scoredOn,score,outcome\n" + string.Concat(
            from day in Enumerable.Range(0, days)
            from i in Enumerable.Range(0, accounts)
            select $"a{i},{2010 + day}-01-01,{i * 37 % 100},{(i * 37 % 100 + (i % 5 * 20) > 90 ? "yes" : "no")}\n");
        var (once, often) = (Json(Write(Rows(40, 1)))["validation"]!, Json(Write(Rows(40, 10)))["validation"]!);
        often["verdict"]!.ToString().Should().Be("TooFewOutcomes", "40 accounts are not 400");
        often["area"]!["standardError"]!.GetValue<double>().Should()
            .BeApproximately(once["area"]!["standardError"]!.GetValue<double>(), 1e-12);
        often["bands"]![0]!["interval"]!.ToJsonString().Should().Be(once["bands"]![0]!["interval"]!.ToJsonString());
        ToolRun.Of("backtest", Write(Rows(40, 10))).Output.Should().Contain("The 400 rated rows belong to 40 accounts");
        ToolRun.Of("backtest", Write("scoredOn,score,outcome\n2024-01-01,1,yes\n2024-02-01,2,no\n")).Error
            .Should().Contain("The table has no accountId");
    }

    [Fact]
    public void Criteria_are_held_in_their_range_and_unit()
    {
        const string head = "annualPurchases,grossMarginRate,creditDays,marketGrowthRate,budgetTrend,outcome\n";
        ToolRun.Of("backtest", Write(head + "100000,4000,30,5,5,yes\n")).Fails().Should()
            .Contain("line 2, column grossMarginRate: '4000': it must be between -1000 and 100 (%)");
        ToolRun.Of("backtest", Write(head + "100000,20,-400,5,5,yes\n")).Fails().Should().Contain("it must be at least 0 (days)");
        ToolRun.Of("backtest", Write(head + "100000,20,30%,5,5,yes\n")).Fails().Should().Contain("column creditDays: '30%'");
        var bare = Json(Write(head + "100000,26.79,30,5,5,yes\n900000,10,30,5,5,no\n"));
        var signed = Json(Write(head + "100000,26.79%,30,5%,5%,yes\n900000,10%,30,5%,5%,no\n"));
        signed.ToJsonString().Should().Be(bare.ToJsonString());
        ToolRun.Of("backtest", Write(head + "100000,0.2679,30,5,5,yes\n900000,0.1,30,5,5,no\n")).Error.Should()
            .Contain("All values of grossMarginRate look like fractions").And.Contain("If 26.79 % is meant")
            .And.Contain("Caps are not applied (overdueDebt, losesMoney)").And.NotContain("marketGrowthRate");
    }

    [Fact]
    public void An_outcome_that_nobody_can_know_yet_is_refused()
    {
        ToolRun.Of("backtest", Write("scoredOn,outcomeOn,score,outcome\n2024-01-01,2999-01-01,1,yes\n")).Fails().Should()
            .Contain("column outcomeOn: '2999-01-01': it is after today");
        ToolRun.Of("backtest", Write("scoredOn,score,outcome\n2999-01-01,1,yes\n")).Fails().Should().Contain("it must be before today");
    }

    [Fact]
    public void Amounts_are_in_one_currency()
    {
        ToolRun.Of("backtest", Write("score,outcome\n1,USD 10\n2,EUR 20\n"), "--money").Fails().Should()
            .Contain("line 3, column outcome: 'EUR 20': it is in EUR, and that of line 2 in USD");
        ToolRun.Of("backtest", Write("score,outcome\n1,EUR 10\n2,EUR 20\n"), "--money").Succeeds().Should().Contain("EUR");
    }

    [Fact]
    public void Bands_are_those_of_scores_on_their_scale()
    {
        string Rows(Func<int, string> score) =>
            "score,outcome\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{score(i)},{(i % 3 == 0 ? "yes" : "no")}\n"));
        ToolRun.Of("backtest", Write(Rows(i => i == 7 ? "100.5" : $"{i}"))).Fails().Should()
            .Contain("line 9, column score: '100.5': it must be between 0 and 100");
        foreach (var other in new Func<int, string>[] { i => $"{900 + i}", i => $"0.{10 + i}" })
        {
            var run = ToolRun.Of("backtest", Write(Rows(other)), "--format", "json");
            run.Error.Should().Contain("The scores are not on the scale of accountValue.standard");
            JsonNode.Parse(run.Output)!["validation"]!["bands"]!.AsArray().Should().BeEmpty();
        }
    }

    [Fact]
    public void A_criterion_that_is_hardly_known_keeps_its_weight()
    {
        var weights = Json(Facts())["weights"]!["weights"]!.AsArray();
        weights.Where(each => each!["isKept"]!.GetValue<bool>()).Select(each => each!["key"]!.ToString()).Should()
            .Equal("crossSellRoom", "industryInfluence", "technicalSynergy", "longTermCommitment");
        weights.Where(each => each!["isKept"]!.GetValue<bool>()).Should().OnlyContain(
            each => Math.Abs(each!["fitted"]!.GetValue<double>() - each["present"]!.GetValue<double>()) < 1e-9);
        weights.Sum(each => each!["fitted"]!.GetValue<double>()).Should().BeApproximately(1, 1e-9);
        ToolRun.Of("backtest", Facts()).Output.Should().Contain("the present weight is kept");
    }

    [Fact]
    public void Reviews_are_compared_in_one_currency()
    {
        var history = _folder.Of("reviews");
        foreach (var day in new[] { "2024-01-31", "2024-07-31", "2025-01-31" })
        {
            var file = _folder.Of($"{day}.json");
            File.WriteAllText(
                file,
                $$"""{ "currency": "CNY", "asOf": "{{day}}", "keyAccountPurchases": 100000, "accounts": [{ "id": "C", "value": { "annualPurchases": 9, "grossMarginRate": 0.3, "creditDays": 30, "marketGrowthRate": 0.05, "budgetTrend": 0.1 } }] }""");
            ToolRun.Of("review", file, "--history", history, "--format", "json").Succeeds();
        }

        // The tool keeps reviews of one currency; somebody else's may be in another one.
        var first = Path.Combine(history, "review-2024-01-31.json");
        File.WriteAllText(first, File.ReadAllText(first).Replace("\"CNY\"", "\"USD\"", StringComparison.Ordinal));
        var run = ToolRun.Of("backtest", "--history", history, "--format", "json");
        run.Error.Should().Contain("money is compared in CNY only: the reviews of 2024-01-31");
        JsonNode.Parse(run.Output)!["validation"]!["rated"]!["accounts"]!.GetValue<int>().Should().Be(1);
        JsonNode.Parse(ToolRun.Of("backtest", "--history", history, "--outcome", "left", "--format", "json").Succeeds())!
            ["validation"]!["rated"]!["accounts"]!.GetValue<int>().Should().Be(2, "who has left has no currency");
    }

    private static JsonNode Json(string file, params string[] options) =>
        JsonNode.Parse(ToolRun.Of(["backtest", file, "--format", "json", .. options]).Succeeds())!;

    private string Write(string text)
    {
        var file = _folder.Of("outcomes.csv");
        File.WriteAllText(file, text);
        return file;
    }

    // Purchases and margin tell; credit, growth and budget do not.
    private string Facts()
    {
        var random = new Random(7);
        var text = new StringBuilder(Head);
        for (var day = 0; day + 1 < Days.Length; day++)
        {
            for (var i = 0; i < 400; i++)
            {
                var (purchases, margin) = (Math.Pow(10, 4.5 + (2.5 * random.NextDouble())), 5 + (40 * random.NextDouble()));
                var grows = random.NextDouble() < 1 / (1 + Math.Exp(0.5 - (1.3 * (Math.Log10(purchases) - 5.8)) - (0.04 * (margin - 25))));
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"C{i},{Days[day]},{Days[day + 1]},{purchases:0},{margin:0.0},{30 * random.Next(5)},{-10 + random.Next(30)},{-20 + random.Next(40)},{(grows ? "yes" : "no")}\n");
            }
        }

        return Write(text.ToString());
    }
}
