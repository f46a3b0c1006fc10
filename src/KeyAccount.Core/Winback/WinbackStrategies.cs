using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>How far to go for a customer that leaves.</summary>
/// <remarks>LibraryDefault throughout: 《大客户销售技巧（客户关系管理篇）》 asks for strategies by tier and names none.</remarks>
public static class WinbackStrategies
{
    /// <summary>Tier, cause and state → strategy; complete over 128 combinations, the first rule that matches answers.</summary>
    public static DecisionTable<WinbackStrategyFacts, WinbackStrategy> Standard { get; } = DecisionTable
        .For<WinbackStrategyFacts, WinbackStrategy>("winback.strategy")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Domain(f => f.Cause, [.. DepartureCause.InOrder, null])
        .Domain(f => f.State, [.. CustomerState.InOrder])
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} asks for strategies by tier and names none"))
        .Reasons(TextTable.Library, "Winback.WinbackStrategies.")
        .Rule("causeUnknown", f => f.Cause == null && f.State != CustomerState.Active, WinbackStrategy.KeepWarm)
        .Rule("stillActive", f => f.State == CustomerState.Active, WinbackStrategy.KeepWarm)
        .Rule("ownChange", f => f.Cause == DepartureCause.OwnChange, WinbackStrategy.KeepWarm)
        .Rule("blacklisted", f => f.State == CustomerState.Blacklisted, WinbackStrategy.Repair)
        .Rule("priceTail", f => f.Cause == DepartureCause.Price && f.Tier == AccountTier.C, WinbackStrategy.LetGo)
        .Rule(
            "ourFault.a",
            f => f.Tier == AccountTier.A && (f.Cause == DepartureCause.Quality || f.Cause == DepartureCause.DeliveryOrService
                || f.Cause == DepartureCause.ComplaintHandling),
            WinbackStrategy.FullEffort)
        .Rule(
            "ourFault",
            f => f.Cause == DepartureCause.Quality || f.Cause == DepartureCause.DeliveryOrService
                || f.Cause == DepartureCause.ComplaintHandling,
            WinbackStrategy.Repair)
        .Rule(
            "newPerson.ab",
            f => f.Cause == DepartureCause.KeyPersonChange && (f.Tier == AccountTier.A || f.Tier == AccountTier.B),
            WinbackStrategy.FullEffort)
        .Rule(
            "pulled.ab",
            f => (f.Cause == DepartureCause.Price || f.Cause == DepartureCause.CompetitorPull)
                && (f.Tier == AccountTier.A || f.Tier == AccountTier.B),
            WinbackStrategy.Offer)
        .Rule("tierUnknown", f => f.Tier == null, WinbackStrategy.KeepWarm)
        .Rule("rest", f => true, WinbackStrategy.KeepWarm)
        .Build(HitPolicy.First);
}
