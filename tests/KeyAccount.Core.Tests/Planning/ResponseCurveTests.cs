using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Planning;

namespace KeyAccount.Core.Tests.Planning;

public class ResponseCurveTests
{
    // Worked by hand: no effort .3, saturation 1.5, today 1.0, half as much again 1.2.
    [Fact]
    public void The_worked_calibration_of_ADBUDG()
    {
        var curve = ResponseCurve.Adbudg(0.3, 1.5, 1.0, 1.2);
        curve.Exponent.Should().BeApproximately(1.879669, 5e-7);
        curve.Scale.Should().BeApproximately(0.836101, 5e-7);
        curve.Of(2).Should().BeApproximately(1.3049, 5e-5);
        curve.Of(0.5).Should().BeApproximately(0.6307, 5e-5);
        (curve.Of(0), curve.IsConcave).Should().Be((0.3, false));
    }

    [Fact]
    public void Four_answers_are_met_whatever_the_effort_of_today() =>
        Check.One(Seeded.Cases(500), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new System.Random(seed);
            var none = random.NextDouble() * 10;
            var saturation = none + 1 + (random.NextDouble() * 100);
            var today = none + ((saturation - none) * (0.05 + (0.8 * random.NextDouble())));
            var more = today + ((saturation - today) * (0.02 + (0.9 * random.NextDouble())));
            var effort = 0.1 + (random.NextDouble() * 50);
            var curve = ResponseCurve.Adbudg(none, saturation, today, more, effort);
            curve.Of(effort).Should().BeApproximately(today, 1e-7 * saturation);
            curve.Of(1.5 * effort).Should().BeApproximately(more, 1e-7 * saturation);
            curve.Of(1e9).Should().BeInRange(more, saturation);
        }));

    [Theory]
    [InlineData(0.3, 1.5, 0.3, 1.2, "today")]
    [InlineData(0.3, 1.5, 1.5, 1.6, "today")]
    [InlineData(0.3, 1.5, 1.0, 1.0, "withHalfMore")]
    [InlineData(0.3, 1.5, 1.0, 1.5, "withHalfMore")]
    [InlineData(1.5, 0.3, 1.0, 1.2, "saturation")]
    [InlineData(0.3, 1.5, double.NaN, 1.2, "today")]
    public void Answers_that_do_not_rise_are_refused(double none, double saturation, double today, double more, string parameter) =>
        FluentActions.Invoking(() => ResponseCurve.Adbudg(none, saturation, today, more)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(parameter);

    [Fact]
    public void An_exponential_curve_brings_less_with_each_unit()
    {
        var curve = ResponseCurve.Exponential(1000, 6);
        curve.Of(0).Should().Be(0);
        curve.Of(6).Should().BeApproximately(1000 * (1 - Math.Exp(-1)), 1e-9);
        var gains = Enumerable.Range(0, 40).Select(i => curve.Of(i + 1) - curve.Of(i)).ToArray();
        gains.Should().BeInDescendingOrder().And.OnlyContain(gain => gain > 0);
        curve.Of(1e300).Should().Be(1000);
        FluentActions.Invoking(() => curve.Of(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => ResponseCurve.Exponential(-1, 6)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => ResponseCurve.Exponential(1, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
