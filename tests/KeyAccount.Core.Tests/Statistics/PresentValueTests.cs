using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Tests.Statistics;

public class PresentValueTests
{
    private static readonly decimal[] Flows = [-500, 220, 220, 220, 220];

    [Fact]
    public void Rooms_PresentValue_of_an_outlay_of_500() => PresentValue.Of(Flows, .1m).Should().BeApproximately(197.3704m, .00005m);

    [Fact]
    public void Rooms_Payback_of_an_outlay_of_500() => PresentValue.Payback(Flows).Should().BeApproximately(2.2727m, .00005m);

    [Fact]
    public void A_rate_of_0_sums_and_today_is_not_discounted()
    {
        PresentValue.Of(Flows, 0).Should().Be(380);
        PresentValue.Of([100], .5m).Should().Be(100);
        PresentValue.Of([0, 100], .25m).Should().Be(80);
        PresentValue.Of([0, 100], -.5m).Should().Be(200);
        PresentValue.Of([], .1m).Should().Be(0);
    }

    [Fact]
    public void Payback_at_just_before_and_never()
    {
        PresentValue.Payback([-100, 100]).Should().Be(1);
        PresentValue.Payback([-100, 99.99m, .01m]).Should().Be(2);
        PresentValue.Payback([-100, 99.99m]).Should().BeNull();
        PresentValue.Payback([-100, 200]).Should().Be(.5m);
        PresentValue.Payback([0, -5]).Should().Be(0);
        PresentValue.Payback([]).Should().Be(0);
    }

    [Fact]
    public void A_hundred_and_more_years_need_no_factor_that_fits_a_decimal() =>
        PresentValue.Of([.. Enumerable.Repeat(1m, 1_000)], 1).Should().BeApproximately(2, 1e-20m);

    [Fact]
    public void What_cannot_be_is_refused()
    {
        FluentActions.Invoking(() => PresentValue.Of(Flows, -1)).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("rate is -1; it must be above -1.*");
        FluentActions.Invoking(() => PresentValue.Of(null!, 0)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PresentValue.Payback(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PresentValue.Of([1, decimal.MaxValue], -.5m)).Should().Throw<OverflowException>()
            .WithMessage("*cashFlows[0] is 1, the rate -0.5.");
        FluentActions.Invoking(() => PresentValue.Payback([decimal.MinValue, decimal.MinValue])).Should().Throw<OverflowException>()
            .WithMessage("*cashFlows[1]*");
    }
}
