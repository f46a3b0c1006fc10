using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Tests.Scoring;

namespace KeyAccount.Core.Tests.SwitchingCosts;

public class CompetitorBarrierTests
{
    private static readonly CompetitorBarrierFacts Facts = new()
    {
        ProtectedKnowHow = FactorLevel.High,
        SpecificationOnUs = FactorLevel.Medium,
        Qualification = FactorLevel.Low,
        ContractCommitment = FactorLevel.None,
        Bundling = FactorLevel.Low,
        TermsHardToMatch = FactorLevel.None,
    };

    [Fact]
    public void The_defaults_are_pinned()
    {
        CompetitorBarrier.Standard.Criteria.Select(criterion => (criterion.Key, criterion.Group)).Should().Equal(
            ("protectedKnowHow", "technical"),
            ("specificationOnUs", "technical"),
            ("qualification", "technical"),
            ("contractCommitment", "commercial"),
            ("bundling", "commercial"),
            ("termsHardToMatch", "commercial"));
        CompetitorBarrier.Standard.Criteria.Should().OnlyContain(criterion => Math.Abs(criterion.Weight - (1.0 / 6)) < 1e-12);
        CompetitorBarrier.Standard.Bands.InOrder.Should().Equal((0, BarrierLevel.Low), (40, BarrierLevel.Medium), (70, BarrierLevel.High));
        CompetitorBarrier.Standard.MinimumCoverage.Should().Be(0.5);
        CompetitorBarrier.Standard.Criteria[0].Scale.Knots.Select(knot => knot.Points).Should().Equal(0, 30, 65, 100);
        CompetitorBarrier.Standard.Provenance!.Kind.Should().Be(ProvenanceKind.LibraryDefault);
    }

    [Fact]
    public void Each_kind_has_its_own_score_beside_the_whole()
    {
        var assessment = CompetitorBarrier.Standard.Everywhere(Facts);

        CompetitorBarrier.ByKind(assessment).Should().Equal(
            new BarrierPart<CompetitorBarrierKind>(CompetitorBarrierKind.Technical, 65, new(65, 65)),
            new BarrierPart<CompetitorBarrierKind>(CompetitorBarrierKind.Commercial, 10, new(10, 10)));
        assessment.Score.Should().Be(37.5);
        assessment.Band.Should().Be(BarrierLevel.Low);
    }

    [Fact]
    public void A_missing_fact_widens_the_range_of_its_kind()
    {
        var assessment = CompetitorBarrier.Standard.Everywhere(Facts with { Qualification = null });

        CompetitorBarrier.ByKind(assessment).Should().Equal(
            new BarrierPart<CompetitorBarrierKind>(CompetitorBarrierKind.Technical, 82.5, new(55, 88.333333)),
            new BarrierPart<CompetitorBarrierKind>(CompetitorBarrierKind.Commercial, 10, new(10, 10)));
        assessment.Range.Should().Be(new ScoreRange(32.5, 49.166667));
    }

    [Fact]
    public void Every_criterion_has_a_label_in_three_languages()
    {
        foreach (var label in CompetitorBarrier.Standard.Criteria.Select(criterion => criterion.Label))
            label.En.Should().NotBe(label.ZhHans).And.NotBeEmpty();
    }

    [Fact]
    public void Facts_come_back_from_JSON() =>
        JsonSerializer.Deserialize<CompetitorBarrierFacts>(JsonSerializer.Serialize(Facts)).Should().Be(Facts);

    [Fact]
    public void Kinds_are_asked_of_the_model_that_has_them() =>
        ((Action)(() => CompetitorBarrier.ByKind(SwitchingCost.Standard.Assess(Facets.All(50))))).Should().Throw<ArgumentException>()
            .WithMessage("assessment is by 'switchingCost.standard', which has no group 'technical'.*");
}
