using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>The four periods of a relationship: which period it is in, how a period is entered and left, and what to do next.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 names the periods and gives each its task in its units 3 to 6: develop potential customers, raise
/// satisfaction, raise
/// loyalty and share, win back. How the periods are distinguished, their entry and exit are a <c>LibraryDefault</c>.</remarks>
public static class RelationshipLifecycle
{
    private static readonly Provenance Judged = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} names the period; the facts that determine it are ours");
    private static readonly Provenance Guided = Provenance.LibraryDefault(
        $"{SourceTitle.Selling} gives the period its task (units 3 to 6); entry, exit and the wording of what to do are ours");

    /// <summary>Facts → period; complete over known facts, each combination has exactly one answer. A customer that has never bought is in
    /// exploration, whatever else is known.</summary>
    /// <remarks>Where a fact is not known that decides, no rule matches: ask <see cref="StandingOf"/> for what is possible.</remarks>
    public static DecisionTable<LifecycleFacts, LifecyclePeriod> Periods { get; } = DecisionTable
        .For<LifecycleFacts, LifecyclePeriod>("lifecycle.periods")
        .Domain<bool?>(f => f.HasBought, true, false)
        .Domain<bool?>(f => f.BuysRegularly, true, false)
        .Domain<bool?>(f => f.IsSatisfied, true, false)
        .Domain<bool?>(f => f.IsDeclining, true, false)
        .From(Judged)
        .Reasons(TextTable.Library, "Lifecycle.Periods.")
        .Rule("exploration", f => f.HasBought == false, LifecyclePeriod.Exploration)
        .Rule("formation", f => f.HasBought == true && f.IsDeclining == false && (f.BuysRegularly == false || f.IsSatisfied == false),
            LifecyclePeriod.Formation)
        .Rule("stability", f => f.HasBought == true && f.IsDeclining == false && f.BuysRegularly == true && f.IsSatisfied == true,
            LifecyclePeriod.Stability)
        .Rule("decline", f => f.HasBought == true && f.IsDeclining == true, LifecyclePeriod.Decline)
        .Build(HitPolicy.Unique);

    /// <summary>Period → entry, exit and what to do next; complete, each period has exactly one guide.</summary>
    public static DecisionTable<PeriodGuideFacts, PhaseGuide> Guides { get; } = LifecyclePeriod.InOrder
        .Aggregate(
            DecisionTable.For<PeriodGuideFacts, PhaseGuide>("lifecycle.guides")
                .Domain(f => f.Period, [.. LifecyclePeriod.InOrder])
                .From(Guided),
            (table, period) => table.Rule(
                period.Name,
                f => f.Period == period,
                PhaseGuide.Of("Lifecycle.PeriodGuide.", period.Name),
                TextTable.Library["Lifecycle.PeriodGuide.Reason"],
                f => [f.Period]))
        .Build(HitPolicy.Unique);

    /// <summary>The period of a relationship, with every period that unknown facts leave possible.</summary>
    /// <param name="facts">The known facts of the relationship.</param>
    /// <param name="periods">The table to judge by; null for <see cref="Periods"/>.</param>
    /// <returns>The period where it is certain, and every period that is possible.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static PeriodStanding StandingOf(LifecycleFacts facts, DecisionTable<LifecycleFacts, LifecyclePeriod>? periods = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        periods ??= Periods;
        var possible =
            from hasBought in Known(facts.HasBought)
            from buysRegularly in Known(facts.BuysRegularly)
            from isSatisfied in Known(facts.IsSatisfied)
            from isDeclining in Known(facts.IsDeclining)
            let known = new LifecycleFacts
            {
                HasBought = hasBought, BuysRegularly = buysRegularly, IsSatisfied = isSatisfied, IsDeclining = isDeclining,
            }
            from hit in periods.Decide(known).Hits
            select hit.Advice;
        return new(periods.Decide(facts), [.. possible.Distinct().OrderBy(period => period.Value)]);

        static bool[] Known(bool? fact) => fact is { } known ? [known] : [true, false];
    }
}
