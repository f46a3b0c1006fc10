using KeyAccount.Core.Records;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>Retention and churn (《大客户销售技巧（客户关系管理篇）》: 客户流失率与客户保持率), of accounts and of revenue.</summary>
/// <remarks>Pure functions. A division keeps 28 significant digits; nothing else is rounded. For cohorts: <see cref="Cohorts"/>.</remarks>
public static class Retention
{
    /// <summary>The retention of accounts, from counts.</summary>
    /// <param name="atStart">The accounts at the start; not negative; of 0 the rate is undefined.</param>
    /// <param name="gained">The accounts at the end that were not there at the start; not negative.</param>
    /// <param name="atEnd">The accounts at the end: at least <paramref name="gained"/>; unless the start is 0, at most
    /// <paramref name="atStart"/> + <paramref name="gained"/>.</param>
    /// <returns>The retention.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range: an error in the data.</exception>
    public static AccountRetention Of(int atStart, int gained, int atEnd) => new(atStart, gained, atEnd);

    /// <summary>The retention of revenue, account by account.</summary>
    /// <param name="accounts">What each account brings at the start and at the end, in any order.</param>
    /// <returns>The retention.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> is null.</exception>
    public static RevenueRetention OfRevenue(IReadOnlyList<AccountRevenue> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        decimal start = 0, expansion = 0, contraction = 0, lost = 0;
        foreach (var (before, after) in accounts)
        {
            if (before <= 0)
                continue;
            start += before;
            if (after <= 0)
                lost += before;
            else if (after < before)
                contraction += before - after;
            else
                expansion += after - before;
        }

        return new(start, expansion, contraction, lost);
    }

    /// <summary>The retention from one span of time to a later one, from purchases.</summary>
    /// <param name="purchases">The purchases, in any order.</param>
    /// <param name="before">The earlier span, both ends included: an account that buys in it is there at the start.</param>
    /// <param name="after">The later span, both ends included: an account that buys in it is there at the end. Take two of the same length
    /// for the revenue to be comparable.</param>
    /// <returns>The retention. Returns (negative amounts) count as revenue but do not make an account a customer.</returns>
    /// <exception cref="ArgumentNullException">An argument or a purchase is null.</exception>
    /// <exception cref="ArgumentException">The spans overlap or are in the wrong order, or a purchase has no account.</exception>
    public static RetentionResult Between(IReadOnlyList<AccountPurchase> purchases, DateInterval before, DateInterval after)
    {
        Guard.Iso(before);
        Guard.Iso(after);
        AccountPurchase.Check(purchases);
        if (before.End >= after.Start)
        {
            throw new ArgumentException(
                Invariant($"before ends on {before.End:R} and after starts on {after.Start:R}; it must start later."), nameof(after));
        }

        return Between(
            purchases.GroupBy(purchase => purchase.AccountId, StringComparer.Ordinal),
            account => (In(account, before), In(account, after)));

        static decimal? In(IEnumerable<AccountPurchase> account, DateInterval span)
        {
            var inSpan = account.Where(purchase => span.Contains(purchase.Date)).ToArray();
            return Array.Exists(inSpan, purchase => purchase.Amount >= 0) ? inSpan.Sum(purchase => purchase.Amount) : null;
        }
    }

    /// <summary>The retention from one day to a later one, from contracts.</summary>
    /// <param name="contracts">The contracts, in any order.</param>
    /// <param name="before">The earlier day: an account with a contract in force on it is there at the start.</param>
    /// <param name="after">The later day: an account with a contract in force on it is there at the end.</param>
    /// <returns>The retention; the revenue of an account is the annual value of its contracts in force on the day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contracts"/> or a contract is null.</exception>
    /// <exception cref="ArgumentException">The days are in the wrong order, or a contract has no account, ends before it starts, or has a
    /// negative value.</exception>
    public static RetentionResult Between(IReadOnlyList<AccountContract> contracts, LocalDate before, LocalDate after)
    {
        Guard.Iso(before);
        Guard.Iso(after);
        AccountContract.Check(contracts);
        if (before >= after)
            throw new ArgumentException(Invariant($"before is {before:R} and after is {after:R}; it must be later."), nameof(after));

        return Between(
            contracts.GroupBy(contract => contract.AccountId, StringComparer.Ordinal),
            account => (AccountContract.ValueOn(account, before), AccountContract.ValueOn(account, after)));
    }

    // What each account brings in both; null where it is not a customer.
    private static RetentionResult Between<T>(
        IEnumerable<IGrouping<string, T>> accounts, Func<IGrouping<string, T>, (decimal? Before, decimal? After)> revenue)
    {
        var all = accounts.Select(revenue).ToArray();
        return new(
            new(
                all.Count(account => account.Before is not null),
                all.Count(account => account is { Before: null, After: not null }),
                all.Count(account => account.After is not null)),
            OfRevenue([.. all.Select(account => new AccountRevenue(account.Before ?? 0, account.After ?? 0))]));
    }
}
