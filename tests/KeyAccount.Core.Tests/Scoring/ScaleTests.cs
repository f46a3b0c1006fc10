using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

[Trait("Frameworks", "all")]
public class ScaleTests
{
    private static readonly Scale Rising = Scale.Linear((10, 20), (20, 70), (40, 100));
    private static readonly Scale Steps = Scale.Steps((0, 10), (2.5, 40), (5, 25));
    private static readonly Scale Levels =
        Scale.Levels((Standing.Fair, 50), (Standing.Good, 100), (Standing.Poor, 0), (Standing.Unknown, double.NaN));

    [Theory]
    [InlineData(10, 20)]
    [InlineData(12.5, 32.5)]
    [InlineData(15, 45)]
    [InlineData(20, 70)]
    [InlineData(30, 85)]
    [InlineData(40, 100)]
    public void A_line_gives_its_knots_and_what_lies_between(double raw, double points) => Rising.Points(raw).Should().Be(points);

    [Theory]
    [InlineData(9.999999999999998, 20)]
    [InlineData(-1e300, 20)]
    [InlineData(double.NegativeInfinity, 20)]
    [InlineData(40.00000000000001, 100)]
    [InlineData(1e300, 100)]
    [InlineData(double.PositiveInfinity, 100)]
    public void A_line_is_held_at_its_ends(double raw, double points) => Rising.Points(raw).Should().Be(points);

    [Theory]
    [InlineData(-5, 90)]
    [InlineData(0, 90)]
    [InlineData(2, 50)]
    [InlineData(4, 10)]
    [InlineData(6, 30)]
    [InlineData(8, 50)]
    [InlineData(9, 50)]
    public void A_line_may_fall_and_rise(double raw, double points) =>
        Scale.Linear((0, 90), (4, 10), (8, 50)).Points(raw).Should().Be(points);

    [Theory]
    [InlineData(double.NegativeInfinity, 10)]
    [InlineData(-1, 10)]
    [InlineData(0, 10)]
    [InlineData(2.4999999999999996, 10)]
    [InlineData(2.5, 40)]
    [InlineData(4.999999999999999, 40)]
    [InlineData(5, 25)]
    [InlineData(double.PositiveInfinity, 25)]
    public void A_step_holds_from_its_beginning_and_the_first_one_below_it(double raw, double points) =>
        Steps.Points(raw).Should().Be(points);

    [Fact]
    public void A_single_step_is_the_same_everywhere() =>
        new[] { -1.0, 0, 1 }.Select(Scale.Steps((0, 30)).Points).Should().Equal(30, 30, 30);

    [Fact]
    public void A_level_has_its_points_and_one_that_is_not_known_has_none()
    {
        Standing.InOrder.Select(level => Levels.Points(level.Value)).Should().Equal([100, 50, 0, double.NaN]);
        (Levels.Minimum, Levels.Maximum).Should().Be((0, 100));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_level_has_no_points(double raw)
    {
        var points = () => Levels.Points(raw);
        points.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(raw))
            .WithMessage(FormattableString.Invariant($"raw is {raw}; it must be the value of a Standing: 1, 2, 3, 9.*"));
    }

    [Fact]
    public void NaN_has_no_points() => new[] { Rising, Steps, Levels }.Should().OnlyContain(scale => ThrowsOnNaN(scale));

    [Fact]
    public void The_order_of_the_knots_does_not_matter()
    {
        var scale = Scale.Linear((40, 100), (10, 20), (20, 70));
        scale.Knots.Should().Equal(Rising.Knots).And.Equal(new ScalePoint(10, 20), new ScalePoint(20, 70), new ScalePoint(40, 100));
        scale.Points(15).Should().Be(45);
        Scale.Steps((5, 25), (0, 10), (2.5, 40)).Knots.Should().Equal(Steps.Knots);
        Levels.Knots.Select(knot => knot.Raw).Should().Equal(1, 2, 3, 9);
    }

    [Fact]
    public void A_scale_knows_its_kind_and_its_least_and_most_points()
    {
        (Rising.Kind, Rising.Minimum, Rising.Maximum).Should().Be((ScaleKind.Linear, 20, 100));
        (Steps.Kind, Steps.Minimum, Steps.Maximum).Should().Be((ScaleKind.Steps, 10, 40));
        Levels.Kind.Should().Be(ScaleKind.Levels);
    }

    [Fact]
    public void A_scale_does_not_change_with_the_array_it_was_made_of_nor_through_its_knots()
    {
        (double, double)[] knots = [(0, 0), (10, 100)];
        var scale = Scale.Linear(knots);
        knots[1] = (10, 50);
        scale.Points(10).Should().Be(100);
        scale.Knots.Should().NotBeAssignableTo<ScalePoint[]>();
    }

    [Fact]
    public void Knots_that_are_no_scale_are_all_named()
    {
        var scale = () => Scale.Linear((1, -0.5), (double.NaN, 50), (2, 100.00000000000001), (double.PositiveInfinity, double.NaN), (1, 3));
        scale.Should().Throw<ArgumentException>().WithParameterName("knots").WithMessage(
            "The knots do not make a scale: knots[0] has -0.5 points; they must be between 0 and 100; knots[1] is at NaN; it must be finite; "
            + "knots[2] has 100.00000000000001 points; they must be between 0 and 100; knots[3] is at Infinity; it must be finite; "
            + "knots[3] has NaN points; they must be between 0 and 100; 1 is duplicated.*");
    }

    [Fact]
    public void A_line_needs_two_knots_and_a_scale_of_steps_one()
    {
        Fault(() => Scale.Linear()).Should().Contain("0 given; at least 2 needed");
        Fault(() => Scale.Linear((1, 50))).Should().Contain("1 given; at least 2 needed");
        Fault(() => Scale.Steps()).Should().Contain("0 given; at least 1 needed");
        Fault(() => Scale.Steps((0, 1), (-0.0, 2))).Should().Contain("0 is duplicated");
    }

    [Fact]
    public void Knots_must_leave_room_for_a_line_and_not_too_much()
    {
        Fault(() => Scale.Linear((-1e308, 0), (1e308, 100)))
            .Should().Contain("-1E+308 and 1E+308 are too far apart for a line between them");
        Fault(() => Scale.Linear((0, 0), (double.Epsilon, 100)))
            .Should().Contain("0 and 5E-324 are too close together for a line between them");
        Scale.Linear((-8e307, 0), (8e307, 100)).Points(0).Should().BeApproximately(50, 1e-12);
        Scale.Linear((0, 0), (double.Epsilon, 0), (1, 100)).Points(double.Epsilon).Should().Be(0);
    }

    [Fact]
    public void Steps_may_be_as_far_apart_or_as_close_together_as_numbers_are()
    {
        var scale = Scale.Steps((-1e308, 0), (0, 50), (double.Epsilon, 75), (1e308, 100));
        new[] { -1e308, -0.0, double.Epsilon, 1e308 }.Select(scale.Points).Should().Equal(0, 50, 75, 100);
    }

    [Fact]
    public void Levels_that_are_no_scale_are_all_named()
    {
        Fault(() => Scale.Levels((Standing.Good, 101), (Standing.Good, -1), (Standing.Fair, double.PositiveInfinity))).Should().Be(
            "The levels do not make a scale: Good has 101 points; they must be between 0 and 100, or NaN for a level that means 'not known'; "
            + "Good has -1 points; they must be between 0 and 100, or NaN for a level that means 'not known'; "
            + "Fair has Infinity points; they must be between 0 and 100, or NaN for a level that means 'not known'; "
            + "Good is given 2 times; Poor has no points; Unknown has no points. (Parameter 'levels')");
        Fault(() => Scale.Levels(Array.ConvertAll([.. Standing.InOrder], level => (level, double.NaN))))
            .Should().Contain("no level has points");
        Fault(() => Scale.Levels<Standing>()).Should().Contain("Good has no points");
    }

    [Fact]
    public void A_scale_says_what_it_is() =>
        (Scale.Linear((0.5, 0), (1, 100)).ToString(), Steps.ToString(), Levels.ToString()).Should()
            .Be(("Linear 0.5 → 0, 1 → 100", "Steps 0 → 10, 2.5 → 40, 5 → 25", "Levels 1 → 100, 2 → 50, 3 → 0, 9 → NaN"));

    [Fact]
    public void Nothing_is_no_scale()
    {
        Action[] scales =
            [() => Scale.Linear(null!), () => Scale.Steps(null!), () => Scale.Levels<Standing>(null!), () => Scale.Levels(
                ((Standing)null!, 1.0))];
        scales.Should().AllSatisfy(scale => scale.Should().Throw<ArgumentNullException>());
    }

    private static bool ThrowsOnNaN(Scale scale)
    {
        var points = () => scale.Points(double.NaN);
        points.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("raw").WithMessage("raw is NaN; it must be a number.*");
        return true;
    }

    private static string Fault(Func<Scale> scale) => scale.Should().Throw<ArgumentException>().Which.Message;
}
