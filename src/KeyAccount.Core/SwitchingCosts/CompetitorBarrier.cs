using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>A way to build a barrier against the competitor.</summary>
/// <remarks>Source: S001 (为对手建立壁垒的方式：技术壁垒与商务壁垒).</remarks>
[JsonConverter(typeof(TermJsonConverter<CompetitorBarrierKind>))]
public sealed class CompetitorBarrierKind : Term<CompetitorBarrierKind>
{
    /// <summary>The competitor cannot make or prove what is needed; value 1.</summary>
    public static readonly CompetitorBarrierKind Technical = new(nameof(Technical), 1);

    /// <summary>The competitor cannot or must not sell it; value 2.</summary>
    public static readonly CompetitorBarrierKind Commercial = new(nameof(Commercial), 2);

    private CompetitorBarrierKind(string name, int value)
        : base(name, value)
    {
    }

    internal string Key => CostFacet.KeyOf(Name);
}

/// <summary>What stands between a competitor and the customer, each judged. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record CompetitorBarrierFacts
{
    /// <summary>Patents and know-how that a competitor does not have.</summary>
    public FactorLevel? ProtectedKnowHow { get; init; }

    /// <summary>How far the customer's specification is written on our product.</summary>
    public FactorLevel? SpecificationOnUs { get; init; }

    /// <summary>The tests and approvals a competitor must pass before it may supply.</summary>
    public FactorLevel? Qualification { get; init; }

    /// <summary>Long-term or exclusive agreements.</summary>
    public FactorLevel? ContractCommitment { get; init; }

    /// <summary>Products and services that are bought together (S000: 捆绑销售).</summary>
    public FactorLevel? Bundling { get; init; }

    /// <summary>Payment, stock and delivery terms that a competitor can hardly match.</summary>
    public FactorLevel? TermsHardToMatch { get; init; }
}

/// <summary>The barrier against the competitor: what keeps a rival from coming in, whatever the customer would bear.</summary>
/// <remarks>S001 puts it beside the barrier around the customer (<see cref="SwitchingCost"/>) and names its two kinds, technical and commercial. The
/// criteria, weights and cuts are a <c>LibraryDefault</c>.</remarks>
public static class CompetitorBarrier
{
    private static readonly Provenance Ours = Provenance.LibraryDefault("S001 names the technical and the commercial barrier, no criteria, weights or cuts");

    /// <summary>Two kinds of barrier that count the same, three judged criteria each → level.</summary>
    public static Scorecard<CompetitorBarrierFacts, BarrierLevel> Standard { get; } = Scorecard
        .For<CompetitorBarrierFacts, BarrierLevel>("competitorBarrier.standard")
        .From(Ours)
        .Group(CompetitorBarrierKind.Technical.Key, 1, g => g
            .Criterion("protectedKnowHow", 1, f => f.ProtectedKnowHow, FactorLevel.Points(), Label("protectedKnowHow"))
            .Criterion("specificationOnUs", 1, f => f.SpecificationOnUs, FactorLevel.Points(), Label("specificationOnUs"))
            .Criterion("qualification", 1, f => f.Qualification, FactorLevel.Points(), Label("qualification")))
        .Group(CompetitorBarrierKind.Commercial.Key, 1, g => g
            .Criterion("contractCommitment", 1, f => f.ContractCommitment, FactorLevel.Points(), Label("contractCommitment"))
            .Criterion("bundling", 1, f => f.Bundling, FactorLevel.Points(), Label("bundling"))
            .Criterion("termsHardToMatch", 1, f => f.TermsHardToMatch, FactorLevel.Points(), Label("termsHardToMatch")))
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

    private static Text Label(string key) => TextTable.Library[$"SwitchingCosts.CompetitorBarrier.{key}"];
}
