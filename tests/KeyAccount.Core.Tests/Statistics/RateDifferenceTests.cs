using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Tests.Statistics;

public class RateDifferenceTests
{
    // Newcombe 1998, table II, example (a), method 10: 56/70 − 48/80.
    [Fact]
    public void Newcombe_gets_0_0524_to_0_3339()
    {
        var difference = new RateDifference(56, 70, 48, 80);
        difference.Value.Should().BeApproximately(0.2, 1e-12);
        var interval = difference.Interval();
        interval.Low.Should().BeApproximately(0.0524, 5e-5);
        interval.High.Should().BeApproximately(0.3339, 5e-5);
    }

    [Fact]
    public void An_interval_holds_its_difference_and_turns_with_its_groups() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte, byte, byte, byte)>(),
        drawn =>
        {
            var (one, other) = (1 + drawn.Item1, 1 + drawn.Item2);
            var (first, second) = (drawn.Item3 % (one + 1), drawn.Item4 % (other + 1));
            var difference = new RateDifference(first, one, second, other);
            var (interval, turned) = (difference.Interval(), new RateDifference(second, other, first, one).Interval());
            return interval.Low <= difference.Value + 1e-12 && difference.Value <= interval.High + 1e-12 && interval.Low >= -1
                && interval.High <= 1 && Math.Abs(interval.Low + turned.High) < 1e-12;
        }).QuickCheckThrowOnFailure();

    // 0/10 and 10/10: nothing lies beyond -1 and 1.
    [Fact]
    public void The_ends_are_those_of_a_difference()
    {
        new RateDifference(0, 10, 10, 10).Interval().Low.Should().Be(-1);
        new RateDifference(10, 10, 0, 10).Interval().High.Should().Be(1);
        new RateDifference(1, 4, 3, 6).Should().BeEquivalentTo(new { Rate = 0.25, OtherRate = 0.5, Value = -0.25 });
    }

    [Theory]
    [InlineData(-1, 1, 0, 1, "successes is -1; it must be between 0 and 1.*")]
    [InlineData(2, 1, 0, 1, "successes is 2; it must be between 0 and 1.*")]
    [InlineData(0, 0, 0, 1, "trials is 0; it must be above 0.*")]
    [InlineData(0, 1, -1, 1, "otherSuccesses is -1; it must be between 0 and 1.*")]
    [InlineData(0, 1, 2, 1, "otherSuccesses is 2; it must be between 0 and 1.*")]
    [InlineData(0, 1, 0, 0, "otherTrials is 0; it must be above 0.*")]
    public void Counts_that_cannot_be_are_refused(long successes, long trials, long otherSuccesses, long otherTrials, string message) =>
        FluentActions.Invoking(() => new RateDifference(successes, trials, otherSuccesses, otherTrials)).Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage(message);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_confidence_lies_between_0_and_1(double confidence) =>
        FluentActions.Invoking(() => new RateDifference(1, 2, 1, 2).Interval(confidence)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName(nameof(confidence));
}
