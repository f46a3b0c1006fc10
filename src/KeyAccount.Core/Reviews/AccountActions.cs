using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>What to do about the findings of an account, by whom and by when.</summary>
/// <remarks>
/// <para>The findings are gone through in their order, the largest stake first. Each asks <see cref="Standard"/>; what it answers is an
/// action, unless
/// <see cref="Prohibitions"/> forbids it or the account has one of its kind already. The first <see cref="Most"/> remain.</para>
/// <para>A table of a room forbids by what it advises otherwise: the barrier policy forbids to raise a barrier where it does not advise to
/// invest, and to ease one where it does not advise to relieve; the posture forbids to offer a price step where it is to hold the price or
/// let go; the ladder forbids to win a person where it has no move; the guardrails forbid to seek an approval that nobody may give.</para>
/// <para>Every rule is a <c>LibraryDefault</c>.</para>
/// </remarks>
public static class AccountActions
{
    /// <summary>How many actions an account has at most. Provenance: <c>LibraryDefault</c>; who has more to do does nothing of
    /// it.</summary>
    public const int Most = 5;

    private static readonly Provenance Ours = Provenance.LibraryDefault("the rooms advise what to do; who does it and how soon is ours");
    private static readonly Provenance Kept = Provenance.LibraryDefault(
        "what a room's own table advises against is not asked for by a review");

    /// <summary>A finding → what to do about it; every rule that matches, in the order of the table.</summary>
    public static DecisionTable<ActionFacts, ActionPlan> Standard { get; } = DecisionTable
        .For<ActionFacts, ActionPlan>("review.actions")
        .From(Ours)
        .Rule("stopped.recover", f => f.Finding == "purchasesStopped",
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 3), What("recover"))
        .Rule("fall.recover", f => f.Finding == "purchasesFall",
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 14), What("recover"))
        .Rule("decline.recover", f => f.Finding == "decline",
            new(ActionKind.RecoverPurchases, ActionOwner.KeyAccountManager, 14), What("recover"))
        .Rule("overdue.settle", f => f.Finding == "complaintOverdue",
            new(ActionKind.SettleComplaint, ActionOwner.ServiceManager, 1),
            What("settle"),
            arguments: f => [f.Account.OpenComplaints])
        .Rule("open.settle", f => f.Finding == "complaintOpen",
            new(ActionKind.SettleComplaint, ActionOwner.ServiceManager, 7),
            What("settle"),
            arguments: f => [f.Account.OpenComplaints])
        .Rule("hostage.improve", f => f.Finding == "hostage",
            new(ActionKind.ImproveService, ActionOwner.ServiceManager, 14), What("improve"))
        .Rule("hostage.ease", f => f.Finding == "hostage",
            new(ActionKind.EaseBarrier, ActionOwner.KeyAccountManager, 60), What("ease"))
        .Rule("dissatisfied.improve", f => f.Finding == "dissatisfied",
            new(ActionKind.ImproveService, ActionOwner.ServiceManager, 14), What("improve"))
        .Rule("dissatisfied.meet", f => (f.Finding == "dissatisfied" || f.Finding == "hostage") && f.Account.Tier == AccountTier.A,
            new(ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, 14), What("meet"))
        .Rule("loyalty.trade", f => f.Finding == "loyaltyNone" && f.Account.AdvisesPricing,
            new(ActionKind.OfferTrade, ActionOwner.SalesManager, 30), What("trade"))
        .Rule("loyalty.win", f => f.Finding == "loyaltyNone",
            new(ActionKind.WinPerson, ActionOwner.KeyAccountManager, 45), What("win"), arguments: NextStep)
        .Rule("spurious.improve", f => f.Finding == "loyaltySpurious",
            new(ActionKind.ImproveService, ActionOwner.ServiceManager, 30), What("improve"))
        .Rule("spurious.raise", f => f.Finding == "loyaltySpurious",
            new(ActionKind.RaiseBarrier, ActionOwner.TechnicalLead, 90), What("raise"), arguments: Lever)
        .Rule("contractOpen.renew", f => f.Finding == "contractOpen",
            new(ActionKind.RenewContract, ActionOwner.SalesManager, 30),
            What("renew"),
            arguments: f => [f.Account.ContractDaysLeft])
        .Rule("contractOpen.raise", f => f.Finding == "contractOpen",
            new(ActionKind.RaiseBarrier, ActionOwner.TechnicalLead, 60), What("raise"), arguments: Lever)
        .Rule("contractEnds.renew", f => f.Finding == "contractEnds",
            new(ActionKind.RenewContract, ActionOwner.KeyAccountManager, 30),
            What("renew"),
            arguments: f => [f.Account.ContractDaysLeft])
        .Rule("barrier.raise", f => f.Finding == "barrierLow",
            new(ActionKind.RaiseBarrier, ActionOwner.TechnicalLead, 90), What("raise"), arguments: Lever)
        .Rule("competitor.keepOut", f => f.Finding == "competitorBarrierLow",
            new(ActionKind.KeepCompetitorOut, ActionOwner.TechnicalLead, 90), What("keepOut"))
        .Rule("decider.meet", f => f.Finding == "deciderAgainst",
            new(ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, 30), What("meet"))
        .Rule("decider.win", f => f.Finding == "deciderAgainst",
            new(ActionKind.WinPerson, ActionOwner.KeyAccountManager, 45), What("win"), arguments: NextStep)
        .Rule("decision.broaden", f => f.Finding == "decisionLost",
            new(ActionKind.BroadenContacts, ActionOwner.KeyAccountManager, 30),
            What("broaden"),
            arguments: f => [f.Account.WorstLoss])
        .Rule("support.win", f => f.Finding == "supportLost" || f.Finding == "oneSupporter",
            new(ActionKind.WinPerson, ActionOwner.KeyAccountManager, 45), What("win"), arguments: NextStep)
        .Rule("unknown.find", f => f.Finding == "nobodyKnown" || f.Finding == "deciderUnknown",
            new(ActionKind.FindDecider, ActionOwner.KeyAccountManager, 30), What("find"))
        .Rule("stale.confirm", f => f.Finding == "standingStale",
            new(ActionKind.ConfirmStanding, ActionOwner.KeyAccountManager, 30),
            What("confirm"),
            arguments: f => [f.Account.StaleContacts])
        .Rule("conflict.confirm", f => f.Finding == "levelConflict",
            new(ActionKind.ConfirmStanding, ActionOwner.KeyAccountManager, 30),
            What("confirm"),
            arguments: f => [f.Account.Conflicts])
        .Rule("board.lengthen", f => f.Finding == "shortBoard" && f.Account.Activity != null,
            new(ActionKind.LengthenShortBoard, ActionOwner.KeyAccountManager, 60),
            What("lengthen"),
            arguments: f => [f.Account.HoldingBack, f.Account.Activity])
        .Rule("floor.revise", f => f.Finding == "belowFloor",
            new(ActionKind.ReviseQuotation, ActionOwner.KeyAccountManager, 3),
            What("revise"),
            arguments: f => [f.Account.QuotationsBelowFloor])
        .Rule("given.ask", f => f.Finding == "givenAway",
            new(ActionKind.AskForReturn, ActionOwner.KeyAccountManager, 5),
            What("ask"),
            arguments: f => [f.Account.QuotationsGivenAway])
        .Rule("approval.seek", f => f.Finding == "needsApproval",
            new(ActionKind.SeekApproval, ActionOwner.KeyAccountManager, 5),
            What("seek"),
            arguments: f => [f.Account.QuotationsForApproval, f.Account.Approval])
        .Rule("cost.learn", f => f.Finding == "costUnknown",
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 7), What("learnCost"))
        .Rule("wallet.learn", f => f.Finding == "walletWrong",
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 14), What("correct"))
        .Rule("satisfaction.ask", f => f.Finding == "satisfactionUnknown",
            new(ActionKind.AskSatisfaction, ActionOwner.ServiceManager, 30), What("askSatisfaction"))
        .Rule("value.learn", f => f.Finding == "valueUnrated" || f.Finding == "purchasesUnknown",
            new(ActionKind.LearnFacts, ActionOwner.KeyAccountManager, 30), What("learn"))
        .Build(HitPolicy.Collect);

    /// <summary>An action and what the rooms' tables say → why it must not be asked for; no rule matches where it may be.</summary>
    public static DecisionTable<ProhibitionFacts, Text> Prohibitions { get; } = DecisionTable
        .For<ProhibitionFacts, Text>("review.prohibitions")
        .Domain(f => f.Action, [.. ActionKind.InOrder])
        .Domain(f => f.BarrierAdvice, [.. BarrierAdvice.InOrder, null])
        .Domain(f => f.Posture, [.. PricePosture.InOrder, null])
        .Domain(f => f.NextMove, [.. LadderMove.InOrder, null])
        .Domain(f => f.Approval, [.. ApprovalLevel.InOrder, null])
        .From(Kept)
        .Reasons(TextTable.Library, "Reviews.Prohibitions.")
        .Rule("raise", f => f.Action == ActionKind.RaiseBarrier && f.BarrierAdvice != BarrierAdvice.Invest, Why("raise"))
        .Rule("raise.unknown", f => f.Action == ActionKind.RaiseBarrier && f.BarrierAdvice == null, Why("raise.unknown"))
        .Rule("ease", f => f.Action == ActionKind.EaseBarrier && f.BarrierAdvice != BarrierAdvice.Relieve, Why("ease"))
        .Rule("ease.unknown", f => f.Action == ActionKind.EaseBarrier && f.BarrierAdvice == null, Why("ease.unknown"))
        .Rule("trade", f => f.Action == ActionKind.OfferTrade && f.Posture != PricePosture.Trade && f.Posture != PricePosture.Defend,
            Why("trade"))
        .Rule("trade.unknown", f => f.Action == ActionKind.OfferTrade && f.Posture == null, Why("trade.unknown"))
        .Rule("win", f => f.Action == ActionKind.WinPerson && f.NextMove == null, Why("win"))
        .Rule("approve", f => f.Action == ActionKind.SeekApproval && f.Approval == ApprovalLevel.Nobody, Why("approve"))
        .Build(HitPolicy.Collect);

    internal static (IReadOnlyList<ReviewAction> Actions, IReadOnlyList<ForbiddenAction> Forbidden) Of(
        IReadOnlyList<Finding> findings, ReviewFacts facts, LocalDate asOf, ReviewModels models)
    {
        var actions = new List<ReviewAction>(Most);
        var forbidden = new List<ForbiddenAction>();
        foreach (var finding in findings)
        {
            foreach (var hit in models.Actions.Decide(new() { Finding = finding.RuleId, Account = facts }).Hits)
            {
                if (actions.Count == Most)
                    return (actions, forbidden);
                var kind = hit.Advice.Kind;
                if (actions.Exists(each => each.Kind == kind) || forbidden.Exists(each => each.Kind == kind))
                    continue;
                var prohibition = models.Prohibitions.Decide(new()
                {
                    Action = kind, BarrierAdvice = facts.BarrierAdvice, Posture = facts.Posture, NextMove = facts.NextMove,
                        Approval = facts.Approval,
                });
                if (prohibition.IsDecided)
                    forbidden.Add(new(hit.RuleId, finding.RuleId, kind, prohibition.Hits[0].RuleId, prohibition.Hits[0].Reason));
                else
                    actions.Add(
                        new(hit.RuleId, finding.RuleId, kind, hit.Advice.Owner, Due(finding, facts, asOf, hit.Advice.Days), hit.Reason));
            }
        }

        return (actions, forbidden);
    }

    // A contract that has ended cannot be renewed any more.
    private static LocalDate Due(Finding finding, ReviewFacts facts, LocalDate asOf, int days)
    {
        var due = asOf > LocalDate.MaxIsoValue.PlusDays(-days) ? LocalDate.MaxIsoValue : asOf.PlusDays(days);
        return finding.Stake.Topic == ReviewTopic.Contract && facts.ContractEnd < due ? facts.ContractEnd.Value : due;
    }

    private static object?[] NextStep(ActionFacts facts) => [facts.Account.NextStep];

    private static object?[] Lever(ActionFacts facts) =>
        [facts.Account.BestLever is { } lever ? lever : TextTable.Library["Reviews.anyLever"]];

    private static Text What(string action) => TextTable.Library[$"Reviews.Actions.{action}"];

    private static Text Why(string prohibition) => TextTable.Library[$"Reviews.Prohibitions.{prohibition}"];
}
