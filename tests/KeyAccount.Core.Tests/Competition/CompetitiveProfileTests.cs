using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Competition;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Competition;

/// <summary>Firms side by side on weighted factors.</summary>
public class CompetitiveProfileTests
{
    private static readonly double[] Weights = [.25, .20, .15, .15, .15, .10];
    private static readonly string[] Factors = ["a", "b", "c", "d", "e", "f"];

    // After David: six factors, weights that sum to 1, ratings 1 … 4.
    [Theory]
    [InlineData(2.95, 3.0, 4.0, 2.0, 3.0, 3.0, 2.0)]
    [InlineData(3.10, 4.0, 3.0, 3.0, 2.0, 3.0, 3.0)]
    [InlineData(2.30, 2.0, 2.0, 4.0, 3.0, 1.0, 2.0)]
    public void A_profile_is_the_weighted_rating(double score, params double[] ratings) =>
        CompetitiveProfile.Score(Weights, ratings).Should().Be(score);

    [Fact]
    public void A_matrix_has_the_score_of_each_firm_and_its_gaps()
    {
        var matrix = CompetitiveProfile.Compare(Factors, Weights, [("we", [3, 4, 2, 3, 3, 2]), ("one", [4, 3, 3, 2, 3, 3]), ("two", [2, 2, 4, 3, 1, 2])]);
        matrix.Firms.Select(firm => firm.Score).Should().Equal(2.95, 3.10, 2.30);
        matrix.GapsTo(1).Sum().Should().BeApproximately(-0.15, 1e-12);
        matrix.GapsTo(2).Should().HaveCount(6);
        FluentActions.Invoking(() => matrix.GapsTo(3)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Weights_by_pairs_sum_to_1()
    {
        var pairs = PairwiseComparison.OfUpper(["product", "service", "price"], 2, 4, 2);
        pairs.ConsistencyRatio.Should().BeLessThanOrEqualTo(PairwiseComparison.AcceptedRatio);
        CompetitiveProfile.Score(pairs.Weights, [4, 4, 4]).Should().Be(4);
    }

    [Theory]
    [InlineData(1 + 2e-9)]
    [InlineData(0.99)]
    [InlineData(1.01)]
    public void Weights_that_do_not_sum_to_1_are_refused_unless_asked_for(double sum)
    {
        double[] weights = [sum - 0.5, 0.5];
        FluentActions.Invoking(() => CompetitiveProfile.Score(weights, [2, 2])).Should().Throw<ArgumentException>()
            .WithMessage("The weights sum to *; they must sum to 1. Correct them, or ask for Normalize.*");
        CompetitiveProfile.Score(weights, [2, 2], ProfileWeights.Normalize).Should().Be(2);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        CompetitiveProfile.Score([0.5 + 5e-10, 0.5], [2, 2]).Should().Be(2, "rounding is no fault");
        FluentActions.Invoking(() => CompetitiveProfile.Score([1], [4.01])).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("ratings[0] is 4.01; it must be between 1 and 4.*");
        FluentActions.Invoking(() => CompetitiveProfile.Score([1], [0.99])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => CompetitiveProfile.Score([-0.5, 1.5], [1, 1])).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("weights[0] is -0.5*");
        FluentActions.Invoking(() => CompetitiveProfile.Score([1], [1, 2])).Should().Throw<ArgumentException>()
            .WithMessage("ratings has 2 entries; it must have 1*");
        FluentActions.Invoking(() => CompetitiveProfile.Score([], [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => CompetitiveProfile.Score([0, 0], [1, 1], ProfileWeights.Normalize)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_score_stays_within_the_ratings() => Check.One(Seeded.Cases(200), Prop.ForAll(
        Gen.Choose(1, 100).Zip(Gen.Choose(100, 400)).NonEmptyListOf().ToArbitrary(), pairs =>
        {
            double[] weights = [.. pairs.Select(pair => (double)pair.Item1)];
            double[] ratings = [.. pairs.Select(pair => pair.Item2 / 100.0)];
            var score = CompetitiveProfile.Score(weights, ratings, ProfileWeights.Normalize);
            score.Should().BeInRange(ratings.Min() - 1e-6, ratings.Max() + 1e-6);
            CompetitiveProfile.Score([.. Enumerable.Reverse(weights)], [.. Enumerable.Reverse(ratings)], ProfileWeights.Normalize).Should().BeApproximately(score, 2e-6);
        }));

    [Fact]
    public void A_benchmark_profile_uses_what_is_rated_for_both()
    {
        RivalBenchmark[] benchmarks =
        [
            new() { Dimension = BenchmarkDimension.ProductAndTechnology, Ours = 4, Theirs = 3 },
            new() { Dimension = BenchmarkDimension.Ability, Ours = 2, Theirs = 3 },
            new() { Dimension = BenchmarkDimension.Collection, Ours = 2 },
        ];
        var profile = BenchmarkProfile.Of(benchmarks)!;
        (profile.Ours, profile.Theirs, profile.Coverage).Should().Be((3, 3, 0.25));
        profile.GapOn(BenchmarkDimension.ProductAndTechnology).Should().Be(1);
        profile.GapOn(BenchmarkDimension.Collection).Should().BeNull();
        var weights = BenchmarkDimension.InOrder.ToDictionary(each => each, each => each == BenchmarkDimension.ProductAndTechnology ? 0.3 : 0.1);
        var weighed = BenchmarkProfile.Of(benchmarks, weights)!;
        (weighed.Ours, weighed.Theirs, weighed.GapOn(BenchmarkDimension.ProductAndTechnology)).Should().Be((3.5, 3, 1.5));
        BenchmarkProfile.Of([]).Should().BeNull();
        weights.Remove(BenchmarkDimension.Ability);
        FluentActions.Invoking(() => BenchmarkProfile.Of(benchmarks, weights)).Should().Throw<ArgumentException>().WithMessage("weights has no weight for Ability*");
    }

    [Fact]
    public void A_dimension_counts_once_in_the_order_of_the_term_and_not_without_weight()
    {
        RivalBenchmark Of(BenchmarkDimension dimension, double? ours, double? theirs) => new() { Dimension = dimension, Ours = ours, Theirs = theirs };
        var (first, second) = (BenchmarkDimension.InOrder[0], BenchmarkDimension.InOrder[1]);
        var profile = BenchmarkProfile.Of([Of(second, 2, 2), Of(first, 4, 1), Of(first, 1, 4), Of(BenchmarkDimension.InOrder[2], null, 4)])!;

        profile.Dimensions.Select(each => (each.Benchmark.Dimension, each.Benchmark.Ours)).Should().Equal((first, 4), (second, 2));
        (profile.Ours, profile.Theirs, profile.Coverage).Should().Be((3, 1.5, 0.25));
        profile.GapOn(first).Should().Be(3);
        var weights = BenchmarkDimension.InOrder.ToDictionary(each => each, each => each == second ? 1.0 : 0.0);
        BenchmarkProfile.Of([Of(second, 2, 2), Of(first, 4, 1)], weights)!.Dimensions.Should().ContainSingle();
        BenchmarkProfile.Of([Of(first, 4, 1)], weights).Should().BeNull();
        weights[first] = 0.5;
        FluentActions.Invoking(() => BenchmarkProfile.Of([], weights)).Should().Throw<ArgumentException>().WithMessage("The weights sum to 1.5*");
        FluentActions.Invoking(() => BenchmarkProfile.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("benchmarks");
        FluentActions.Invoking(() => profile.GapOn(null!)).Should().Throw<ArgumentNullException>().WithParameterName("dimension");
    }

    [Fact]
    public void Arguments_of_a_matrix_are_named()
    {
        Refusing<ArgumentException>(() => CompetitiveProfile.Compare(["a"], [.5, .5], [("we", [1, 1])]), "factors has 1 entries; it must have 2*", "factors");
        Refusing<ArgumentException>(() => CompetitiveProfile.Compare(["a"], [1], []), "firms is empty*", "firms");
        Refusing<ArgumentException>(() => CompetitiveProfile.Compare(["a"], [1], [("we", [1, 2])]), "firms[0].Ratings has 2 entries*", "firms[0].Ratings");
        Refusing<ArgumentNullException>(() => CompetitiveProfile.Compare(["a"], [1], [("we", [1]), (null!, [1])]), "*", "firms[1].Name");
        Refusing<ArgumentNullException>(() => CompetitiveProfile.Compare(["a"], [1], [("we", null!)]), "*", "firms[0].Ratings");
        Refusing<ArgumentNullException>(() => CompetitiveProfile.Compare(["a"], [1], null!), "*", "firms");
        Refusing<ArgumentNullException>(() => CompetitiveProfile.Compare(null!, [1], [("we", [1])]), "*", "factors");
        Refusing<ArgumentNullException>(() => CompetitiveProfile.Score(null!, [1]), "*", "weights");
        Refusing<ArgumentNullException>(() => CompetitiveProfile.Score([1], null!), "*", "ratings");
        Refusing<ArgumentException>(() => CompetitiveProfile.Score([], []), "weights is empty*", "weights");
        Refusing<ArgumentException>(() => CompetitiveProfile.Score([1], [1], (ProfileWeights)9), "sum is 9*", "sum");
        Refusing<ArgumentException>(
            () => CompetitiveProfile.Score([double.MaxValue, double.MaxValue], [1, 1], ProfileWeights.Normalize), "The weights sum to Infinity*", "weights");
        var matrix = CompetitiveProfile.Compare(["a", "b"], [1, 3], [("we", [4, 1]), ("they", [2, 2])], ProfileWeights.Normalize);
        matrix.Weights.Should().Equal(.25, .75);
        matrix.GapsTo(1).Should().Equal(.5, -.75);
        FluentActions.Invoking(() => matrix.GapsTo(0)).Should().Throw<ArgumentOutOfRangeException>();

        static void Refusing<T>(Action act, string message, string parameter)
            where T : ArgumentException => act.Should().Throw<T>().WithMessage(message).WithParameterName(parameter);
    }
}
