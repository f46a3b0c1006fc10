using System.Text.Json;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

public class ReviewCommandTests
{
    private const string Two = """
        {
          "name": "Two", "currency": "CNY", "asOf": "2026-03-31",
          "accounts": [
            { "id": "Small", "value": { "annualPurchases": 600000, "grossMarginRate": 0.2, "creditDays": 30, "industryInfluence": "Low", "longTermCommitment": "Low", "technicalSynergy": "Low" } },
            { "id": "Large", "value": { "annualPurchases": 20000000 },
              "tierOverrides": [ { "tier": "B", "by": "Sales director", "reason": "Trial", "from": "2026-01-01", "until": "2026-12-31" } ] }
          ]
        }
        """;

    [Theory]
    [InlineData("en", "Review: Sample portfolio of an industrial supplier", "Shortest way up", "A: by no single change")]
    [InlineData("zh-Hans", "客户评审：Sample portfolio of an industrial supplier", "最短提升路径", "A：单项改变不足")]
    [InlineData("zh-Hant", "客戶評審：Sample portfolio of an industrial supplier", "最短提升路徑", "A：單項改變不足")]
    public void The_sample_is_shown_as_a_table(string language, string title, string path, string text)
    {
        var table = ToolRun.Of("review", "--lang", language).Succeeds();
        table.Should().StartWith(title + "\n").And.Contain(path).And.Contain(text).And.Contain("Aldermoor Steel Works");
        Cells.Lines(table).Should().OnlyContain(line => Cells.Width(line) <= 100);
        Cells.ShouldBeHarmless(table);
    }

    [Fact]
    public void The_sample_has_41_accounts_of_every_kind()
    {
        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());
        review.Accounts.Should().HaveCount(41);
        review.Accounts.Select(each => each.Rank).Should().BeInAscendingOrder();
        review.Accounts.Sum(each => each.AnnualPurchases).Should().Be(32_260_441.23m);
        review.Accounts.Count(each => each.RevenueTier == Core.Grading.AccountTier.A).Should().Be(12);
        review.Accounts.Should().Contain(each => !each.Value.IsRated)
            .And.Contain(each => each.Tier.Override != null)
            .And.Contain(each => each.Value.Caps.Any(cap => cap.State == Core.Scoring.CapState.Applied))
            .And.Contain(each => each.Stability.Reason == Core.Grading.TierReason.Promoted || each.Stability.Reason == Core.Grading.TierReason.Waiting || each.Stability.Reason == Core.Grading.TierReason.InsideMargin);
    }

    [Fact]
    public void A_portfolio_of_ones_own_is_reviewed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("portfolio.json", Two);
        var table = ToolRun.Of("review", file, "--lang", "en").Succeeds();
        table.Should().StartWith("Review: Two\nAs of 2026-03-31: 2 accounts, amounts in CNY\n");
        Cells.Lines(table).Select(line => line.TrimEnd()).Should().ContainInOrder(
            " Large    20,000,000        A    B*      –     –   25 %  C: by no single change",
            " Small       600,000        C     B   47.1     B   70 %  A: by no single change");
        ToolRun.Of("review", file, "--format", "csv").Succeeds().Should().StartWith(
            "id,name,annualPurchases,rank,revenueTier,tier,isOverridden,score,band,coverage,nextBand,criterion,from,to\nLarge,Large,20000000,1,A,B,true,,,0.25,C,");
    }

    [Fact]
    public void Settings_tune_the_models()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("portfolio.json", Two);
        var settings = folder.Write("settings.json", """{ "accountValue.standard": { "bands": { "B": 10, "A": 20 } } }""");
        var review = PortfolioReview.FromJson(ToolRun.Of("review", file, "--settings", settings, "--format", "json").Succeeds());
        review.Accounts[1].Value.Band.Should().Be(Core.Grading.AccountTier.A);
        review.Models["accountValue.standard"].Should().StartWith("1+");
    }

    [Fact]
    public void Every_fault_of_a_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("portfolio.json", """{ "currency": "CNY", "accounts": [ { "name": "x" }, { "id": "a", "value": { "visits": 1 } } ] }""");
        var lines = ToolRun.Of("review", file).Fails().Split('\n');
        lines[0].Should().Be($"{file}: 3 fault(s):");
        lines[1..].Select(line => line.Trim().Split(':')[0]).Should().Equal("accounts[0].id", "accounts[1].value.visits", "asOf");

        var good = folder.Write("good.json", Two);
        var settings = folder.Write("settings.json", """{ "accountValue.standard": { "bands": { "D": 10 } }, "other": {} }""");
        ToolRun.Of("review", good, "--settings", settings).Fails().Should().Be(
            $"{settings}: 2 fault(s):\n  [\"other\"]: there is no such model; it must be one of {string.Join(", ", new ReviewModels().All.Select(model => model.Id))}\n"
            + "  [\"accountValue.standard\"].bands[\"D\"]: the model has no such band; it must be one of C, B, A");
        ToolRun.Of("review", folder.Of("none.json")).FailsInOneLine().Should().Be($"there is no file '{folder.Of("none.json")}'.");
        ToolRun.Of("review", folder.Path).FailsInOneLine().Should().Be($"'{folder.Path}' is a directory; name a file of accounts.");
        ToolRun.Of("review", good, "--out", good).FailsInOneLine().Should().Be($"--out '{good}' is the file that is read; name another file.");
    }

    [Theory]
    [InlineData("en", "Relationships", "Next move", "Worst loss")]
    [InlineData("zh-Hans", "客户关系", "下一步", "最大损失")]
    [InlineData("zh-Hant", "客戶關係", "下一步", "最大損失")]
    public void Relationships_stand_below_the_accounts(string language, params string[] texts)
    {
        var table = ToolRun.Of("review", "--lang", language).Succeeds();
        table.Should().ContainAll(texts).And.MatchRegex("Aldermoor Steel Works +O[1-4] +K[1-5] +E[1-4] +D[1-5] +B[1-3] +L[1-3] +[0-9]+ % +[A-Z][a-z]+ ");
    }

    [Fact]
    public void Purchases_alone_give_revenue_tiers_and_retention()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("purchases.csv", "account_id,date,amount\nA,2025-01-10,500\nA,2025-05-10,500\nB,2025-02-10,100\nB,2025-12-31,100\nC,2025-12-31,50\n");
        var table = ToolRun.Of("review", "--purchases", file, "--lang", "en").Succeeds();
        table.Should().StartWith("Review: purchases.csv\nAs of 2025-12-31: 3 accounts, amounts in CNY\n")
            .And.Contain("Retention: who still buys, by the quarter of the first purchase");
        table.Should().MatchRegex("2025-01 +2 +100 % +50 % +0 % +50 %");
        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--purchases", file, "--format", "json").Succeeds());
        review.Accounts.Select(each => (each.Id, each.AnnualPurchases, each.RevenueTier!.Name, each.Value.IsRated)).Should().Equal(
            ("A", 1000m, "A", false), ("B", 200m, "B", false), ("C", 50m, "C", false));
        review.Retention!.Cohorts.Select(cohort => cohort.Accounts).Should().Equal(2, 1);
    }

    [Fact]
    public void Purchases_add_retention_to_a_portfolio()
    {
        using var folder = new TemporaryFolder();
        var (portfolio, purchases) = (folder.Write("portfolio.json", Two), folder.Write("purchases.csv", "account_id,date,amount\nSmall,2026-01-10,500\nSmall,2026-04-01,500\n"));
        var review = PortfolioReview.FromJson(ToolRun.Of("review", portfolio, "--purchases", purchases, "--format", "json").Succeeds());
        (review.Accounts.Count, review.Retention!.Cohorts.Count, review.Retention.LeftOut).Should().Be((2, 1, 1));
    }

    [Fact]
    public void Purchases_in_another_currency_need_a_threshold()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("purchases.csv", "account_id,date,amount\nA,2025-01-10,500\n");
        ToolRun.Of("review", "--purchases", file, "--currency", "GBP").Fails().Should().Be("1 fault(s):\n  keyAccountPurchases: it is missing; the standard threshold is in CNY, the amounts are in GBP");
        ToolRun.Of("review", "--purchases", file, "--currency", "GBP", "--key-account", "100000", "--lang", "en").Succeeds().Should().Contain("amounts in GBP");
        ToolRun.Of("review", "--purchases", file, "--key-account", "-1").FailsInOneLine().Should().StartWith("--key-account '-1' is not an amount above 0.");
        ToolRun.Of("review", "--purchases", folder.Write("bad.csv", "account_id,date,amount\nA,never,500\n")).Fails().Should().Contain("1 of 1 rows cannot be read, nothing was reviewed.").And.Contain("line 2, column date");
        ToolRun.Of("review", "--purchases", folder.Write("undated.csv", "account_id,amount\nA,500\n")).FailsInOneLine().Should().Contain("there is no column 'date'");
    }

    [Fact]
    public void Cohorts_of_real_purchases()
    {
        var review = PortfolioReview.FromJson(ToolRun.Of(
            "review", "--purchases", SharedData.File("online-retail-purchases.csv"), "--currency", "GBP", "--key-account", "100000", "--format", "json").Succeeds());
        review.Retention!.Cohorts.Select(cohort => cohort.Accounts).Should().Equal(885, 1249, 826, 656, 722);
    }

    [Fact]
    public void More_faults_than_a_person_reads_are_counted()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("portfolio.json", $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ {{string.Join(", ", Enumerable.Repeat("{}", 25))}} ] }""");
        ToolRun.Of("review", file).Fails().Should().Contain("25 fault(s)").And.EndWith("accounts[19].id: it is missing\n  … and 5 more");
        ToolRun.Of("validate", file).Fails().Should().EndWith("accounts[24].id: it is missing");
    }

    [Fact]
    public void A_long_portfolio_is_cut_for_a_person_and_whole_for_programs()
    {
        using var folder = new TemporaryFolder();
        var accounts = string.Join(", ", Enumerable.Range(0, 70).Select(i => $$"""{ "id": "a{{i}}" }"""));
        var file = folder.Write("portfolio.json", $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ {{accounts}} ] }""");
        ToolRun.Of("review", file, "--lang", "en").Succeeds().Should().Contain("And 10 more; --format json and csv have all of them.");
        ToolRun.Of("review", file, "--format", "csv").Succeeds().Split('\n').Should().HaveCount(72);
    }

    [Fact]
    public void Amounts_that_cannot_be_added_are_an_error()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("portfolio.json", """
            { "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "purchases": [
              { "month": "2026-01", "amount": 79228162514264337593543950335 }, { "month": "2026-02", "amount": 79228162514264337593543950335 } ] } ] }
            """);
        ToolRun.Of("review", file).FailsInOneLine().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public void What_programs_read_is_the_same_in_every_language(string format) =>
        new[] { "en", "zh-Hans", "zh-Hant" }.Select(language => ToolRun.Of("review", "--format", format, "--lang", language).Succeeds()).Distinct(StringComparer.Ordinal)
            .Should().ContainSingle();

    [Fact]
    public void The_sample_goes_into_a_file_too()
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of("review", "--lang", "zh-Hans", "--out", folder.Of("review.txt")).Succeeds().Should().BeEmpty();
        File.ReadAllText(folder.Of("review.txt")).Should().Be(ToolRun.Of("review", "--lang", "zh-Hans").Output);
    }

    [Fact]
    public void Hostile_names_are_harmless_in_every_format()
    {
        using var folder = new TemporaryFolder();
        string[] names = ["<script>alert(1)</script>", "[red]x[/]", "\u202Egnirts", "a\u001b[31m\nb", new('x', 10_000), "👩‍👩‍👧 emoji"];
        var file = folder.Write("portfolio.json", JsonSerializer.Serialize(new
        {
            name = names[2], currency = "CNY", asOf = "2026-03-31",
            accounts = names.Select(name => new { id = name, tierOverrides = new[] { new { tier = "A", by = name, reason = name, from = "2026-01-01", until = "2026-12-31" } } }),
        }));
        foreach (var format in new[] { "table", "json", "csv" })
        {
            var output = ToolRun.Of("review", file, "--lang", "en", "--format", format).Succeeds();
            if (format == "table")
                Cells.ShouldBeHarmless(output);
            if (format == "json")
                PortfolioReview.FromJson(output).Accounts.Select(each => each.Id).Should().BeEquivalentTo(names);
        }

        foreach (var name in names)
            Cells.ShouldBeHarmless(ToolRun.Of("explain", name, "--portfolio", file, "--lang", "en").Succeeds());
    }

    [Theory]
    [InlineData("--lang", "de", "en, zh-Hans, zh-Hant")]
    [InlineData("--format", "pdf", "table, json, csv")]
    public void A_word_that_an_option_does_not_know_is_refused(string option, string word, string known) =>
        ToolRun.Of("review", option, word).FailsInOneLine().Should().Be($"{option} '{word}' is not one of {known}. See keyaccount --help.");
}
