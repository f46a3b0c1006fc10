using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>A store for reviews: a folder, a database, whatever the host has.</summary>
/// <remarks>An implementation must be safe if several programs write at once: <see cref="TryAdd"/> and <see cref="TryWrite"/> do all of
/// their work in one step, or nothing.</remarks>
public interface IReviewStore
{
    /// <summary>Lists the dates of the stored reviews, in order.</summary>
    /// <returns>The dates; empty if there are none.</returns>
    IReadOnlyList<LocalDate> Dates();

    /// <summary>Reads the review of a date.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The review; null if none is stored.</returns>
    RecordedReview? Read(LocalDate asOf);

    /// <summary>Reads the points of an account in every stored review.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The points by date; empty if there are none.</returns>
    IReadOnlyList<ReviewPoint> PointsOf(string accountId);

    /// <summary>Stores a review if none is stored for its date yet.</summary>
    /// <param name="review">The review.</param>
    /// <returns>Whether it was stored; false if there already is one for that date, which stays.</returns>
    bool TryAdd(RecordedReview review);

    /// <summary>Reads the plan of an account.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The plan and the number of times it has been written; null if none is stored.</returns>
    StoredPlan? ReadPlan(string accountId);

    /// <summary>Writes a plan if nobody has written it in the meantime.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="expectedVersion">The version that was read; 0 for a plan that is not stored yet.</param>
    /// <returns>Whether it was written; false if the store has another version.</returns>
    bool TryWrite(AccountPlan plan, int expectedVersion);
}
