using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Tests.Statistics;

public class RankCorrelationTests
{
    // Hours in front of the television by intelligence quotient, an example of many textbooks: ρ = −29/165. The interval is computed apart.
    [Fact]
    public void Ten_people_and_their_hours()
    {
        (double, double)[] people =
            [(106, 7), (100, 27), (86, 2), (101, 50), (99, 28), (103, 29), (97, 20), (113, 12), (112, 6), (110, 17)];

        var correlation = RankCorrelation.Of(people);

        correlation.Value.Should().BeApproximately(-29 / 165.0, 1e-15);
        correlation.Count.Should().Be(10);
        correlation.Interval!.Low.Should().BeApproximately(-0.7353594030660529, 1e-12);
        correlation.Interval.High.Should().BeApproximately(0.5263589336912802, 1e-12);
        correlation.Interval.Confidence.Should().Be(0.95);
        RankCorrelation.Of(people, 0.5).Interval!.High.Should().BeInRange(-0.17, 0.2, "less confidence, a narrower interval");
    }

    [Fact]
    public void Ties_of_both_figures_share_their_mean_rank()
    {
        // Ranks 2.5, 2.5, 1, 5, 5, 5 and 2, 3, 1, 4.5, 4.5, 6.
        var correlation = RankCorrelation.Of([(3, 1), (3, 2), (1, 0), (9, 5), (9, 5), (9, 7)]);

        correlation.Value.Should().BeApproximately(0.9393364366277243, 1e-12);
        correlation.Interval!.Low.Should().BeApproximately(0.5134031830199693, 1e-12);
    }

    [Fact]
    public void Ranks_that_are_tied_share_their_mean()
    {
        // Differences of ranks 0, 0.5, -0.5, 0, 0: by the correlation of the ranks .9747.
        RankCorrelation.Of([(1, 1), (2, 2), (3, 2), (4, 4), (5, 5)]).Value.Should().BeApproximately(0.974679, 1e-6);
        RankCorrelation.Of([(1, 5), (2, 4), (3, 3), (4, 2), (5, 1)]).Value.Should().Be(-1);
        RankCorrelation.Of([(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]).Value.Should().BeNull();
        RankCorrelation.Of([(1, 1), (2, 2), (3, 2), (4, 4), (5, 5)]).Interval!.Low.Should().BeInRange(-1, 0.974679);
    }

    [Fact]
    public void Without_enough_pairs_or_differences_there_is_no_value()
    {
        RankCorrelation.Of([]).Should().Be(new RankCorrelation(null, 0, null));
        RankCorrelation.Of([(1, 1), (2, 2), (3, 3), (4, 4)]).Should().Be(new RankCorrelation(null, 4, null));
        RankCorrelation.Of([(1, 1), (1, 2), (1, 3), (1, 4), (1, 5)]).Should().Be(new RankCorrelation(null, 5, null));
        RankCorrelation.Of([(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]).Should().Be(new RankCorrelation(1, 5, null));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_its_place()
    {
        FluentActions.Invoking(() => RankCorrelation.Of(null!)).Should().Throw<ArgumentNullException>().WithParameterName("pairs");
        FluentActions.Invoking(() => RankCorrelation.Of([(1, 1), (double.NaN, 1)])).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("pairs[1].First");
        FluentActions.Invoking(() => RankCorrelation.Of([(1, double.PositiveInfinity)])).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("pairs[0].Second");
        FluentActions.Invoking(() => RankCorrelation.Of([], 1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("confidence");
    }
}
