using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class ScoreChangeTests
{
    [Fact]
    public void Parts_sum_exactly_in_ten_thousand_random_pairs()
    {
        var (pairs, rated, models) = (0, 0, 0);
        Check.One(Seeded.Cases(500), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (first, second) = (RandomCard(random, "1"), RandomCard(random, "2"));
            for (var i = 0; i < 20; i++)
            {
                pairs++;
                var isOtherModel = random.Next(2) == 0;
                var earlier = first.Assess(RandomFacts(random));
                var later = (isOtherModel ? second : first).Assess(RandomFacts(random));
                var change = later.ChangeFrom(earlier);
                if (change.Points is not { } points)
                {
                    if (change.Parts.Count > 0 || (earlier.IsRated && later.IsRated))
                        return false;
                    continue;
                }

                rated++;
                models += isOtherModel ? 1 : 0;
                if (change.Parts.Sum(part => part.Points) != points
                    || points != (decimal)later.Score!.Value - (decimal)earlier.Score!.Value)
                    return false;
                if (change.Parts.Any(part => part.Points != Math.Round(part.Points, 6)))
                    return false;
                if (!isOtherModel && change.Of(ChangeCause.Model) != 0)
                    return false;
            }

            return true;
        }));
        pairs.Should().Be(10_000);
        rated.Should().BeGreaterThan(5_000);
        models.Should().BeGreaterThan(2_000);
    }

    [Fact]
    public void Where_only_weights_changed_everything_is_the_model()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var facts = RandomFacts(random);
            var earlier = Card("1", 1, 2, 3).Assess(facts);
            var later = Card("2", random.Next(0, 9), random.Next(1, 9), random.Next(0, 9)).Assess(facts);
            var change = later.ChangeFrom(earlier);
            if (change.Points is null)
                continue;
            change.Of(ChangeCause.Model).Should().Be(change.Points!.Value);
            change.Parts.Should().NotContain(part => part.Cause != ChangeCause.Model);
        }
    }

    [Fact]
    public void Where_only_one_fact_changed_everything_is_that_fact()
    {
        var card = Card("1", 1, 2, 3);

        var change = card.Assess(new() { A = 5, B = 5, C = 9 }).ChangeFrom(card.Assess(new() { A = 5, B = 5, C = 5 }));

        change.Parts.Should().Equal(new ChangePart("c", ChangeCause.Facts, 20m));
        change.From.Should().Be(50);
        change.To.Should().Be(70);
        change.Points.Should().Be(20);
    }

    [Fact]
    public void What_was_learned_is_coverage_for_itself_and_for_those_that_shared_its_weight()
    {
        var card = Card("1", 1, 1, 2);

        var change = card.Assess(new() { A = 10, B = 0, C = 5 }).ChangeFrom(card.Assess(new() { A = 10, B = 0 }));

        // a: 1/2·100 → 1/4·100; c: 0 → 1/2·50
        change.Parts.Should().Equal(new ChangePart("a", ChangeCause.Coverage, -25m), new ChangePart("c", ChangeCause.Coverage, 25m));
        change.Points.Should().Be(0);
    }

    [Fact]
    public void A_cap_changes_the_band_with_0_points()
    {
        var card = Card("1", 1, 1, 1);

        var change = card.Assess(new() { A = 9, B = 9, C = 9, IsBarred = true }).ChangeFrom(card.Assess(new() { A = 9, B = 9, C = 9 }));

        change.Points.Should().Be(0);
        change.Parts.Should().BeEmpty();
        change.BandChanged.Should().BeTrue();
        change.FromBand.Should().Be("high");
        change.ToBand.Should().Be("low");
        change.Caps.Should().Equal("barred");
    }

    [Fact]
    public void Without_a_score_on_both_sides_there_are_no_points_to_part()
    {
        var card = Card("1", 1, 1, 1);

        var change = card.Assess(new() { A = 9, B = 9, C = 9 }).ChangeFrom(card.Assess(new()));

        change.Points.Should().BeNull();
        change.From.Should().BeNull();
        change.Parts.Should().BeEmpty();
        change.ToBand.Should().Be("high");
    }

    [Fact]
    public void Criteria_that_came_or_went_are_the_model()
    {
        var earlier = Card("1", 1, 1, 1).Assess(new() { A = 10, B = 10, C = 10 });
        var later = Scorecard.For<Facts, string>("card").Version("2").Criterion("a", 1, f => f.A, Scale.Linear((0, 0), (10, 100)))
            .Bands((0, "low")).Build()
            .Assess(new() { A = 5 });

        var change = later.ChangeFrom(earlier);

        change.Points.Should().Be(-50);
        change.Of(ChangeCause.Facts).Should().Be(-50, "a went from 10 to 5 at its new weight");
        change.Parts.Sum(part => part.Points).Should().Be(-50);
    }

    [Fact]
    public void Each_criterion_that_came_or_went_is_a_part_of_its_own()
    {
        var all = Card("1", 1, 1, 2).Assess(new() { A = 10, B = 10, C = 10 });
        var alone = Scorecard.For<Facts, string>("card").Version("2").Criterion("a", 1, f => f.A, Scale.Linear((0, 0), (10, 100)))
            .Bands((0, "low")).Build().Assess(new() { A = 5 });

        alone.ChangeFrom(all).Parts.Should().Equal(
            new ChangePart("a", ChangeCause.Model, 75), new ChangePart("a", ChangeCause.Facts, -50),
            new ChangePart("b", ChangeCause.Model, -25), new ChangePart("c", ChangeCause.Model, -50));
        all.ChangeFrom(alone).Parts.Should().Equal(
            new ChangePart("a", ChangeCause.Model, -37.5m), new ChangePart("a", ChangeCause.Facts, 12.5m),
            new ChangePart("b", ChangeCause.Model, 25), new ChangePart("c", ChangeCause.Model, 50));
    }

    [Fact]
    public void Weights_knowledge_and_facts_that_change_at_once_are_told_apart()
    {
        var earlier = Card("1", 1, 1, 2).Assess(new() { A = 10, B = 0 });
        var later = Card("2", 2, 1, 1).Assess(new() { A = 5, B = 0, C = 5 });

        // a: 1/4 of 100 over 1/2 → 1/2 of it over 1/2 → over 1 → 1/2 of 50
        later.ChangeFrom(earlier).Parts.Should().Equal(
            new ChangePart("a", ChangeCause.Model, 50), new ChangePart("a", ChangeCause.Coverage, -50),
            new ChangePart("a", ChangeCause.Facts, -25), new ChangePart("c", ChangeCause.Coverage, 12.5m));
        later.ChangeFrom(earlier).Points.Should().Be(-12.5m);
    }

    [Fact]
    public void Other_points_for_the_same_fact_are_the_model()
    {
        var (earlier, later) = (Graded("1", 10), Graded("2", 20));

        later.ChangeFrom(earlier).Parts.Should().Equal(new ChangePart("a", ChangeCause.Model, -25));

        static Assessment<string> Graded(string version, double best) => Scorecard.For<Facts, string>("card").Version(version)
            .Criterion("a", 1, f => f.A, Scale.Linear((0, 0), (best, 100))).Bands((0, "low")).Build().Assess(new() { A = 5 });
    }

    [Fact]
    public void A_cap_that_only_one_of_the_models_has_is_named()
    {
        var facts = new Facts { A = 9, B = 9, C = 9, IsBarred = true };
        var capped = Card("1", 1, 1, 1).Assess(facts);
        var free = Scorecard.For<Facts, string>("card").Version("2").Criterion("a", 1, f => f.A, Scale.Linear((0, 0), (10, 100)))
            .Bands((0, "low"), (50, "high")).Build().Assess(facts);

        free.ChangeFrom(capped).Caps.Should().Equal("barred");
        capped.ChangeFrom(free).Caps.Should().Equal("barred");
        capped.ChangeFrom(capped).Caps.Should().BeEmpty();
    }

    [Fact]
    public void Another_model_is_no_earlier_one()
    {
        var other = Scorecard.For<Facts, string>("other").Criterion("a", 1, f => f.A, Scale.Linear((0, 0), (10, 100))).Bands((0, "low"))
            .Build().Assess(new() { A = 1 });

        Card("1", 1, 1, 1).Assess(new()).Invoking(now => now.ChangeFrom(other))
            .Should().Throw<ArgumentException>().WithMessage("*'other'*'card'*");
    }

    private static Scorecard<Facts, string> Card(string version, double a, double b, double c) => Scorecard.For<Facts, string>("card")
        .Version(version)
        .Criterion("a", a, f => f.A, Scale.Linear((0, 0), (10, 100)))
        .Criterion("b", b, f => f.B, Scale.Linear((0, 0), (10, 100)))
        .Criterion("c", c, f => f.C, Scale.Linear((0, 0), (10, 100)))
        .Cap("barred", f => f.IsBarred, "low")
        .Bands((0, "low"), (50, "high"))
        .Build();

    private static Scorecard<Facts, string> RandomCard(Random random, string version) => Scorecard.For<Facts, string>("card")
        .Version(version)
        .Criterion("a", 1 + (random.NextDouble() * 5), f => f.A, Scale.Linear((0, random.Next(101)), (10, random.Next(101))))
        .Criterion("b", random.Next(0, 5), f => f.B, Scale.Linear((0, 0), (3, random.Next(101)), (10, 100)))
        .Criterion("c", random.NextDouble() * 5, f => f.C, Scale.Steps((0, random.Next(101)), (5, random.Next(101))))
        .MissingData((MissingData)random.Next(4), random.NextDouble() / 2)
        .Bands((0, "low"), (50, "high"))
        .Build();

    private static Facts RandomFacts(Random random) => new() { A = Value(random), B = Value(random), C = Value(random) };

    private static double? Value(Random random) =>
        random.Next(6) == 0 ? null : random.Next(5) == 0 ? random.Next(11) : random.NextDouble() * 10;

    private sealed record Facts
    {
        public double? A { get; init; }

        public double? B { get; init; }

        public double? C { get; init; }

        public bool? IsBarred { get; init; }
    }
}
