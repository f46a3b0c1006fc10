using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The policy for the barrier around a customer.</summary>
/// <remarks>A barrier without satisfaction holds a hostage, not a loyal customer (the word is Jones &amp; Sasser's, Why Satisfied
/// Customers Defect, HBR 11–12/1995). Every rule is a <c>LibraryDefault</c>.</remarks>
public static class BarrierPolicy
{
    private static readonly Provenance Ours =
        Provenance.LibraryDefault(
            $"{SourceTitle.Selling} and {SourceTitle.Strategy} ask to raise barriers and do not say for whom; no published policy");
    private static readonly Provenance Hostage =
        Provenance.LibraryDefault("hostages are Jones & Sasser's (HBR 11-12/1995); what follows from it is ours");

    /// <summary>Barrier × satisfaction × tier → invest, maintain or relieve; complete, each combination has exactly one answer.</summary>
    public static DecisionTable<BarrierPolicyFacts, BarrierAdvice> Standard { get; } = DecisionTable
        .For<BarrierPolicyFacts, BarrierAdvice>("barrierPolicy.standard")
        .Domain(f => f.Barrier, [.. BarrierLevel.InOrder, null])
        .Domain(f => f.Satisfaction, [.. SatisfactionLevel.InOrder, null])
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .From(Ours)
        .Reasons(TextTable.Library, "SwitchingCosts.BarrierPolicy.", f => [f.Barrier, f.Satisfaction, f.Tier])
        .Rule("hostage",
            f => f.Satisfaction == SatisfactionLevel.Low && f.Barrier == BarrierLevel.High, BarrierAdvice.Relieve, provenance: Hostage)
        .Rule("dissatisfied",
            f => f.Satisfaction == SatisfactionLevel.Low && (f.Barrier == BarrierLevel.Low || f.Barrier == BarrierLevel.Medium),
            BarrierAdvice.Maintain, provenance: Hostage)
        .Rule("dissatisfied.barrierUnknown",
            f => f.Satisfaction == SatisfactionLevel.Low && f.Barrier == null, BarrierAdvice.Maintain, provenance: Hostage)
        .Rule("satisfactionUnknown", f => f.Satisfaction == null, BarrierAdvice.Maintain)
        .Rule("barrierUnknown",
            f => (f.Satisfaction == SatisfactionLevel.Medium || f.Satisfaction == SatisfactionLevel.High) && f.Barrier == null,
            BarrierAdvice.Maintain)
        .Rule("open",
            f => (f.Satisfaction == SatisfactionLevel.Medium || f.Satisfaction == SatisfactionLevel.High)
                && f.Barrier == BarrierLevel.Low && (f.Tier == AccountTier.A || f.Tier == AccountTier.B), BarrierAdvice.Invest)
        .Rule("deepen",
            f => (f.Satisfaction == SatisfactionLevel.Medium || f.Satisfaction == SatisfactionLevel.High)
                && f.Barrier == BarrierLevel.Medium && f.Tier == AccountTier.A, BarrierAdvice.Invest)
        .Rule("enough",
            f => (f.Satisfaction == SatisfactionLevel.Medium || f.Satisfaction == SatisfactionLevel.High)
                && f.Barrier == BarrierLevel.Medium && (f.Tier == AccountTier.B || f.Tier == AccountTier.C), BarrierAdvice.Maintain)
        .Rule("notWorthIt",
            f => (f.Satisfaction == SatisfactionLevel.Medium || f.Satisfaction == SatisfactionLevel.High)
                && f.Barrier == BarrierLevel.Low && f.Tier == AccountTier.C, BarrierAdvice.Maintain)
        .Rule("ungraded",
            f => (f.Satisfaction == SatisfactionLevel.Medium || f.Satisfaction == SatisfactionLevel.High)
                && (f.Barrier == BarrierLevel.Low || f.Barrier == BarrierLevel.Medium) && f.Tier == null, BarrierAdvice.Maintain)
        .Rule("watch", f => f.Satisfaction == SatisfactionLevel.Medium && f.Barrier == BarrierLevel.High, BarrierAdvice.Maintain,
            provenance: Hostage)
        .Rule("loyal", f => f.Satisfaction == SatisfactionLevel.High && f.Barrier == BarrierLevel.High, BarrierAdvice.Maintain)
        .Build(HitPolicy.Unique);
}
