using KeyAccount.Core.Planning;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Reviews over time: the state of each account, what has changed and why; and plans that several programs edit.</summary>
/// <remarks>Not a value: it does the work; its data are in the store. As safe to share between threads as the store.</remarks>
public sealed class ReviewHistory
{
    private const int Tries = 100;
    private const string ReviewName = "review";

    private readonly IReviewStore _store;

    /// <summary>Creates a history over a store.</summary>
    /// <param name="store">The store of the reviews.</param>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    public ReviewHistory(IReviewStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
    }

    /// <summary>Stores a review.</summary>
    /// <param name="review">The review of all accounts.</param>
    /// <returns>Whether it is new; false if the same review is already stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="ArgumentException">The review covers only the accounts of one owner, or is in a currency other than that of the
    /// last one.</exception>
    /// <exception cref="InvalidOperationException">A different review of that date is already stored; the message says how they
    /// differ.</exception>
    public bool Record(PortfolioReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Record(review.Owner, () => RecordedReview.Of(review));
    }

    /// <summary>Runs a review and stores it account by account, keeping only the points.</summary>
    /// <param name="review">The review of all accounts.</param>
    /// <returns>Whether it is new; false if the same review is already stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="ArgumentException">The review covers only the accounts of one owner, or is in a currency other than that of the
    /// last one.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of accounts; the exception holds all faults.</exception>
    /// <exception cref="InvalidOperationException">A different review of that date is already stored; the message says how they
    /// differ.</exception>
    public bool Record(PortfolioReviewRun review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Record(review.Owner, () => RecordedReview.Of(review));
    }

    private bool Record(string? owner, Func<RecordedReview> make)
    {
        if (owner is not null)
            throw new ArgumentException($"review has the accounts of '{owner}' only; a history keeps reviews of all.", ReviewName);
        var record = make();
        if (_store.Dates() is { Count: > 0 } dates && _store.Read(dates[^1]) is { } last && last.Currency != record.Currency)
            throw new ArgumentException($"review is in {record.Currency}; the history is in {last.Currency}.", ReviewName);
        if (_store.TryAdd(record))
            return true;
        var there = _store.Read(record.AsOf);
        return there is null || there.Equals(record)
            ? false
            : throw new InvalidOperationException(
                Invariant($"a review as of {record.AsOf:uuuu-MM-dd} is stored and differs {DifferenceOf(there, record)}; ")
                + "remove the stored one to store this one.");
    }

    /// <summary>Finds the last review before a date, as far as a later one is compared with it.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns>The line of each account; null if no earlier review is stored.</returns>
    public ReviewSnapshot? Before(LocalDate asOf)
    {
        Guard.Iso(asOf);
        LocalDate[] earlier = [.. _store.Dates().Where(date => date < asOf)];
        return earlier.Length == 0 ? null : _store.Read(earlier[^1])?.ToSnapshot();
    }

    /// <summary>Reads the history of an account, review by review.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The history; without points if no review has the account.</returns>
    /// <exception cref="ArgumentException"><paramref name="accountId"/> is null or blank.</exception>
    public AccountHistory Of(string accountId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        return new(accountId, _store.PointsOf(accountId));
    }

    /// <summary>Lists the changes of each account from one review to the next, with the reasons.</summary>
    /// <param name="since">Only changes in reviews after this date; null for all.</param>
    /// <returns>The steps by date, then in the order of the later review; an account that is new or gone has none.</returns>
    public IEnumerable<ReviewStep> Changes(LocalDate? since = null)
    {
        Guard.Iso(since);
        return Steps(since);
    }

    /// <summary>Edits an action of a stored plan. If another program has written the plan in the meantime, the edit is applied to the new
    /// version, so that neither change is lost.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="actionId">The action.</param>
    /// <param name="change">Returns the edited action.</param>
    /// <param name="revision">The revision on which the edit is based; null to edit the present action in any case.</param>
    /// <returns>The edit, or the reason why it is refused and the present action.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The edited action that <paramref name="change"/> returns is invalid.</exception>
    /// <exception cref="InvalidOperationException">Other programs have written the plan repeatedly in the meantime.</exception>
    public PlanEdit Edit(string accountId, string actionId, Func<PlanAction, PlanAction> change, int? revision = null)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(actionId);
        ArgumentNullException.ThrowIfNull(change);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var stored = _store.ReadPlan(accountId);
            var edit = new PlanFile { Plans = stored is null ? [] : [stored.Plan] }.Edit(actionId, change, revision);
            if (!edit.IsAccepted || _store.TryWrite(edit.File.Plans[0], stored!.Version))
                return edit;
        }

        throw new InvalidOperationException($"the plan of '{accountId}' was written by others {Tries} times; try again.");
    }

    /// <summary>Updates the stored plans after reviews. An account without a plan gets one if its review asks for something.</summary>
    /// <param name="reviews">The reviews.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reviews"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">A review is older than the last one that its plan has taken up.</exception>
    /// <exception cref="InvalidOperationException">Other programs have written a plan repeatedly in the meantime.</exception>
    public void TakeUp(IEnumerable<AccountReview> reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        foreach (var review in reviews)
        {
            ArgumentNullException.ThrowIfNull(review, nameof(reviews));
            if (!TryTakeUp(review))
                throw new InvalidOperationException($"the plan of '{review.Id}' was written by others {Tries} times; try again.");
        }
    }

    private bool TryTakeUp(AccountReview review)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var stored = _store.ReadPlan(review.Id);
            if (stored is null && !review.Asked.Any())
                return true;
            var plan = stored?.Plan.TakeUp(review) ?? AccountPlan.Begin(review);
            if (plan.Equals(stored?.Plan) || _store.TryWrite(plan, stored?.Version ?? 0))
                return true;
        }

        return false;
    }

    private IEnumerable<ReviewStep> Steps(LocalDate? since)
    {
        Dictionary<string, ReviewPoint>? before = null;
        foreach (var date in _store.Dates())
        {
            if (_store.Read(date) is not { } review)
                continue;
            if (before is not null && (since is null || date > since))
            {
                foreach (var point in review.Points)
                {
                    if (before.TryGetValue(point.Summary.Id, out var earlier)
                        && ReviewStep.Between(earlier, point) is { HasMoved: true } step)
                        yield return step;
                }
            }

            before = review.Points.ToDictionary(point => point.Summary.Id, StringComparer.Ordinal);
        }
    }

    private static string DifferenceOf(RecordedReview there, RecordedReview here)
    {
        var known = there.Points.ToDictionary(point => point.Summary.Id, StringComparer.Ordinal);
        string[] other =
        [
            .. here.Points.Where(point => !known.TryGetValue(point.Summary.Id, out var was) || !was.Equals(point))
                .Select(point => point.Summary.Id).Concat(there.Points.Select(point => point.Summary.Id)
                    .Except(here.Points.Select(point => point.Summary.Id), StringComparer.Ordinal)),
        ];
        return other.Length == 0 ? "in its models" : $"in {English.Count(other.Length, "account")}, such as '{other[0]}'";
    }
}
