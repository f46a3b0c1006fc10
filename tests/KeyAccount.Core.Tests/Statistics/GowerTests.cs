using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Tests.Statistics;

public class GowerTests
{
    private const double Unknown = double.NaN;

    // Same industry, another stage, purchases of 4.4 and 2.9 (range 9.6), staff of 1,200 and 800 (range 3,000), growth known of one:
    // (1 + 0 + 0.84375 + 0.866667) / 4.
    [Fact]
    public void Gower_1971_of_two_customers()
    {
        var gower = new Gower(
            [
                new("industry", isNominal: true), new("stage", isNominal: true), new("purchases", range: 9.6), new("staff", range: 3_000),
                new("growth"),
            ],
            [[1, 1], [1, 2], [4.4, 2.9], [1_200, 800], [0.05, Unknown]]);

        gower.Similarity(0, 1).Should().BeApproximately(0.677604, 5e-7);
        gower.Similarity(1, 0).Should().Be(gower.Similarity(0, 1));
        gower.Similarity(0, 0).Should().Be(1);
        gower.Separating(0, [1]).Select(each => each.Feature.Key).Should().Equal("stage", "purchases");
        gower.Separating(0, [1])[1].Missing.Should().BeApproximately(0.15625, 1e-12);
    }

    [Fact]
    public void A_range_that_is_not_given_is_that_of_the_values()
    {
        var gower = new Gower([new("staff")], [[0, 5, 10, Unknown]]);
        (gower.Similarity(0, 1), gower.Similarity(0, 2), gower.Similarity(0, 3)).Should().Be((0.5, 0, double.NaN));
        new Gower([new("staff")], [[7, 7]]).Similarity(0, 1).Should().Be(1, "all are alike");
        new Gower([new("staff")], [[5, 10, 15]]).Similarity(0, 1).Should().Be(0.5, "the range is 10, wherever it begins");
        new Gower([new("staff", range: 2)], [[0, 5]]).Similarity(0, 1).Should().Be(0, "beyond the range nothing is in common");
    }

    [Fact]
    public void A_feature_counts_by_its_weight()
    {
        var gower = new Gower(
            [new("a", isNominal: true, weight: 3), new("b", isNominal: true), new("c", isNominal: true, weight: 0)], [[1, 1], [1, 2], [1, 1]]);
        gower.Similarity(0, 1).Should().Be(0.75);
    }

    [Fact]
    public void An_item_is_not_compared_with_itself()
    {
        var gower = new Gower([new("a", isNominal: true)], [[1, 1, 2]]);
        double[] means = [7, 8, 9];
        gower.MeanSimilarity([0, 2], means);
        means.Should().Equal(0, 0.5, 0);
        gower.MeanSimilarity([], means);
        means.Should().OnlyContain(mean => double.IsNaN(mean));
        new Gower([new("a")], [[1]]).Separating(0, [0]).Should().BeEmpty();
    }

    [Fact]
    public void What_separates_is_the_mean_over_the_best()
    {
        var gower = new Gower([new("a", range: 10), new("b", range: 10)], [[0, 2, 8], [0, 6, 6]]);
        gower.Separating(0, [1, 2]).Select(each => (each.Feature.Key, Math.Round(each.Missing, 12))).Should().Equal(("b", 0.6), ("a", 0.5));
    }

    // Beside a plain loop, over blocks and the rest behind them, with what is not known.
    [Fact]
    public void The_blocked_means_are_those_of_a_plain_loop() => Prop.ForAll(
        Gen.Choose(1, 2_100).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(),
        (count, seed) =>
        {
            var random = new Random(seed);
            var gower = new Gower(
                [new("a"), new("b", isNominal: true, weight: 2), new("c", range: 3), new("d", weight: 0.5)],
                [
                    .. Enumerable.Range(0, 4).Select(_ => (IReadOnlyList<double>)
                        [.. Enumerable.Range(0, count).Select(_ => random.Next(5) == 0 ? Unknown : random.Next(6))]),
                ]);
            int[] best = [.. Enumerable.Range(0, 5).Select(_ => random.Next(count)).Distinct()];
            var means = new double[count];
            gower.MeanSimilarity(best, means);
            for (var i = 0; i < count; i++)
            {
                double[] told = [.. best.Where(other => other != i).Select(other => gower.Similarity(i, other)).Where(each => !double.IsNaN(each))];
                if (told.Length == 0)
                    means[i].Should().Be(double.NaN);
                else
                    means[i].Should().BeApproximately(told.Average(), 1e-12).And.BeInRange(0, 1 + 1e-12);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        FluentActions.Invoking(() => new Gower([], [])).Should().Throw<ArgumentException>().WithMessage("features is empty*");
        FluentActions.Invoking(() => new Gower([new("a")], [])).Should().Throw<ArgumentException>()
            .WithMessage("columns has 0 entries; there must be one for each of the 1 features.*");
        FluentActions.Invoking(() => new Gower([new("a"), new("b")], [[1], [1, 2]])).Should().Throw<ArgumentException>()
            .WithMessage("columns[1] has 2 values and columns[0] has 1; every feature must have one for each item.*");
        FluentActions.Invoking(() => new Gower([new("a"), new("a")], [[1], [1]])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Gower([new("a")], [[1, double.PositiveInfinity]])).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("a of item 1 is Infinity; it must be finite, or NaN where it is not known.*");
        FluentActions.Invoking(() => new GowerFeature("a", range: 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new GowerFeature("a", isNominal: true, range: 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new GowerFeature(" ")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new GowerFeature("a", weight: -1)).Should().Throw<ArgumentOutOfRangeException>();
        var gower = new Gower([new("a")], [[1]]);
        FluentActions.Invoking(() => gower.Similarity(0, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => gower.MeanSimilarity([0], new double[2])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => gower.Separating(0, [0], -1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => gower.Similarity(-1, 0)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("one");
        FluentActions.Invoking(() => gower.MeanSimilarity(null!, new double[1])).Should().Throw<ArgumentNullException>().WithParameterName("best");
        FluentActions.Invoking(() => gower.MeanSimilarity([1], new double[1])).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("best[0]");
        FluentActions.Invoking(() => gower.Separating(0, null!)).Should().Throw<ArgumentNullException>().WithParameterName("best");
        FluentActions.Invoking(() => gower.Separating(1, [0])).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("item");
        FluentActions.Invoking(() => gower.Separating(0, [0, -1])).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("best[1]");
        FluentActions.Invoking(() => new Gower(null!, [])).Should().Throw<ArgumentNullException>().WithParameterName("features");
        FluentActions.Invoking(() => new Gower([new("a")], null!)).Should().Throw<ArgumentNullException>().WithParameterName("columns");
    }
}
