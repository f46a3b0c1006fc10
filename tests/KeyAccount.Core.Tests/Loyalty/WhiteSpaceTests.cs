using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Loyalty;

public class WhiteSpaceTests
{
    private static readonly LocalDate AsOf = new(2025, 12, 31);

    // Seals are a tenth, two, three and four tenths of what four of five peers buy.
    private static readonly WhiteSpaceAccount[] Six =
    [
        Account("p1", ("bearings", 90), ("seals", 10)), Account("p2", ("bearings", 80), ("seals", 20)),
        Account("p3", ("bearings", 70), ("seals", 30)), Account("p4", ("bearings", 60), ("seals", 40)),
        Account("p5", ("bearings", 100)), Account("x", ("bearings", 200)),
    ];

    [Fact]
    public void The_table_of_states_is_complete_and_no_rule_is_dead()
    {
        var proof = WhiteSpace.States.Verify();

        proof.IsComplete.Should().BeTrue();
        proof.UnusedRules.Should().BeEmpty();
    }

    [Theory]
    [InlineData(80.0, 100.0, true, null, "Own", "held")]
    [InlineData(79.99, 100.0, true, null, "Open", "open")]
    [InlineData(79.99, 100.0, true, "Norvik", "Competitor", "competitor")]
    [InlineData(80.0, 100.0, true, "Norvik", "Own", "held")]
    [InlineData(0.0, 100.0, true, null, "Open", "open")]
    [InlineData(0.0, 0.0, true, null, "Blocked", "noDemand")]
    [InlineData(null, 0.0, true, "Norvik", "Blocked", "noDemand")]
    [InlineData(null, 100.0, true, null, "Unknown", "unknown")]
    [InlineData(null, 100.0, true, "Norvik", "Competitor", "competitor")]
    [InlineData(5.0, null, true, null, "Own", "bought")]
    [InlineData(0.0, null, true, null, "Unknown", "unknown")]
    [InlineData(null, null, true, null, "Unknown", "unknown")]
    [InlineData(null, null, true, "Norvik", "Competitor", "competitor")]
    [InlineData(0.0, 100.0, false, null, "Blocked", "notOurs")]
    [InlineData(10.0, 100.0, false, null, "Open", "open")]
    [InlineData(101.0, 100.0, true, null, "Unknown", "wrong")]
    [InlineData(-1.0, 100.0, true, null, "Unknown", "wrong")]
    [InlineData(0.0, -1.0, true, "Norvik", "Unknown", "wrong")]
    public void A_field_has_one_state_and_the_rule_that_gave_it(
        double? spend, double? wallet, bool isMain, string? supplier, string state, string rule)
    {
        var cell = One(new CategorySpend("seals", (decimal?)spend, (decimal?)wallet, isMain) { Supplier = supplier });

        (cell.State.Name, cell.RuleId, cell.Supplier).Should().Be((state, rule, supplier));
        foreach (var language in Language.All)
            cell.Reason.In(language).Should().NotBeEmpty();
    }

    [Fact]
    public void What_is_not_bought_from_us_is_the_wallet_less_what_we_sell()
    {
        One(new("seals", 30, 100)).Size.Should().Be(70);
        One(new("seals", 30, 100)).IsEstimated.Should().BeFalse();
        One(new("seals", null, 100)).Size.Should().BeNull("what we sell is not known");
        One(new("seals", 30, null)).Size.Should().BeNull("there is no wallet, and no peer");
        One(new("seals", 130, 100)).Size.Should().BeNull("the data are wrong");
    }

    [Fact]
    public void A_block_holds_to_its_last_day_and_not_beyond()
    {
        foreach (var (until, state) in new (LocalDate?, SpaceState)[]
        {
            (null, SpaceState.Blocked), (AsOf, SpaceState.Blocked), (AsOf.PlusDays(1), SpaceState.Blocked),
            (AsOf.PlusDays(-1), SpaceState.Open),
        })
        {
            var cell = One(new("seals", 0, 100) { Block = SpaceBlock.Contract, BlockedUntil = until });
            (cell.State, cell.Block).Should().Be((state, state == SpaceState.Blocked ? SpaceBlock.Contract : null));
        }
    }

    [Fact]
    public void Peers_are_the_other_accounts_and_their_median_says_what_is_usual()
    {
        var matrix = WhiteSpaceMatrix.Of(Six, AsOf);

        var missing = matrix.CellsOf("x").Single(cell => cell.Category == "seals");
        missing.Peers.Should().Be(new PeerBenchmark("Manufacturing", 5, 4, 0.25));
        missing.Peers!.Penetration.Should().Be(0.8);
        (missing.State, missing.RuleId, missing.Expected, missing.Size, missing.IsEstimated)
            .Should().Be((SpaceState.Unknown, "missing", 50m, (decimal?)50m, true));

        var second = matrix.CellsOf("p2").Single(cell => cell.Category == "seals");
        second.Peers.Should().Be(new PeerBenchmark("Manufacturing", 5, 3, 0.3), "the account itself is left out");
        (second.Expected, second.Size, second.IsEstimated).Should().Be((30m, (decimal?)10m, true), "30 are usual, 20 are bought");
    }

    [Fact]
    public void Too_few_peers_of_an_industry_are_compared_with_all_and_too_few_of_all_with_nobody()
    {
        var others = Six.Select(account => account with { Group = account.Id == "x" ? "Finance" : account.Group }).ToArray();
        WhiteSpaceMatrix.Of(others, AsOf).CellsOf("x").Single(cell => cell.Category == "seals").Peers
            .Should().Be(new PeerBenchmark(null, 5, 4, 0.25), "Finance has no other account");
        WhiteSpaceMatrix.Of(Six[1..], AsOf).CellsOf("x").Should().NotContain(cell => cell.Category == "seals", "four are too few");
        WhiteSpaceMatrix.Of([.. Six[2..], Account("q", ("bearings", 1))], AsOf).CellsOf("x").Should()
            .NotContain(cell => cell.Category == "seals", "two buyers have no usual amount");
    }

    [Fact]
    public void A_category_that_fewer_than_half_of_the_peers_buy_is_not_missing()
    {
        // 3 of 6 buy seals, then 3 of 7.
        WhiteSpaceAccount[] six =
            [.. Six[..3], Six[4], Six[5], Account("q1", ("bearings", 1)), Account("q2", ("bearings", 1))];
        WhiteSpaceMatrix.Of(six, AsOf).CellsOf("x").Should().Contain(cell => cell.RuleId == "missing");
        WhiteSpaceMatrix.Of([.. six, Account("q3", ("bearings", 1))], AsOf).CellsOf("x")
            .Should().NotContain(cell => cell.RuleId == "missing");
    }

    [Fact]
    public void Units_of_an_account_are_rows_of_their_own_and_one_peer_together()
    {
        var split = new WhiteSpaceAccount(
            "x", "Manufacturing",
            [
                new("bearings", 150, null) { Unit = "north" }, new("bearings", 50, null) { Unit = "south" },
                new("seals", 0, 90) { Unit = "north", Supplier = "Norvik" }, new("seals", 0, 10) { Unit = "south" },
            ]);
        var matrix = WhiteSpaceMatrix.Of([.. Six[..5], split], AsOf);

        matrix.Units.Should().Be(7);
        matrix.CellsOf("x").Where(cell => cell.Category == "seals").Select(cell => (cell.Label, cell.State, cell.Size, cell.Expected))
            .Should().Equal(
                ("seals · south", SpaceState.Open, 10m, 12.5m), ("seals · north", SpaceState.Competitor, (decimal?)90m, 37.5m));
        matrix.CellsOf("p1").Single(cell => cell.Category == "seals").Peers!.Peers.Should().Be(5, "two units are one peer");
    }

    [Fact]
    public void One_category_in_several_spellings_is_one_and_the_spellings_are_named()
    {
        var matrix = WhiteSpaceMatrix.Of(
            [
                new("a", null, [new("Servo Motors", 0, 10)]), new("b", null, [new("servo-motors", 0, 20)]),
                new("c", null, [new("Servo Motors", 0, 30)]), new("d", null, [new("ｓｅｒｖｏ motors.", 0, 40)]),
                new("e", null, [new("C++", 0, 1), new("C", 0, 2)]),
            ],
            AsOf);

        matrix.Categories.Select(each => (each.Category, each.OpenAmount)).Should().Equal(("Servo Motors", 100m), ("C", 2m), ("C++", 1m));
        matrix.Categories[0].Spellings.Should().Equal("servo-motors", "ｓｅｒｖｏ motors.");
        matrix.Summarise().Describe().Blocks.OfType<KeyAccount.Core.Documents.Paragraph>()
            .Should().Contain(each => each.Tone == KeyAccount.Core.Documents.Tone.Warning);
    }

    [Fact]
    public void The_portfolio_is_summed_by_category_with_the_units_that_have_most_open_first()
    {
        var matrix = WhiteSpaceMatrix.Of(
            [
                new("a", null, [new("bearings", 90, 100), new("seals", 10, 100)]),
                new("b", null, [new("bearings", 0, 400) { Supplier = "Norvik" }, new("seals", 0, 50)]),
                new("c", null, [new("bearings", 1, 100)]),
            ],
            AsOf);
        var summary = matrix.Summarise(2);

        (summary.Accounts, summary.UnitCount, summary.OpenAmount, summary.CompetitorAmount).Should().Be((3, 3, 239m, 400m));
        summary.Categories.Should().BeEquivalentTo(
            [
                new CategorySpace("seals", [], 0, 2, 0, 0, 1, 140, 0, 10),
                new CategorySpace("bearings", [], 1, 1, 1, 0, 0, 99, 400, 91),
            ],
            options => options.WithStrictOrdering());
        summary.Units.Select(unit => (unit.Account, unit.OpenAmount)).Should().Equal(("c", 99m), ("a", 90m));
        summary.Units[1].Fields.Select(field => (field.Category, field.State, field.Size))
            .Should().Equal(("seals", SpaceState.Open, 90m), ("bearings", SpaceState.Own, (decimal?)10m));
        matrix.Summarise(isAsked: id => id == "b").Categories.Should().HaveCount(2).And.OnlyContain(each => each.Own == 0);
        JsonSerializer.Deserialize<WhiteSpaceSummary>(JsonSerializer.Serialize(summary)).Should().Be(summary);
        foreach (var language in Language.All)
            summary.Describe("CNY", language).Blocks.Should().NotBeEmpty();
    }

    [Fact]
    public void Rows_of_one_account_are_put_together_and_an_amount_that_one_of_them_lacks_is_not_known()
    {
        var matrix = WhiteSpaceMatrix.Of(
            [
                new("a", null, [new("seals", 1, 10), new("oil", 1, null)]),
                new("a", "Finance", [new("seals", 2, 20) { Supplier = "Norvik" }, new("oil", 2, 5)]),
            ],
            AsOf);

        matrix.CellsOf("a").Select(cell => (cell.Category, cell.SpendWithUs, cell.Wallet, cell.Supplier))
            .Should().BeEquivalentTo([("seals", 3m, (decimal?)30m, "Norvik"), ("oil", 3m, null, (string?)null)]);
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        FluentActions.Invoking(() => WhiteSpaceMatrix.Of([new("a", null, [new(" ", 1, 2)])], AsOf))
            .Should().Throw<ArgumentException>().WithMessage("accounts has a blank category at 'a'; name it.*");
        FluentActions.Invoking(() => new WhiteSpaceAccount(" ", null, [])).Should().Throw<ArgumentException>().WithParameterName("Id");
        FluentActions.Invoking(() => WhiteSpaceMatrix.Of([null!], AsOf)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => WhiteSpaceMatrix.Of([], AsOf).Summarise(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => WhiteSpaceMatrix.Of(
                [new("a", null, [new("x", 0, decimal.MaxValue)]), new("b", null, [new("x", 0, decimal.MaxValue)])], AsOf).Categories)
            .Should().Throw<OverflowException>();
        WhiteSpaceMatrix.Of([], AsOf).CellsOf("nobody").Should().BeEmpty();
    }

    // Beside a plain loop over all other accounts.
    [Fact]
    public void The_benchmark_is_the_median_of_the_others_whatever_the_portfolio() => Prop.ForAll(
        Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 5), 4), 9).ToArbitrary(),
        spends =>
        {
            WhiteSpaceAccount[] accounts =
            [
                .. spends.Select((spend, i) => new WhiteSpaceAccount(
                    $"a{i}", i % 4 == 0 ? "Finance" : "Manufacturing", [.. spend.Select((amount, c) => new CategorySpend($"c{c}", amount, null))])),
            ];
            var matrix = WhiteSpaceMatrix.Of(accounts, AsOf);
            for (var i = 0; i < accounts.Length; i++)
            {
                var others = accounts.Where((other, at) => at != i && spends[at].Sum() > 0).ToArray();
                var peers = others.Where(other => other.Group == accounts[i].Group).ToArray() is { Length: >= WhiteSpace.FewestPeers } own
                    ? own : others;
                foreach (var cell in matrix.CellsOf(accounts[i].Id))
                {
                    var shares = peers.Select(other => ShareOf(other, cell.Category)).Where(share => share > 0).Order().ToArray();
                    double? median = shares.Length < WhiteSpace.FewestBuyers ? null
                        : shares.Length % 2 == 1 ? shares[shares.Length / 2] : (shares[(shares.Length / 2) - 1] + shares[shares.Length / 2]) / 2;
                    if (peers.Length < WhiteSpace.FewestPeers)
                        cell.Peers.Should().BeNull();
                    else
                        (cell.Peers!.Peers, cell.Peers.Buyers, cell.Peers.Share).Should().Be((peers.Length, shares.Length, median));
                }
            }

            static double ShareOf(WhiteSpaceAccount account, string category) =>
                (double)account.Categories.Single(each => each.Category == category).SpendWithUs!
                / account.Categories.Sum(each => (double)each.SpendWithUs!);
        }).QuickCheckThrowOnFailure();

    private static WhiteSpaceAccount Account(string id, params (string Category, decimal Spend)[] spends) =>
        new(id, "Manufacturing", [.. spends.Select(each => new CategorySpend(each.Category, each.Spend, null))]);

    private static WhiteSpaceCell One(CategorySpend spend) => WhiteSpaceMatrix.Of([new("a", null, [spend])], AsOf).CellsOf("a").Single();

    [Fact]
    public void Fields_stand_by_state_then_by_size_then_by_name_and_unit()
    {
        WhiteSpaceAccount account = new("x", "Manufacturing",
        [
            new("held", 90, 100), new("nothing known", null, null), new("no demand", 0, 0), new("of a rival", 0, 100) { Supplier = "Norvik" },
            new("a small one", 0, 10), new("larger", 0, 20), new("b", 0, 5) { Unit = "south" }, new("b", 0, 5) { Unit = "north" }, new("a", 0, 5),
        ]);
        WhiteSpaceMatrix.Of([account], AsOf).CellsOf("x").Select(cell => cell.Label).Should().Equal(
            "larger", "a small one", "a", "b · north", "b · south", "of a rival", "nothing known", "held", "no demand");
        WhiteSpaceMatrix.Of([account], AsOf).CellsOf("nobody").Should().BeEmpty();
        FluentActions.Invoking(() => WhiteSpaceMatrix.Of([account], AsOf).CellsOf(null!)).Should().Throw<ArgumentNullException>()
            .WithParameterName("accountId");
    }

    [Fact]
    public void A_field_that_is_given_twice_is_one_with_what_either_says()
    {
        WhiteSpaceCell Both(CategorySpend one, CategorySpend other) =>
            WhiteSpaceMatrix.Of([new("x", "Manufacturing", [one, other])], AsOf).CellsOf("x").Single();
        CategorySpend main = new("seals", 10, 100), side = new("seals", 5, 50, false);
        var day = AsOf.PlusDays(9);

        var cell = Both(main, side with { Supplier = "Norvik" });
        (cell.SpendWithUs, cell.Wallet, cell.Size, cell.Supplier).Should().Be((15m, (decimal?)150m, (decimal?)135m, "Norvik"));
        Both(main with { Supplier = "Aurel" }, side with { Supplier = "Norvik" }).Supplier.Should().Be("Aurel", "the first is named");
        Both(side with { SpendWithUs = 0 }, main with { SpendWithUs = 0 }).RuleId.Should().Be("open", "one of them is main business");
        Both(main, side with { Block = SpaceBlock.Contract, BlockedUntil = day }).Block.Should().Be(SpaceBlock.Contract);
        Both(main with { Block = SpaceBlock.Contract, BlockedUntil = day }, side).Block.Should().Be(SpaceBlock.Contract);
        Both(main with { Block = SpaceBlock.Contract, BlockedUntil = AsOf.PlusDays(-1) }, side).State.Should().Be(SpaceState.Open, "that block is over");
    }

    [Fact]
    public void A_summary_stands_by_what_is_open_and_adds_it_up()
    {
        WhiteSpaceAccount Open(string id, params decimal[] sizes) =>
            new(id, "Manufacturing", [.. sizes.Select((size, i) => new CategorySpend($"c{i}", 0, size))]);
        var matrix = WhiteSpaceMatrix.Of([Open("b", 10, 20), Open("c", 50), Open("a", 30)], AsOf);

        var summary = matrix.Summarise();
        summary.Units.Select(unit => (unit.Account, unit.OpenAmount)).Should().Equal(("c", 50), ("a", 30), ("b", 30));
        (summary.OpenAmount, summary.CompetitorAmount).Should().Be((110, 0));
        matrix.Summarise(2).Units.Should().HaveCount(2);
        var some = matrix.Summarise(isAsked: id => id == "b");
        (some.Units.Single().Account, some.OpenAmount).Should().Be(("b", 30));
        WhiteSpaceMatrix.Of([new("x", null, [new("s", 0, 10) { Supplier = "N" }, new("t", 0, 7) { Supplier = "N" }])], AsOf).Summarise()
            .CompetitorAmount.Should().Be(17);
    }

    [Fact]
    public void The_spelling_that_is_used_most_names_a_category()
    {
        string Name(params string[] spellings) => WhiteSpaceMatrix.Of(
            [.. spellings.Select((name, i) => new WhiteSpaceAccount($"{i}", "Manufacturing", [new(name, 0, 10)]))], AsOf).Categories.Single().Category;

        Name(" Seals ").Should().Be("Seals");
        Name("SEALS", "Seals", "Seals ").Should().Be("Seals");
        Name("seals", "Seals").Should().Be("Seals", "of two alike the first by name");
    }

    [Theory]
    [InlineData("Seals & rings", "seal and ring", true)]
    [InlineData("Café boxes", "cafe box", true)]
    [InlineData("Ölfilter", "Olfilter", true)]
    [InlineData("Maße und Gewichte", "Masse & Gewichte", true)]
    [InlineData("batteries", "battery", true)]
    [InlineData("glasses", "glass", true)]
    [InlineData("轴承和密封", "轴承与密封", true)]
    [InlineData("C# tools", "C tools", false)]
    [InlineData("gas", "ga", false)]
    [InlineData("lens", "len", false)]
    [InlineData("brushes", "brush", true)]
    [InlineData("switches", "switch", true)]
    [InlineData("boxes", "box", true)]
    [InlineData("A4s rings", "A4 rings", false)]
    public void Names_that_may_be_the_same_are_told(string one, string other, bool isTold)
    {
        var paragraphs = WhiteSpaceMatrix.Of([new("x", null, [new(one, 0, 10), new(other, 0, 20)])], AsOf).Summarise().Describe().Blocks
            .OfType<Paragraph>().Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)));
        paragraphs.Any(text => text.EndsWith("look like one category, but are counted separately. If they are the same, use one spelling.", StringComparison.Ordinal)
            && text.Contains(one, StringComparison.OrdinalIgnoreCase) && text.Contains(other, StringComparison.OrdinalIgnoreCase)).Should().Be(isTold);
    }

    [Fact]
    public void The_document_shows_eight_categories_and_says_what_more_there_is()
    {
        WhiteSpaceAccount Of(string id, string? unit, int categories) => new(
            id, null, [.. Enumerable.Range(1, categories).Select(i => new CategorySpend($"c{i}", 0, 100 - i) { Unit = unit })]);
        Document Describe(int most, params WhiteSpaceAccount[] accounts) => WhiteSpaceMatrix.Of(accounts, AsOf).Summarise(most).Describe();
        string[] Texts(Document document) =>
            [.. document.Blocks.OfType<Paragraph>().Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)))];

        var nine = Describe(1, Of("x", "north", 9), Of("y", null, 1));
        var matrix = nine.Blocks.OfType<MatrixFigure>().Single();
        matrix.Columns.Should().Equal("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8");
        matrix.Rows.Single().Label.Should().Be("x · north");
        Texts(nine).Should().Contain("1 more category in the table below.").And.Contain("1 more unit with less open.");
        nine.Blocks.OfType<Table>().Single().Rows.Should().HaveCount(9);
        Describe(1, Of("x", null, 25)).Blocks.OfType<Table>().Single().Rows.Should().HaveCount(20);

        var two = Describe(9, Of("x", null, 8), Of("y", null, 1));
        two.Blocks.OfType<MatrixFigure>().Single().Rows.Select(row => row.Label).Should().Equal("x", "y");
        Texts(two).Should().NotContain(text => text.Contains("more", StringComparison.Ordinal));
        Describe(0, Of("x", null, 1)).Blocks.OfType<MatrixFigure>().Should().BeEmpty("no unit is asked for");
        Describe(9).Blocks.OfType<Table>().Should().BeEmpty();
    }

    [Fact]
    public void A_cell_of_the_document_is_shaded_by_what_can_be_won()
    {
        var document = WhiteSpaceMatrix.Of(
            [
                new("x", null, [new("a", 0, 100), new("b", 0, 90) { Supplier = "N" }, new("c", 80, 80)]),
                new("y", null, [new("a", 0, 1)]),
            ],
            AsOf).Summarise().Describe();
        var rows = document.Blocks.OfType<MatrixFigure>().Single().Rows;
        rows[0].Cells.Select(cell => (cell.Value, cell.Shade)).Should().BeEquivalentTo([((decimal?)100, (double?)1), (90, 0.5), (0, 0)]);
        rows[1].Cells.Select(cell => cell.Value).Should().BeEquivalentTo([1m, (decimal?)null, null]);
    }

    [Fact]
    public void What_is_ours_stands_before_what_is_blocked_whatever_their_size() =>
        WhiteSpaceMatrix.Of(
            [new("x", null, [new("blocked", 0, 100) { Block = SpaceBlock.Contract }, new("ours", 90, 100)])], AsOf).CellsOf("x")
            .Select(cell => cell.Category).Should().Equal("ours", "blocked");

    [Fact]
    public void A_category_that_is_only_blocked_is_a_category()
    {
        var category = WhiteSpaceMatrix.Of([new("x", null, [new("a", 0, 1) { Block = SpaceBlock.Contract }])], AsOf).Categories.Single();

        (category.Blocked, category.Unknown).Should().Be((1, 0));
    }

    [Fact]
    public void An_amount_that_cannot_be_adds_nothing_to_what_is_sold() =>
        WhiteSpaceMatrix.Of([new("x", null, [new("a", 11, 10)]), new("y", null, [new("a", 5, 10)])], AsOf).Categories.Single()
            .Spend.Should().Be(5);

    [Fact]
    public void Categories_with_as_much_open_stand_by_what_competitors_have_and_then_by_name() =>
        WhiteSpaceMatrix.Of(
            [new("x", null, [new("b", 0, 0), new("a", 0, 0), new("c", 0, 5) { Supplier = "N" }, new("d", 0, 9) { Supplier = "N" }])], AsOf)
            .Categories.Select(each => each.Category).Should().Equal("d", "c", "a", "b");

    [Fact]
    public void Units_of_an_account_with_as_much_open_stand_by_name() =>
        WhiteSpaceMatrix.Of(
            [new("x", null, [new("a", 0, 5) { Unit = "south" }, new("a", 0, 5) { Unit = "north" }])], AsOf).Summarise().Units
            .Select(each => each.Unit).Should().Equal("north", "south");

    [Fact]
    public void An_account_that_buys_nothing_is_compared_with_all_peers_and_expected_to_buy_nothing()
    {
        var matrix = WhiteSpaceMatrix.Of([.. Six, Account("z", ("bearings", 0))], AsOf);

        var cell = matrix.CellsOf("z").Should().ContainSingle("what it lacks cannot be told from purchases of 0").Subject;
        (cell.Category, cell.Peers!.Peers, cell.Peers.Buyers, cell.Expected).Should().Be(("bearings", 6, 6, (decimal?)null));
        matrix.CellsOf("x").First().Peers!.Peers.Should().Be(5, "an account without purchases is nobody's peer");
    }

    [Fact]
    public void A_category_that_nobody_buys_has_peers_and_no_buyers()
    {
        var matrix = WhiteSpaceMatrix.Of([.. Six[..5], Account("x", ("bearings", 10), ("belts", 0))], AsOf);

        matrix.CellsOf("x").Single(cell => cell.Category == "belts").Peers.Should().Be(new PeerBenchmark("Manufacturing", 5, 0, null));
    }

    [Fact]
    public void Only_a_wallet_that_is_not_known_is_estimated()
    {
        WhiteSpaceCell Seals(CategorySpend seals) => WhiteSpaceMatrix.Of(
            [.. Six[..5], new("x", "Manufacturing", [new("bearings", 200, null), seals])], AsOf).CellsOf("x")
            .Single(cell => cell.Category == "seals");

        Seals(new("seals", null, 100)).Should().Match<WhiteSpaceCell>(cell => !cell.IsEstimated && cell.Size == null && cell.Expected == 50);
        Seals(new("seals", -5, null)).Should().Match<WhiteSpaceCell>(cell => !cell.IsEstimated && cell.Size == null && cell.Expected == 50);
        Seals(new("seals", null, null)).Should().Match<WhiteSpaceCell>(cell => cell.IsEstimated && cell.Size == 50);
    }

    [Fact]
    public void The_group_of_an_account_given_twice_is_the_first_one_named()
    {
        WhiteSpaceAccount again = new("x", null, [new("belts", 1, null)]);

        WhiteSpaceMatrix.Of([.. Six, again], AsOf).CellsOf("x").Single(cell => cell.Category == "bearings").Peers!.Group
            .Should().Be("Manufacturing");
        WhiteSpaceMatrix.Of([again, .. Six], AsOf).CellsOf("x").Single(cell => cell.Category == "bearings").Peers!.Group
            .Should().Be("Manufacturing");
    }

    [Fact]
    public void Of_two_blocks_of_a_field_the_first_holds_and_each_keeps_its_own_last_day()
    {
        WhiteSpaceCell Both(CategorySpend one, CategorySpend other) => WhiteSpaceMatrix.Of([new("x", null, [one, other])], AsOf).CellsOf("x").Single();
        CategorySpend free = new("seals", 0, 100), over = free with { Block = SpaceBlock.Contract, BlockedUntil = AsOf.PlusDays(-1) };

        Both(free with { Block = SpaceBlock.Contract }, free with { Block = SpaceBlock.Forbidden }).Block.Should().Be(SpaceBlock.Contract);
        Both(free, over).State.Should().Be(SpaceState.Open);
    }

    [Fact]
    public void Facts_of_a_field_follow_from_its_amounts()
    {
        WhiteSpaceFacts.From(new("seals", 5, null), false).HasDemand.Should().BeTrue("what is bought from us is bought");
        WhiteSpaceFacts.From(new("seals", 0, 100), false).HasDemand.Should().BeTrue();
        WhiteSpaceFacts.From(new("seals", 0, 0), false).HasDemand.Should().BeFalse();
        WhiteSpaceFacts.From(new("seals", 0, null), false).HasDemand.Should().BeNull();
        FluentActions.Invoking(() => WhiteSpaceFacts.From(null!, false)).Should().Throw<ArgumentNullException>().WithParameterName("spend");
    }

    [Theory]
    [InlineData("C#", "C", false)]
    [InlineData("R&D", "RD", false)]
    [InlineData("50%", "50", false)]
    [InlineData("O-rings", "o rings", true)]
    public void Names_that_differ_in_a_sign_of_meaning_are_two_categories(string one, string other, bool isOne) =>
        WhiteSpaceMatrix.Of([new("x", null, [new(one, 0, 1), new(other, 0, 1)])], AsOf).Categories.Should().HaveCount(isOne ? 1 : 2);
}
