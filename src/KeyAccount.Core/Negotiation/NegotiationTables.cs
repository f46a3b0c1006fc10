using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The tables of a negotiation: completeness of the preparation, allowed moves, suitable tactics, and remaining time.</summary>
/// <remarks>The order of the phases, and that goals and fall-back come first, are 《B2B 大客户开发与管理》's. Every other rule is cited or a
/// <c>LibraryDefault</c>, meant to be replaced. Each table is proven complete over its whole domain.</remarks>
public static class NegotiationTables
{
    private static readonly Provenance Method = Provenance.Source(SourceTitle.Development);

    private static readonly Provenance Steps = Provenance.LibraryDefault(
        $"{SourceTitle.Development} names preparation and phases in their order; what a step needs, and how talks end, is ours");

    private static readonly Provenance Good = Provenance.LibraryDefault(
        $"{SourceTitle.Development} names goals and fall-back; what else a preparation should hold is ours");

    private static readonly Provenance Ours = Provenance.LibraryDefault(
        $"{SourceTitle.Development} asks for strategies and tactics and names none; which one fits is ours");

    private static readonly Text OnTheTable = TextTable.Library["Negotiation.Moves.offer"];

    private static readonly MoveRuling Refused = new((NegotiationPhase?)null);

    /// <summary>What a preparation holds → what is still to do. Collects every gap; <see cref="PreparationStep.Begin"/> once issues,
    /// targets, reservations and an alternative with its value are there.</summary>
    public static DecisionTable<PreparationFacts, PreparationStep> Preparation { get; } = DecisionTable
        .For<PreparationFacts, PreparationStep>("negotiation.preparation")
        .Domain(f => f.HasIssues, false, true)
        .Domain(f => f.HasTargets, false, true)
        .Domain(f => f.HasReservations, false, true)
        .Domain(f => f.HasAlternative, false, true)
        .Domain(f => f.HasOpenings, false, true)
        .Domain(f => f.HasWeights, false, true)
        .Domain(f => f.HasTheirReservations, false, true)
        .From(Good)
        .Reasons(TextTable.Library, "Negotiation.Preparation.")
        .Rule("issues", f => !f.HasIssues, PreparationStep.NameIssues)
        .Rule("targets", f => !f.HasTargets, PreparationStep.SetTargets, provenance: Method)
        .Rule("reservations", f => !f.HasReservations, PreparationStep.SetReservations)
        .Rule("alternative", f => !f.HasAlternative, PreparationStep.FindAlternative, provenance: Method)
        .Rule("openings", f => !f.HasOpenings, PreparationStep.SetOpenings)
        .Rule("weights", f => !f.HasWeights, PreparationStep.WeighIssues)
        .Rule("theirs", f => !f.HasTheirReservations, PreparationStep.EstimateTheirs)
        .Rule("begin", f => f.HasIssues && f.HasTargets && f.HasReservations && f.HasAlternative, PreparationStep.Begin)
        .Build(HitPolicy.Collect);

    /// <summary>Phase and move → the next phase, or a refusal with its reason. Complete: each combination has exactly one answer.</summary>
    public static DecisionTable<NegotiationMoveFacts, MoveRuling> Moves { get; } = DecisionTable
        .For<NegotiationMoveFacts, MoveRuling>("negotiation.moves")
        .Domain(f => f.Phase, [.. NegotiationPhase.InOrder])
        .Domain(f => f.Move, [.. NegotiationMove.InOrder])
        .Domain(f => f.IsInOrder, false, true)
        .Domain(f => f.IsPrepared, false, true)
        .Domain(f => f.NamesIssues, false, true)
        .Domain(f => f.KeepsReservation, false, true)
        .Domain(f => f.BothHaveOffered, false, true)
        .Domain(f => f.HasBargained, false, true)
        .Domain(f => f.HasOffer, false, true)
        .Domain(f => f.SettlesAll, false, true)
        .From(Steps)
        .Reasons(TextTable.Library, "Negotiation.Moves.", f => [f.Phase])

        // First what is forbidden everywhere, then move by move: the refusals before what is allowed.
        .Rule("ended", f => f.Phase == NegotiationPhase.Agreed || f.Phase == NegotiationPhase.WalkedAway, Refused)
        .Rule("late", f => !f.IsInOrder, Refused)
        .Rule("notBegun", f => f.Phase == NegotiationPhase.Preparation && f.Move != NegotiationMove.Open, Refused)
        .Rule("open.again", f => f.Move == NegotiationMove.Open && f.Phase != NegotiationPhase.Preparation, Refused)
        .Rule("open.unprepared", f => f.Move == NegotiationMove.Open && !f.IsPrepared, Refused)
        .Rule("open", f => f.Move == NegotiationMove.Open, new(NegotiationPhase.Opening), provenance: Method)
        .Rule("offer.unknownIssue", f => f.Move == NegotiationMove.Offer && !f.NamesIssues, Refused)
        .Rule("offer.pastReservation", f => f.Move == NegotiationMove.Offer && !f.KeepsReservation, Refused, arguments: PastReservation)
        .Rule("offer.opening", f => f.Move == NegotiationMove.Offer && f.Phase == NegotiationPhase.Opening,
            new(NegotiationPhase.Opening), OnTheTable)
        .Rule("offer.middle", f => f.Move == NegotiationMove.Offer && f.Phase == NegotiationPhase.Middle,
            new(NegotiationPhase.Middle), OnTheTable)
        .Rule("offer.closing", f => f.Move == NegotiationMove.Offer, new(NegotiationPhase.Closing), OnTheTable)
        .Rule("bargain.misplaced", f => f.Move == NegotiationMove.Bargain && f.Phase != NegotiationPhase.Opening, Refused)
        .Rule("bargain.oneSided", f => f.Move == NegotiationMove.Bargain && !f.BothHaveOffered, Refused)
        .Rule("bargain", f => f.Move == NegotiationMove.Bargain, new(NegotiationPhase.Middle), provenance: Method)
        .Rule("close.misplaced", f => f.Move == NegotiationMove.Close && f.Phase != NegotiationPhase.Middle, Refused)
        .Rule("close.tooEarly", f => f.Move == NegotiationMove.Close && !f.HasBargained, Refused)
        .Rule("close", f => f.Move == NegotiationMove.Close, new(NegotiationPhase.Closing), provenance: Method)
        .Rule("reopen.misplaced", f => f.Move == NegotiationMove.Reopen && f.Phase != NegotiationPhase.Closing, Refused)
        .Rule("reopen", f => f.Move == NegotiationMove.Reopen, new(NegotiationPhase.Middle))
        .Rule("accept.misplaced", f => f.Move == NegotiationMove.Accept && f.Phase != NegotiationPhase.Closing, Refused)
        .Rule("accept.noOffer", f => f.Move == NegotiationMove.Accept && !f.HasOffer, Refused)
        .Rule("accept.openIssues", f => f.Move == NegotiationMove.Accept && !f.SettlesAll, Refused)
        .Rule("accept.pastReservation", f => f.Move == NegotiationMove.Accept && !f.KeepsReservation, Refused, arguments: PastReservation)
        .Rule("accept", f => f.Move == NegotiationMove.Accept, new(NegotiationPhase.Agreed))
        .Rule("walkAway", f => f.Move == NegotiationMove.WalkAway, new(NegotiationPhase.WalkedAway))
        .Build(HitPolicy.First);

    /// <summary>Phase, kind, style, power, stance and time left → the tactic that fits. Complete: each combination has exactly one
    /// answer.</summary>
    public static DecisionTable<NegotiationAdviceFacts, NegotiationTactic> Advice { get; } = DecisionTable
        .For<NegotiationAdviceFacts, NegotiationTactic>("negotiation.advice")
        .Domain(f => f.Phase, [.. NegotiationPhase.InOrder])
        .Domain(f => f.Kind, [.. NegotiationKind.InOrder, null])
        .Domain(f => f.Style, [.. NegotiationStyle.InOrder, null])
        .Domain(f => f.Power, [.. BargainingPower.InOrder, null])
        .Domain(f => f.Stance, [.. Stance.InOrder, null])
        .Domain(f => f.TimeLeft, [.. TimeLeft.InOrder, null])
        .From(Ours)
        .Reasons(TextTable.Library, "Negotiation.Advice.")
        .Rule("preparation.specialised", f => f.Phase == NegotiationPhase.Preparation && f.Kind == NegotiationKind.Specialised,
            NegotiationTactic.BringExperts)
        .Rule("preparation.diplomatic", f => f.Phase == NegotiationPhase.Preparation && f.Kind == NegotiationKind.Diplomatic,
            NegotiationTactic.ArrangeProtocol)
        .Rule("preparation.general",
            f => f.Phase == NegotiationPhase.Preparation && f.Kind != NegotiationKind.Specialised && f.Kind != NegotiationKind.Diplomatic,
            NegotiationTactic.SetGoals)
        .Rule("preparation.kindUnknown", f => f.Phase == NegotiationPhase.Preparation && f.Kind == null, NegotiationTactic.SetGoals)
        .Rule("opening.strained", f => f.Phase == NegotiationPhase.Opening && f.Stance == Stance.Opponent, NegotiationTactic.BuildTrust)
        .Rule("opening.competitiveWeaker",
            f => f.Phase == NegotiationPhase.Opening && (f.Stance == null || f.Stance != Stance.Opponent)
                && f.Style == NegotiationStyle.Competitive
                && f.Power == BargainingPower.Weaker,
            NegotiationTactic.AskFirst)
        .Rule("opening.competitive",
            f => f.Phase == NegotiationPhase.Opening && (f.Stance == null || f.Stance != Stance.Opponent)
                && f.Style == NegotiationStyle.Competitive
                && f.Power != BargainingPower.Weaker,
            NegotiationTactic.AmbitiousOffer)
        .Rule("opening.competitivePowerUnknown",
            f => f.Phase == NegotiationPhase.Opening && (f.Stance == null || f.Stance != Stance.Opponent)
                && f.Style == NegotiationStyle.Competitive && f.Power == null,
            NegotiationTactic.AmbitiousOffer)
        .Rule("opening.short",
            f => f.Phase == NegotiationPhase.Opening && (f.Stance == null || f.Stance != Stance.Opponent)
                && (f.Style == null || f.Style != NegotiationStyle.Competitive)
                && f.TimeLeft == TimeLeft.Scarce,
            NegotiationTactic.ReasonedOffer)
        .Rule("opening.interests",
            f => f.Phase == NegotiationPhase.Opening && (f.Stance == null || f.Stance != Stance.Opponent)
                && (f.Style == null || f.Style != NegotiationStyle.Competitive)
                && f.TimeLeft != TimeLeft.Scarce,
            NegotiationTactic.ExploreInterests)
        .Rule("opening.timeUnknown",
            f => f.Phase == NegotiationPhase.Opening && (f.Stance == null || f.Stance != Stance.Opponent)
                && (f.Style == null || f.Style != NegotiationStyle.Competitive) && f.TimeLeft == null,
            NegotiationTactic.ExploreInterests)
        .Rule("middle.competitiveWeaker",
            f => f.Phase == NegotiationPhase.Middle && f.Style == NegotiationStyle.Competitive && f.Power == BargainingPower.Weaker,
            NegotiationTactic.ObjectiveCriteria)
        .Rule("middle.competitive",
            f => f.Phase == NegotiationPhase.Middle && f.Style == NegotiationStyle.Competitive && f.Power != BargainingPower.Weaker,
            NegotiationTactic.TradeConcessions)
        .Rule("middle.competitivePowerUnknown",
            f => f.Phase == NegotiationPhase.Middle && f.Style == NegotiationStyle.Competitive && f.Power == null,
            NegotiationTactic.TradeConcessions)
        .Rule("middle.strained",
            f => f.Phase == NegotiationPhase.Middle
                && (f.Style == null || f.Style != NegotiationStyle.Competitive) && f.Stance == Stance.Opponent,
            NegotiationTactic.ObjectiveCriteria)
        .Rule("middle.short",
            f => f.Phase == NegotiationPhase.Middle
                && (f.Style == null || f.Style != NegotiationStyle.Competitive) && (f.Stance == null || f.Stance != Stance.Opponent)
                && f.TimeLeft == TimeLeft.Scarce,
            NegotiationTactic.SetAside)
        .Rule("middle.packages",
            f => f.Phase == NegotiationPhase.Middle
                && (f.Style == null || f.Style != NegotiationStyle.Competitive) && f.Stance != Stance.Opponent
                && f.TimeLeft != TimeLeft.Scarce,
            NegotiationTactic.OfferPackages)
        .Rule("middle.unread",
            f => f.Phase == NegotiationPhase.Middle && (f.Style == null || f.Style != NegotiationStyle.Competitive)
                && ((f.TimeLeft == null && (f.Stance == null || f.Stance != Stance.Opponent))
                    || (f.Stance == null && f.TimeLeft != TimeLeft.Scarce)),
            NegotiationTactic.OfferPackages)
        .Rule("closing.strongerShort",
            f => f.Phase == NegotiationPhase.Closing && f.Style == NegotiationStyle.Competitive && f.Power == BargainingPower.Stronger
                && f.TimeLeft == TimeLeft.Scarce,
            NegotiationTactic.FinalOffer)
        .Rule("closing.competitiveWeaker",
            f => f.Phase == NegotiationPhase.Closing && f.Style == NegotiationStyle.Competitive && f.Power == BargainingPower.Weaker,
            NegotiationTactic.StandOnAlternative)
        .Rule("closing.competitive",
            f => f.Phase == NegotiationPhase.Closing && f.Style == NegotiationStyle.Competitive && f.Power != BargainingPower.Weaker
                && !(f.Power == BargainingPower.Stronger && f.TimeLeft == TimeLeft.Scarce),
            NegotiationTactic.TaperConcessions)
        .Rule("closing.competitiveUnread",
            f => f.Phase == NegotiationPhase.Closing && f.Style == NegotiationStyle.Competitive
                && (f.Power == null || (f.Power == BargainingPower.Stronger && f.TimeLeft == null)),
            NegotiationTactic.TaperConcessions)
        .Rule("closing.strained",
            f => f.Phase == NegotiationPhase.Closing
                && (f.Style == null || f.Style != NegotiationStyle.Competitive) && f.Stance == Stance.Opponent,
            NegotiationTactic.EasyAcceptance)
        .Rule("closing.short",
            f => f.Phase == NegotiationPhase.Closing
                && (f.Style == null || f.Style != NegotiationStyle.Competitive) && (f.Stance == null || f.Stance != Stance.Opponent)
                && f.TimeLeft == TimeLeft.Scarce,
            NegotiationTactic.EasyAcceptance)
        .Rule("closing.improve",
            f => f.Phase == NegotiationPhase.Closing
                && (f.Style == null || f.Style != NegotiationStyle.Competitive) && (f.Stance == null || f.Stance != Stance.Opponent)
                && f.TimeLeft != TimeLeft.Scarce,
            NegotiationTactic.ImproveTogether)
        .Rule("closing.timeUnknown",
            f => f.Phase == NegotiationPhase.Closing && (f.Style == null || f.Style != NegotiationStyle.Competitive)
                && (f.Stance == null || f.Stance != Stance.Opponent) && f.TimeLeft == null,
            NegotiationTactic.ImproveTogether)
        .Rule("agreed", f => f.Phase == NegotiationPhase.Agreed, NegotiationTactic.ConfirmInWriting)
        .Rule("walkedAway", f => f.Phase == NegotiationPhase.WalkedAway, NegotiationTactic.LeaveDoorOpen)
        .Build(HitPolicy.Unique);

    /// <summary>The percentage of the time that is left → its class. The cuts, a fifth and a half, are a <c>LibraryDefault</c>.</summary>
    public static NamedBands<TimeLeft> TimeRemaining { get; } = new(
        "negotiation.timeRemaining",
        new((0, TimeLeft.Scarce), (20, TimeLeft.Limited), (50, TimeLeft.Ample)),
        Provenance.LibraryDefault("percent of the time left; no published cuts"));

    private static object?[] PastReservation(NegotiationMoveFacts facts) => [facts.PastReservation];
}
