using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The models of a negotiation: whether it is prepared, which moves are allowed, and which tactic fits.</summary>
/// <remarks>The order of the phases, and that goals and fall-back come first, are S003's; every other rule is a <c>LibraryDefault</c> or
/// cited, meant to be replaced. Each table is proven complete over its whole domain.</remarks>
public static class NegotiationModels
{
    private static readonly Provenance Method = Provenance.Source("S003");
    private static readonly Provenance Steps = Provenance.LibraryDefault("S003 names preparation and phases in their order; what a step needs, and how talks end, is ours");
    private static readonly Provenance Good = Provenance.LibraryDefault("S003 names goals and fall-back; what else a preparation should hold is ours");
    private static readonly Provenance Ours = Provenance.LibraryDefault("S003 asks for strategies and tactics and names none; which one fits is ours");

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
        .Rule("issues", f => !f.HasIssues, PreparationStep.NameIssues, Gap("issues"), provenance: Good)
        .Rule("targets", f => !f.HasTargets, PreparationStep.SetTargets, Gap("targets"), provenance: Method)
        .Rule("reservations", f => !f.HasReservations, PreparationStep.SetReservations, Gap("reservations"), provenance: Method)
        .Rule("alternative", f => !f.HasAlternative, PreparationStep.FindAlternative, Gap("alternative"), provenance: Method)
        .Rule("openings", f => !f.HasOpenings, PreparationStep.SetOpenings, Gap("openings"), provenance: Good)
        .Rule("weights", f => !f.HasWeights, PreparationStep.WeighIssues, Gap("weights"), provenance: Good)
        .Rule("theirs", f => !f.HasTheirReservations, PreparationStep.EstimateTheirs, Gap("theirs"), provenance: Good)
        .Rule("begin", f => f.HasIssues && f.HasTargets && f.HasReservations && f.HasAlternative, PreparationStep.Begin, Gap("begin"), provenance: Good)
        .Build(HitPolicy.Collect);

    /// <summary>Phase and move → the next phase, or a refusal with its reason; complete, each combination has exactly one answer.</summary>
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

        // First: what is forbidden everywhere, then move by move, the refusals before what is allowed.
        .Rule("ended", f => f.Phase == NegotiationPhase.Agreed || f.Phase == NegotiationPhase.WalkedAway, Refused, Why("ended"), Standing, Steps)
        .Rule("late", f => !f.IsInOrder, Refused, Why("late"), provenance: Steps)
        .Rule("notBegun", f => f.Phase == NegotiationPhase.Preparation && f.Move != NegotiationMove.Open, Refused, Why("notBegun"), provenance: Method)
        .Rule("open.again", f => f.Move == NegotiationMove.Open && f.Phase != NegotiationPhase.Preparation, Refused, Why("open.again"), Standing, Steps)
        .Rule("open.unprepared", f => f.Move == NegotiationMove.Open && !f.IsPrepared, Refused, Why("open.unprepared"), provenance: Method)
        .Rule("open", f => f.Move == NegotiationMove.Open, To(NegotiationPhase.Opening), Why("open"), provenance: Method)
        .Rule("offer.unknownIssue", f => f.Move == NegotiationMove.Offer && !f.NamesIssues, Refused, Why("offer.unknownIssue"), provenance: Steps)
        .Rule("offer.pastReservation", f => f.Move == NegotiationMove.Offer && !f.KeepsReservation, Refused, Why("offer.pastReservation"), Past, Steps)
        .Rule("offer.opening", f => f.Move == NegotiationMove.Offer && f.Phase == NegotiationPhase.Opening, To(NegotiationPhase.Opening), Why("offer"), provenance: Steps)
        .Rule("offer.middle", f => f.Move == NegotiationMove.Offer && f.Phase == NegotiationPhase.Middle, To(NegotiationPhase.Middle), Why("offer"), provenance: Steps)
        .Rule("offer.closing", f => f.Move == NegotiationMove.Offer, To(NegotiationPhase.Closing), Why("offer"), provenance: Steps)
        .Rule("bargain.misplaced", f => f.Move == NegotiationMove.Bargain && f.Phase != NegotiationPhase.Opening, Refused, Why("bargain.misplaced"), Standing, Method)
        .Rule("bargain.oneSided", f => f.Move == NegotiationMove.Bargain && !f.BothHaveOffered, Refused, Why("bargain.oneSided"), provenance: Steps)
        .Rule("bargain", f => f.Move == NegotiationMove.Bargain, To(NegotiationPhase.Middle), Why("bargain"), provenance: Method)
        .Rule("close.misplaced", f => f.Move == NegotiationMove.Close && f.Phase != NegotiationPhase.Middle, Refused, Why("close.misplaced"), Standing, Method)
        .Rule("close.tooEarly", f => f.Move == NegotiationMove.Close && !f.HasBargained, Refused, Why("close.tooEarly"), provenance: Steps)
        .Rule("close", f => f.Move == NegotiationMove.Close, To(NegotiationPhase.Closing), Why("close"), provenance: Method)
        .Rule("reopen.misplaced", f => f.Move == NegotiationMove.Reopen && f.Phase != NegotiationPhase.Closing, Refused, Why("reopen.misplaced"), Standing, Steps)
        .Rule("reopen", f => f.Move == NegotiationMove.Reopen, To(NegotiationPhase.Middle), Why("reopen"), provenance: Steps)
        .Rule("accept.misplaced", f => f.Move == NegotiationMove.Accept && f.Phase != NegotiationPhase.Closing, Refused, Why("accept.misplaced"), Standing, Steps)
        .Rule("accept.noOffer", f => f.Move == NegotiationMove.Accept && !f.HasOffer, Refused, Why("accept.noOffer"), provenance: Steps)
        .Rule("accept.openIssues", f => f.Move == NegotiationMove.Accept && !f.SettlesAll, Refused, Why("accept.openIssues"), provenance: Steps)
        .Rule("accept.pastReservation", f => f.Move == NegotiationMove.Accept && !f.KeepsReservation, Refused, Why("accept.pastReservation"), Past, Steps)
        .Rule("accept", f => f.Move == NegotiationMove.Accept, To(NegotiationPhase.Agreed), Why("accept"), provenance: Steps)
        .Rule("walkAway", f => f.Move == NegotiationMove.WalkAway, To(NegotiationPhase.WalkedAway), Why("walkAway"), provenance: Steps)
        .Build(HitPolicy.First);

    /// <summary>Phase, kind, style, power, stance and time left → the tactic that fits; complete, each combination has exactly one
    /// answer.</summary>
    public static DecisionTable<NegotiationAdviceFacts, NegotiationTactic> Advice { get; } = DecisionTable
        .For<NegotiationAdviceFacts, NegotiationTactic>("negotiation.advice")
        .Domain(f => f.Phase, [.. NegotiationPhase.InOrder])
        .Domain(f => f.Kind, [.. NegotiationKind.InOrder, null])
        .Domain(f => f.Style, [.. NegotiationStyle.InOrder, null])
        .Domain(f => f.Power, [.. BargainingPower.InOrder, null])
        .Domain(f => f.Stance, [.. Stance.InOrder, null])
        .Domain(f => f.TimeLeft, [.. TimeLeft.InOrder, null])
        .Rule("preparation.specialised", f => f.Phase == NegotiationPhase.Preparation && f.Kind == NegotiationKind.Specialised, NegotiationTactic.BringExperts, Reason("preparation.specialised"), provenance: Ours)
        .Rule("preparation.diplomatic", f => f.Phase == NegotiationPhase.Preparation && f.Kind == NegotiationKind.Diplomatic, NegotiationTactic.ArrangeProtocol, Reason("preparation.diplomatic"), provenance: Ours)
        .Rule(
            "preparation.general",
            f => f.Phase == NegotiationPhase.Preparation && f.Kind != NegotiationKind.Specialised && f.Kind != NegotiationKind.Diplomatic,
            NegotiationTactic.SetGoals,
            Reason("preparation.general"),
            provenance: Ours)
        .Rule("opening.strained", f => f.Phase == NegotiationPhase.Opening && f.Stance == Stance.Opponent, NegotiationTactic.BuildTrust, Reason("opening.strained"), provenance: Ours)
        .Rule(
            "opening.competitiveWeaker",
            f => f.Phase == NegotiationPhase.Opening && f.Stance != Stance.Opponent && f.Style == NegotiationStyle.Competitive && f.Power == BargainingPower.Weaker,
            NegotiationTactic.AskFirst,
            Reason("opening.competitiveWeaker"),
            provenance: Ours)
        .Rule(
            "opening.competitive",
            f => f.Phase == NegotiationPhase.Opening && f.Stance != Stance.Opponent && f.Style == NegotiationStyle.Competitive && f.Power != BargainingPower.Weaker,
            NegotiationTactic.AmbitiousOffer,
            Reason("opening.competitive"),
            provenance: Ours)
        .Rule(
            "opening.short",
            f => f.Phase == NegotiationPhase.Opening && f.Stance != Stance.Opponent && f.Style != NegotiationStyle.Competitive && f.TimeLeft == TimeLeft.Scarce,
            NegotiationTactic.ReasonedOffer,
            Reason("opening.short"),
            provenance: Ours)
        .Rule(
            "opening.interests",
            f => f.Phase == NegotiationPhase.Opening && f.Stance != Stance.Opponent && f.Style != NegotiationStyle.Competitive && f.TimeLeft != TimeLeft.Scarce,
            NegotiationTactic.ExploreInterests,
            Reason("opening.interests"),
            provenance: Ours)
        .Rule(
            "middle.competitiveWeaker",
            f => f.Phase == NegotiationPhase.Middle && f.Style == NegotiationStyle.Competitive && f.Power == BargainingPower.Weaker,
            NegotiationTactic.ObjectiveCriteria,
            Reason("middle.competitiveWeaker"),
            provenance: Ours)
        .Rule(
            "middle.competitive",
            f => f.Phase == NegotiationPhase.Middle && f.Style == NegotiationStyle.Competitive && f.Power != BargainingPower.Weaker,
            NegotiationTactic.TradeConcessions,
            Reason("middle.competitive"),
            provenance: Ours)
        .Rule(
            "middle.strained",
            f => f.Phase == NegotiationPhase.Middle && f.Style != NegotiationStyle.Competitive && f.Stance == Stance.Opponent,
            NegotiationTactic.ObjectiveCriteria,
            Reason("middle.strained"),
            provenance: Ours)
        .Rule(
            "middle.short",
            f => f.Phase == NegotiationPhase.Middle && f.Style != NegotiationStyle.Competitive && f.Stance != Stance.Opponent && f.TimeLeft == TimeLeft.Scarce,
            NegotiationTactic.SetAside,
            Reason("middle.short"),
            provenance: Ours)
        .Rule(
            "middle.packages",
            f => f.Phase == NegotiationPhase.Middle && f.Style != NegotiationStyle.Competitive && f.Stance != Stance.Opponent && f.TimeLeft != TimeLeft.Scarce,
            NegotiationTactic.OfferPackages,
            Reason("middle.packages"),
            provenance: Ours)
        .Rule(
            "closing.strongerShort",
            f => f.Phase == NegotiationPhase.Closing && f.Style == NegotiationStyle.Competitive && f.Power == BargainingPower.Stronger && f.TimeLeft == TimeLeft.Scarce,
            NegotiationTactic.FinalOffer,
            Reason("closing.strongerShort"),
            provenance: Ours)
        .Rule(
            "closing.competitiveWeaker",
            f => f.Phase == NegotiationPhase.Closing && f.Style == NegotiationStyle.Competitive && f.Power == BargainingPower.Weaker,
            NegotiationTactic.StandOnAlternative,
            Reason("closing.competitiveWeaker"),
            provenance: Ours)
        .Rule(
            "closing.competitive",
            f => f.Phase == NegotiationPhase.Closing && f.Style == NegotiationStyle.Competitive && f.Power != BargainingPower.Weaker && !(f.Power == BargainingPower.Stronger && f.TimeLeft == TimeLeft.Scarce),
            NegotiationTactic.TaperConcessions,
            Reason("closing.competitive"),
            provenance: Ours)
        .Rule(
            "closing.strained",
            f => f.Phase == NegotiationPhase.Closing && f.Style != NegotiationStyle.Competitive && f.Stance == Stance.Opponent,
            NegotiationTactic.EasyAcceptance,
            Reason("closing.strained"),
            provenance: Ours)
        .Rule(
            "closing.short",
            f => f.Phase == NegotiationPhase.Closing && f.Style != NegotiationStyle.Competitive && f.Stance != Stance.Opponent && f.TimeLeft == TimeLeft.Scarce,
            NegotiationTactic.EasyAcceptance,
            Reason("closing.short"),
            provenance: Ours)
        .Rule(
            "closing.improve",
            f => f.Phase == NegotiationPhase.Closing && f.Style != NegotiationStyle.Competitive && f.Stance != Stance.Opponent && f.TimeLeft != TimeLeft.Scarce,
            NegotiationTactic.ImproveTogether,
            Reason("closing.improve"),
            provenance: Ours)
        .Rule("agreed", f => f.Phase == NegotiationPhase.Agreed, NegotiationTactic.ConfirmInWriting, Reason("agreed"), provenance: Ours)
        .Rule("walkedAway", f => f.Phase == NegotiationPhase.WalkedAway, NegotiationTactic.LeaveDoorOpen, Reason("walkedAway"), provenance: Ours)
        .Build(HitPolicy.Unique);

    /// <summary>The percentage of the time that is left → how much that is. The cuts, a fifth and a half, are a
    /// <c>LibraryDefault</c>.</summary>
    public static Bands<TimeLeft> TimeRemaining { get; } = new((0, TimeLeft.Scarce), (20, TimeLeft.Limited), (50, TimeLeft.Ample));

    private static MoveRuling To(NegotiationPhase phase) => new(phase);

    private static object?[] Standing(NegotiationMoveFacts facts) => [facts.Phase];

    private static object?[] Past(NegotiationMoveFacts facts) => [facts.PastReservation];

    private static Text Gap(string rule) => TextTable.Library[$"Negotiation.Preparation.{rule}"];

    private static Text Why(string rule) => TextTable.Library[$"Negotiation.Moves.{rule}"];

    private static Text Reason(string rule) => TextTable.Library[$"Negotiation.Advice.{rule}"];
}
