using System.Globalization;

namespace KeyAccount.Core.Reviews;

/// <summary>What the rooms say of an account, side by side: what findings and actions are decided by. Everything but a count may be
/// unknown; unknown is null.</summary>
/// <remarks>Immutable; compared by its parts. Made from a review by <see cref="Of"/>: nothing is judged here that a room has not judged.
/// Each topic adds its own facts where it stands.</remarks>
public sealed partial record ReviewFacts
{
    /// <summary>The facts of a review.</summary>
    /// <param name="review">The review of an account.</param>
    /// <returns>The facts, each from the room that knows it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    public static ReviewFacts Of(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return AccountTopic.Ready.Aggregate(new ReviewFacts(), (facts, topic) => topic.AddFacts(facts, review));
    }

    /// <summary>The amount of a basis.</summary>
    /// <param name="basis">The basis.</param>
    /// <returns>The amount; null where it is not known. Amounts below 0 count as 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="basis"/> is null.</exception>
    public decimal? AmountOf(StakeBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        return basis.AmountOf(this) is { } known ? Math.Max(0, known) : null;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>What tells one account from another.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
$"ReviewFacts {{ Tier = {Tier}, AnnualPurchases = {AnnualPurchases}, PurchaseChange = {PurchaseChange}, "
        + $"Barrier = {Barrier}, Satisfaction = {Satisfaction} }}");
}
