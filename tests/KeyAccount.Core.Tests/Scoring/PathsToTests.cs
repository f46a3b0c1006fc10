using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class PathsToTests
{
    private static readonly Scorecard<Facts, AccountTier> Card = Scorecard.For<Facts, AccountTier>("paths")
        .Criterion("visits", 3, f => f.Visits, Scale.Linear((0, 0), (10, 100)), step: 1, label: new("visits", "拜访", "拜訪"))
        .Criterion("delay", 1, f => f.Delay, Scale.Linear((0, 100), (30, 0)))
        .Criterion("orders", 1, f => f.Orders, Scale.Steps((0, 0), (5, 50), (20, 100)), step: 1)
        .Criterion(
            "influence", 1, f => f.Influence, Scale.Levels(
                (FactorLevel.None, 0), (FactorLevel.Low, 30), (FactorLevel.Medium, 65), (FactorLevel.High, 100)))
        .Cap("blacklisted", f => f.IsBlacklisted, AccountTier.C)
        .Bands((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A))
        .Build();

    private static readonly Facts Now = new() { Visits = 4, Delay = 15, Orders = 5, Influence = FactorLevel.Medium };

    [Fact]
    public void The_smallest_change_on_the_step_is_named_in_its_unit_and_three_languages()
    {
        // 3·40 + 50 + 50 + 65 = 285 of 600: 47.5
        Card.Score(Now).Should().Be(47.5);

        var paths = Card.PathsTo(Card.Assess(Now), AccountTier.B);

        paths.Select(path => (path.Key, path.Kind, path.To)).Should().BeEquivalentTo(new[]
        {
            ("visits", ImprovementKind.Change, (double?)5), ("delay", ImprovementKind.Change, 10.5000009),
            ("orders", ImprovementKind.Change, 20), ("influence", ImprovementKind.Change, 4),
        });
        paths[0].Key.Should().Be("visits", "one of ten visits is the smallest part of a scale");
        paths[0].Change.Should().Be(1);
        paths[0].Reason.ZhHans.Should().Be("拜访：从4到5 即可达到B类客户。");
        paths.Single(path => path.Key == "influence").Reason.En.Should().Be("influence: from medium to high  reaches B account.");
    }

    [Fact]
    public void The_least_effort_comes_first_and_what_to_learn_after_what_to_change()
    {
        // Shares of the scale: 1/10 of the visits, 4.5/30 of the delay, 1/3 of the levels, 15/20 of the orders.
        Card.PathsTo(Card.Assess(Now), AccountTier.B).Select(path => path.Key).Should().Equal("visits", "delay", "influence", "orders");
        Card.PathsTo(Card.Assess(Now with { Influence = null }), AccountTier.B).Select(path => path.Key)
            .Should().Equal("visits", "delay", "orders", "influence");
        Card.PathsTo(Card.Assess(new() { Delay = 0, Orders = 20 }), AccountTier.B).Select(path => path.Key)
            .Should().Equal("visits", "influence", "delay", "orders");
    }

    [Fact]
    public void What_is_not_enough_alone_says_so()
    {
        var paths = Card.PathsTo(Card.Assess(Now), AccountTier.A);

        paths.Where(path => path.Kind == ImprovementKind.Change).Select(path => path.Key).Should().Equal("visits");
        paths.Where(path => path.Kind == ImprovementKind.NotByThisAlone)
            .Should().HaveCount(3).And.OnlyContain(path => path.To == null && path.NeededPoints == null);
    }

    [Fact]
    public void What_is_not_known_is_to_be_learned_first()
    {
        var paths = Card.PathsTo(Card.Assess(Now with { Influence = null }), AccountTier.B);

        // 3·40 + 50 + 50 = 220 of 500; with 80 points of influence 300 of 600
        var learn = paths.Single(path => path.Key == "influence");
        learn.Kind.Should().Be(ImprovementKind.LearnFirst);
        learn.From.Should().BeNull();
        learn.To.Should().BeNull();
        learn.NeededPoints.Should().BeApproximately(80, 1e-4, "a score is rounded to six places");
        Card.PathsTo(Card.Assess(Now with { Influence = null, Visits = 3 }), AccountTier.B).Single(path => path.Key == "influence")
            .Kind.Should().Be(ImprovementKind.NotByThisAlone, "90 + 50 + 50 + 100 is less than 300");
    }

    [Fact]
    public void A_cap_that_holds_stands_in_the_way_and_an_unknown_one_does_not()
    {
        var barred = Card.PathsTo(Card.Assess(Now with { IsBlacklisted = true }), AccountTier.B);

        barred.Should().OnlyContain(path => path.Kind == ImprovementKind.CapInTheWay && path.Cap == "blacklisted");
        barred.Single(path => path.Key == "visits").To.Should().Be(5, "that is what it would take once the cap is gone");
        Card.PathsTo(Card.Assess(Now with { IsBlacklisted = null }), AccountTier.B)
            .Should().NotContain(path => path.Kind == ImprovementKind.CapInTheWay);
    }

    [Fact]
    public void Who_is_there_already_needs_no_path()
    {
        Card.PathsTo(Card.Assess(Now), AccountTier.C).Should().BeEmpty();
        Card.PathsTo(Card.Assess(Now with { Visits = 10 }), AccountTier.B).Should().BeEmpty();
    }

    [Fact]
    public void An_unrated_account_learns_first()
    {
        var paths = Card.PathsTo(Card.Assess(new() { Delay = 0, Orders = 20 }), AccountTier.B);

        paths.Single(path => path.Key == "visits").Kind.Should().Be(ImprovementKind.LearnFirst);
        paths.Single(path => path.Key == "influence").Kind.Should().Be(ImprovementKind.LearnFirst);
        paths.Single(path => path.Key == "delay").Kind.Should().Be(ImprovementKind.NotByThisAlone);
    }

    [Fact]
    public void An_assessment_by_another_model_is_refused()
    {
        var other = Scorecard.For<Facts, AccountTier>("other").Criterion("visits", 1, f => f.Visits, Scale.Linear((0, 0), (1, 100)))
            .Bands((0, AccountTier.C)).Build();

        Card.Invoking(card => card.PathsTo(other.Assess(Now), AccountTier.C))
            .Should().Throw<ArgumentException>().WithMessage("*'other'*'paths'*");
    }

    [Fact]
    public void Every_change_is_the_nearest_that_reaches_the_band_by_a_grid_search_with_Score_alone()
    {
        var (found, without, up, down) = (0, 0, 0, 0);
        Check.One(Seeded.Cases(400), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var step = random.Next(4) == 0 ? (double?)null : new[] { 0.1, 0.25, 1, 3 }[random.Next(4)];
            var cut = random.Next(1, 101);
            var card = Scorecard.For<Pair, string>("random")
                .Criterion("x", random.Next(1, 5), f => f.X, RandomScale(random), step)
                .Criterion("y", random.Next(1, 5), f => f.Y, RandomScale(random))
                .MissingData((MissingData)random.Next(3))
                .Bands((0, "low"), (cut, "high"))
                .Build();
            var now = new Pair { X = random.Next(-50, 600) / 10.0, Y = random.Next(3) == 0 ? null : random.Next(-50, 400) / 10.0 };
            var path = card.PathsTo(card.Assess(now), "high").SingleOrDefault(each => each.Key == "x");
            if (path is null)
                return card.BandOf(now) == "high";

            double Score(double x) => card.Score(now with { X = x });
            if (step is { } grain)
            {
                // Beyond the knots 0 and 30 nothing changes: a hundred steps past them are more than enough.
                var nearest = Enumerable.Range(0, 1 + (int)(700 / grain / 10))
                    .SelectMany(n => new[] { now.X!.Value + (n * grain), now.X.Value - (n * grain) })
                    .Cast<double?>().FirstOrDefault(x => Score(x!.Value) >= cut);
                if (path.To != nearest)
                    return false;
            }
            else if (path.To is { } to)
            {
                var towards = to > now.X ? Math.BitDecrement(to) : Math.BitIncrement(to);
                if (Score(to) < cut || Score(towards) >= cut)
                    return false;
                if (Enumerable.Range(1, 199).Any(i => Score(now.X!.Value + ((towards - now.X.Value) * i / 200)) >= cut
                    || Score(now.X.Value - ((towards - now.X.Value) * i / 200)) >= cut))
                    return false;
            }
            else if (Enumerable.Range(-50, 650).Any(x => Score(x / 10.0) >= cut))
            {
                return false;
            }

            found += path.To is null ? 0 : 1;
            without += path.To is null ? 1 : 0;
            up += path.Change > 0 ? 1 : 0;
            down += path.Change < 0 ? 1 : 0;
            return (path.Kind == ImprovementKind.Change) == (path.To is not null);
        }));
        var least = Seeded.Budget(13);
        new[] { found, without, up, down }.Should().OnlyContain(count => count > least);
    }

    private static Scale RandomScale(Random random) => random.Next(2) == 0
        ? Scale.Linear((0, random.Next(101)), (10, random.Next(101)), (30, random.Next(101)))
        : Scale.Steps((0, random.Next(101)), (10, random.Next(101)), (20.5, random.Next(101)), (30, random.Next(101)));

    private sealed record Pair
    {
        public double? X { get; init; }

        public double? Y { get; init; }
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
