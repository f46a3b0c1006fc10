using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public sealed class BacktestCommandTests : IDisposable
{
    private const string Head =
        "accountId,scoredOn,outcomeOn,annualPurchases,grossMarginRate,creditDays,marketGrowthRate,budgetTrend,outcome\n";

    private static readonly string[] Days = ["2024-01-31", "2024-07-31", "2025-01-31", "2025-07-31", "2026-01-31"];

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
        report["weights"]!["heldOutOn"]!.ToString().Should().Be("2025-07-31");
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
        ToolRun.Of("backtest", scores, "--column", "outcome=churned", "--save", _folder.Of("x.json")).HasNothingToDo()
            .Should().Contain("--save needs the criteria");
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
        ToolRun.Of("backtest", Write("score,scoredOn,outcomeOn,outcome\n1,2026-01-31,2026-01-31,yes\n2,2026-01-31,2026-07-31,no\n")).Fails()
            .Should().Contain("1 row cannot be read").And.Contain("is not after 2026-01-31, the day of the score, which has seen it");
        ToolRun.Of("backtest", Write("score,outcome\n1,perhaps\n")).Fails().Should().Contain("it must be yes or no");
        ToolRun.Of("backtest", Write("score,probability,outcome\n1,1.2,yes\n")).Fails().Should().Contain("it must be between 0 and 1");
        ToolRun.Of("backtest", Write("score,weight,outcome\n1,-1,yes\n")).Fails().Should().Contain("it must be at least 0");
        ToolRun.Of("backtest", Write("band,outcome\nD,yes\n")).Fails().Should().Contain("it must be one of C, B, A");
        ToolRun.Of("backtest", Write("name,outcome\nx,yes\n")).Fails().Should().Contain("it has neither score nor band nor a criterion");
        ToolRun.Of("backtest", Write("score,outcome\n")).Fails().Should().Contain("outcomes.csv");
        ToolRun.Of("backtest").Fails().Should().Contain("name a table of scores and outcomes, or --history");
        ToolRun.Of("backtest", Facts(), "--months", "3").Fails().Should().Contain("need --history");
        ToolRun.Of("backtest", Write("score,outcome\n1,yes\n2,yes\n")).Succeeds().Should()
            .Contain("There are too few outcomes for a verdict").And.Contain("All rated accounts have the same outcome");
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
