using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Tests.Statistics;

public class RateEstimateTests
{
    [Fact]
    public void Rooms_RateEstimate_18_of_24_with_a_belief_of_one_half()
    {
        var rate = new RateEstimate(0.5, 10, 18, 24);

        rate.Mean.Should().BeApproximately(0.676471, 5e-7);
        rate.Counted.Should().Be(0.75);
        rate.Interval()!.Low.Should().BeApproximately(0.5129, 5e-5);
        rate.Interval()!.High.Should().BeApproximately(0.8204, 5e-5);
        rate.CountedInterval()!.Low.Should().BeApproximately(0.5510, 5e-5);
        rate.CountedInterval()!.High.Should().BeApproximately(0.8800, 5e-5);
    }

    [Fact]
    public void Rooms_RateEstimate_3_of_4_with_a_belief_of_four_tenths()
    {
        var rate = new RateEstimate(0.4, 10, 3, 4);

        rate.Mean.Should().BeApproximately(0.5, 1e-15);
        rate.Counted.Should().Be(0.75);
    }

    [Fact]
    public void Without_a_count_the_belief_holds_and_without_both_nothing_is_known()
    {
        var belief = new RateEstimate(0.3, 10, 0, 0);
        (belief.Mean, belief.Counted, belief.CountedInterval()).Should().Be((0.3, null, null));
        belief.Interval()!.Low.Should().BeInRange(0.05, 0.3);

        var nothing = new RateEstimate(0.3, 0, 0, 0);
        (nothing.Mean, nothing.Interval()).Should().Be((null, null));
    }

    [Fact]
    public void Without_a_belief_nobody_and_everybody_are_exact()
    {
        new RateEstimate(0.5, 0, 0, 7).Interval().Should().Be(new ConfidenceInterval(0, 0, 0.95));
        new RateEstimate(0.5, 0, 7, 7).Interval().Should().Be(new ConfidenceInterval(1, 1, 0.95));
    }

    // Beta(1, 1) is uniform; Beta(2, 1) has the distribution x².
    [Theory]
    [InlineData(0, 0, 0.025, 0.975)]
    [InlineData(1, 1, 0.15811388300841897, 0.98742088290657493)]
    public void The_interval_of_a_known_distribution(long successes, long trials, double low, double high)
    {
        var interval = new RateEstimate(0.5, 2, successes, trials).Interval()!;

        interval.Low.Should().BeApproximately(low, 1e-13);
        interval.High.Should().BeApproximately(high, 1e-13);
    }

    // Beta(n + 1, 1) has the distribution xⁿ⁺¹, and Beta(½, ½) that of the arcsine.
    [Theory]
    [InlineData(4)]
    [InlineData(99)]
    [InlineData(1_000_000)]
    public void Everybody_of_many(long trials)
    {
        var interval = new RateEstimate(0.5, 2, trials, trials).Interval()!;

        interval.Low.Should().BeApproximately(Math.Exp(Math.Log(0.025) / (trials + 1)), 1e-13);
        interval.High.Should().BeApproximately(Math.Exp(Math.Log(0.975) / (trials + 1)), 1e-13);
    }

    [Fact]
    public void Half_a_case_each() => new RateEstimate(0.5, 1, 0, 0).Interval()!.Low
        .Should().BeApproximately(Math.Pow(Math.Sin(Math.PI * 0.025 / 2), 2), 1e-13);

    [Fact]
    public void Success_and_failure_mirror_each_other()
    {
        foreach (var trials in (long[])[3, 1_000, 20_000_000])
        {
            var (some, others) = (new RateEstimate(0.2, 7, trials / 3, trials).Interval()!, new RateEstimate(0.8, 7, trials - (trials / 3), trials).Interval()!);
            some.Low.Should().BeApproximately(1 - others.High, 1e-11);
            some.High.Should().BeApproximately(1 - others.Low, 1e-11);
        }
    }

    [Fact]
    public void More_cases_are_added()
    {
        new RateEstimate(0.5, 10, 1, 4).With(2, 3).Should().Be(new RateEstimate(0.5, 10, 3, 7));
        FluentActions.Invoking(() => new RateEstimate(0.5, 10, 1, long.MaxValue).With(1, 1)).Should().Throw<OverflowException>();
    }

    [Theory]
    [InlineData(-0.01, 1, 0, 0, "priorMean")]
    [InlineData(1.01, 1, 0, 0, "priorMean")]
    [InlineData(double.NaN, 1, 0, 0, "priorMean")]
    [InlineData(0.5, -1, 0, 0, "priorStrength")]
    [InlineData(0.5, double.PositiveInfinity, 0, 0, "priorStrength")]
    [InlineData(0.5, 1, 0, -1, "trials")]
    [InlineData(0.5, 1, 2, 1, "successes")]
    [InlineData(0.5, 1, -1, 1, "successes")]
    public void What_cannot_be_is_refused(double mean, double strength, long successes, long trials, string parameter) =>
        FluentActions.Invoking(() => new RateEstimate(mean, strength, successes, trials)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName(parameter);

    [Fact]
    public void What_is_learned_and_asked_is_checked_too()
    {
        var rate = new RateEstimate(.5, 10, 1, long.MaxValue - 1);
        FluentActions.Invoking(() => rate.With(0, -1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("trials");
        FluentActions.Invoking(() => rate.With(2, 1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("successes");
        FluentActions.Invoking(() => rate.With(0, 2)).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => rate.Interval(0)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("confidence");
        FluentActions.Invoking(() => rate.CountedInterval(1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("confidence");
    }

    [Fact]
    public void Nobody_and_everybody_are_exact_ends_of_what_was_counted()
    {
        for (var trials = 1; trials <= 100; trials++)
        {
            new RateEstimate(.5, 10, 0, trials).CountedInterval()!.Low.Should().Be(0);
            new RateEstimate(.5, 10, trials, trials).CountedInterval()!.High.Should().Be(1);
        }
    }

    [Fact]
    public void The_estimate_lies_between_belief_and_count_and_inside_its_interval() => Check.One(
        Seeded.Cases(2_000),
        Prop.ForAll(
            (from mean in Gen.Choose(0, 1000)
             from strength in Gen.Choose(0, 400)
             from trials in Gen.Choose(0, 5000)
             from successes in Gen.Choose(0, trials)
             select new RateEstimate(mean / 1000.0, strength / 10.0, successes, trials)).ToArbitrary(),
            rate =>
            {
                if (rate.Mean is not { } mean)
                {
                    (rate.Trials + rate.PriorStrength).Should().Be(0);
                    return;
                }

                var counted = rate.Counted ?? rate.PriorMean;
                mean.Should().BeInRange(Math.Min(rate.PriorMean, counted) - 1e-12, Math.Max(rate.PriorMean, counted) + 1e-12);
                var (low, high, _) = rate.Interval(0.99)!;
                low.Should().BeInRange(0, mean + 1e-9);
                high.Should().BeInRange(mean - 1e-9, 1);
            }));
}
