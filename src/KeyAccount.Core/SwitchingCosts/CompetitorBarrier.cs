using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The barrier against the competitor: what keeps a rival out, regardless of what the customer would bear.</summary>
/// <remarks>《大客戶戰略客戶關係管理》 puts it beside the barrier around the customer (<see cref="SwitchingCost"/>) and names its two kinds, technical
/// and
/// commercial. The criteria, weights and cuts are a <c>LibraryDefault</c>.</remarks>
public static class CompetitorBarrier
{
    private static readonly Provenance Ours =
        Provenance.LibraryDefault($"{SourceTitle.Strategy} names the technical and the commercial barrier, no criteria, weights or cuts");

    /// <summary>Two kinds of barrier that count the same, three judged criteria each → level.</summary>
    public static Scorecard<CompetitorBarrierFacts, BarrierLevel> Standard { get; } = Scorecard
        .For<CompetitorBarrierFacts, BarrierLevel>("competitorBarrier.standard")
        .From(Ours)
        .Labels(TextTable.Library, "SwitchingCosts.CompetitorBarrier.")
        .Group(CompetitorBarrierKind.Technical.Key, 1, g => g
            .Criterion("protectedKnowHow", 1, f => f.ProtectedKnowHow, FactorLevel.Points(), control: Controllability.Actionable)
            .Criterion("specificationOnUs", 1, f => f.SpecificationOnUs, FactorLevel.Points(), control: Controllability.Actionable)
            .Criterion("qualification", 1, f => f.Qualification, FactorLevel.Points(), control: Controllability.Actionable))
        .Group(CompetitorBarrierKind.Commercial.Key, 1, g => g
            .Criterion("contractCommitment", 1, f => f.ContractCommitment, FactorLevel.Points(), control: Controllability.Actionable)
            .Criterion("bundling", 1, f => f.Bundling, FactorLevel.Points(), control: Controllability.Actionable)
            .Criterion("termsHardToMatch", 1, f => f.TermsHardToMatch, FactorLevel.Points(), control: Controllability.Actionable))
        .MissingData(MissingData.Renormalize, 0.5)
        .Bands((0, BarrierLevel.Low), (40, BarrierLevel.Medium), (70, BarrierLevel.High))
        .Build();

    /// <summary>The two kinds of barrier in an assessment by <see cref="Standard"/>.</summary>
    /// <param name="assessment">The assessment, by a model whose groups are the kinds.</param>
    /// <returns>Each kind with its score, in the order of the term.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assessment"/> is null.</exception>
    /// <exception cref="ArgumentException">The assessment has no such groups.</exception>
    public static IReadOnlyList<BarrierPart<CompetitorBarrierKind>> ByKind(Assessment<BarrierLevel> assessment) =>
        BarrierPart<CompetitorBarrierKind>.All(CompetitorBarrierKind.InOrder, kind => kind.Key, assessment);
}
