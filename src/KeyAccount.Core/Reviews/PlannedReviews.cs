using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

public sealed partial class PortfolioReviewRun
{
    // By account; null where the accounts are reviewed without plans.
    private IReadOnlyDictionary<string, AccountPlan>? _plans;

    /// <summary>Whether the accounts are reviewed with their plans (<see cref="WithPlans"/>).</summary>
    public bool HasPlans => _plans is not null;

    /// <summary>Returns the same review with the plans of the accounts. Actions in a plan are shown as open, overdue, done or dismissed,
    /// and are not proposed again (<see cref="AccountReview.WithPlan"/>).</summary>
    /// <param name="plans">The plans; those of accounts that are not among <see cref="Accounts"/> are not read.</param>
    /// <returns>The review, ready to run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plans"/> is null.</exception>
    /// <exception cref="ArgumentException">A plan of one of the accounts has taken up a review of a later date.</exception>
    public PortfolioReviewRun WithPlans(PlanFile plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var known = new Dictionary<string, AccountPlan>(StringComparer.Ordinal);
        foreach (var plan in plans.Plans)
        {
            if (Find(plan.AccountId) is not { } account || account.Entry.Id != plan.AccountId)
                continue;
            if (plan.ReviewedOn > AsOf)
            {
                throw new ArgumentException(
                    $"plans has taken up a review of '{plan.AccountId}' as of {LocalDatePattern.Iso.Format(plan.ReviewedOn.Value)}; "
                    + $"a review with it must not be as of {LocalDatePattern.Iso.Format(AsOf)}, which is earlier.",
                    nameof(plans));
            }

            known[plan.AccountId] = plan;
        }

        var run = (PortfolioReviewRun)MemberwiseClone();
        run._plans = known;
        return run;
    }

    // The facts of an account can have a date of their own.
    private AccountReview? Planned(AccountReview? review, List<ModelFault> faults)
    {
        if (review is null || _plans is null)
            return review;
        var plan = _plans.GetValueOrDefault(review.Id);
        if (plan?.ReviewedOn is { } reviewed && reviewed > review.AsOf)
        {
            faults.Add(new(
                Invariant($"accounts[{_indexes.Value[review.Id]}].asOf"),
                $"it is {LocalDatePattern.Iso.Format(review.AsOf)}; the plan of the account has taken up a review as of "
                + $"{LocalDatePattern.Iso.Format(reviewed)}, and a later one is needed")
            { AccountId = review.Id });
            return null;
        }

        return review.WithPlan(plan);
    }
}
