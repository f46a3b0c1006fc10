using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
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
}
