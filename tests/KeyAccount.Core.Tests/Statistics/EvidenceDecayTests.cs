using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Tests.Statistics;

public class EvidenceDecayTests
{
    private static readonly LocalDate Seen = new(2026, 1, 15);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(365)]
    public void After_a_half_life_exactly_half_is_left(int halfLife)
    {
        var decay = new EvidenceDecay(halfLife);

        decay.Weight(Seen, Seen).Should().Be(1);
        decay.Weight(Seen, Seen.PlusDays(halfLife)).Should().Be(0.5);
        decay.Weight(Seen, Seen.PlusDays(2 * halfLife)).Should().Be(0.25);
        decay.Weight(Seen, Seen.PlusDays(10 * halfLife)).Should().Be(1.0 / 1024);
    }

    [Fact]
    public void Evidence_of_a_moment_ages_to_the_moment()
    {
        var (decay, noon) = (new EvidenceDecay(2), NodaTime.Instant.FromUtc(2026, 11, 28, 12, 0));
        decay.Weight(noon, noon).Should().Be(1);
        decay.Weight(noon - NodaTime.Duration.FromHours(48), noon).Should().Be(0.5);
        decay.Weight(noon - NodaTime.Duration.FromHours(24), noon).Should().BeApproximately(Math.Sqrt(0.5), 1e-15);
        decay.Confidence([noon - NodaTime.Duration.FromDays(4), noon - NodaTime.Duration.FromDays(2)], noon).Should().Be(0.5);
        decay.Confidence((NodaTime.Instant[])[], noon).Should().BeNull();
        ((Action)(() => decay.Weight(noon + NodaTime.Duration.Epsilon, noon))).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("evidence");
    }

    [Fact]
    public void Between_the_half_lives_it_is_the_power_of_two() =>
        new EvidenceDecay(100).Weight(Seen, Seen.PlusDays(50)).Should().BeApproximately(0.70710678118654752, 1e-15);

    [Fact]
    public void Evidence_never_gains_weight_with_time()
    {
        var cases = from halfLife in Gen.Choose(1, 4_000) from days in Gen.Choose(0, 4_000) from more in Gen.Choose(
            0, 400) select (halfLife, days, more);
        Check.One(Seeded.Cases(1_000), Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var decay = new EvidenceDecay(each.halfLife / 4.0);
            var earlier = decay.Weight(Seen, Seen.PlusDays(each.days));
            earlier.Should().BeInRange(0, 1);
            decay.Weight(Seen, Seen.PlusDays(each.days + each.more)).Should().BeLessThanOrEqualTo(earlier);
        }));
    }

    [Fact]
    public void Confidence_is_that_of_the_newest_evidence_in_any_order()
    {
        var decay = new EvidenceDecay(30);
        LocalDate[] days = [Seen, Seen.PlusDays(60), Seen.PlusDays(30)];

        decay.Confidence(days, Seen.PlusDays(90)).Should().Be(0.5);
        decay.Confidence(Enumerable.Reverse(days), Seen.PlusDays(90)).Should().Be(0.5);
    }

    [Fact]
    public void No_evidence_gives_no_value() => new EvidenceDecay(30).Confidence([], Seen).Should().BeNull();

    [Fact]
    public void Evidence_of_the_future_is_refused_however_old_the_rest_is()
    {
        using var _ = new CultureScope("ar-SA");
        var decay = new EvidenceDecay(30);

        ((Action)(() => decay.Weight(Seen.PlusDays(1), Seen))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("evidence is dated 2026-01-16; it must be dated 2026-01-15 (asOf) or earlier.*").WithParameterName("evidence");
        ((Action)(() => decay.Confidence([Seen.PlusDays(-9), Seen.PlusDays(1)], Seen))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("evidence is dated 2026-01-16;*");
        ((Action)(() => decay.Confidence(null!, Seen))).Should().Throw<ArgumentNullException>().WithParameterName("evidence");
        ((Action)(() => decay.Confidence((Instant[])null!, default(Instant)))).Should().Throw<ArgumentNullException>().WithParameterName("evidence");
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_half_life_is_finite_and_above_0(double halfLife, string shown) =>
        ((Action)(() => _ = new EvidenceDecay(halfLife))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage($"halfLifeDays is {shown}; it must be finite and above 0.*").WithParameterName("halfLifeDays");

    [Fact]
    public void Equal_half_lives_are_equal_decays()
    {
        new EvidenceDecay(0.5).Should().Be(new EvidenceDecay(0.5));
        using var _ = new CultureScope("de-DE");
        new EvidenceDecay(0.5).ToString().Should().Be("EvidenceDecay { HalfLifeDays = 0.5 }");
    }
}
