using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Relationships;

public class TrustTests
{
    private static readonly RelationshipFacts Best = new()
    {
        OrganisationalTrust = FactorLevel.High,
        Credibility = 10,
        Reliability = 10,
        Intimacy = 10,
        SelfOrientation = 1,
        Interest = FactorLevel.High,
        Emotion = FactorLevel.High,
    };

    private static readonly RelationshipFacts Worst = new()
    {
        OrganisationalTrust = FactorLevel.None,
        Credibility = 1,
        Reliability = 1,
        Intimacy = 1,
        SelfOrientation = 10,
        Interest = FactorLevel.None,
        Emotion = FactorLevel.None,
    };

    [Theory]
    [InlineData(1, 1, 1, 10, 0.3)]
    [InlineData(10, 10, 10, 1, 30)]
    [InlineData(5, 5, 5, 5, 3)]
    [InlineData(7, 8, 5, 4, 5)]
    public void Maister_trust_equation_from_three_tenths_to_thirty(
        double credibility, double reliability, double intimacy, double selfOrientation, double trust) =>
        TrustEquation.Of(credibility, reliability, intimacy, selfOrientation).Should().Be(trust);

    [Fact]
    public void Trust_rises_with_every_part_but_self_orientation()
    {
        var part = Gen.Choose(10, 99).Select(tenths => tenths / 10.0);
        var cases = from c in part from r in part from i in part from s in part select (c, r, i, s);
        Check.One(Seeded.Cases(1_000), Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var (c, r, i, s) = each;
            var trust = TrustEquation.Of(c, r, i, s);
            trust.Should().BeInRange(0.3, 30);
            TrustEquation.Of(c + 0.1, r, i, s).Should().BeGreaterThan(trust);
            TrustEquation.Of(c, r + 0.1, i, s).Should().BeGreaterThan(trust);
            TrustEquation.Of(c, r, i + 0.1, s).Should().BeGreaterThan(trust);
            TrustEquation.Of(c, r, i, s + 0.1).Should().BeLessThan(trust);
        }));
    }

    [Theory]
    [InlineData(0.9, 5, 5, 5, "credibility is 0.9")]
    [InlineData(5, 10.1, 5, 5, "reliability is 10.1")]
    [InlineData(5, 5, double.NaN, 5, "intimacy is NaN")]
    [InlineData(5, 5, 5, 0, "selfOrientation is 0")]
    public void Every_part_runs_from_1_to_10(
        double credibility, double reliability, double intimacy, double selfOrientation, string fault) =>
        ((Action)(() => TrustEquation.Of(credibility, reliability, intimacy, selfOrientation)))
            .Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage($"{fault}; it must be between 1 and 10.*");

    [Fact]
    public void S001_trust_interest_and_emotion_and_trust_is_organisational_and_personal()
    {
        RelationshipFormula.Standard.Criteria
            .Select(criterion => (criterion.Group, criterion.Label.ZhHant, Math.Round(criterion.Weight, 12))).Should().Equal(
            ("trust", "組織信任", .25), ("trust", "個人信任（信任公式）", .25), (null, "利益", .3), (null, "情感", .2));
        RelationshipFormula.Standard.Defaults
            .Should().OnlyContain(each => each.Provenance!.Kind == ProvenanceKind.LibraryDefault, "S001 gives no weights");
    }

    [Fact]
    public void The_cuts_are_pinned() =>
        RelationshipFormula.Standard.Bands.InOrder.Should().Equal(
            (0, RelationshipStrength.Weak), (30, RelationshipStrength.Developing), (55, RelationshipStrength.Solid),
            (80, RelationshipStrength.Strong));

    [Fact]
    public void From_nothing_to_everything()
    {
        RelationshipFormula.Standard.Score(Best).Should().Be(100);
        RelationshipFormula.Standard.BandOf(Best).Should().Be(RelationshipStrength.Strong);
        RelationshipFormula.Standard.Score(Worst).Should().Be(0);
        RelationshipFormula.Standard.BandOf(Worst).Should().Be(RelationshipStrength.Weak);
    }

    [Fact]
    public void Personal_trust_is_the_trust_equation()
    {
        var assessment = RelationshipFormula.Standard.Assess(
            Best with { Credibility = 7, Reliability = 8, Intimacy = 5, SelfOrientation = 4 });

        var personal = assessment.Contributions.Single(each => each.Key == "personalTrust");
        personal.Raw.Should().Be(TrustEquation.Of(7, 8, 5, 4));
        personal.Points.Should().BeApproximately(50 + (30.0 * 2 / 7), 1e-9);
    }

    [Fact]
    public void With_one_of_its_four_parts_unknown_personal_trust_is_unknown()
    {
        var assessment = RelationshipFormula.Standard.Assess(Best with { Intimacy = null });

        assessment.Coverage.Should().Be(0.75);
        assessment.Range.Should().Be(new ScoreRange(75, 100));
        assessment.Contributions.Single(each => each.Key == "personalTrust").IsKnown.Should().BeFalse();
        RelationshipFormula.Standard.Assess(new() { OrganisationalTrust = FactorLevel.High, Interest = FactorLevel.High }).IsRated
            .Should().BeFalse(".55 of the weight");
        RelationshipFormula.Standard.Assess(Best with { Interest = null, Emotion = FactorLevel.Low }).IsRated
            .Should().BeTrue(".7 of the weight");
    }

    [Fact]
    public void Facts_outside_1_to_10_are_refused_at_the_door()
    {
        Fault(() => Best with { Credibility = 0.5 }, "Credibility is 0.5");
        Fault(() => Best with { Reliability = 11 }, "Reliability is 11");
        Fault(() => Best with { Intimacy = double.NaN }, "Intimacy is NaN");
        Fault(() => Best with { SelfOrientation = 0 }, "SelfOrientation is 0");

        static void Fault(Func<RelationshipFacts> facts, string message) =>
            facts.Should().Throw<ArgumentOutOfRangeException>().WithMessage($"{message}; it must be between 1 and 10.*");
    }

    [Fact]
    public void Facts_read_the_same_in_every_culture()
    {
        using var _ = new CultureScope("de-DE");
        (Best with { Credibility = 2.5, Emotion = null }).ToString().Should().Be(
            "RelationshipFacts { OrganisationalTrust = High, Credibility = 2.5, Reliability = 10, Intimacy = 10, "
            + "SelfOrientation = 1, Interest = High, Emotion =  }");
    }
}
