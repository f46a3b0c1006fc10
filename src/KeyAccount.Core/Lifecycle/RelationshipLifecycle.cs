using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>What the period of a relationship is judged by. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable; equal when every fact is. Which facts tell the periods apart is a <c>LibraryDefault</c>.</remarks>
public sealed record LifecycleFacts
{
    /// <summary>Whether the customer has ever bought from us.</summary>
    public bool? HasBought { get; init; }

    /// <summary>Whether it buys again and again, in its own rhythm.</summary>
    public bool? BuysRegularly { get; init; }

    /// <summary>Whether it perceives at least what it expects.</summary>
    public bool? IsSatisfied { get; init; }

    /// <summary>Whether purchases or our share fall for longer than the rhythm explains, or have stopped.</summary>
    public bool? IsDeclining { get; init; }
}

/// <summary>What the guide to a period depends on.</summary>
/// <remarks>Immutable; equal when the period is.</remarks>
public sealed record PeriodGuideFacts
{
    /// <summary>The period; null while it is not known.</summary>
    public LifecyclePeriod? Period { get; init; }
}

/// <summary>Where a relationship stands in its life, as far as that is known.</summary>
/// <remarks>A value: immutable, equal when every part is equal, and the same after a round trip through JSON.</remarks>
public sealed record PeriodStanding
{
    /// <summary>A standing from its parts; what JSON reads back.</summary>
    /// <param name="decision">What the table says of the facts as they are.</param>
    /// <param name="possible">Every period it can be.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    [JsonConstructor]
    public PeriodStanding(Decision<LifecyclePeriod> decision, IReadOnlyList<LifecyclePeriod> possible)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(possible);
        Decision = decision;
        Possible = [.. possible];
    }

    /// <summary>What the table says of the facts as they are, with its reason; undecided while an unknown fact decides.</summary>
    public Decision<LifecyclePeriod> Decision { get; }

    /// <summary>Every period it can be, whatever the unknown facts turn out to be, in the order of the term.</summary>
    public IReadOnlyList<LifecyclePeriod> Possible { get; }

    /// <summary>The period; null while an unknown fact decides.</summary>
    [JsonIgnore]
    public LifecyclePeriod? Period => Decision.Advice;

    /// <summary>Whether every part is equal.</summary>
    /// <param name="other">The other standing.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(PeriodStanding? other) => other is not null && Decision == other.Decision && Possible.SequenceEqual(other.Possible);

    /// <summary>A hash of the decision and the number of possibilities.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Decision, Possible.Count);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The period and what is possible.</returns>
    public override string ToString() => $"PeriodStanding {{ Period = {Period}, Possible = [{string.Join(", ", Possible)}] }}";
}

/// <summary>The four periods of a relationship: which one it is in, how it is entered and left, and what to do next.</summary>
/// <remarks>S000 names the periods and gives each its task in its units 3 to 6: develop potential customers, raise satisfaction, raise loyalty and share, win
/// back. How the periods are told apart, their entry and exit are a <c>LibraryDefault</c>.</remarks>
public static class RelationshipLifecycle
{
    private static readonly Provenance Judged = Provenance.LibraryDefault("S000 names the period; the facts it is told by are ours");
    private static readonly Provenance Guided = Provenance.LibraryDefault("S000 gives the period its task (units 3 to 6); entry, exit and the wording of what to do are ours");

    /// <summary>Facts → period; complete over known facts, each combination has exactly one answer. Whoever has never bought explores, whatever else is said.</summary>
    /// <remarks>Where a fact is not known that decides, no rule matches: ask <see cref="StandingOf"/> for what is possible.</remarks>
    public static DecisionTable<LifecycleFacts, LifecyclePeriod> Periods { get; } = DecisionTable
        .For<LifecycleFacts, LifecyclePeriod>("lifecycle.periods")
        .Domain<bool?>(f => f.HasBought, true, false)
        .Domain<bool?>(f => f.BuysRegularly, true, false)
        .Domain<bool?>(f => f.IsSatisfied, true, false)
        .Domain<bool?>(f => f.IsDeclining, true, false)
        .Rule("exploration", f => f.HasBought == false, LifecyclePeriod.Exploration, Reason("exploration"), provenance: Judged)
        .Rule(
            "formation",
            f => f.HasBought == true && f.IsDeclining == false && (f.BuysRegularly == false || f.IsSatisfied == false),
            LifecyclePeriod.Formation,
            Reason("formation"),
            provenance: Judged)
        .Rule(
            "stability",
            f => f.HasBought == true && f.IsDeclining == false && f.BuysRegularly == true && f.IsSatisfied == true,
            LifecyclePeriod.Stability,
            Reason("stability"),
            provenance: Judged)
        .Rule("decline", f => f.HasBought == true && f.IsDeclining == true, LifecyclePeriod.Decline, Reason("decline"), provenance: Judged)
        .Build(HitPolicy.Unique);

    /// <summary>Period → entry, exit and what to do next; complete, each period has exactly one guide.</summary>
    public static DecisionTable<PeriodGuideFacts, PhaseGuide> Guides { get; } = LifecyclePeriod.InOrder
        .Aggregate(
            DecisionTable.For<PeriodGuideFacts, PhaseGuide>("lifecycle.guides").Domain(f => f.Period, [.. LifecyclePeriod.InOrder]),
            (table, period) => table.Rule(
                period.Name, f => f.Period == period, PhaseGuide.Of("Lifecycle.PeriodGuide.", period.Name), TextTable.Library["Lifecycle.PeriodGuide.Reason"], f => [f.Period], Guided))
        .Build(HitPolicy.Unique);

    /// <summary>Where a relationship stands in its life, with everything that unknown facts leave possible.</summary>
    /// <param name="facts">What is known of the relationship.</param>
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
            from hit in periods.Decide(new() { HasBought = hasBought, BuysRegularly = buysRegularly, IsSatisfied = isSatisfied, IsDeclining = isDeclining }).Hits
            select hit.Advice;
        return new(periods.Decide(facts), [.. possible.Distinct().OrderBy(period => period.Value)]);

        static bool[] Known(bool? fact) => fact is { } known ? [known] : [true, false];
    }

    private static Text Reason(string rule) => TextTable.Library[$"Lifecycle.Periods.{rule}"];
}
