using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
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
    [InlineData("en", "Review: Sample portfolio of an industrial supplier", "Tier and risk", "What is at stake", "What to do first", "… and ", "What we know about 41 accounts")]
    [InlineData("zh-Hans", "客户评审：Sample portfolio of an industrial supplier", "等级与风险", "面临的风险金额", "首要行动", "……另有", "已知情况（共41家）")]
    [InlineData("zh-Hant", "客戶評審：Sample portfolio of an industrial supplier", "等級與風險", "面臨的風險金額", "首要行動", "……另有", "已知情況（共41家）")]
    public void The_sample_is_one_screen(string language, string title, params string[] texts)
    {
        var table = ToolRun.Of("review", "--lang", language).Succeeds();
        table.Should().StartWith(title + "\n").And.ContainAll(texts).And.Contain("Baihe Heavy Machinery");
        Cells.Lines(table).Should().OnlyContain(line => Cells.Width(line) <= 100).And.HaveCountLessThanOrEqualTo(50);
        Cells.ShouldBeHarmless(table);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("table")]
    public void Any_number_of_threads_gives_the_same_bytes(string format)
    {
        var one = ToolRun.Of("review", "--format", format, "--lang", "en", "--threads", "1").Succeeds();
        ToolRun.Of("review", "--format", format, "--lang", "en", "--threads", "3").Succeeds().Should().Be(one);
        ToolRun.Of("review", "--format", format, "--lang", "en").Succeeds().Should().Be(one);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1025")]
    [InlineData("two")]
    [InlineData("1.5")]
    public void A_number_of_threads_that_cannot_be_is_refused(string threads) =>
        ToolRun.Of("review", "--threads", threads).Fails().Should().Contain($"--threads '{threads}' is not a whole number from 1 to 1024.");

    [Fact]
    public void What_does_not_fit_the_screen_is_counted()
    {
        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());
        var lines = Cells.Lines(ToolRun.Of("review", "--lang", "en").Succeeds());
        var shown = lines.SkipWhile(line => !line.StartsWith("What is at stake", StringComparison.Ordinal)).Skip(4).TakeWhile(line => !line.StartsWith('…') && !line.StartsWith('(')).Where(line => line[0] != ' ').ToArray();
        lines.Should().Contain($"… and {41 - shown.Length} more.");
        shown.Select(line => line[..22].TrimEnd()).Should().Equal(
            review.Accounts.OrderByDescending(account => account.Risk?.Value).ThenByDescending(account => account.AtStake).Take(shown.Length).Select(account => account.Name));
        var actions = lines.SkipWhile(line => !line.StartsWith("What to do first", StringComparison.Ordinal)).Skip(3).TakeWhile(line => !line.StartsWith('…')).Count(line => line[0] != ' ');
        lines.Should().Contain(line => line.StartsWith($"… and {review.Accounts.Sum(account => account.Actions.Count) - actions} more actions in all, the first due on "));
    }

    [Fact]
    public void The_matrix_adds_up()
    {
        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());
        review.Summary.Matrix.Should().HaveCount(16);
        review.Summary.Matrix.Sum(cell => cell.Accounts).Should().Be(41);
        review.Summary.Matrix.Sum(cell => cell.Purchases).Should().Be(review.Summary.Purchases);
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
        table.Should().StartWith("Review: Two\nAs of 2026-03-31; accounts: 2; amounts in CNY\n");
        table.Should().MatchRegex(@"\nLarge +B\* +– +20,000,000 +– +600,000  We know nobody at the customer\. +█+[▏▎▍▌▋▊▉]?\nSmall +B +– +600,000 +– +18,000  We know nobody at the customer\. +▍\n");
        ToolRun.Of("review", file, "--format", "csv").Succeeds().Should().StartWith(
            "id,name,annualPurchases,rank,revenueTier,tier,isOverridden,score,band,coverage,nextBand,criterion,from,to,change,risk,atStake,finding,action,dueOn,owner,warning,state,segment,parent,group,groupPurchases,groupAtStake,tags\nLarge,Large,20000000,1,A,B,true,,,0.25,C,")
            .And.Contain(",600000.00,nobodyKnown,FindDecider,2026-04-30,KeyAccountManager,,,,,,,,decidersUnknown\n");
    }

    [Fact]
    public void Settings_tune_the_models()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("portfolio.json", Two);
        var settings = folder.Write("settings.json", """{ "accountValue.standard": { "bands": { "B": 10, "A": 20 } } }""");
        var review = PortfolioReview.FromJson(ToolRun.Of("review", file, "--settings", settings, "--format", "json").Succeeds());
        review.Accounts[1].Value.Band.Should().Be(Core.Grading.AccountTier.A);
        review.Models["accountValue.standard"].Should().StartWith("2+");
    }

    [Fact]
    public void Bad_accounts_are_left_out_on_request()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.json", Two.Replace("\"annualPurchases\": 20000000", "\"annualPurchases\": 20000000, \"grossMarginRate\": 35"));

        ToolRun.Of("review", file).Error.Should().Contain("accounts[1].value.grossMarginRate").And.Contain("account 'Large': ");
        var left = ToolRun.Of("review", file, "--skip-bad-accounts", "--lang", "en");
        left.Succeeds().Should().Contain("Left out").And.Contain("1: 20,000,000 CNY a year").And.Contain("Small");
        left.Notes.Should().Equal(
            "1 of 2 accounts has faults and is left out: purchases of 20,000,000 CNY a year, known of 1. 'keyaccount validate' names every fault.");
        ToolRun.Of("explain", "Large", "--portfolio", file, "--skip-bad-accounts").Error.Should().Contain("account 'Large' is left out; accounts[1].value");
        var json = PortfolioReview.FromJson(ToolRun.Of("review", file, "--skip-bad-accounts", "--format", "json").Succeeds());
        json.Summary.Skipped.Should().ContainSingle().Which.AnnualPurchases.Should().Be(20_000_000);

        var none = folder.Write("none.json", Two.Replace("\"id\"", "\"iid\""));
        ToolRun.Of("review", none, "--skip-bad-accounts").Error.Should().Contain("every account has faults");
    }

    [Fact]
    public void No_account_of_the_sample_contradicts_itself_unnoticed()
    {
        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());
        var contradicted = 0;
        foreach (var account in review.Accounts)
        {
            var (stated, shown) = (account.StatedLifecycle, account.ShownLifecycle);
            var found = account.Findings.Select(finding => finding.RuleId).ToArray();
            Differ(stated?.IsDeclining, shown?.IsDeclining).Should()
                .Be(found.Contains("declineNotShown") || found.Contains("declineNotStated"), account.Id);
            Differ(stated?.IsSatisfied, shown?.IsSatisfied).Should().Be(found.Contains("satisfactionContradicted"), account.Id);
            (account.AtStake > Math.Max(0, account.AnnualPurchases ?? decimal.MaxValue)).Should().BeFalse(account.Id);
            found.Contains("decline").Should().Be(shown?.IsDeclining is null && stated?.IsDeclining == true, account.Id);
            contradicted += found.Count(rule => rule.StartsWith("decline", StringComparison.Ordinal) && rule != "decline");
        }

        contradicted.Should().Be(2, "two accounts show how a difference is told");

        static bool Differ(bool? stated, bool? shown) => stated is not null && shown is not null && stated != shown;
    }

    [Fact]
    public void Purchases_that_a_review_does_not_count_are_told_with_the_date_that_counts_them()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.csv", "account_id,date,amount\nBig,2024-05-02,100\nBig,2025-03-30,100000\nSmall,2024-04-03,50\n");

        var first = ToolRun.Of("review", "--purchases", file, "--format", "json");
        PortfolioReview.FromJson(first.Succeeds()).Accounts.Single(account => account.Id == "Big").AnnualPurchases.Should().Be(100);
        first.Notes.Should().Contain(note => note.Contains("1 purchase of the current month (100,000) is not counted") && note.EndsWith("--as-of 2025-03-31 counts it."));

        var second = ToolRun.Of("review", "--purchases", file, "--as-of", "2025-03-31", "--format", "json");
        PortfolioReview.FromJson(second.Succeeds()).Accounts.Single(account => account.Id == "Big").AnnualPurchases.Should().Be(100_100);
        second.Notes.Should().NotContain(note => note.Contains("current month"));

        var earlier = ToolRun.Of("review", "--purchases", file, "--as-of", "2024-12-31", "--format", "json");
        PortfolioReview.FromJson(earlier.Succeeds()).Accounts.Should().HaveCount(2);
        earlier.Notes.Should().Contain(note => note.Contains("1 purchase after 2024-12-31 (100,000) is left out"));
        ToolRun.Of("review", "--purchases", file, "--as-of", "2020-01-01").Fails().Should().Contain("no purchases up to 2020-01-01");
        ToolRun.Of("review", "--as-of", "2025-03-31").Fails().Should().Contain("--as-of is for --purchases without a portfolio");
    }

    [Fact]
    public void Of_purchases_alone_what_is_not_known_is_said_once()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("p.csv", "account_id,date,amount\n" + string.Concat(Enumerable.Range(1, 24).Select(i =>
            $"a{i % 3},{NodaTime.Text.LocalDatePattern.Iso.Format(new NodaTime.LocalDate(2023, 1, 31).PlusMonths(i))},{100 * i}\n")));

        var review = PortfolioReview.FromJson(ToolRun.Of("review", "--purchases", file, "--format", "json").Succeeds());
        review.Accounts.SelectMany(account => account.Findings).Should().NotContain(finding => finding.Kind == FindingKind.Unknown);
        ToolRun.Of("review", "--purchases", file, "--lang", "en").Succeeds().Should().Contain("Not known for any account");
    }

    [Fact]
    public void Every_fault_of_a_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("portfolio.json", """{ "currency": "CNY", "accounts": [ { "name": "x" }, { "id": "a", "value": { "visits": 1 } } ] }""");
        var lines = ToolRun.Of("review", file).Fails().Split('\n');
        lines[0].Should().Be($"{file}: 3 faults:");
        lines[1..].Select(line => line.Trim().Split(':')[0]).Should().Equal("accounts[0].id", "accounts[1].value.visits", "asOf");

        var good = folder.Write("good.json", Two);
        var settings = folder.Write("settings.json", """{ "accountValue.standard": { "bands": { "D": 10 } }, "other": {} }""");
        var faults = ToolRun.Of("review", good, "--settings", settings).Fails().Split('\n');
        faults.Should().HaveCount(3);
        faults[0].Should().Be($"{settings}: 2 faults:");
        const string start = "  [\"other\"]: there is no such model; it must be one of ";
        faults[1].Should().StartWith(start);
        faults[1][start.Length..].Split(", ").Should().OnlyHaveUniqueItems()
            .And.Contain(new ReviewModels().All.OfType<IScorecard>().Select(model => model.Id)).And.Contain("ladder.stances").And.Contain("tierStability");
        faults[2].Should().Be("  [\"accountValue.standard\"].bands[\"D\"]: the model has no such band; it must be one of C, B, A");
        ToolRun.Of("review", folder.Of("none.json")).FailsInOneLine().Should().Be($"there is no file '{folder.Of("none.json")}'.");
        ToolRun.Of("review", folder.Path).FailsInOneLine().Should().Be($"'{folder.Path}' is a directory; name a file of accounts.");
        ToolRun.Of("review", good, "--out", good).FailsInOneLine().Should().Be($"--out '{good}' is the file that is read; name another file. See keyaccount --help.");
    }

    [Theory]
    [InlineData("en", "Baihe Heavy Machinery\n", "Where it stands", "Barrier             57 points, medium barrier; maintain", "dissatisfied.improve", "What we do not know")]
    [InlineData("zh-Hans", "Baihe Heavy Machinery\n", "现状", "客户壁垒      57分，中等壁垒", "dissatisfied.improve")]
    [InlineData("zh-Hant", "Baihe Heavy Machinery\n", "現狀", "客戶壁壘      57分，中等壁壘", "dissatisfied.improve")]
    public void One_account_is_one_page(string language, string title, params string[] texts)
    {
        var page = ToolRun.Of("review", "--account", "Baihe", "--lang", language).Succeeds();
        page.Should().StartWith(title).And.ContainAll(texts.Where(text => text != "What we do not know"));
        Cells.Lines(page).Should().OnlyContain(line => Cells.Width(line) <= 100).And.HaveCountLessThanOrEqualTo(50);
        ToolRun.Of("review", "--account", "Oldcastle", "--lang", "en").Succeeds().Should().Contain("What we do not know: ");
    }

    [Fact]
    public void One_account_is_the_same_as_in_the_review_of_all()
    {
        var all = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());
        foreach (var account in all.Accounts)
        {
            using var one = JsonDocument.Parse(ToolRun.Of("review", "--account", account.Id, "--format", "json").Succeeds());
            one.RootElement.GetProperty("rank").GetInt32().Should().Be(account.Rank);
            one.RootElement.GetProperty("findings").EnumerateArray().Select(each => each.GetProperty("ruleId").GetString()).Should().Equal(account.Findings.Select(each => each.RuleId));
        }

        ToolRun.Of("review", "--account", "Baihe", "--format", "csv").Succeeds().Split('\n').Should().HaveCount(3);
        ToolRun.Of("review", "--account", "Nobody").FailsInOneLine().Should().Be("there is no account 'Nobody'.");
    }

    [Fact]
    public void What_has_changed_since_a_review_is_shown()
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of("review", folder.Write("before.json", Two), "--format", "json", "--out", folder.Of("review.json")).Succeeds();
        var later = folder.Write("later.json", Two.Replace("2026-03-31", "2026-06-30").Replace("\"id\": \"Large\"", "\"id\": \"New\"").Replace("\"technicalSynergy\": \"Low\"", "\"technicalSynergy\": \"Low\", \"netProfit\": -5")
            .Replace("\"id\": \"Small\",", "\"id\": \"Small\", \"satisfaction\": \"Low\","));
        var screen = ToolRun.Of("review", later, "--since", folder.Of("review.json"), "--lang", "en").Succeeds();
        screen.Should().Contain("Since 2026-03-31\nTier up: 0, down: 0. Risk up: 0, down: 0. New accounts: 1, lost: 1. Unchanged: 0.\n• Large: no longer in the portfolio\n• New: new\n• Small: – → high risk, +dissatisfied, -satisfactionUnknown\n");
        Cells.Lines(screen).Should().HaveCountLessThanOrEqualTo(50);
        ToolRun.Of("review", later, "--since", folder.Of("review.json"), "--account", "Small", "--lang", "en").Succeeds().ReplaceLineEndings(" ").Should().Contain("On 2026-03-31: B account, not known, 12 months 600,000. New findings: dissatisfied. Resolved: satisfactionUnknown.");
        var json = PortfolioReview.FromJson(ToolRun.Of("review", later, "--since", folder.Of("review.json"), "--format", "json").Succeeds());
        json.Since!.Movements.Select(each => each.Id).Should().BeEquivalentTo("New", "Large", "Small");
        ToolRun.Of("review", folder.Of("before.json"), "--since", folder.Of("before.json")).Fails().Should().Contain("fault");
        ToolRun.Of("review", later, "--format", "json", "--out", folder.Of("later-review.json")).Succeeds();
        ToolRun.Of("review", folder.Of("before.json"), "--since", folder.Of("later-review.json")).FailsInOneLine().Should().Contain("it is as of 2026-06-30; a review since then must not be as of 2026-03-31.");
        ToolRun.Of("review", later, "--since", folder.Of("review.json"), "--out", folder.Of("review.json")).FailsInOneLine().Should().Contain("is the file that is read");
    }

    [Fact]
    public void A_review_that_was_kept_before_findings_had_kinds_is_read_on()
    {
        using var folder = new TemporaryFolder();
        var review = JsonNode.Parse(ToolRun.Of("review", "--format", "json").Succeeds())!;
        foreach (var account in review["accounts"]!.AsArray().Select(each => each!.AsObject()))
        {
            account.Remove("owner");
            account.Remove("topics");
            foreach (var person in account["people"]!.AsArray().Select(each => each!.AsObject()))
                _ = person.Remove("role") | person.Remove("stance");
            foreach (var finding in account["findings"]!.AsArray().Select(each => each!.AsObject()))
            {
                var stake = finding["stake"]!.AsObject();
                _ = finding.Remove("subjects") & stake.Remove("kind") & stake.Remove("subject") & (stake.Remove("actions") | true);
            }
        }

        var old = folder.Write("old.json", review.ToJsonString());
        ToolRun.Of("review", "--since", old, "--lang", "en").Succeeds().Should().Contain("New accounts: 0, lost: 0. Unchanged: 41.");
        ToolRun.Of("review", "--since", old, "--owner", "Li Na", "--lang", "en").Succeeds().Should().Contain("New accounts: 0, lost: 0. Unchanged: 10.");
    }

    [Fact]
    public void One_owner_sees_the_accounts_findings_and_actions_that_are_theirs()
    {
        using var folder = new TemporaryFolder();
        var all = PortfolioReview.FromJson(ToolRun.Of("review", "--format", "json").Succeeds());
        var theirs = PortfolioReview.FromJson(ToolRun.Of("review", "--owner", "li na", "--format", "json").Succeeds());
        theirs.Should().Be(all.OwnedBy("Li Na"), "the name may be written in another case");
        theirs.Accounts.Should().HaveCount(10).And.OnlyContain(account => account.Owner == "Li Na");
        var screen = ToolRun.Of("review", "--owner", "Li Na", "--lang", "en").Succeeds();
        screen.Should().Contain("\nAccounts of Li Na\n").And.Contain("accounts: 10;");
        foreach (var account in all.Accounts.Where(account => account.Owner != "Li Na"))
            screen.Should().NotContain(account.Name);
        ToolRun.Of("review", "--owner", "Li Na", "--lang", "zh-Hans").Succeeds().Should().Contain("\nLi Na负责的客户\n");
        ToolRun.Of("review", "--owner", "Li Na", "--format", "csv").Succeeds().TrimEnd().Split('\n').Skip(1).Should().HaveCount(10);
        ToolRun.Of("review", "--account", "Aldermoor Steel Works", "--lang", "en").Succeeds().Should().MatchRegex("\nOwner +Chen Wei\n");
        ToolRun.Of("review", "--owner", "Li Na", "--account", "Aldermoor").FailsInOneLine().Should().Be("there is no account 'Aldermoor'.");

        ToolRun.Of("review", "--owner", "Li").FailsInOneLine().Should()
            .Be("nobody called 'Li' owns an account; the owners are 'Chen Wei', 'Li Na', 'Maria Lopez', 'Tom Becker'.");
        var two = folder.Write("two.json", Two);
        ToolRun.Of("review", two, "--owner", "Li").FailsInOneLine().Should().Be("no account of the portfolio names an owner.");
        ToolRun.Of("review", "--owner", "Li Na", "--format", "json", "--out", folder.Of("li.json")).Succeeds();
        ToolRun.Of("review", "--since", folder.Of("li.json")).FailsInOneLine().Should()
            .Contain("it has the accounts of 'Li Na' only; --owner with that name compares with it.");
        ToolRun.Of("review", "--since", folder.Of("li.json"), "--owner", "Li Na", "--lang", "en").Succeeds().Should().Contain("Unchanged: 10.");
    }

    [Fact]
    public void A_review_is_the_same_in_every_run_and_since_itself_nothing_has_moved()
    {
        using var folder = new TemporaryFolder();
        ToolRun.Of("review", "--format", "json", "--out", folder.Of("review.json")).Succeeds();
        File.ReadAllText(folder.Of("review.json")).Should().Be(ToolRun.Of("review", "--format", "json").Succeeds());
        ToolRun.Of("review", "--since", folder.Of("review.json"), "--lang", "en").Succeeds().Should().Contain("New accounts: 0, lost: 0. Unchanged: 41.");
    }

    [Theory]
    [InlineData("en", "# Review: Sample portfolio of an industrial supplier", "| Account | Tier | Risk |")]
    [InlineData("zh-Hans", "# 客户评审：Sample portfolio of an industrial supplier", "| 客户 | 等级 | 风险 |")]
    [InlineData("zh-Hant", "# 客戶評審：Sample portfolio of an industrial supplier", "| 客戶 | 等級 | 風險 |")]
    public void Markdown_is_written_for_the_portfolio_and_for_an_account(string language, string title, string header)
    {
        ToolRun.Of("review", "--format", "md", "--lang", language).Succeeds().Should().StartWith(title + "\n").And.Contain(header);
        ToolRun.Of("review", "--account", "Baihe", "--format", "md", "--lang", language).Succeeds().Should().StartWith("# Baihe Heavy Machinery\n").And.Contain("dissatisfied.improve");
    }

    [Fact]
    public void Purchases_alone_give_revenue_tiers_and_retention()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("purchases.csv", "account_id,date,amount\nA,2025-01-10,500\nA,2025-05-10,500\nB,2025-02-10,100\nB,2025-12-31,100\nC,2025-12-31,50\n");
        var table = ToolRun.Of("review", "--purchases", file, "--lang", "en").Succeeds();
        table.Should().StartWith("Review: purchases.csv\nAs of 2025-12-31; accounts: 3; amounts in CNY\n")
            .And.Contain("Retention: who still buys, by quarter of first purchase")
            .And.MatchRegex(@"Not known for any account: value, relationship, people, barrier, competitor barrier, loyalty,\s+satisfaction\.");
        table.Should().MatchRegex("2025-01 +2 +100% +50% +0% +50%").And.MatchRegex(@"A +\(A\) +High +1,000 +-100 +");
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
        ToolRun.Of("review", "--purchases", file, "--currency", "GBP").Fails().Should().Be("1 fault:\n  keyAccountPurchases: it is missing; the standard threshold is in CNY, the amounts are in GBP");
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
        ToolRun.Of("review", file).Fails().Should().Contain("25 faults").And.EndWith("accounts[19].id: it is missing\n  … and 5 more");
        ToolRun.Of("validate", file).Fails().Should().EndWith("accounts[24].id: it is missing");
    }

    [Fact]
    public void A_long_portfolio_is_cut_for_a_person_and_whole_for_programs()
    {
        using var folder = new TemporaryFolder();
        var accounts = string.Join(", ", Enumerable.Range(0, 70).Select(i => $$"""{ "id": "a{{i}}" }"""));
        var file = folder.Write("portfolio.json", $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ {{accounts}} ] }""");
        ToolRun.Of("review", file, "--lang", "en").Succeeds().Should().Contain("… and 64 more.").And.Contain("--format json and --format csv list all accounts.");
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
        foreach (var command in (string[])["review", "validate"])
            ToolRun.Of(command, file).Fails().Should().EndWith("account 'a': 1 fault:\n  accounts[0].purchases: together they do not fit a decimal, which holds up to 7.9e28");
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
        foreach (var format in new[] { "table", "json", "csv", "md" })
        {
            var output = ToolRun.Of("review", file, "--lang", "en", "--format", format).Succeeds();
            if (format is "table" or "md")
                Cells.ShouldBeHarmless(output);
            if (format == "md")
                output.Should().NotMatchRegex(@"(?<!\\)[<\[\]]").And.Contain("\\<script\\>alert(1)");
            if (format == "json")
                PortfolioReview.FromJson(output).Accounts.Select(each => each.Id).Should().BeEquivalentTo(names);
        }

        foreach (var format in new[] { "table", "md" })
        {
            foreach (var name in names)
                Cells.ShouldBeHarmless(ToolRun.Of("review", file, "--account", name, "--lang", "en", "--format", format).Succeeds());
        }

        foreach (var name in names)
            Cells.ShouldBeHarmless(ToolRun.Of("explain", name, "--portfolio", file, "--lang", "en").Succeeds());
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+A1", "\"'+A1\"")]
    [InlineData("-A1", "\"'-A1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tA1", "\"'\tA1\"")]
    [InlineData("\rA1", "\"'\rA1\"")]
    [InlineData("A=1", "A=1")]
    public void No_name_is_a_formula_in_a_spreadsheet(string name, string cell)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("portfolio.json", JsonSerializer.Serialize(new
        {
            currency = "CNY", asOf = "2026-03-31", accounts = new[] { new { id = "a", name, value = new { annualPurchases = -5, grossMarginRate = -0.5 } } },
        }));
        ToolRun.Of("review", file, "--format", "csv").Succeeds().Should().Contain($"\na,{cell},-5,1,C,");
        ToolRun.Of("explain", "a", "--portfolio", file, "--format", "csv").Succeeds().Should().Contain("\ngrossMarginRate,current,-50,");
    }

    [Theory]
    [InlineData("--lang", "fr", "en, zh-Hans, zh-Hant, de; --texts FILE brings another one")]
    [InlineData("--format", "pdf", "table, json, csv, md, html")]
    public void A_word_that_an_option_does_not_know_is_refused(string option, string word, string known) =>
        ToolRun.Of("review", option, word).FailsInOneLine().Should().Be($"{option} '{word}' is not one of {known}. See keyaccount --help.");
}
