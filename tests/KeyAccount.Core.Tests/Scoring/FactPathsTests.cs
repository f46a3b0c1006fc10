using System.Linq.Expressions;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class FactPathsTests
{
    private static readonly Scorecard<Facts, AccountTier> Card = Scorecard.For<Facts, AccountTier>("factPaths")
        .Criterion("visits", 3, f => f.Visits, Scale.Linear((0, 0), (10, 100)), step: 1, label: new("visits", "拜访", "拜訪"))
        .Criterion("delay", 1, f => f.Delay, Scale.Linear((0, 100), (30, 0)), step: 1)
        .Criterion("orders", 1, f => f.Orders, Scale.Steps((0, 0), (5, 50), (20, 100)), step: 1)
        .Criterion(
            "influence", 1, f => f.Influence, Scale.Levels(
                (FactorLevel.None, 0), (FactorLevel.Low, 30), (FactorLevel.Medium, 65), (FactorLevel.High, 100)),
            control: Controllability.Given)
        .Cap("blacklisted", f => f.IsBlacklisted, AccountTier.C)
        .Cap("tooLate", f => f.Delay > 20, AccountTier.C)
        .Bands((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A))
        .Build();

    private static readonly Facts Now = new() { Visits = 4, Delay = 15, Orders = 5, Influence = FactorLevel.Medium };

    [Fact]
    public void Each_fact_alone_is_named_with_the_least_that_reaches_the_band()
    {
        // 3·40 + 50 + 50 + 65 = 285 of 600: 47.5; 15 points are missing.
        var paths = Card.PathsTo(Now, AccountTier.B, mostFacts: 1);

        paths.Select(path => (path.Kind, path.Changes.Single().Fact, path.Changes.Single().To)).Should().BeEquivalentTo(new[]
        {
            (ImprovementKind.Change, "Visits", 5.0), (ImprovementKind.Change, "Delay", 10.0), (ImprovementKind.Change, "Orders", 20.0),
        });
        paths[0].Should().BeEquivalentTo(new { Effort = 0.1, Unknown = (string?)null, Cap = (string?)null });
        paths[0].Reason.ZhHans.Should().Be("拜访：从4到5即可达到B类客户。");
        Card.Apply(Now, paths[0]).Should().Be(Now with { Visits = 5 });
    }

    [Fact]
    public void What_is_given_is_in_no_path() =>
        Card.PathsTo(Now, AccountTier.A).SelectMany(path => path.Changes).Should().NotBeEmpty()
            .And.NotContain(change => change.Fact == "Influence");

    [Fact]
    public void Nobody_is_told_to_raise_the_growth_of_an_industry()
    {
        var facts = new AccountValueFacts
        {
            AnnualPurchases = 800_000m, GrossMarginRate = 0.28, CreditDays = 60, MarketGrowthRate = 0.05, BudgetTrend = 0.05,
            CategorySpend = 6_000_000m,
        };

        AccountValue.Standard.PathsTo(facts, AccountTier.A).Concat(AccountValue.Standard.PathsTo(facts, AccountTier.B))
            .SelectMany(path => path.Changes.Select(change => change.Fact)).Should().NotBeEmpty()
            .And.OnlyContain(fact => fact == "AnnualPurchases" || fact == "GrossMarginRate" || fact == "CreditDays");
        AccountValue.Standard.PathsTo(AccountValue.Standard.Assess(facts), AccountTier.A).Select(path => path.Key)
            .Should().NotContain(["marketGrowthRate", "budgetTrend", "crossSellRoom", "industryInfluence"]);
    }

    [Fact]
    public void Purchases_cannot_outgrow_the_category()
    {
        var facts = new AccountValueFacts
        {
            AnnualPurchases = 2_000_000m, GrossMarginRate = 0.28, CreditDays = 30, MarketGrowthRate = 0.05, BudgetTrend = 0.05,
        };
        IEnumerable<double> Purchases(decimal spend) => AccountValue.Standard
            .PathsTo(facts with { CategorySpend = spend }, AccountTier.A, mostFacts: 1).SelectMany(path => path.Changes)
            .Where(change => change.Fact == "AnnualPurchases").Select(change => change.To);

        Purchases(6_000_000).Should().ContainSingle().Which.Should().BeGreaterThan(2_500_000);
        Purchases(2_500_000).Should().BeEmpty("there is no more to buy");
    }

    [Fact]
    public void A_cap_that_no_change_lifts_is_said_and_one_that_a_change_lifts_is_passed()
    {
        var barred = Card.PathsTo(Now with { IsBlacklisted = true }, AccountTier.B);
        barred.Should().ContainSingle();
        barred[0].Should().BeEquivalentTo(new { Kind = ImprovementKind.CapInTheWay, Cap = "blacklisted", Effort = (double?)null });

        // 3·60 + 17 + 50 + 65 is enough, but for the delay.
        var late = Now with { Visits = 6, Delay = 25 };
        Card.BandOf(late).Should().Be(AccountTier.C);
        Card.PathsTo(late, AccountTier.B, mostFacts: 1).Select(path => (path.Changes.Single().Fact, path.Changes.Single().To))
            .Should().Equal(("Delay", 20.0));
    }

    [Fact]
    public void What_is_not_known_is_to_be_learned()
    {
        var paths = Card.PathsTo(Now with { Orders = null, Visits = 3 }, AccountTier.B);

        paths.Should().ContainSingle(path => path.Kind == ImprovementKind.LearnFirst && path.Unknown == "orders" && path.Changes.Count == 0);
    }

    [Fact]
    public void Who_is_there_already_needs_no_path()
    {
        Card.PathsTo(Now, AccountTier.C).Should().BeEmpty();
        Card.PathsTo(Now with { Visits = 10 }, AccountTier.B).Should().BeEmpty();
    }

    [Fact]
    public void The_cheapest_combination_follows_the_effort_that_is_given()
    {
        // 165 points to A. Orders and delay give 50 each, so three visits are needed: 90; then 50 of the orders and 25 of the delay.
        var weights = new Dictionary<string, double>(StringComparer.Ordinal) { ["Visits"] = 100, ["Delay"] = 1, ["Orders"] = 1 };

        var byShare = Card.PathsTo(Now, AccountTier.A);
        var byWeight = Card.PathsTo(Now, AccountTier.A, change => weights[change.Fact] * change.Share);

        byShare[0].Changes.Select(change => (change.Fact, change.To)).Should().Equal(("Visits", 10.0));
        byWeight[0].Changes.Select(change => (change.Fact, change.To)).Should().Equal(("Visits", 7.0), ("Delay", 7.0), ("Orders", 20.0));
    }

    [Fact]
    public void An_effort_below_nothing_is_refused() =>
        Card.Invoking(card => card.PathsTo(Now, AccountTier.B, _ => -1)).Should().Throw<ArgumentException>().WithMessage("effort gives -1*");

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void One_to_three_facts_are_changed_together(int mostFacts) =>
        Card.Invoking(card => card.PathsTo(Now, AccountTier.B, mostFacts: mostFacts)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_fact_of_any_type_of_number_moves_in_its_own_steps()
    {
        // Half of 100 points: what is given has 0, so that each fact has to reach 50, or its end.
        foreach (var (fact, measure, to) in ((string, Expression<Func<Numbers, double?>>, double?)[])
            [
                ("Tiny", f => f.Tiny, 50), ("Byte", f => f.Byte, 50), ("Short", f => f.Short, 50), ("Ushort", f => f.Ushort, 50),
                ("Int", f => f.Int, 50), ("Uint", f => f.Uint, 50), ("Long", f => f.Long, 50), ("Ulong", f => f.Ulong, 50),
                ("Float", f => f.Float, 50), ("Double", f => f.Double, 50), ("Decimal", f => (double)f.Decimal, 50),
                ("Tiny", f => f.Tiny / 2.0, 100), ("Tiny", f => f.Tiny / 3.0, null), ("Tiny", f => f.Tiny * -1.0, -50),
                ("Tiny", f => f.Tiny / -2.0, -100), ("Tiny", f => f.Tiny / -3.0, null), ("Byte", f => f.Byte / 5.0, 250),
                ("Byte", f => f.Byte / 6.0, null), ("Byte", f => f.Byte * -1.0, null), ("Short", f => f.Short / 600.0, 30_000),
                ("Short", f => f.Short / 700.0, null), ("Short", f => f.Short / -600.0, -30_000), ("Short", f => f.Short / -700.0, null),
                ("Ushort", f => f.Ushort / 1_200.0, 60_000), ("Ushort", f => f.Ushort / 1_400.0, null),
                ("Ushort", f => f.Ushort * -1.0, null), ("Int", f => f.Int / 40_000_000.0, 2_000_000_000),
                ("Int", f => f.Int / 50_000_000.0, null), ("Int", f => f.Int / -40_000_000.0, -2_000_000_000),
                ("Int", f => f.Int / -50_000_000.0, null), ("Uint", f => f.Uint / 80_000_000.0, 4_000_000_000),
                ("Uint", f => f.Uint / 100_000_000.0, null), ("Uint", f => f.Uint * -1.0, null),
                ("Long", f => f.Long / -100_000_000.0, -5_000_000_000), ("Ulong", f => f.Ulong / 100_000_000.0, 5_000_000_000),
                ("Ulong", f => f.Ulong * -1.0, null),
            ])
        {
            var card = Scorecard.For<Numbers, string>("numbers").Criterion("it", 1, measure, Scale.Linear((0, 0), (100, 100)), step: 1)
                .Bands((0, "low"), (50, "high")).Build();
            var now = new Numbers();

            var paths = card.PathsTo(now, "high").Where(path => path.Kind == ImprovementKind.Change).ToArray();

            paths.Select(path => (path.Changes.Single().Fact, (double?)path.Changes.Single().To))
                .Should().Equal(to is null ? [] : [(fact, to)], $"{measure}");
            if (to is not null)
                card.BandOf(card.Apply(now, paths[0])).Should().Be("high");
        }
    }

    [Theory]
    [InlineData(255, 100)]
    [InlineData(255, 50)]
    [InlineData(300, 80)]
    public void The_end_of_a_type_of_number_is_the_end_of_its_steps(double full, double band)
    {
        var card = Scorecard.For<Numbers, string>("ends").Criterion("it", 1, f => f.Byte, Scale.Linear((0, 0), (full, 100)), step: 1)
            .Cap("more", f => f.Byte > 254, "low").Bands((0, "low"), (band, "high")).Build();
        var free = Scorecard.For<Numbers, string>("free").Criterion("it", 1, f => f.Byte, Scale.Linear((0, 0), (full, 100)), step: 1)
            .Bands((0, "low"), (band, "high")).Build();
        var least = Math.Ceiling(full * band / 100);

        free.PathsTo(new Numbers(), "high").Single().Changes.Single().To.Should().Be(least);
        card.PathsTo(new Numbers(), "high").Count(path => path.Kind == ImprovementKind.Change).Should().Be(least > 254 ? 0 : 1);
    }

    [Theory]
    [InlineData(10, 80)]
    [InlineData(-1_000, 80)]
    [InlineData(140, 120)]
    [InlineData(9_000, 120)]
    public void A_fact_beyond_the_scale_is_led_back_to_it(double now, double to)
    {
        var scale = Scale.Linear((50, 0), (100, 100), (150, 0));
        foreach (var step in (double?[])[1, null])
        {
            var card = Scorecard.For<Facts, string>("beyond").Criterion("visits", 1, f => f.Visits, scale, step)
                .Bands((0, "low"), (60, "high")).Build();

            card.PathsTo(new Facts { Visits = now }, "high").Single().Changes.Single().To.Should().BeApproximately(to, 1e-4);
        }
    }

    [Fact]
    public void A_number_farther_away_than_any_advice_has_no_path()
    {
        var card = Scorecard.For<Numbers, string>("far").Criterion("it", 1, f => f.Long, Scale.Linear((0, 100), (100, 0)), step: 1)
            .Bands((0, "low"), (50, "high")).Build();

        card.PathsTo(new Numbers { Long = 1L << 60 }, "high").Should().BeEmpty();
        card.PathsTo(new Numbers { Long = 1L << 40 }, "high").Single().Changes.Single().To.Should().Be(50);
    }

    [Fact]
    public void Two_facts_without_a_step_change_together_by_no_more_than_is_needed()
    {
        var scale = Scale.Linear((0, 0), (100, 100));
        var card = Scorecard.For<Facts, string>("two")
            .Criterion("visits", 1, f => f.Visits, scale).Criterion("delay", 1, f => f.Delay, scale)
            .Bands((0, "low"), (60, "high")).Build();
        var now = new Facts { Visits = -5, Delay = 0 };

        var path = card.PathsTo(now, "high").Single();

        path.Changes.Sum(change => change.To).Should().BeApproximately(120, 1e-4).And.BeGreaterThan(120 - 1e-4);
        path.Changes.Should().HaveCount(2);
        card.BandOf(card.Apply(now, path)).Should().Be("high");
    }

    [Fact]
    public void A_step_of_decimals_is_counted_in_decimals()
    {
        var card = Scorecard.For<Numbers, string>("steps")
            .Criterion("it", 1, f => f.Double, Scale.Steps((0, 0), (0.35, 100)), step: 0.01).Bands((0, "low"), (50, "high")).Build();

        card.PathsTo(new Numbers { Double = 0.31 }, "high").Single().Changes.Single().To.Should().Be(0.35);
    }

    [Fact]
    public void Money_moves_in_hundredths_where_no_step_is_given_and_a_whole_number_by_one()
    {
        var scale = Scale.Linear((0, 0), (100, 100));
        var money = Scorecard.For<Numbers, string>("money").Criterion("it", 1, f => (double)f.Decimal, scale)
            .Bands((0, "low"), (33.333, "high")).Build();
        var whole = Scorecard.For<Numbers, string>("whole").Criterion("it", 1, f => f.Int, scale)
            .Bands((0, "low"), (33.333, "high")).Build();
        var any = Scorecard.For<Numbers, string>("any").Criterion("it", 1, f => f.Double, scale)
            .Bands((0, "low"), (33.333, "high")).Build();

        money.PathsTo(new Numbers(), "high").Single().Changes.Single().To.Should().Be(33.34);
        whole.PathsTo(new Numbers(), "high").Single().Changes.Single().To.Should().Be(34);
        any.PathsTo(new Numbers(), "high").Single().Changes.Single().To.Should().BeApproximately(33.333, 1e-6);
    }

    [Fact]
    public void The_cheapest_pair_is_that_of_a_search_over_all_values()
    {
        var found = 0;
        Check.One(Seeded.Cases(75), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var card = Scorecard.For<Facts, string>("pairs")
                .Criterion("visits", random.Next(1, 4), f => f.Visits, RandomScale(random), step: 1)
                .Criterion("orders", random.Next(1, 4), f => f.Orders, RandomScale(random), step: 1)
                .Criterion("both", random.Next(2), f => f.Visits, RandomScale(random))
                .Bands((0, "low"), (random.Next(20, 95), "high")).Build();
            var now = new Facts { Visits = random.Next(0, 13), Orders = random.Next(0, 13) };
            if (card.BandOf(now) == "high")
                return true;
            double Effort(double visits, double orders) => Math.Abs(visits - now.Visits!.Value) + (1.5 * Math.Abs(orders - now.Orders!.Value));
            var best = (from visits in Enumerable.Range(-20, 60)
                        from orders in Enumerable.Range(-20, 60)
                        where card.BandOf(new Facts { Visits = visits, Orders = orders }) == "high"
                        select (double?)Effort(visits, orders)).Min();
            var paths = card.PathsTo(now, "high", change => (change.Fact == "Visits" ? 1 : 1.5) * Math.Abs(change.To - change.From));
            found += paths.Any(path => path.Changes.Count == 2) ? 1 : 0;
            return best == paths.Min(path => path.Effort);
        }));
        found.Should().BeGreaterThan(Seeded.Budget(8));
    }

    private static Scale RandomScale(Random random) => random.Next(2) == 0
        ? Scale.Linear((0, random.Next(101)), (4, random.Next(101)), (12, random.Next(101)))
        : Scale.Steps((0, random.Next(101)), (5, random.Next(101)), (9.5, random.Next(101)), (12, random.Next(101)));

    private sealed record Numbers
    {
        public sbyte Tiny { get; init; }

        public byte Byte { get; init; }

        public short Short { get; init; }

        public ushort Ushort { get; init; }

        public int Int { get; init; }

        public uint Uint { get; init; }

        public long Long { get; init; }

        public ulong Ulong { get; init; }

        public float Float { get; init; }

        public double Double { get; init; }

        public decimal Decimal { get; init; }
    }

    private sealed record Facts
    {
        public double? Visits { get; init; }

        public double? Delay { get; init; }

        public double? Orders { get; init; }

        public FactorLevel? Influence { get; init; }

        public bool? IsBlacklisted { get; init; }
    }
}
