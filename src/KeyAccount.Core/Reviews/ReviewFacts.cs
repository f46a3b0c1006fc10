using System.Globalization;

namespace KeyAccount.Core.Reviews;

/// <summary>The facts that decide findings and actions: the judgements of the rooms on an account, side by side. Everything except a count
/// may be unknown; unknown is null.</summary>
/// <remarks>Immutable; two values are equal if their parts are. <see cref="Of"/> creates them from a review: they contain no judgement that
/// a room has not made. Each topic adds its own facts in its file.</remarks>
public sealed partial record ReviewFacts
{
    /// <summary>Creates the facts from a review.</summary>
    /// <param name="review">The review of an account.</param>
    /// <returns>The facts, each from the room that knows it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    public static ReviewFacts Of(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return AccountTopic.Ready.Aggregate(new ReviewFacts(), (facts, topic) => topic.AddFacts(facts, review));
    }

    /// <summary>Looks up the amount of a basis.</summary>
    /// <param name="basis">The basis.</param>
    /// <returns>The amount; null if it is not known. Amounts below 0 count as 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="basis"/> is null.</exception>
    public decimal? AmountOf(StakeBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        return basis.AmountOf(this) is { } known ? Math.Max(0, known) : null;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts that distinguish one account from another.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
$"ReviewFacts {{ Tier = {Tier}, AnnualPurchases = {AnnualPurchases}, PurchaseChange = {PurchaseChange}, "
        + $"Barrier = {Barrier}, Satisfaction = {Satisfaction} }}");
}
