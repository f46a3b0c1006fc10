using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Scoring;

public class NamedBandsTests
{
    private static readonly Provenance Ours = Provenance.LibraryDefault("ours");
    private static readonly Bands<AccountTier> Cuts = new((0, AccountTier.C), (33.5, AccountTier.B), (75, AccountTier.A));
    private static readonly NamedBands<AccountTier> Named = new("tiers", Cuts, Ours);

    [Fact]
    public void They_are_a_model_whose_cuts_say_where_they_come_from()
    {
        IModel model = Named;
        model.Id.Should().Be("tiers");
        model.Version.Should().Be("1");
        model.Defaults.Should().Equal(
            new ModelDefault("bands[\"C\"]", "0", Ours), new("bands[\"B\"]", "33.5", Ours), new("bands[\"A\"]", "75", Ours));
        Named.Bands.Should().BeSameAs(Cuts);
    }

    [Fact]
    public void Other_cuts_have_another_version_and_the_first_stay_as_they_are()
    {
        var theirs = Provenance.Source("S001");
        var other = Named.With(new((0, AccountTier.C), (50, AccountTier.A)), "ours", theirs);
        other.Id.Should().Be("tiers");
        other.Version.Should().Be("ours");
        other.Provenance.Should().Be(theirs);
        other.Defaults.Select(each => each.Value).Should().Equal("0", "50");
        Named.With(Cuts, "2").Provenance.Should().BeNull("whoever changes cuts says where they come from");
        Named.Version.Should().Be("1");
        Named.Bands.Should().BeSameAs(Cuts);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void What_they_say_does_not_depend_on_the_machine(string culture)
    {
        using var _ = new CultureScope(culture);
        Named.ToString().Should().Be("tiers 1: C 0, B 33.5, A 75");
        Named.Defaults.ElementAt(1).Value.Should().Be("33.5");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Id_and_version_are_not_blank(string? blank)
    {
        ((Action)(() => _ = new NamedBands<AccountTier>(blank!, Cuts))).Should().Throw<ArgumentException>().WithParameterName("id");
        ((Action)(() => _ = new NamedBands<AccountTier>("x", Cuts, version: blank!)))
            .Should().Throw<ArgumentException>().WithParameterName("version");
        Named.Invoking(bands => bands.With(Cuts, blank!)).Should().Throw<ArgumentException>().WithParameterName("version");
    }

    [Fact]
    public void Bands_are_needed()
    {
        ((Action)(() => _ = new NamedBands<AccountTier>("x", null!))).Should().Throw<ArgumentNullException>().WithParameterName("bands");
        Named.Invoking(bands => bands.With(null!, "2")).Should().Throw<ArgumentNullException>().WithParameterName("bands");
    }
}
