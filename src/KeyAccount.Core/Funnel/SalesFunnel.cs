using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Funnel;

/// <summary>Models of the sales funnel: the stage that the evidence supports, the health of a deal, and what to manage.</summary>
/// <remarks>The stages are 《B2B 大客户开发与管理》's (P0–P6); evidence, weights, scales, cuts and focus are a <c>LibraryDefault</c>, meant to be
/// replaced.</remarks>
public static class SalesFunnel
{
    private static readonly Provenance Ours =
        Provenance.LibraryDefault($"{SourceTitle.Development} names the stages; evidence, weights, scales and cuts are ours");

    /// <summary>Evidence → the highest stage that it supports; complete, the first rule that matches answers.</summary>
    public static DecisionTable<StageGateFacts, FunnelStage> StageGate { get; } = DecisionTable
        .For<StageGateFacts, FunnelStage>("funnel.stageGate")
        .Domain(f => f.ContactSeen, true, false)
        .Domain(f => f.PossibleNeed, true, false)
        .Domain(f => f.NeedConfirmed, true, false)
        .Domain(f => f.BudgetKnown, true, false)
        .Domain(f => f.ProjectApproved, true, false)
        .Domain(f => f.DateKnown, true, false)
        .Domain(f => f.DeciderKnown, true, false)
        .Domain(f => f.SolutionAccepted, true, false)
        .Domain(f => f.OfferSubmitted, true, false)
        .Domain(f => f.InvitedToNegotiate, true, false)
        .Domain(f => f.RankedFirst, true, false)
        .Domain(f => f.ContractSigned, true, false)
        .Domain(f => f.FirstPaymentReceived, true, false)
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} names the stages; what shows that a deal has reached one is ours"))
        .Reasons(TextTable.Library, "Funnel.StageGate.")
        .Rule("closed", f => f.ContractSigned && f.FirstPaymentReceived, FunnelStage.P6)
        .Rule("commercial", f => f.InvitedToNegotiate || f.RankedFirst, FunnelStage.P5)
        .Rule("bid", f => f.OfferSubmitted, FunnelStage.P4)
        .Rule("firstApproval", f => f.SolutionAccepted, FunnelStage.P3)
        .Rule("opportunity",
            f => f.NeedConfirmed && (f.BudgetKnown || f.ProjectApproved) && f.DateKnown && f.DeciderKnown, FunnelStage.P2)
        .Rule("lead", f => f.ContactSeen && f.PossibleNeed, FunnelStage.P1)
        .Rule("territory", f => true, FunnelStage.P0)
        .Build(HitPolicy.First);

    /// <summary>Eight facts of a deal → the health of the deal.</summary>
    public static Scorecard<DealHealthFacts, DealHealth> Health { get; } = Scorecard
        .For<DealHealthFacts, DealHealth>("funnel.health")
        .From(Ours)
        .Labels(TextTable.Library, "Funnel.DealHealthModel.")
        .Group("people", 50, g => g
            .Criterion("knownRoles", 0.3, f => f.KnownRoles, Scale.Linear((0, 0), (3, 100)), 1, unit: Unit("roles"),
                control: Controllability.Actionable)
            .Criterion("support", 0.4, f => f.Support, Scale.Levels(
                (LadderLevel.CR1, 100), (LadderLevel.CR2, 80), (LadderLevel.CR3, 40), (LadderLevel.CR4, 10), (LadderLevel.CR5, 0)),
                control: Controllability.Influenceable)
            .Criterion("knownPeople", 0.3, f => f.KnownPeople, Scale.Linear((0, 0), (6, 100)), 1, unit: Unit("people"),
                provenance: Provenance.LibraryDefault(
                    $"{SourceTitle.Training} gives an average of 6 to 8 deciders; full points from 6 are ours"),
                control: Controllability.Actionable))
        .Group("deal", 50, g => g
            .Criterion("needValued", 0.25, f => f.IsNeedValued == null ? null : f.IsNeedValued.Value ? 1.0 : 0.0, YesNo(), 1,
                control: Controllability.Actionable)
            .Criterion("knownCompetitors", 0.15, f => f.KnownCompetitors, Scale.Linear((0, 0), (3, 100)), 1, unit: Unit("competitors"),
                provenance: Provenance.LibraryDefault(
                    $"{SourceTitle.Training} gives 3 to 5 competitors; full points from 3 known ones are ours"),
                control: Controllability.Actionable)
            .Criterion("nextStepDated", 0.2, f => f.IsNextStepDated == null ? null : f.IsNextStepDated.Value ? 1.0 : 0.0, YesNo(), 1,
                control: Controllability.Actionable)
            .Criterion("ageInStage", 0.2, f => f.AgeInStage, Scale.Linear((0.5, 100), (1, 60), (2, 0)), 0.1, unit: Unit("times"),
                control: Controllability.Influenceable)
            .Criterion("proofPassed", 0.2, f => f.IsProofPassed == null ? null : f.IsProofPassed.Value ? 1.0 : 0.0, YesNo(), 1,
                control: Controllability.Actionable))
        .MissingData(MissingData.Renormalize, 0.5)
        .Bands((0, DealHealth.Weak), (45, DealHealth.Fair), (70, DealHealth.Strong))
        .Build();

    /// <summary>Stage → what to manage; complete over known stages.</summary>
    public static DecisionTable<FocusFacts, FunnelFocus> Focus { get; } = DecisionTable
        .For<FocusFacts, FunnelFocus>("funnel.focus")
        .Domain(f => f.Stage, [.. FunnelStage.InOrder])
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} asks for the focus of each stage and gives none"))
        .Reasons(TextTable.Library, "Funnel.Focus.", f => [f.Stage])
        .Rule("P0", f => f.Stage == FunnelStage.P0, FunnelFocus.Territory)
        .Rule("P1", f => f.Stage == FunnelStage.P1, FunnelFocus.Leads)
        .Rule("P2", f => f.Stage == FunnelStage.P2, FunnelFocus.Qualification)
        .Rule("P3", f => f.Stage == FunnelStage.P3, FunnelFocus.ProofOfValue)
        .Rule("P4", f => f.Stage == FunnelStage.P4, FunnelFocus.BidQuality)
        .Rule("P5", f => f.Stage == FunnelStage.P5, FunnelFocus.Negotiation)
        .Rule("P6", f => f.Stage == FunnelStage.P6, FunnelFocus.Collection)
        .Build(HitPolicy.Unique);

    /// <summary>The evidence that a stage requires and the deal lacks.</summary>
    /// <param name="stage">The stage that is claimed.</param>
    /// <param name="evidence">The evidence at hand.</param>
    /// <returns>The missing facts in the order of the term; where one of two would do (budget or project, talks or rank), both. Empty
    /// where the stage or a higher one is supported.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<StageEvidence> MissingEvidence(FunnelStage stage, IEnumerable<StageEvidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(evidence);
        var shown = evidence.ToHashSet();
        if (StageGate.Decide(StageGateFacts.From(shown)).Advice!.IsAtLeast(stage))
            return [];
        var needed = Needed(stage).Where(oneOf => !oneOf.Any(shown.Contains)).SelectMany(oneOf => oneOf);
        return ValueList.Of(needed.OrderBy(fact => fact.Value));
    }

    /// <summary>The evidence of a deal as of a day; later evidence does not count.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The facts of the gate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is null.</exception>
    public static IReadOnlyList<StageEvidence> EvidenceOf(Opportunity opportunity, LocalDate asOf)
    {
        Guard.Iso(asOf);
        ArgumentNullException.ThrowIfNull(opportunity);
        return ValueList.Of(opportunity.Evidence.Where(item => !(item.Date > asOf)).Select(item => item.Fact).Distinct());
    }

    // Each line is satisfied by any of its facts.
    private static StageEvidence[][] Needed(FunnelStage stage) => stage.Name switch
    {
        nameof(FunnelStage.P6) => [[StageEvidence.ContractSigned], [StageEvidence.FirstPaymentReceived]],
        nameof(FunnelStage.P5) => [[StageEvidence.InvitedToNegotiate, StageEvidence.RankedFirst]],
        nameof(FunnelStage.P4) => [[StageEvidence.OfferSubmitted]],
        nameof(FunnelStage.P3) => [[StageEvidence.SolutionAccepted]],
        nameof(FunnelStage.P2) =>
        [
            [StageEvidence.NeedConfirmed], [StageEvidence.BudgetKnown, StageEvidence.ProjectApproved], [StageEvidence.DateKnown],
            [StageEvidence.DeciderKnown],
        ],
        nameof(FunnelStage.P1) => [[StageEvidence.ContactSeen], [StageEvidence.PossibleNeed]],
        _ => [],
    };

    private static Scale YesNo() => Scale.Linear((0, 0), (1, 100));

    private static Text Unit(string unit) => TextTable.Library[$"Funnel.DealHealthModel.unit.{unit}"];
}
