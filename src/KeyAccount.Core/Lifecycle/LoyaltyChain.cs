using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>The chain by which a relationship usually grows: awareness → trust → transaction → satisfaction → loyalty.</summary>
/// <remarks>The chain is 《大客户销售技巧（客户关系管理篇）》's. That the first step not yet made is the one to work on is a <c>LibraryDefault</c>: the
/// document states a rule without exceptions.</remarks>
public static class LoyaltyChain
{
    /// <summary>Facts → the step to work on; complete, each combination has exactly one answer. A step that is not known counts as not
    /// made: find it out.</summary>
    public static DecisionTable<LoyaltyChainFacts, LoyaltyStep> Next { get; } = DecisionTable
        .For<LoyaltyChainFacts, LoyaltyStep>("loyaltyChain.next")
        .Domain<bool?>(f => f.KnowsUs, true, false, null)
        .Domain<bool?>(f => f.TrustsUs, true, false, null)
        .Domain<bool?>(f => f.BuysFromUs, true, false, null)
        .Domain<bool?>(f => f.IsSatisfied, true, false, null)
        .Domain<bool?>(f => f.IsLoyal, true, false, null)
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} gives the chain; that the first step which is not made comes next is ours"))
        .Reasons(TextTable.Library, "Lifecycle.LoyaltyChain.")
        .Rule("awareness", f => !(f.KnowsUs ?? false), LoyaltyStep.Awareness)
        .Rule("trust", f => f.KnowsUs == true && !(f.TrustsUs ?? false), LoyaltyStep.Trust)
        .Rule("transaction", f => f.KnowsUs == true && f.TrustsUs == true && !(f.BuysFromUs ?? false), LoyaltyStep.Transaction)
        .Rule("satisfaction", f => f.KnowsUs == true && f.TrustsUs == true && f.BuysFromUs == true && !(f.IsSatisfied ?? false),
            LoyaltyStep.Satisfaction)
        .Rule("loyalty",
            f => f.KnowsUs == true && f.TrustsUs == true && f.BuysFromUs == true && f.IsSatisfied == true && !(f.IsLoyal ?? false),
            LoyaltyStep.Loyalty)
        .Rule("keep", f => f.KnowsUs == true && f.TrustsUs == true && f.BuysFromUs == true && f.IsSatisfied == true && f.IsLoyal == true,
            LoyaltyStep.Loyalty)
        .Build(HitPolicy.Unique);

    /// <summary>The progress of a customer on the chain.</summary>
    /// <param name="facts">The steps that the customer has made.</param>
    /// <param name="next">The table that decides the step to work on; null for <see cref="Next"/>.</param>
    /// <returns>What is reached, what may be, what was made ahead of its turn, and what comes next.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static ChainStanding StandingOf(LoyaltyChainFacts facts, DecisionTable<LoyaltyChainFacts, LoyaltyStep>? next = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var steps = facts.Steps().ToArray();
        return new(
            steps.TakeWhile(each => each.IsMade == true).LastOrDefault().Step,
            steps.TakeWhile(each => each.IsMade != false).LastOrDefault().Step,
            [.. steps.SkipWhile(each => each.IsMade == true).Where(each => each.IsMade == true).Select(each => each.Step)],
            (next ?? Next).Decide(facts));
    }
}
