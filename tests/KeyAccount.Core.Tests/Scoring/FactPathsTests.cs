using System.Globalization;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
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

    private static readonly IScorecard[] Models = [.. ModelCatalog.All.OfType<IScorecard>()];

    public static TheoryData<string> Ids => [.. Models.Select(model => model.Id)];

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

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_path_of_every_model_leads_to_the_band_and_nothing_less_does(string id)
    {
        var model = Models.Single(each => each.Id == id);
        typeof(FactPathsTests).GetMethod(nameof(Leads), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(model.GetType().GetGenericArguments()).Invoke(null, [model]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_criterion_of_every_model_says_what_we_can_do_about_it(string id) =>
        Models.Single(each => each.Id == id).Settings.Criteria.Values.Should().OnlyContain(each => each.Control != null);

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

    private static void Leads<TFacts, TBand>(Scorecard<TFacts, TBand> model)
        where TFacts : class, new()
        where TBand : class
    {
        var (paths, combined) = (0, 0);
        Check.One(Seeded.Cases(40), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var facts = RandomFacts.Of<TFacts>(random);
            if (model.BandOf(facts) is not { } now)
                return true;
            foreach (var (_, band) in model.Bands.InOrder.Skip(model.Bands.IndexOf(now) + 1))
            {
                var index = model.Bands.IndexOf(band);
                bool IsThere(TFacts changed) => model.BandOf(changed) is { } reached && model.Bands.IndexOf(reached) >= index;
                foreach (var path in model.PathsTo(facts, band).Where(path => path.Kind == ImprovementKind.Change))
                {
                    var there = model.Apply(facts, path);
                    if (!IsThere(there))
                        return false;
                    paths++;
                    combined += path.Changes.Count > 1 ? 1 : 0;
                    foreach (var change in path.Changes)
                    {
                        // One step back, on the way to where the fact is now.
                        var less = OneStepLess(model, there, change);
                        if (IsThere(less))
                            return false;
                    }
                }
            }

            return true;
        }));
        // Where every fact is given, as what is heard in an interview, there is nothing to change and no path.
        if (model.Settings.Criteria.Values.All(criterion => criterion.Control == Controllability.Given))
            paths.Should().Be(0);
        else
            paths.Should().BeGreaterThan(0);
    }

    // The facts of the path with one of its changes one step of the grain nearer to where it began.
    private static TFacts OneStepLess<TFacts, TBand>(Scorecard<TFacts, TBand> model, TFacts there, FactChange change)
        where TFacts : class
        where TBand : class
    {
        var property = typeof(TFacts).GetProperty(change.Fact)!;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var criterion = model.Criteria.Single(each => each.Key == change.Criterion);
        var isRating = property.GetCustomAttribute<FactRangeAttribute>() is { Unit: FactUnit.Rating };
        var step = RandomFacts.IsTerm(type) || isRating ? 1
            : criterion.Step!.Value * Math.Abs((change.To - change.From) / (change.RawTo - change.RawFrom));
        var number = Math.Round(change.To - (Math.Sign(change.To - change.From) * step), 9);
        var value = RandomFacts.IsTerm(type)
            ? RandomFacts.LevelOf(type, (int)number)
            : Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        var less = typeof(TFacts).GetMethod("<Clone>$")!.Invoke(there, null)!;
        property.SetValue(less, value);
        return (TFacts)less;
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
