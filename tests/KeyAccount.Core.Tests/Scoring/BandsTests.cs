using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class BandsTests
{
    private static readonly Bands<string> Three = new((75, "A"), (0, "C"), (50, "B"));

    [Fact]
    public void The_band_above_is_the_next_to_reach()
    {
        new[] { null, "C", "B", "A" }.Select(Three.Above).Should().Equal("C", "B", "A", null);
        FluentActions.Invoking(() => Three.Above("D")).Should().Throw<ArgumentException>().WithMessage("band is D; it must be one of C, B, A.*");
    }

    [Fact]
    public void Bands_stand_by_their_lower_bound_whatever_order_they_were_given_in()
    {
        Three.InOrder.Should().Equal((0, "C"), (50, "B"), (75, "A"));
        new[] { "C", "B", "A" }.Select(Three.IndexOf).Should().Equal(0, 1, 2);
    }

    [Theory]
    [InlineData(50, "C", "B")]
    [InlineData(75, "B", "A")]
    public void The_lower_bound_belongs_to_the_band(double cut, string below, string above)
    {
        Three.Of(Math.BitDecrement(cut)).Should().Be(below);
        Three.Of(cut).Should().Be(above);
        Three.Of(Math.BitIncrement(cut)).Should().Be(above);
    }

    [Fact]
    public void The_ends_belong_to_the_first_and_the_last_band()
    {
        (Three.Of(0), Three.Of(-0.0), Three.Of(100)).Should().Be(("C", "C", "A"));
        new Bands<string>((0, "any")).Of(37.5).Should().Be("any");
        new Bands<string>((0, "any"), (100, "full")).Of(100).Should().Be("full");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-5E-324)]
    [InlineData(100.00000000000001)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_score_has_no_band(double score)
    {
        var band = () => Three.Of(score);
        band.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(score))
            .WithMessage(FormattableString.Invariant($"score is {score}; it must be between 0 and 100.*"));
    }

    [Fact]
    public void What_is_no_band_has_no_place()
    {
        var unknown = () => Three.IndexOf("D");
        var nothing = () => Three.IndexOf(null!);
        unknown.Should().Throw<ArgumentException>().WithParameterName("band").WithMessage("band is D; it must be one of C, B, A.*");
        nothing.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void All_faults_are_named()
    {
        var bands = () => new Bands<string>((50, "B"), (50, "A"), (10, "B"), (-1, "C"), (double.NaN, "D"), (100.5, null!));
        bands.Should().Throw<ArgumentException>().WithParameterName("bands").WithMessage(
            "The bands are not valid: two bands begin at 50; B is duplicated; -1 is not between 0 and 100; NaN is not between 0 and 100; "
            + "band 5 is null; 100.5 is not between 0 and 100.*");
    }

    [Fact]
    public void The_lowest_begins_at_0_and_there_is_one()
    {
        var late = () => new Bands<string>((1, "B"), (50, "A"));
        var none = () => new Bands<string>();
        var nothing = () => new Bands<string>(null!);
        late.Should().Throw<ArgumentException>().WithMessage("*the lowest begins at 1; it must begin at 0*");
        none.Should().Throw<ArgumentException>().WithMessage("*it is empty; give at least one*");
        nothing.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Bands_do_not_change_with_the_array_they_were_made_of()
    {
        (double, string)[] given = [(0, "C"), (50, "B")];
        var bands = new Bands<string>(given);
        given[1] = (0, "changed");
        bands.Of(60).Should().Be("B");
        bands.InOrder.Should().NotBeAssignableTo<(double, string)[]>();
    }

    [Fact]
    public void A_band_may_be_any_class_with_equality() =>
        new Bands<Grade>((0, new("low")), (50, new("high"))).IndexOf(new Grade("high")).Should().Be(1);

    private sealed record Grade(string Name);
}
