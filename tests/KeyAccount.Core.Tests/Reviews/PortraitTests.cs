using KeyAccount.Core.Grading;
using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class PortraitTests
{
    private static readonly LocalDate AsOf = new(2025, 12, 31);

    [Fact]
    public void S001_the_order_structure_has_shares_an_index_a_trend_and_classes()
    {
        var orders = OrderStructure.Of(
            [
                Line("drives", "north", 500, AsOf), Line("Drives", "south", 200, AsOf.PlusYears(-1).PlusDays(1)),
                Line("seals", "north", 200, AsOf), Line("oil", null, 100, AsOf), Line("belts", null, -5, AsOf),
                Line("drives", null, 350, AsOf.PlusYears(-1)), Line("seals", null, 400, AsOf.PlusYears(-2).PlusDays(1)),
                Line("seals", null, 9_999, AsOf.PlusYears(-2)), Line("oil", null, 9_999, AsOf.PlusDays(1)),
            ],
            AsOf)!;

        orders.Total.Should().Be(995);
        orders.Categories.Select(part => (part.Name, part.Amount, part.Change, part.Class)).Should().Equal(
            ("drives", 700m, 1m, AccountTier.A), ("seals", 200m, -0.5m, AccountTier.A), ("oil", 100m, null, AccountTier.B),
            ("belts", -5m, (decimal?)null, (AccountTier?)null));
        orders.Categories[0].Share.Should().Be(700m / 995);
        orders.Concentration.Should().BeApproximately(0.49 + 0.04 + 0.01, 1e-12);
        orders.Units.Select(part => (part.Name, part.Amount)).Should().Equal(("north", 700m), ("south", 200m), (null, 95m));
        OrderStructure.Of([Line("x", null, 1, AsOf.PlusYears(-2))], AsOf).Should().BeNull();
        orders.UnitConcentration.Should().BeApproximately((700d * 700 + 200 * 200 + 95 * 95) / (995 * 995), 1e-12);
        (orders.Products.Count, orders.ProductConcentration).Should().Be((0, null));
        OrderStructure.Of([Line("x", null, 1, AsOf)], AsOf)!.Units.Should().BeEmpty();
        FluentActions.Invoking(() => OrderStructure.Of([null!], AsOf)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Products_and_units_have_shares_an_index_a_trend_and_classes_as_categories_do()
    {
        var orders = OrderStructure.Of(
            [
                Line("drives", "Plant 1", 600, AsOf) with { Product = "HS-40" }, Line("drives", "plant 1 ", 200, AsOf) with { Product = "hs 40" },
                Line("drives", "Plant 2", 150, AsOf) with { Product = "B2 " }, Line("seals", null, 50, AsOf),
                Line("drives", "Plant 2", 300, AsOf.PlusYears(-1)) with { Product = "B2" },
            ],
            AsOf)!;

        orders.Products.Select(part => (part.Name, part.Amount, part.Share, part.Change, part.Class)).Should().Equal(
            ("HS-40", 800m, 0.8m, (decimal?)null, AccountTier.A), ("B2", 150m, 0.15m, -0.5m, AccountTier.B), (null, 50m, 0.05m, null, AccountTier.C));
        orders.ProductConcentration.Should().BeApproximately(0.64 + 0.0225 + 0.0025, 1e-12);
        orders.Units.Select(part => (part.Name, part.Amount)).Should().Equal(("Plant 1", 800m), ("Plant 2", 150m), (null, 50m));
        orders.UnitConcentration.Should().Be(orders.ProductConcentration);
        System.Text.Json.JsonSerializer.Deserialize<OrderStructure>(System.Text.Json.JsonSerializer.Serialize(orders)).Should().Be(orders);
        var (_, portrait) = Portray(new AccountFile { Id = "a", OrderLines = [Line("drives", null, 5, AsOf) with { Product = "HS-40" }, Line("drives", null, 5, AsOf)] });
        foreach (var (language, told, unnamed) in new[] { ("en", "By product: 1 product; concentration 0.50.", "(no product named)"), ("zh-Hans", "按产品：1 种；集中度 0.50。", "（未注明产品）"), ("zh-Hant", "按產品：1 種；集中度 0.50。", "（未註明產品）") })
            System.Text.RegularExpressions.Regex.Unescape(portrait.Describe(language, "CNY").ToJson()).Should().ContainAll(told, unnamed);
    }

    [Theory]
    [InlineData("en", "industry, stage of cooperation, owner, industry code, staff, revenue a year, plants, founded, whether it is listed, region")]
    [InlineData("zh-Hans", "行业、合作阶段、负责人、行业代码、员工人数、年营业收入、工厂数、成立年份、是否上市、地区")]
    [InlineData("zh-Hant", "行業、合作階段、負責人、行業代碼、員工人數、年營業收入、工廠數、成立年份、是否上市、地區")]
    public void Every_section_of_which_nothing_is_known_asks_for_what_is_missing_in_the_words_of_the_review(string language, string basics)
    {
        var (run, portrait) = Portray(new AccountFile { Id = "a" });
        portrait.Parts.Should().OnlyContain(part => part.Coverage == 0 && part.Missing.Count + part.MissingFacts.Count > 0);
        portrait.Parts.SelectMany(part => part.Missing).Should().Contain(run.Reviews().Single().Unknown);
        portrait.Parts.Single(part => part.Section == PortraitSection.Risk).Missing.Should().Equal(ReviewTopic.Contract, ReviewTopic.EarlyWarning);
        foreach (var path in portrait.Parts[0].MissingFacts)
        {
            var type = path.StartsWith("company.", StringComparison.Ordinal) ? typeof(CompanyProfile) : typeof(AccountFile);
            type.GetProperties().Select(each => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(each.Name)).Should().Contain(path.Split('.')[^1]);
        }

        var table = portrait.Describe(language).Blocks.OfType<KeyAccount.Core.Documents.Table>().First();
        KeyAccount.Core.Documents.Run.TextOf(((KeyAccount.Core.Documents.TextCell)table.Rows[0].Cells[3]!).Runs).Should().Be(basics);
        Portray(new AccountFile { Id = "a", Industry = CustomerIndustry.Finance }).Portrait.Parts[0].MissingFacts.Should().HaveCount(9).And.NotContain("industry");
    }

    // 4 of 5 against 5 of 20: lift 3.2; Wilson's interval of 4 of 5 is 0.3755 … 0.9638.
    [Fact]
    public void An_industry_is_a_target_where_its_lift_is_above_1_beyond_chance()
    {
        var market = MarketSide.Of(CustomerIndustry.Finance, 5, 4, 20, 5);
        market.Share.Should().Be(0.25);
        market.Lift.Should().BeApproximately(3.2, 1e-12);
        market.Low.Should().BeApproximately(1.502, 1e-3);
        market.High.Should().BeApproximately(3.855, 1e-3);
        market.IsTarget.Should().BeTrue();
        MarketSide.Of(CustomerIndustry.Finance, 2, 1, 20, 5).IsTarget.Should().BeFalse("one of two may be chance");
        MarketSide.Of(CustomerIndustry.Finance, 2, 0, 20, 0).Lift.Should().BeNull();
        FluentActions.Invoking(() => MarketSide.Of(CustomerIndustry.Finance, 21, 0, 20, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => MarketSide.Of(CustomerIndustry.Finance, 5, 6, 20, 6)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("en", "Whom to call", ": key decision maker", "What to offer", "drives: 6,063 CNY a year are open", "Next action")]
    [InlineData("zh-Hans", "应联系谁", "：关键决策者", "可提供什么", "drives：一年有 6,063 CNY 的空白", "下一步行动")]
    [InlineData("zh-Hant", "應聯絡誰", "：關鍵決策者", "可提供什麼", "drives：一年有 6,063 CNY 的空白", "下一步行動")]
    public void The_first_screen_says_whom_to_call_and_what_to_offer(string language, params string[] told)
    {
        var (run, _) = Portray(new AccountFile
        {
            Id = "a", Wallet = [new("drives", 0, 6_063)],
            Contacts = [new() { Id = "b", Name = "Bob", Influence = 9 }, new() { Id = "a", Name = "Ada", Role = KeyAccount.Core.Stakeholders.StakeholderRole.KDM }],
        });
        var first = run.DescribeAccount(run.Reviews().Single(), language, hasPortrait: true).Blocks.OfType<KeyAccount.Core.Documents.Section>().First();
        System.Text.RegularExpressions.Regex.Unescape(new KeyAccount.Core.Documents.Document(language, "x", [first.Blocks[0]]).ToJson()).Should().ContainAll([.. told, "\"Ada\""]);
        var nothing = Portray(new AccountFile { Id = "a" }).Run;
        var asked = nothing.DescribeAccount(nothing.Reviews().Single(), "en", hasPortrait: true).ToJson();
        asked.Should().ContainAll("nobody is known yet: find out who decides", "nothing open is known: ask what it buys");
    }

    [Fact]
    public void A_review_has_the_tags_with_their_evidence()
    {
        var (run, portrait) = Portray(new AccountFile { Id = "a", Wallet = [new("drives", 0, 10)], Value = new() { DebtOverdueDays = 31 } });
        var review = PortfolioReview.FromJson(run.ToReview().ToJson()).Accounts.Single();
        review.Tags.Should().Equal(portrait.Tags).And.OnlyContain(tag => tag.Evidence.Count > 0);
        review.Portrait.Should().BeNull("nobody has asked for it");
    }

    [Fact]
    public void A_tag_names_its_rule_and_the_facts_that_the_rule_has_read()
    {
        var (_, portrait) = Portray(new AccountFile { Id = "a", Wallet = [new("drives", 0, 10)], Value = new() { DebtOverdueDays = 31 } });

        portrait.Tags.Select(tag => tag.RuleId).Should().Contain(["whiteSpace", "paysLate"]);
        foreach (var tag in portrait.Tags)
        {
            tag.Evidence.Should().NotBeEmpty($"{tag.RuleId} can be traced");
            PortraitTags.Standard.Rules.Select(rule => rule.Id).Should().Contain(tag.RuleId);
            foreach (var language in Language.All)
                tag.Text.In(language).Should().NotBeEmpty().And.NotContain("{");
        }

        portrait.Tags.Single(tag => tag.RuleId == "paysLate").Evidence.Single().Fact.Should().Be("DebtOverdueDays");
        Portray(new AccountFile { Id = "a", Value = new() { DebtOverdueDays = 30 } }).Portrait.Tags.Should()
            .NotContain(tag => tag.RuleId == "paysLate");
    }

    [Fact]
    public void Sections_say_what_is_known_what_is_missing_and_how_new_it_is()
    {
        var (_, portrait) = Portray(new AccountFile
        {
            Id = "a", Industry = CustomerIndustry.Finance, Owner = "Ann", Company = new() { Staff = 10, Region = "Nanjing", IsListed = false },
            Purchases = [new(new(2024, 12), 5)],
        });

        portrait.Parts.Select(part => part.Section).Should().Equal(PortraitSection.InOrder);
        var basics = portrait.Parts[0];
        (basics.Coverage, basics.Newest, basics.Weight).Should().Be((0.5, null, Portrait.UndatedWeight));
        var value = portrait.Parts[1];
        value.Known.Should().Contain(ReviewTopic.Purchases);
        value.Newest.Should().Be(new LocalDate(2024, 12, 31));
        value.Weight.Should().BeApproximately(0.5, 1e-12, "it is 365 days old");
        portrait.Parts[2].Missing.Should().Equal(ReviewTopic.Stakeholders);
        portrait.Completeness.Should().BeApproximately(portrait.Parts.Average(part => part.Coverage * part.Weight), 1e-12);
        portrait.Parts.SelectMany(part => part.Known.Concat(part.Missing)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_customer_is_compared_with_the_best_and_told_what_separates_it()
    {
        AccountFile[] accounts =
        [
            Account("best", CustomerIndustry.Manufacturing, 1_000_000, 1_000), Account("twin", CustomerIndustry.Manufacturing, 900, 1_000),
            Account("other", CustomerIndustry.Finance, 800, 100) with { Prospect = new() },
            Account("near", CustomerIndustry.Manufacturing, 700, 900) with { Prospect = new() },
        ];
        var run = new AccountReviewer().Begin(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = accounts });
        var portraits = run.Reviews().ToDictionary(review => review.Id, run.PortraitOf);

        // Industry alike, purchases as far apart as can be but 100 of 999,300, staff alike.
        portraits["twin"].Match!.Similarity.Should().BeApproximately((1 + (1 - (999_100d / 999_300)) + 1) / 3, 1e-12);
        portraits["twin"].Match!.Separating.Should().Equal("purchases");
        portraits["other"].Match!.Best.Should().Equal("best");
        portraits["other"].Match!.Separating.Should().Equal("industry", "staff");
        portraits["best"].Match.Should().BeNull("nobody else is in tier A");
        run.LookAlikes().Select(each => each.Account).Should().Equal("near", "other");
        run.LookAlikes(1).Should().ContainSingle();
        portraits["best"].Market!.TierA.Should().Be(1);
    }

    [Fact]
    public void A_portrait_stands_before_everything_else_and_survives_JSON()
    {
        var account = new AccountFile
        {
            Id = "a", Name = "Haida", Industry = CustomerIndustry.Finance, OrderLines = [Line("drives", "north", 5, AsOf)],
            Company = new() { IndustryCode = "C34", Staff = 10, Revenue = 1, Plants = 2, Founded = 1998, IsListed = true, Region = "Nanjing" },
            Value = new() { MarketGrowthRate = 0.04 },
        };
        var (run, portrait) = Portray(account);
        System.Text.Json.JsonSerializer.Deserialize<Portrait>(System.Text.Json.JsonSerializer.Serialize(portrait)).Should().Be(portrait);
        foreach (var language in Language.All)
        {
            var document = run.Reviews().Single().Describe(new(new(), "CNY", language) { Portrait = portrait });
            document.Blocks.OfType<KeyAccount.Core.Documents.Section>().First().Heading
                .Should().Be(portrait.Describe(language).Title);
            portrait.Describe(language, "CNY").Blocks.Should().HaveCountGreaterThan(4);
        }
    }

    private static AccountFile Account(string id, CustomerIndustry industry, decimal purchases, int staff) => new()
    {
        Id = id, Industry = industry, Value = new() { AnnualPurchases = purchases }, Company = new() { Staff = staff },
    };

    private static OrderLine Line(string category, string? unit, decimal amount, LocalDate date) =>
        new() { Date = date, Category = category, Unit = unit, Amount = amount };

    private static (PortfolioReviewRun Run, Portrait Portrait) Portray(AccountFile account)
    {
        var run = new AccountReviewer().Begin(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = [account] });
        return (run, run.PortraitOf(run.Reviews().Single()));
    }
}
