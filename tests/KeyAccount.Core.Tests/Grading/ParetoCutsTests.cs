using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

public class ParetoCutsTests
{
    private const decimal Smallest = 0.0000000000000000000000000001m;

    [Fact]
    public void The_defaults_are_those_of_the_source()
    {
        ParetoCuts.OfRevenue.Should().Be(new ParetoCuts(0.80m, 0.95m));
        ParetoCuts.OfHeadCount.Should().Be(new ParetoCuts(0.20m, 0.50m));
        ParetoCuts.DefaultFor(ParetoRule.Crossing).Should().BeSameAs(ParetoCuts.OfRevenue);
        ParetoCuts.DefaultFor(ParetoRule.Inclusive).Should().BeSameAs(ParetoCuts.OfRevenue);
        ParetoCuts.DefaultFor(ParetoRule.HeadCount).Should().BeSameAs(ParetoCuts.OfHeadCount);
    }

    [Fact]
    public void An_undefined_rule_has_no_default()
    {
        var cuts = () => ParetoCuts.DefaultFor((ParetoRule)3);
        cuts.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("rule")
            .WithMessage("rule is 3; it must be one of Crossing, Inclusive, HeadCount.*");
    }

    [Fact]
    public void The_cuts_reach_to_just_inside_their_limits()
    {
        foreach (var (a, b) in new[] { (Smallest, 1m), (1m - Smallest, 1m), (0.5m, 0.5m + Smallest), (Smallest, 2 * Smallest) })
            (new ParetoCuts(a, b) is var cuts && cuts.A == a && cuts.B == b).Should().BeTrue();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("-1")]
    [InlineData("1")]
    [InlineData("1.0000000000000000000000000001")]
    [InlineData("80")]
    public void A_outside_its_limits_is_refused(string a)
    {
        var cuts = () => new ParetoCuts(SharedData.Number(a), 1m);
        cuts.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("A")
            .WithMessage($"A is {a}; it must be above 0 and below 1.*");
    }

    [Theory]
    [InlineData("0.8")]
    [InlineData("0.80")]
    [InlineData("0.7999999999999999999999999999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.0000000000000000000000000001")]
    [InlineData("95")]
    public void B_outside_its_limits_is_refused(string b)
    {
        var cuts = () => new ParetoCuts(0.8m, SharedData.Number(b));
        cuts.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("B")
            .WithMessage($"B is {b}; it must be above A (0.8) and at most 1.*");
    }

    [Fact]
    public void With_replaces_one_cut_or_both()
    {
        var cuts = new ParetoCuts(0.6m, 0.9m);
        cuts.With(a: 0.7m).Should().Be(new ParetoCuts(0.7m, 0.9m));
        cuts.With(b: 0.8m).Should().Be(new ParetoCuts(0.6m, 0.8m));
        cuts.With(0.91m, 0.92m).Should().Be(new ParetoCuts(0.91m, 0.92m), "both are checked together");
        cuts.With().Should().Be(cuts);
    }

    [Fact]
    public void With_cannot_break_the_limits()
    {
        var a = () => ParetoCuts.OfRevenue.With(a: 0.95m);
        var b = () => ParetoCuts.OfRevenue.With(b: 0.80m);
        a.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("B");
        b.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("B");
    }

    [Fact]
    public void Cuts_come_apart()
    {
        var (a, b) = ParetoCuts.OfHeadCount;
        (a, b).Should().Be((0.20m, 0.50m));
    }

    [Fact]
    public void Cuts_are_equal_when_both_fractions_are()
    {
        new ParetoCuts(0.8m, 0.95m).Should().Be(new ParetoCuts(0.80m, 0.950m));
        new ParetoCuts(0.8m, 0.95m).GetHashCode().Should().Be(new ParetoCuts(0.80m, 0.950m).GetHashCode());
        new ParetoCuts(0.8m, 0.95m).Should().NotBe(new ParetoCuts(0.7m, 0.95m));
        new ParetoCuts(0.8m, 0.95m).Should().NotBe(new ParetoCuts(0.8m, 0.96m));
    }
}
