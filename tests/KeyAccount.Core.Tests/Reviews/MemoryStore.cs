using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>Reviews and plans in memory.</summary>
internal sealed class MemoryStore : IReviewStore
{
    private readonly SortedDictionary<LocalDate, string> _reviews = [];
    private readonly Dictionary<string, StoredPlan> _plans = new(StringComparer.Ordinal);

    public IReadOnlyList<LocalDate> Dates() => [.. _reviews.Keys];

    public RecordedReview? Read(LocalDate asOf) => _reviews.TryGetValue(asOf, out var json) ? RecordedReview.FromJson(json) : null;

    public IReadOnlyList<ReviewPoint> PointsOf(string accountId) => [.. Dates().Select(date => Read(date)!.Points.FirstOrDefault(point => point.Summary.Id == accountId)).OfType<ReviewPoint>()];

    public bool TryAdd(RecordedReview review) => _reviews.TryAdd(review.AsOf, review.ToJson());

    public StoredPlan? ReadPlan(string accountId) => _plans.GetValueOrDefault(accountId);

    public bool TryWrite(AccountPlan plan, int expectedVersion)
    {
        if ((ReadPlan(plan.AccountId)?.Version ?? 0) != expectedVersion)
            return false;
        _plans[plan.AccountId] = new(plan, expectedVersion + 1);
        return true;
    }
}
