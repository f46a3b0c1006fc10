using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Tests.Statistics;

public class ConcentrationTests
{
    [Theory]
    [InlineData(1.0, 7)]
    [InlineData(0.25, 1, 1, 1, 1)]
    [InlineData(0.38, 5, 3, 2)]
    [InlineData(0.38, 2, 5, 0, 3)]
    [InlineData(0.58, 70, 30)]
    public void The_index_is_the_sum_of_the_squared_shares(double index, params int[] amounts) =>
        Concentration.Herfindahl([.. amounts.Select(amount => (decimal)amount)]).Should().BeApproximately(index, 1e-12);

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.8)]
    [InlineData(3, 1.0)]
    [InlineData(9, 1.0)]
    public void The_share_of_the_largest(int count, double share) =>
        Concentration.ShareOfLargest([2m, 5m, 3m], count).Should().BeApproximately(share, 1e-12);

    [Fact]
    public void A_total_of_nothing_has_no_concentration()
    {
        Concentration.Herfindahl([]).Should().Be(double.NaN);
        Concentration.Herfindahl([0, 0]).Should().Be(double.NaN);
        Concentration.ShareOfLargest([0], 1).Should().Be(double.NaN);
    }

    [Fact]
    public void What_cannot_be_is_refused_by_its_place()
    {
        FluentActions.Invoking(() => Concentration.Herfindahl([1, -0.01m])).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("amounts[1] is -0.01; it must be at least 0.*");
        FluentActions.Invoking(() => Concentration.ShareOfLargest([1], -1)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("count");
        FluentActions.Invoking(() => Concentration.Herfindahl(null!)).Should().Throw<ArgumentNullException>().WithParameterName("amounts");
        FluentActions.Invoking(() => Concentration.ShareOfLargest([decimal.MaxValue, 1], 1)).Should().Throw<OverflowException>()
            .WithMessage("*amounts[1] is 1*");
    }

    [Fact]
    public void The_index_lies_between_equal_shares_and_one_whatever_the_order() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Arb.From(Gen.Choose(0, 1000).NonEmptyListOf()), amounts =>
        {
            decimal[] values = [.. amounts.Select(amount => amount / 10m)];
            var index = Concentration.Herfindahl(values);
            return values.Sum() == 0
                ? double.IsNaN(index)
                : index >= (1.0 / values.Count(value => value > 0)) - 1e-12 && index <= 1 + 1e-12
                    && Math.Abs(index - Concentration.Herfindahl([.. Enumerable.Reverse(values)])) < 1e-12
                    && Concentration.ShareOfLargest(values, 1) >= index - 1e-12;
        }));
}
