using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>Where reviews are kept: a folder, a database, whatever the host has.</summary>
/// <remarks>An implementation must be safe where several programs write at once: <see cref="TryAdd"/> and <see cref="TryWrite"/> do what
/// they say as one step, or nothing.</remarks>
public interface IReviewStore
{
    /// <summary>The dates of the reviews that are kept, in order.</summary>
    /// <returns>The dates; empty where there are none.</returns>
    IReadOnlyList<LocalDate> Dates();

    /// <summary>The review of a date.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The review; null where none is kept.</returns>
    RecordedReview? Read(LocalDate asOf);

    /// <summary>Where an account stood in every review that is kept.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The points by date; empty where there are none.</returns>
    IReadOnlyList<ReviewPoint> PointsOf(string accountId);

    /// <summary>Keeps a review where none of its date is kept yet.</summary>
    /// <param name="review">The review.</param>
    /// <returns>Whether it is kept now; false where one of that date is there already, which stays.</returns>
    bool TryAdd(RecordedReview review);

    /// <summary>The plan of an account.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The plan and how often it has been written; null where none is kept.</returns>
    StoredPlan? ReadPlan(string accountId);

    /// <summary>Writes a plan where nobody has written it in the meantime.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="expectedVersion">The version that was read; 0 for a plan that is not kept yet.</param>
    /// <returns>Whether it is written; false where another version is there.</returns>
    bool TryWrite(AccountPlan plan, int expectedVersion);
}
