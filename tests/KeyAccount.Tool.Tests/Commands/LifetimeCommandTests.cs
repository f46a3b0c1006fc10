using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KeyAccount.Core.Estimation;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Records;
using KeyAccount.Tool.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Tests.Commands;

public sealed class LifetimeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_says_what_the_library_fits()
    {
        var purchases = Purchases(600);
        var report = Json(purchases);
        var asOf = purchases.Max(purchase => purchase.Date);
        report["asOf"]!.ToString().Should().Be(LocalDatePattern.Iso.Format(asOf));
        var accounts = RepeatPurchases.Of(purchases, asOf);
        var fits = new (string Name, double? Aic, FitOutcome Outcome)[]
        {
            ("BG/NBD", MaximumLikelihood.FitBgNbd(accounts).Aic, MaximumLikelihood.FitBgNbd(accounts).Outcome),
            ("BG/CNBD-k", MaximumLikelihood.FitBgCnbd(accounts).Aic, MaximumLikelihood.FitBgCnbd(accounts).Outcome),
            ("Pareto/NBD", MaximumLikelihood.FitParetoNbd(accounts).Aic, MaximumLikelihood.FitParetoNbd(accounts).Outcome),
        };
        report["chosen"]!.ToString().Should().Be(fits.Where(fit => fit.Outcome == FitOutcome.Fitted).MinBy(fit => fit.Aic).Name);
        foreach (var (name, aic, outcome) in fits)
        {
            var model = report["models"]!.AsArray().Single(each => each!["model"]!.ToString() == name)!;
            model["outcome"]!.ToString().Should().Be(outcome.ToString());
            ((double?)model["aic"]).Should().Be(aic);
        }

        report["accounts"]!.AsArray().Count.Should().Be(600);
        foreach (var account in report["accounts"]!.AsArray())
        {
            ((double)account!["probabilityAlive"]!).Should().BeInRange(0, 1);
            if (account["expectedSpend"] is { } spend)
                ((double)account["expectedMoney"]!).Should().Be((double)account["expectedOrders"]! * (double)spend);
        }
    }

    [Fact]
    public void Few_accounts_are_refused_with_the_reason_and_the_way_out()
    {
        var file = Write(Purchases(199));
        ToolRun.Of("lifetime", file).Fails().Should().Contain("no model of purchases can be fitted. There are 199 accounts; a model of purchases needs at least 200.")
            .And.EndWith("--minimum-accounts 199 fits one anyway.");
        ToolRun.Of("lifetime", file, "--minimum-accounts", "199").Succeeds();
    }

    [Fact]
    public void Nobody_who_came_back_is_refused() => ToolRun.Of(
        "lifetime", Write([.. Enumerable.Range(0, 300).Select(i => new AccountPurchase($"{i}", new LocalDate(2025, 1, 1).PlusDays(i), 10))]))
        .Fails().Should().Contain("no model of purchases can be fitted.").And.NotContain("--minimum-accounts");

    [Fact]
    public void The_calibration_holds_a_model_of_the_first_period_against_the_second()
    {
        var purchases = Purchases(700);
        var report = Json(purchases, "--split", "2025-06-30");
        report["split"]!.ToString().Should().Be("2025-06-30");
        var split = new LocalDate(2025, 6, 30);
        var before = RepeatPurchases.Of([.. purchases.Where(purchase => purchase.Date <= split)], split);
        var held = report["calibration"]!;
        IPurchaseModel model = held["model"]!.ToString() switch
        {
            "BG/NBD" => MaximumLikelihood.FitBgNbd(before).Model!,
            "BG/CNBD-k" => MaximumLikelihood.FitBgCnbd(before).Model!,
            _ => MaximumLikelihood.FitParetoNbd(before).Model!,
        };
        var expected = PurchaseCalibration.Of(model, purchases, split, purchases.Max(purchase => purchase.Date));
        ((double)held["expected"]!).Should().BeApproximately(expected.Expected, 1e-9);
        ((int)held["actual"]!).Should().Be(expected.Actual);
        held["groups"]!.AsArray().Count.Should().Be(expected.Groups.Count);
    }

    [Theory]
    [InlineData("--split", "2019-01-01", "--split 2019-01-01 must be from 2025-01-01 (the first purchase)")]
    [InlineData("--minimum-accounts", "0", "--minimum-accounts '0' is not a whole number of at least 1.")]
    [InlineData("--as-of", "31.12.2025", "--as-of '31.12.2025' is not a date")]
    public void A_wrong_option_says_what_it_takes(string option, string value, string fault) =>
        ToolRun.Of("lifetime", Write(Purchases(220)), option, value).Fails().Should().StartWith(fault);

    [Fact]
    public void Purchases_after_the_day_are_left_out_and_counted()
    {
        var purchases = Purchases(600);
        var day = new LocalDate(2025, 9, 30);
        var run = ToolRun.Of("lifetime", Write(purchases), "--as-of", "2025-09-30", "--lang", "en", "--format", "json");
        var count = purchases.Count(purchase => purchase.Date > day).ToString(CultureInfo.InvariantCulture);
        run.Notes.Should().Contain($"Left out: {count} purchases after 2025-09-30.");
        ToolRun.Of("lifetime", Write([.. purchases.Where(purchase => purchase.Date <= day)]), "--as-of", "2025-09-30", "--format", "json").Output
            .Should().Contain(JsonNode.Parse(run.Output)!["accounts"]![0]!["expectedOrders"]!.ToJsonString());
    }

    [Fact]
    public void Profits_give_the_whale_curve()
    {
        var profits = _folder.Write("profits.csv", "account_id,profit\na,100\nb,60\nc,-40\nc,-20\n");
        var file = Write(Purchases(220));
        var curve = JsonNode.Parse(ToolRun.Of("lifetime", file, "--profits", profits, "--format", "json").Succeeds())!["profits"]!;
        ((decimal)curve["total"]!, (decimal)curve["peak"]!, (int)curve["losingMoney"]!, (decimal)curve["loss"]!).Should().Be((100m, 160m, 1, 60m));
        ToolRun.Of("lifetime", file, "--profits", profits, "--lang", "en").Succeeds().Should().ContainAll("Whale curve", "1 account loses 60");
        ToolRun.Of("lifetime", file, "--profits", _folder.Write("bad.csv", "account_id,profit\na,x\n")).Fails()
            .Should().Contain("bad.csv: line 2, column profit: 'x'");
    }

    [Theory]
    [InlineData("en", "Purchase models as of", "The next twelve months", "Did the model predict what happened?")]
    [InlineData("zh-Hans", "购买模型（截至", "未来十二个月", "模型的预测准不准")]
    [InlineData("zh-Hant", "購買模型（截至", "未來十二個月", "模型的預測準不準")]
    public void A_person_reads_models_accounts_and_calibration(string language, params string[] texts)
    {
        var table = ToolRun.Of("lifetime", Write(Purchases(700)), "--lang", language).Succeeds();
        table.Should().ContainAll(texts);
        Cells.Lines(table).Should().OnlyContain(line => Cells.Width(line) <= 100);
        Cells.ShouldBeHarmless(table);
    }

    [Fact]
    public void A_review_uses_the_models_that_were_saved()
    {
        var file = Write(Purchases(600));
        var models = _folder.Of("models.json");
        var fitted = JsonNode.Parse(ToolRun.Of("lifetime", file, "--save", models, "--currency", "CNY", "--format", "json").Succeeds())!;
        LifetimeSettings.FromJson(File.ReadAllText(models)).Version.Should().Be($"fitted {fitted["asOf"]}");
        var asOf = fitted["asOf"]!.ToString();
        var review = JsonNode.Parse(
            ToolRun.Of("review", "--purchases", file, "--as-of", asOf, "--lifetime", models, "--format", "json").Succeeds())!;
        review["models"]!["lifetimeValue.assumptions"]!.ToString().Should().Be($"fitted {asOf}");
        var alive = fitted["accounts"]!.AsArray().ToDictionary(each => each!["id"]!.ToString(), each => (double)each!["probabilityAlive"]!);
        review["accounts"]!.AsArray().Should().HaveCount(600).And.OnlyContain(
            each => Math.Abs((double)each!["lifetime"]!["probabilityAlive"]! - alive[each["id"]!.ToString()]) < 1e-12);
        ToolRun.Of("review", "--purchases", file, "--lifetime", models, "--account", "a1", "--lang", "en").Succeeds()
            .Should().Contain("likely to still buy");
        ToolRun.Of("review", "--purchases", file, "--lifetime", models, "--currency", "EUR", "--key-account", "1000").Fails()
            .Should().EndWith("its model of amounts was fitted in CNY; the portfolio is in EUR. Fit it in that currency, or leave out gammaGamma and currency.");
        ToolRun.Of("lifetime", file, "--save", file).Fails().Should().Contain("is a file that is read; name another file.");
        ToolRun.Of("review", "--lifetime", _folder.Write("bad.json", """{ "discountRate": -2 }""")).Fails()
            .Should().Contain("discountRate: it is -2; it must be above -1");
        ToolRun.Of("schema", "lifetime").Succeeds().Should().Contain("\"exclusiveMinimum\": -1");
    }

    [Fact]
    public void Every_account_is_a_row() => ToolRun.Of("lifetime", Write(Purchases(250)), "--format", "csv").Succeeds()
        .TrimEnd('\n').Split('\n').Should().HaveCount(251).And.HaveElementAt(
            0, "id,repeatOrders,lastOrder,age,meanSpend,probabilityAlive,expectedOrders,expectedSpend,expectedMoney");

    // The figures of the room's page.
    [Fact]
    public void CDNOW_is_held_against_its_second_half_as_the_page_says()
    {
        var report = JsonNode.Parse(ToolRun.Of(
            "lifetime", SharedData.File("cdnow-purchases.csv"), "--split", "1997-09-30", "--as-of", "1998-06-30", "--format", "json").Succeeds())!;
        var held = report["calibration"]!;
        held["model"]!.ToString().Should().Be("BG/NBD");
        ((int)held["actual"]!).Should().Be(19_684);
        ((double)held["expected"]!).Should().BeApproximately(16_874, 0.5);
        ((double)held["error"]!).Should().BeApproximately(-0.143, 0.0005);
        held["groups"]!.AsArray().Select(group => Math.Round((double)group!["expected"]! / (int)group["accounts"]!, 2))
            .Should().Equal(0.23, 0.52, 1.04, 1.58, 2.27, 2.89, 3.53, 6.47);
    }

    private JsonNode Json(IReadOnlyList<AccountPurchase> purchases, params string[] options) =>
        JsonNode.Parse(ToolRun.Of(["lifetime", Write(purchases), .. options, "--format", "json"]).Succeeds())!;

    private string Write(IReadOnlyList<AccountPurchase> purchases)
    {
        var csv = new StringBuilder("account_id,date,amount\n");
        foreach (var (account, date, amount) in purchases)
            csv.Append(CultureInfo.InvariantCulture, $"{account},{LocalDatePattern.Iso.Format(date)},{amount}\n");
        return _folder.Write($"p{csv.Length}.csv", csv.ToString());
    }

    // Accounts that order at random with a rate of their own; some leave sooner than others.
    internal static List<AccountPurchase> Purchases(int accounts)
    {
        var random = new Random(26);
        var (begin, end) = (new LocalDate(2025, 1, 1), new LocalDate(2025, 12, 31));
        var purchases = new List<AccountPurchase>();
        for (var i = 0; i < accounts; i++)
        {
            var leaving = 0.9 * Math.Pow(random.NextDouble(), 2);
            var (day, rate, amount) = (begin.PlusDays(i % 90), 8 + (60 * random.NextDouble()), 50 + (100 * random.NextDouble()));
            do
            {
                purchases.Add(new($"a{i}", day, Math.Round((decimal)(amount * (0.7 + (0.6 * random.NextDouble()))), 2)));
                day = day.PlusDays(1 + (int)(-rate * Math.Log(1 - random.NextDouble())));
            }
            while (day <= end && random.NextDouble() > leaving);
        }

        return purchases;
    }
}
