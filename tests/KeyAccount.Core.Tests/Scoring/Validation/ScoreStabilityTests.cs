using KeyAccount.Core.Documents;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;

namespace KeyAccount.Core.Tests.Scoring.Validation;

public class ScoreStabilityTests
{
    private static readonly Scorecard<Facts, string> Card = Scorecard.For<Facts, string>("two")
        .Criterion("visits", 3, f => f.Visits, Scale.Linear((0, 0), (10, 100)))
        .Criterion("complaints", 1, f => f.Complaints, Scale.Steps((0, 100), (1, 50), (3, 0)))
        .MissingData(MissingData.Renormalize, 0.5)
        .Bands((0, "low"), (50, "high"))
        .Build();

    // Test data of the package mercury-monitoring: counts by bin, and the index to three digits.
    [Theory]
    [InlineData(new double[] { 12, 11, 14, 12, 12, 10, 12, 6, 6, 5 }, new double[] { 11, 11, 12, 13, 11, 11, 13, 5, 7, 6 }, 0.0125)]
    [InlineData(new double[] { 12, 4, 14, 2, 12, 1, 12, 1, 6, 1 }, new double[] { 6, 11, 5, 13, 6, 11, 6, 5, 1, 6 }, 1.436)]
    public void The_index_of_published_distributions(double[] before, double[] after, double index)
    {
        PopulationShift.IndexOf(before, after).Should().BeApproximately(index, 0.01 * index);
        PopulationShift.IndexOf(after, before).Should().BeApproximately(PopulationShift.IndexOf(before, after), 1e-12);
    }

    [Fact]
    public void An_empty_piece_counts_as_half_an_account_and_one_that_is_empty_twice_as_none()
    {
        PopulationShift.IndexOf([10, 0, 10], [5, 0, 15]).Should().BeApproximately(PopulationShift.IndexOf([10, 10], [5, 15]), 1e-15);
        PopulationShift.IndexOf([20, 0], [15, 5]).Should()
            .BeApproximately((-0.25 * Math.Log(0.75)) + (((5 / 20.0) - (0.5 / 20)) * Math.Log(10)), 1e-12);
        PopulationShift.IndexOf([3, 7], [30, 70]).Should().Be(0);
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        FluentActions.Invoking(() => PopulationShift.IndexOf([1, 2], [1])).Should().Throw<ArgumentException>()
            .WithMessage("after has 1 pieces; it must have 2*");
        FluentActions.Invoking(() => PopulationShift.IndexOf([1, -2], [1, 1])).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("before[1] is -2;*");
        FluentActions.Invoking(() => PopulationShift.IndexOf([1, 1], [double.NaN, 1])).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("after[0] is NaN;*");
        FluentActions.Invoking(() => PopulationShift.IndexOf([0, 0], [1, 1])).Should().Throw<ArgumentException>()
            .WithMessage("The sum of before is 0;*");
    }

    [Fact]
    public void The_criterion_that_moved_the_score_is_told_first()
    {
        var before = Columns(200, row => row % 11, row => row % 4);
        var after = Columns(100, row => Math.Max(0, (row % 11) - 4), row => row % 3 == 0 ? double.NaN : row % 4);
        var stability = ScoreStability.Of(Card, before, after);

        stability.Criteria.Select(shift => shift.Key).Should().Equal("visits", "complaints");
        stability.Criteria[0].Moved.Should().BeLessThan(-10);
        stability.Criteria.Sum(shift => shift.Moved).Should().BeApproximately(stability.Score.Moved!.Value, 1e-6);
        stability.Score.Level.Should().Be(ShiftLevel.Large);
        stability.Criteria[1].KnownBefore.Should().Be(1);
        stability.Criteria[1].KnownAfter.Should().BeApproximately(0.66, 1e-12);
        stability.CoverageBefore.Should().Be(1);
        stability.CoverageAfter.Should().BeApproximately(1 - (0.34 / 4), 1e-9);
        stability.Criteria[1].Pieces.Select(piece => piece.Piece).Should().Equal(
            new(To: 1), new(From: 1, To: 3), new(From: 3), new(IsUnknown: true));
        stability.Criteria.Append(stability.Score).Should().OnlyContain(
            shift => Math.Abs(shift.Pieces.Sum(piece => piece.Before) - 1) < 1e-12
                && Math.Abs(shift.Pieces.Sum(piece => piece.After) - 1) < 1e-12);
    }

    [Fact]
    public void The_same_accounts_have_not_moved()
    {
        var columns = Columns(100, row => row % 11, row => row % 4);
        var stability = ScoreStability.Of(Card, columns, columns);
        stability.Score.Index.Should().Be(0);
        stability.Criteria.Should().OnlyContain(shift => shift.Index == 0 && shift.Moved == 0 && shift.Level == ShiftLevel.Stable);
        stability.Score.Pieces.Should().HaveCount(11, "there are ten groups, and one for what is not rated");
    }

    [Fact]
    public void Accounts_that_are_not_rated_are_a_piece_of_their_own()
    {
        var stability = ScoreStability.Of(
            Card, Columns(10, row => row, _ => 0), Columns(10, row => row < 5 ? double.NaN : row, _ => 0));
        stability.Score.KnownAfter.Should().Be(0.5);
        stability.Score.Pieces[^1].Should().Be(new ShiftPiece(new(IsUnknown: true), 0, 0.5));
        ScoreStability.Of(Card, Columns(3, row => row, _ => 0), Columns(3, _ => double.NaN, _ => 0)).Score.Moved.Should().BeNull();
    }

    [Fact]
    public void It_describes_itself()
    {
        var stability = ScoreStability.Of(
            Card, Columns(200, row => row % 11, row => row % 4), Columns(200, row => row % 5, row => row % 4));
        stability.Describe().Blocks.OfType<BarFigure>().Single().ToTable().Rows.Should().HaveCount(3);
        FluentActions.Invoking(() => ScoreStability.Of(Card, Columns(0, _ => 0, _ => 0), Columns(1, _ => 0, _ => 0)))
            .Should().Throw<ArgumentException>().WithMessage("before has no accounts*");
    }

    private static Dictionary<string, ReadOnlyMemory<double>> Columns(int rows, Func<int, double> visits, Func<int, double> complaints) =>
        new(StringComparer.Ordinal)
        {
            ["visits"] = Enumerable.Range(0, rows).Select(visits).ToArray(),
            ["complaints"] = Enumerable.Range(0, rows).Select(complaints).ToArray(),
        };

    private sealed record Facts
    {
        public double? Visits { get; init; }

        public double? Complaints { get; init; }
    }
}
