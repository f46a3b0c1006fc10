using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Bidding;

/// <summary>The models of bidding: whether to bid, what makes a bid invalid or a tender void, what an event does, what ends the
/// work.</summary>
/// <remarks>《B2B 大客户开发与管理》 asks the questions; weights, scales, cuts and rules are a <c>LibraryDefault</c> unless they name
/// an article of law.</remarks>
public static class BidTables
{
    private static readonly Provenance Article36 = Provenance.Literature("Government Procurement Law of the PRC (政府采购法), article 36");

    private static readonly Provenance TooFew = Provenance.Literature(
        "Government Procurement Law of the PRC (政府采购法), article 36; 招标投标法实施条例, article 44");

    private static readonly Provenance Article63 = Provenance.Literature(
        "Administrative Measures for Tendering of Goods and Services in Government Procurement (财政部令第87号), article 63");

    private static readonly Provenance Articles63And51 = Provenance.Literature("财政部令第87号, article 63; 招标投标法实施条例, article 51");

    /// <summary>Eight facts of a tender → whether to bid; five facts cap the answer.</summary>
    public static Scorecard<BidFacts, BidDecision> GoNoGo { get; } = Scorecard
        .For<BidFacts, BidDecision>("bidding.goNoGo")
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} has no such card; weights, scales and cuts are ours"))
        .Labels(TextTable.Library, "Bidding.GoNoGo.")
        .Criterion("relationship", 20, f => f.Support, Scale.Linear((0, 0), (100, 100)), 1, unit: Unit("points"),
            control: Controllability.Influenceable)
        .Criterion("requirementFit", 20, f => f.RequirementFit, Scale.Linear((0, 0), (100, 100)), 1, unit: Unit("points"),
            control: Controllability.Actionable)
        .Criterion("scoringFit", 20, f => f.ExpectedRank, Scale.Linear((1, 100), (2, 50), (4, 0)), 0.1, unit: Unit("rank"),
            control: Controllability.Influenceable)
        .Criterion("pricePosition", 15, f => f.PricePosition, Scale.Linear((0.9, 100), (1, 80), (1.1, 40), (1.3, 0)), 0.01,
            unit: Unit("times"), control: Controllability.Actionable)
        .Criterion("margin", 10, f => f.MarginRate * 100, Scale.Linear((0, 0), (10, 50), (25, 100)), 1, unit: Unit("percent"),
            control: Controllability.Actionable)
        .Criterion("capacity", 5, f => f.CapacityShare * 100, Scale.Linear((0, 0), (100, 100)), 1, unit: Unit("percent"),
            control: Controllability.Actionable)
        .Criterion("strategicWorth", 5, f => f.StrategicWorth, Scale.Linear((0, 0), (100, 100)), 1, unit: Unit("points"),
            control: Controllability.Given)
        .Criterion("timeLeft", 5, f => f.TimeLeftShare, Scale.Linear((0.5, 0), (1, 60), (1.5, 100)), 0.1, unit: Unit("times"),
            control: Controllability.Given)
        .Cap("mandatoryNotMet", f => f.AreMandatoryMet == false, BidDecision.NoBid)
        .Cap("belowFloor", f => f.IsBelowFloor == true, BidDecision.NoBid)
        .Cap("worthLessThanCost", f => f.IsWorthLessThanCost == true, BidDecision.NoBid)
        .Cap("writtenForRival", f => f.IsWrittenForRival == true && f.HasDecisionMaker == false, BidDecision.BidWithConditions)
        .Cap("stop", f => f.HasStop, BidDecision.NoBid)
        .MissingData(MissingData.Renormalize, 0.5)
        .Bands((0, BidDecision.NoBid), (45, BidDecision.BidWithConditions), (65, BidDecision.Bid))
        .Build();

    /// <summary>What is wrong → every reason why the tender is void or the bid invalid, or that the bid is valid; complete. What ends the
    /// tender comes before what ends a single bid.</summary>
    public static DecisionTable<BidValidityFacts, BidOutcome> Validity { get; } = DecisionTable
        .For<BidValidityFacts, BidOutcome>("bidding.validity")
        .Domain(f => f.AreFewerThanThree, true, false)
        .Domain(f => f.HasUnlawfulAct, true, false)
        .Domain(f => f.AreAllAboveBudget, true, false)
        .Domain(f => f.IsPurchaseCancelled, true, false)
        .Domain(f => f.IsDepositMissing, true, false)
        .Domain(f => f.IsUnsigned, true, false)
        .Domain(f => f.IsUnqualified, true, false)
        .Domain(f => f.IsAboveCeiling, true, false)
        .Domain(f => f.HasUnacceptableConditions, true, false)
        .Domain(f => f.IsOtherCase, true, false)
        .From(Provenance.LibraryDefault("what none of the articles names makes nothing void or invalid"))
        .Reasons(TextTable.Library, "Bidding.Validity.")
        .Rule("void.tooFew", f => f.AreFewerThanThree, BidOutcome.TenderVoid, provenance: TooFew)
        .Rule("void.unlawful", f => f.HasUnlawfulAct, BidOutcome.TenderVoid, provenance: Article36)
        .Rule("void.aboveBudget", f => f.AreAllAboveBudget, BidOutcome.TenderVoid, provenance: Article36)
        .Rule("void.cancelled", f => f.IsPurchaseCancelled, BidOutcome.TenderVoid, provenance: Article36)
        .Rule("invalid.deposit", f => f.IsDepositMissing, BidOutcome.Invalid, provenance: Article63)
        .Rule("invalid.unsigned", f => f.IsUnsigned, BidOutcome.Invalid, provenance: Articles63And51)
        .Rule("invalid.unqualified", f => f.IsUnqualified, BidOutcome.Invalid, provenance: Articles63And51)
        .Rule("invalid.aboveCeiling", f => f.IsAboveCeiling, BidOutcome.Invalid, provenance: Articles63And51)
        .Rule("invalid.conditions", f => f.HasUnacceptableConditions, BidOutcome.Invalid, provenance: Article63)
        .Rule("invalid.other", f => f.IsOtherCase, BidOutcome.Invalid, provenance: Articles63And51)
        .Rule(
            "valid",
            f => !(f.AreFewerThanThree || f.HasUnlawfulAct || f.AreAllAboveBudget || f.IsPurchaseCancelled || f.IsDepositMissing
                || f.IsUnsigned || f.IsUnqualified || f.IsAboveCeiling || f.HasUnacceptableConditions || f.IsOtherCase),
            BidOutcome.Valid)
        .Build(HitPolicy.Collect);

    /// <summary>Conduct → every stop that it means; none if no such conduct is known.</summary>
    public static DecisionTable<BidConductFacts, BidStop> Conduct { get; } = DecisionTable
        .For<BidConductFacts, BidStop>("bidding.conduct")
        .Domain(f => f.HasEvaluatorContact, true, false, null)
        .Domain(f => f.ArePricesAgreed, true, false, null)
        .Domain(f => f.IsWrittenForUs, true, false, null)
        .Reasons(TextTable.Library, "Bidding.Conduct.")
        .Rule("evaluatorContact", f => f.HasEvaluatorContact == true, BidStop.EvaluatorContact,
            provenance: Provenance.Literature("招标投标法实施条例, article 49; 招标投标法, article 44"))
        .Rule("agreedPrices", f => f.ArePricesAgreed == true, BidStop.AgreedPrices,
            provenance: Provenance.Literature("Tendering Law of the PRC (招标投标法), article 32"))
        .Rule("writtenForOne", f => f.IsWrittenForUs == true, BidStop.WrittenForOne,
            provenance: Provenance.Literature("Tendering Law of the PRC (招标投标法), article 20"))
        .Build(HitPolicy.Collect);

    /// <summary>Event and state → move on, end, or refuse; complete. The first rule that matches answers.</summary>
    public static DecisionTable<BidTransitionFacts, BidTransition> Transitions { get; } = DecisionTable
        .For<BidTransitionFacts, BidTransition>("bidding.transitions")
        .Domain(f => f.Kind, [.. BidEventKind.InOrder])
        .Domain(f => f.Phase, [.. BidPhase.InOrder])
        .Domain(f => f.IsInOrder, true, false)
        .Domain(f => f.HasEnded, true, false)
        .Domain(f => f.IsWon, true, false)
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} names the phases; which event is accepted when is ours"))
        .Reasons(TextTable.Library, "Bidding.Transitions.", f => [f.Kind, f.Phase, Day(f.On), Day(f.LastOn)])
        .Rule("earlier", f => !f.IsInOrder, BidTransition.Refuse)
        .Rule("ended", f => f.HasEnded, BidTransition.Refuse)
        .Rule("issued", f => f.Kind == BidEventKind.FileIssued && f.Phase == BidPhase.BeforeIssue, BidTransition.Move)
        .Rule("submitted", f => f.Kind == BidEventKind.Submitted && f.Phase == BidPhase.Preparation, BidTransition.Move)
        .Rule("opened", f => f.Kind == BidEventKind.Opened && f.Phase == BidPhase.BeforeOpening, BidTransition.Move)
        .Rule("published", f => f.Kind == BidEventKind.Published && f.Phase == BidPhase.Presentation, BidTransition.Move)
        .Rule("won",
            f => f.Kind == BidEventKind.Won && (f.Phase == BidPhase.Presentation || f.Phase == BidPhase.Publicity), BidTransition.Move)
        .Rule("lost",
            f => f.Kind == BidEventKind.Lost && (f.Phase == BidPhase.Presentation || f.Phase == BidPhase.Publicity), BidTransition.Move)
        .Rule("rejected",
            f => f.Kind == BidEventKind.Rejected
                && (f.Phase == BidPhase.BeforeOpening || f.Phase == BidPhase.Presentation || f.Phase == BidPhase.Publicity),
            BidTransition.End)
        .Rule("voided", f => f.Kind == BidEventKind.Voided && f.Phase != BidPhase.BeforeIssue, BidTransition.End)
        .Rule("withdrawn",
            f => f.Kind == BidEventKind.Withdrawn
                && (f.Phase == BidPhase.BeforeIssue || f.Phase == BidPhase.Preparation || f.Phase == BidPhase.BeforeOpening),
            BidTransition.End)
        .Rule("debriefed", f => f.Kind == BidEventKind.DebriefHeld && f.Phase == BidPhase.Afterwards && !f.IsWon, BidTransition.End)
        .Rule("signed", f => f.Kind == BidEventKind.ContractSigned && f.Phase == BidPhase.Afterwards && f.IsWon, BidTransition.End)
        .Rule("notNow", f => true, BidTransition.Refuse)
        .Build(HitPolicy.First);

    private static Text Unit(string unit) => TextTable.Library[$"Bidding.GoNoGo.unit.{unit}"];

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
