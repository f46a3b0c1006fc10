using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

public class GiniTests
{
    [Fact]
    public void Where_all_have_the_same_it_is_0() => Pareto.Gini([3.3, 3.3, 3.3]).Should().Be(0);

    [Fact]
    public void Where_one_has_everything_it_is_all_but_one_nth() => Pareto.Gini([0, 5, 0, 0]).Should().Be(0.75);

    [Fact]
    public void The_order_does_not_matter() => Pareto.Gini([4, 1, 2]).Should().Be(Pareto.Gini([1, 2, 4]));

    [Fact]
    public void The_values_are_left_as_they_are()
    {
        double[] values = [3, 1, 2];
        Pareto.Gini(values);
        values.Should().Equal(3, 1, 2);
    }

    [Fact]
    public void Where_there_is_nothing_to_spread_it_is_0()
    {
        Pareto.Gini([]).Should().Be(0);
        Pareto.Gini([0, 0]).Should().Be(0);
        Pareto.Gini([-0.0]).Should().Be(0);
        Pareto.Gini([7]).Should().Be(0);
    }

    [Fact]
    public void The_largest_and_the_smallest_doubles_do_not_overflow()
    {
        Pareto.Gini([double.MaxValue, double.MaxValue, double.MaxValue]).Should().Be(0);
        Pareto.Gini([0, double.MaxValue]).Should().Be(0.5);
        Pareto.Gini([0, double.Epsilon]).Should().Be(0.5);
        Pareto.Gini([double.Epsilon, double.MaxValue]).Should().Be(0.5);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    [InlineData(-0.5, "-0.5")]
    public void A_value_that_is_no_amount_is_named_by_its_index(double value, string text)
    {
        var gini = () => Pareto.Gini([1, 2, value, value]);
        gini.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("values")
            .WithMessage($"values[2] is {text}; it must be finite and at least 0.*");
    }
}
