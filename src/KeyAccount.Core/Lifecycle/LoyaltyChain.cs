using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Lifecycle;

/// <summary>Which steps of the chain a customer has made. Each may be unknown; unknown is null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record LoyaltyChainFacts
{
    /// <summary>Whether it knows us and what we stand for.</summary>
    public bool? KnowsUs { get; init; }

    /// <summary>Whether it trusts us.</summary>
    public bool? TrustsUs { get; init; }

    /// <summary>Whether it buys from us.</summary>
    public bool? BuysFromUs { get; init; }

    /// <summary>Whether it is satisfied.</summary>
    public bool? IsSatisfied { get; init; }

    /// <summary>Whether it is loyal.</summary>
    public bool? IsLoyal { get; init; }

    internal IEnumerable<(LoyaltyStep Step, bool? IsMade)> Steps() => LoyaltyStep.InOrder.Zip([KnowsUs, TrustsUs, BuysFromUs, IsSatisfied, IsLoyal]);
}

/// <summary>How far a customer has come on the chain from awareness to loyalty.</summary>
/// <remarks>A value: immutable, equal when every part is equal, and the same after a round trip through JSON.</remarks>
public sealed record ChainStanding
{
    /// <summary>A standing from its parts; what JSON reads back.</summary>
    /// <param name="reached">The last step that is made for sure.</param>
    /// <param name="highest">The last step that may be made.</param>
    /// <param name="ahead">The steps made ahead of their turn.</param>
    /// <param name="next">The step to work on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ahead"/> or <paramref name="next"/> is null.</exception>
    [JsonConstructor]
    public ChainStanding(LoyaltyStep? reached, LoyaltyStep? highest, IReadOnlyList<LoyaltyStep> ahead, Decision<LoyaltyStep> next)
    {
        ArgumentNullException.ThrowIfNull(ahead);
        ArgumentNullException.ThrowIfNull(next);
        Reached = reached;
        Highest = highest;
        Ahead = [.. ahead];
        Next = next;
    }

    /// <summary>The last step that is known to be made with every step before it; null where not even the first is.</summary>
    public LoyaltyStep? Reached { get; }

    /// <summary>The last step that may be made, every unknown one being made; null where the first is not.</summary>
    public LoyaltyStep? Highest { get; }

    /// <summary>The steps that are made although one before them is not, or is not known: what stands on them stands loosely.</summary>
    public IReadOnlyList<LoyaltyStep> Ahead { get; }

    /// <summary>The step to work on, with the reason.</summary>
    public Decision<LoyaltyStep> Next { get; }

    /// <summary>Whether every part is equal.</summary>
    /// <param name="other">The other standing.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(ChainStanding? other) =>
        other is not null && Reached == other.Reached && Highest == other.Highest && Ahead.SequenceEqual(other.Ahead) && Next == other.Next;

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Reached, Highest, Ahead.Count);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        $"ChainStanding {{ Reached = {Reached}, Highest = {Highest}, Ahead = [{string.Join(", ", Ahead)}], Next = {Next.Advice} }}";
}

/// <summary>The chain by which a relationship grows as a rule: awareness → trust → transaction → satisfaction → loyalty.</summary>
/// <remarks>The chain is S000's. That the first step which is not made is the one to work on is a <c>LibraryDefault</c>: it speaks of a rule, and of no exception.</remarks>
public static class LoyaltyChain
{
    private static readonly Provenance Ours = Provenance.LibraryDefault("S000 gives the chain; that the first step which is not made comes next is ours");

    /// <summary>Facts → the step to work on; complete, each combination has exactly one answer. A step that is not known counts as not made: find it out.</summary>
    public static DecisionTable<LoyaltyChainFacts, LoyaltyStep> Next { get; } = DecisionTable
        .For<LoyaltyChainFacts, LoyaltyStep>("loyaltyChain.next")
        .Domain<bool?>(f => f.KnowsUs, true, false, null)
        .Domain<bool?>(f => f.TrustsUs, true, false, null)
        .Domain<bool?>(f => f.BuysFromUs, true, false, null)
        .Domain<bool?>(f => f.IsSatisfied, true, false, null)
        .Domain<bool?>(f => f.IsLoyal, true, false, null)
        .Rule("awareness", f => f.KnowsUs != true, LoyaltyStep.Awareness, Reason("awareness"), provenance: Ours)
        .Rule("trust", f => f.KnowsUs == true && f.TrustsUs != true, LoyaltyStep.Trust, Reason("trust"), provenance: Ours)
        .Rule("transaction", f => f.KnowsUs == true && f.TrustsUs == true && f.BuysFromUs != true, LoyaltyStep.Transaction, Reason("transaction"), provenance: Ours)
        .Rule(
            "satisfaction",
            f => f.KnowsUs == true && f.TrustsUs == true && f.BuysFromUs == true && f.IsSatisfied != true,
            LoyaltyStep.Satisfaction,
            Reason("satisfaction"),
            provenance: Ours)
        .Rule(
            "loyalty",
            f => f.KnowsUs == true && f.TrustsUs == true && f.BuysFromUs == true && f.IsSatisfied == true && f.IsLoyal != true,
            LoyaltyStep.Loyalty,
            Reason("loyalty"),
            provenance: Ours)
        .Rule(
            "keep",
            f => f.KnowsUs == true && f.TrustsUs == true && f.BuysFromUs == true && f.IsSatisfied == true && f.IsLoyal == true,
            LoyaltyStep.Loyalty,
            Reason("keep"),
            provenance: Ours)
        .Build(HitPolicy.Unique);

    /// <summary>How far a customer has come.</summary>
    /// <param name="facts">Which steps it has made.</param>
    /// <param name="next">The table that says what to work on; null for <see cref="Next"/>.</param>
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

    private static Text Reason(string rule) => TextTable.Library[$"Lifecycle.LoyaltyChain.{rule}"];
}
