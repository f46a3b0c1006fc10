using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class WhiteSpaceTopicTests
{
    private static readonly LocalDate AsOf = new(2025, 12, 31);

    [Fact]
    public void An_account_without_categories_has_no_white_space()
    {
        var review = Review(new AccountFile { Id = "a" });

        review.WhiteSpace.Should().BeNull();
        review.IsKnown(ReviewTopic.WhiteSpace).Should().BeFalse();
    }

    [Fact]
    public void What_is_open_is_a_finding_and_an_action_with_money()
    {
        var review = Review(new AccountFile
        {
            Id = "a",
            Wallet =
            [
                new("drives", 100_000, 400_000), new("seals", 0, 150_000) { Unit = "Plant 2" },
                new("motors", 0, 900_000) { Supplier = "Norvik" }, new("oil", 0, 50_000) { Block = SpaceBlock.NotOffered },
            ],
        });

        var finding = review.Findings.Single(each => each.RuleId == "whiteSpace");
        finding.Text.En.Should().Be("450,000 a year are open to us here, most of it in drives (300,000).");
        (finding.AtStake, finding.Stake.Basis, finding.Kind).Should().Be((45_000m, StakeBasis.OpenSpace, FindingKind.Opportunity));
        finding.Subjects.Should().Equal("drives", "seals · Plant 2");
        var action = review.Actions.Single(each => each.RuleId == "whiteSpace.win");
        (action.Kind, action.Text.En).Should().Be((ActionKind.WinCategory, "Make an offer for drives: 300,000 a year are open."));
        action.DueOn.Should().Be(AsOf.PlusDays(60));
    }

    [Fact]
    public void What_can_be_won_is_neither_a_risk_nor_at_stake()
    {
        var account = new AccountFile { Id = "a", Purchases = [new(new(2025, 12), 1_000)], Wallet = [new("drives", 1_000, 1_000_000)] };
        var without = Review(account with { Wallet = [new("drives", 1_000, 1_000)] });
        var with = Review(account);

        with.Findings.Select(each => each.RuleId).Should().Contain("whiteSpace");
        (with.Risk, with.AtStake).Should().Be((without.Risk, without.AtStake));
        with.TopFinding!.Kind.Should().NotBe(FindingKind.Opportunity);
    }

    [Fact]
    public void A_small_space_is_told_and_asks_for_nothing()
    {
        Review(Open(9_990)).Actions.Should().NotContain(each => each.Kind == ActionKind.WinCategory);
        Review(Open(9_990)).Findings.Should().Contain(each => each.RuleId == "whiteSpace");
        Review(Open(10_000)).Actions.Should().Contain(each => each.Kind == ActionKind.WinCategory);

        static AccountFile Open(decimal amount) => new() { Id = "a", Wallet = [new("drives", 0, amount)] };
    }

    [Fact]
    public void What_most_peers_buy_and_nobody_mentions_is_asked_for()
    {
        var portfolio = Portfolio(
        [
            .. Enumerable.Range(1, 5).Select(i => new AccountFile { Id = $"p{i}", Wallet = [new("drives", 80, 80), new("seals", 20, 20)] }),
            new() { Id = "x", Wallet = [new("drives", 800_000, 800_000)] },
        ]);
        var review = new AccountReviewer().Review(portfolio).Accounts.Single(each => each.Id == "x");

        var finding = review.Findings.Single(each => each.RuleId == "whiteSpaceUnknown");
        finding.Text.En.Should().Be("Nobody knows how much it buys of seals; at the rate of its peers, it would be 160,000 a year.");
        finding.Subjects.Should().Equal("seals");
        review.Actions.Single(each => each.RuleId == "whiteSpace.ask").Text.En
            .Should().Be("Ask who supplies seals and how much: peers buy about 160,000 a year.");
    }

    [Fact]
    public void A_file_and_a_portfolio_in_memory_are_reviewed_alike_and_the_owner_keeps_his_peers()
    {
        var portfolio = Portfolio(
        [
            .. Enumerable.Range(1, 6).Select(i => new AccountFile
            {
                Id = $"p{i}", Owner = i == 1 ? "Ann" : "Bob", Wallet = [new("drives", 90 - i, null), new("seals", 10 + i, 100)],
            }),
        ]);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(portfolio.ToJson()));
        var reviewer = new AccountReviewer();
        var (memory, file) = (reviewer.Begin(portfolio), reviewer.Begin(PortfolioFile.Read(stream)));

        file.ToReview().ToJson().Should().Be(memory.ToReview().ToJson());
        memory.WhiteSpace!.Accounts.Should().Be(6);
        var own = memory.OwnedBy("Ann");
        own.WhiteSpace!.Accounts.Should().Be(1);
        own.Reviews().Single().WhiteSpace.Should().Be(memory.Reviews().Single(each => each.Id == "p1").WhiteSpace);
        own.Reviews().Single().WhiteSpace!.Cells[0].Peers!.Peers.Should().Be(5);
        PortfolioReview.FromJson(memory.ToReview().ToJson()).WhiteSpace.Should().Be(memory.WhiteSpace);
        memory.OwnedBy("Nobody").WhiteSpace.Should().BeNull();
    }

    [Fact]
    public void Order_lines_of_twelve_months_say_what_is_bought_where_the_wallet_does_not()
    {
        var review = Review(new AccountFile
        {
            Id = "a",
            Wallet = [new("drives", null, 1_000), new("Seals", null, 500) { Unit = "north" }, new("oil", null, 10)],
            OrderLines =
            [
                Line("drives", null, 300, AsOf), Line("drives", "south", 100, AsOf.PlusYears(-1).PlusDays(1)),
                Line("drives", null, 5_000, AsOf.PlusYears(-1)), Line("seals", "north", 450, AsOf), Line("seals", "south", 20, AsOf),
                Line("oil", null, -5, AsOf),
            ],
        });

        review.WhiteSpace!.Cells.Select(cell => (cell.Label, cell.State, cell.SpendWithUs, cell.Size)).Should().BeEquivalentTo(
        [
            ("drives", SpaceState.Open, 400m, (decimal?)600m), ("oil", SpaceState.Open, 0m, 10m), ("Seals · north", SpaceState.Own, 450m, 50m),
            ("seals · south", SpaceState.Own, 20m, null),
        ]);
        review.ShareOfWallet!.MainBusiness.Share.Should().Be(850m / 1_510);
        review.Warnings.Select(each => each.Path).Should().Equal("orderLines[3].category");
    }

    [Fact]
    public void A_statement_that_the_order_lines_contradict_is_named_and_counts()
    {
        var account = new AccountFile
        {
            Id = "a", Wallet = [new("drives", 100, 1_000)], OrderLines = [Line("drives", null, 110, AsOf)],
        };

        Review(account).Warnings.Should().BeEmpty("a tenth is no difference");
        var review = Review(account with { OrderLines = [Line("drives", null, 110.01m, AsOf)] });
        review.Warnings.Single().Message.En.Should().Be(
            "wallet[0].spendWithUs: it states 100, but the order lines of the last twelve months come to 110.01; the statement counts.");
        review.WhiteSpace!.Cells[0].SpendWithUs.Should().Be(100);
    }

    [Fact]
    public void A_category_that_is_stated_as_a_whole_and_by_unit_counts_once_and_is_told()
    {
        var account = new AccountFile
        {
            Id = "a",
            Wallet = [new("drives", 40, 100), new("Drives", 20, 60) { Unit = "north" }, new("seals", null, 30), new("seals", 10, 30) { Unit = "north" }],
        };
        var review = Review(account);

        review.WhiteSpace!.OpenAmount.Should().Be(80);
        review.WhiteSpace.Cells.Select(cell => (cell.Label, cell.SpendWithUs, cell.Wallet)).Should().BeEquivalentTo(
            [("drives", 20m, 40m), ("Drives · north", (decimal?)20m, (decimal?)60m), ("seals · north", 10m, 30m)]);
        review.ShareOfWallet!.MainBusiness.Share.Should().Be(50m / 130);
        review.Warnings.Select(each => each.Message.En).Should().Equal(
            "wallet[1].category: Drives is the category that wallet[0].category calls drives, spelled differently; use one spelling.",
            "wallet[0].wallet: it states 100 for the category as a whole, and its units come to 60; the rest, 40, is counted in addition.",
            "wallet[2].wallet: it states 30 for the category as a whole, and its units come to 30; the rest, 0, is counted in addition.");

        // The lines of a unit are part of what is stated as a whole.
        Review(account with { OrderLines = [Line("drives", "north", 20, AsOf), Line("drives", "south", 20, AsOf)] }).Warnings.Should()
            .NotContain(each => each.Path == "wallet[0].spendWithUs");

        // What is less than its units is no whole.
        Review(account with { Wallet = [new("drives", 1, 10), new("drives", 20, 60) { Unit = "north" }] }).WhiteSpace!.OpenAmount.Should().Be(49);
        Review(account with { Wallet = [new("drives", 40, 100), new("drives", 20, null) { Unit = "north" }] }).WhiteSpace!.OpenAmount.Should().Be(60);
        Review(account with { Wallet = [new("drives", null, 100), new("drives", null, 60) { Unit = "north" }], OrderLines = [Line("drives", "north", 50, AsOf), Line("drives", null, 20, AsOf)] })
            .WhiteSpace!.Cells.Select(cell => (cell.Unit, cell.SpendWithUs, cell.Wallet)).Should().BeEquivalentTo([((string?)null, 20m, 40m), ("north", (decimal?)50m, (decimal?)60m)]);
    }

    [Theory]
    [InlineData("Drives & seals", "Drives and seals")]
    [InlineData("Antriebe & Lager", "Antriebe und Lager")]
    [InlineData("轴承&传动", "轴承和传动")]
    [InlineData("Bearings", "Bearing")]
    [InlineData("Assemblies", "assembly")]
    [InlineData("Boxes", "Box")]
    [InlineData("Gases", "Gas")]
    [InlineData("Pompe à vide", "Pompe a vide")]
    [InlineData("Getränkeanlage", "Getrankeanlage")]
    [InlineData("Roller-bearings", "Roller bearing")]
    [InlineData("Ｒｏｌｌｅｒｓ", "roller")]
    public void A_category_that_looks_like_another_one_is_named_with_both_places(string one, string other)
    {
        var warning = Review(new AccountFile { Id = "a", Wallet = [new(one, 6, 10), new("oil", 1, 2), new(other, 0, 5)] }).Warnings.Single();
        warning.Path.Should().Be("wallet[2].category");
        warning.Message.En.Should().Be($"wallet[2].category: “{other}” looks like “{one}” in wallet[0].category, but counts as a different one; if they are the same, use one spelling.");
        foreach (var language in Language.All)
            warning.Message.In(language).Should().Contain(one).And.Contain(other).And.NotContain("{");
    }

    [Theory]
    [InlineData("Valve A", "Valve B")]
    [InlineData("Valve 1", "Valve 10")]
    [InlineData("C", "C++")]
    [InlineData("A#", "A")]
    [InlineData("Gas", "Glass")]
    [InlineData("Oil", "Coil")]
    [InlineData("泵", "阀")]
    [InlineData("Bus", "Bu")]
    public void Categories_that_differ_are_not_taken_for_one(string one, string other) =>
        Review(new AccountFile { Id = "a", Wallet = [new(one, 6, 10), new(other, 0, 5)] }).Warnings.Should().BeEmpty();

    [Fact]
    public void Categories_of_two_accounts_that_look_alike_are_told_beside_the_matrix()
    {
        var accounts = new[] { new AccountFile { Id = "a", Wallet = [new("Bearings", 6, 10)] }, new AccountFile { Id = "b", Wallet = [new("Bearing", 6, 10)] } };
        var review = new AccountReviewer().Review(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = accounts });
        review.WhiteSpace!.Describe("CNY").ToJson().Should().Contain("look like one category, but are counted separately");
    }

    [Fact]
    public void Units_in_two_spellings_are_one_and_named_and_blanks_around_names_are_taken_off_and_told()
    {
        var review = Review(new AccountFile
        {
            Id = "a", Wallet = [new(" drives ", 6, 10) { Unit = "Plant 1" }, new("seals", 0, 5) { Unit = "plant-1" }],
            OrderLines = [Line("drives", "Plant 1 ", 3, AsOf) with { Product = "x1" }, Line("drives", "PLANT 1", 3, AsOf) with { Product = "X1" }],
        });

        review.WhiteSpace!.Cells.Select(cell => (cell.Unit, cell.Category)).Should().BeEquivalentTo([("Plant 1", "drives"), ("Plant 1", "seals")]);
        review.Warnings.Select(each => each.Path).Should().Equal(
            "wallet[0].category", "wallet[1].unit", "orderLines[0].unit", "orderLines[1].unit", "orderLines[1].product");
        review.Warnings[0].Message.En.Should().Be("wallet[0].category: “ drives ” begins or ends with a space; it is taken as “drives”.");
        review.Warnings[1].Message.En.Should().Be("wallet[1].unit: plant-1 is the unit that wallet[0].unit calls Plant 1, spelled differently; use one spelling.");
        foreach (var language in Language.All)
            review.Warnings.Select(each => each.Message.In(language)).Should().OnlyContain(text => !text.Contains('{'));
    }

    [Fact]
    public void A_group_is_its_accounts_side_by_side()
    {
        var portfolio = Portfolio(
        [
            new() { Id = "head", Wallet = [new("drives", 0, 10)] },
            new() { Id = "m1", Name = "North", Parent = "head", Wallet = [new("drives", 0, 30), new("seals", 0, 5) { Unit = "hall 2" }] },
        ]);
        var run = new AccountReviewer().Begin(portfolio);

        run.Review(run.Groups[0]).Group.WhiteSpace!.Cells.Select(cell => (cell.Label, cell.Size)).Should()
            .Equal(("drives · North", 30m), ("drives", 10m), ("seals · North · hall 2", 5m));
    }

    [Fact]
    public void Rows_of_one_company_are_one_row_of_the_white_space()
    {
        var portfolio = Portfolio(
        [
            new() { Id = "a", Wallet = [new("drives", 1, 10)] },
            new() { Id = "a2", SameAs = "a", Wallet = [new("drives", 2, 20) { Supplier = "Norvik" }] },
        ]);
        var run = new AccountReviewer().Begin(portfolio);

        var cell = run.Reviews().Single().WhiteSpace!.Cells.Single();
        (cell.SpendWithUs, cell.Wallet, cell.State).Should().Be((3m, 30m, SpaceState.Competitor));
        run.WhiteSpace!.UnitCount.Should().Be(1);
    }

    [Theory]
    [InlineData("\"wallet\": [ { \"category\": \"x\" }, { \"category\": \"x\", \"unit\": \"n\" }, { \"category\": \"x\", \"unit\": \"n\" } ]",
        "accounts[0].wallet[2].category: x of n is duplicated")]
    [InlineData("\"wallet\": [ { \"category\": \"x\", \"unit\": \" \" } ]",
        "accounts[0].wallet[0].unit: it is blank; leave it out for what is not of one unit")]
    [InlineData("\"wallet\": [ { \"category\": \"x\", \"supplier\": \"\" } ]",
        "accounts[0].wallet[0].supplier: it is blank; leave it out for a category that no competitor is known to supply")]
    [InlineData("\"wallet\": [ { \"category\": \"x\", \"blockedUntil\": \"2026-01-01\" } ]",
        "accounts[0].wallet[0].blockedUntil: there is no block; say what prevents us (block), or leave it out")]
    [InlineData("\"orderLines\": [ { \"date\": \"2026-01-01\", \"category\": \"x\", \"amount\": 1 } ]",
        "accounts[0].orderLines[0].date: it is 2026-01-01; it must be 2025-12-31 (the day of the facts) or earlier")]
    [InlineData("\"orderLines\": [ null ]", "accounts[0].orderLines[0]: it is null; it must be an object")]
    public void Bad_input_is_named(string part, string fault)
    {
        var json = $$"""{ "currency": "CNY", "asOf": "2025-12-31", "accounts": [ { "id": "a", {{part}} } ] }""";

        FluentActions.Invoking(() => KeyAccount.Core.Reviews.Portfolio.FromJson(json)).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(each => $"{each.Path}: {each.Message}").Should().Equal(fault);
    }

    [Fact]
    public void An_own_share_above_the_wallet_of_a_unit_is_named()
    {
        var review = Review(new AccountFile { Id = "a", Wallet = [new("drives", 50, 40) { Unit = "north" }] });

        review.Findings.Single(each => each.RuleId == "walletWrong").Subjects.Should().Equal("drives · north");
        review.WhiteSpace!.Cells.Single().RuleId.Should().Be("wrong");
    }

    [Fact]
    public void The_section_is_there_where_somebody_has_said_who_supplies_what()
    {
        var reader = new TopicReader(new(), "CNY", "en");
        var plain = Review(new AccountFile { Id = "a", Wallet = [new("drives", 0, 10)] });
        var told = Review(new AccountFile { Id = "a", Wallet = [new("drives", 0, 10) { Supplier = "Norvik" }] });

        AccountTopic.Ready.Single(topic => topic.Topic == ReviewTopic.WhiteSpace).Describe(plain, reader).Should().BeEmpty();
        AccountTopic.Ready.Single(topic => topic.Topic == ReviewTopic.WhiteSpace).Describe(told, reader).Should().ContainSingle();
        AccountTopic.Ready.Single(topic => topic.Topic == ReviewTopic.WhiteSpace).Summarise(plain, reader).Should().Be("10 CNY a year open");
    }

    private static OrderLine Line(string category, string? unit, decimal amount, LocalDate date) =>
        new() { Date = date, Category = category, Unit = unit, Amount = amount };

    private static Portfolio Portfolio(IReadOnlyList<AccountFile> accounts) => new() { Currency = "CNY", AsOf = AsOf, Accounts = accounts };

    private static AccountReview Review(AccountFile account) => new AccountReviewer().Review(Portfolio([account])).Accounts[0];
}
