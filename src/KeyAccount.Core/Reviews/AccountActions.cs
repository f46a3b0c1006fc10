using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>The actions that answer the findings of an account: what to do, by whom and by when.</summary>
/// <remarks>
/// <para>The findings are handled in their order, the largest stake first. A finding names its own actions (<see cref="Stake.Actions"/>),
/// or <see cref="Standard"/> is asked for them; a finding without an answer is followed up. Each answer becomes an action, unless
/// <see cref="Prohibitions"/> forbids it or the account already has an action of that kind. The first <see cref="Most"/> remain. A finding
/// that puts something at stake, but less than <see cref="ReviewModels.Materiality"/>, is reported without an action.</para>
/// <para>A room's table forbids actions by its own advice. The barrier policy forbids raising a barrier unless it advises investing, and
/// easing one unless it advises relief. The posture forbids offering a price step if it is to hold the price or let go. The ladder forbids
/// winning over a person for whom it has no move. The guardrails forbid seeking an approval that nobody may give.</para>
/// <para>Every rule is a <c>LibraryDefault</c>.</para>
/// </remarks>
public static class AccountActions
{
    /// <summary>The maximum number of actions of an account. Provenance: <c>LibraryDefault</c>; people with more to do get none of it
    /// done.</summary>
    public const int Most = 5;

    private static readonly Provenance Kept = Provenance.LibraryDefault(
        "what a room's own table advises against is not asked for by a review");

    /// <summary>The number of days for following up a finding that has no action of its own or from the table: a month. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int FollowUpDays = 30;

    private const string FollowUp = "followUp";

    /// <summary>Finding → the actions that answer it; every rule that matches, in the order of the table. Each rule is defined with its
    /// topic. It reads the kind and the subject of a finding, so that it also answers findings of your own.</summary>
    public static DecisionTable<ActionFacts, ActionPlan> Standard { get; } = Build();

    /// <summary>Action and the advice of the rooms' tables → why the action is forbidden; no rule matches an allowed action.</summary>
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

    /// <summary>Determines the actions for findings, in their order.</summary>
    /// <param name="asked">The findings, each with the facts it comes from and their date.</param>
    /// <param name="models">The models.</param>
    internal static (IReadOnlyList<ReviewAction> Actions, IReadOnlyList<ForbiddenAction> Forbidden) Of(
        IEnumerable<(Finding Finding, ReviewFacts Facts, LocalDate AsOf)> asked, ReviewModels models)
    {
        var actions = new List<ReviewAction>(Most);
        var forbidden = new List<ForbiddenAction>();

        // Where nothing is bought yet, or any more, money does not measure what there is to do.
        foreach (var (finding, facts, asOf) in asked.Where(
            each => each.Finding.AtStake is not > 0 || each.Finding.AtStake >= models.Materiality))
        {
            foreach (var (rule, plan, text) in Asked(finding, facts, models.Actions))
            {
                if (actions.Count == Most)
                    return (actions, forbidden);
                var kind = plan.Kind;
                if (kind != ActionKind.FollowUp
                    && (actions.Exists(each => each.Kind == kind) || forbidden.Exists(each => each.Kind == kind)))
                    continue;
                var prohibition = models.Prohibitions.Decide(new()
                {
                    Action = kind, BarrierAdvice = facts.BarrierAdvice, Posture = facts.Posture, NextMove = facts.NextMove,
                        Approval = facts.Approval,
                });
                if (prohibition.IsDecided)
                    forbidden.Add(new(rule, finding.RuleId, kind, prohibition.Hits[0].RuleId, prohibition.Hits[0].Reason));
                else
                    actions.Add(new(rule, finding.RuleId, kind, plan.Owner, Due(finding, facts, asOf, plan.Days), text));
            }
        }

        return (actions, forbidden);
    }

    internal static Text What(string action) => TextTable.Library[$"Reviews.Actions.{action}"];

    internal static object?[] NextStep(ActionFacts facts) => [facts.Account.NextStep];

    internal static object?[] Recovery(ActionFacts facts) => [facts.Account.DepartureCause, facts.Account.RecoveryAdvice];

    internal static object?[] Lever(ActionFacts facts) =>
        [facts.Account.BestLever is { } lever ? lever : TextTable.Library["Reviews.anyLever"]];

    // What the finding names itself, else what the table says; what nobody answers is followed up.
    private static IEnumerable<(string Rule, ActionPlan Plan, Text Text)> Asked(
        Finding finding, ReviewFacts facts, DecisionTable<ActionFacts, ActionPlan> table)
    {
        if (finding.Stake.Actions is { } named)
            return named.Select(plan => (finding.RuleId, plan, plan.Text ?? DescriptionOf(plan.Kind)));
        var hits = table.Decide(ActionFacts.Of(finding, facts)).Hits;
        return hits.Count > 0
            ? hits.Select(hit => (hit.RuleId, hit.Advice, hit.Reason))
            :
            [
                (FollowUp, new(ActionKind.FollowUp, ActionOwner.KeyAccountManager, FollowUpDays), What(FollowUp).With(finding.Text)),
            ];
    }

    private static Text DescriptionOf(ActionKind kind) => new(
        kind.Description(Language.English), kind.Description(Language.SimplifiedChinese), kind.Description(Language.TraditionalChinese));

    private static DecisionTable<ActionFacts, ActionPlan> Build()
    {
        var table = DecisionTable.For<ActionFacts, ActionPlan>("review.actions")
            .From(Provenance.LibraryDefault("the rooms advise what to do; who does it and how soon is ours"));
        foreach (var topic in AccountTopic.Ready)
            topic.AddActions(table);
        return table.Build(HitPolicy.Collect);
    }

    // A contract that has ended cannot be renewed any more, and a bid is late after its deadline.
    private static LocalDate Due(Finding finding, ReviewFacts facts, LocalDate asOf, int days)
    {
        var due = asOf > LocalDate.MaxIsoValue.PlusDays(-days) ? LocalDate.MaxIsoValue : asOf.PlusDays(days);
        return finding.Subject == FindingSubject.Contract && facts.ContractEnd < due ? facts.ContractEnd.Value
            : finding.Subject == FindingSubject.Tender && facts.NextTenderDay < due ? facts.NextTenderDay.Value
            : due;
    }

    private static Text Why(string prohibition) => TextTable.Library[$"Reviews.Prohibitions.{prohibition}"];
}
