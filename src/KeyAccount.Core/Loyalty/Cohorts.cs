using KeyAccount.Core.Records;
using NodaTime;

namespace KeyAccount.Core.Loyalty;

/// <summary>Retention by cohort: how many of the accounts that joined in the same period are still active in each later one, and what they
/// bring.</summary>
/// <remarks>Pure functions; the order of purchases and contracts does not matter. Periods are those of the ISO calendar, the first one of a
/// year begins on 1 January.</remarks>
public static class Cohorts
{
    private const int MonthsPerYear = 12;

    /// <summary>Cohorts by the period of the first purchase; an account is active in a period in which it buys.</summary>
    /// <param name="purchases">The purchases, in any order. An amount of 0 counts. A return (negative) makes no account active; its amount
    /// is deducted.</param>
    /// <param name="period">The length of the periods: 1, 2, 3, 4, 6 or 12 months, such as <c>Period.FromMonths(3)</c> or
    /// <c>Period.FromYears(1)</c>.</param>
    /// <param name="asOf">The reference date; later purchases are left out and counted in <see cref="CohortTable.LeftOut"/>.</param>
    /// <returns>The table; empty without purchases.</returns>
    /// <exception cref="ArgumentNullException">An argument or a purchase is null.</exception>
    /// <exception cref="ArgumentException">The period is not one of these lengths, or a purchase has no account.</exception>
    /// <exception cref="OverflowException">A period leaves the calendar.</exception>
    public static CohortTable OfPurchases(IReadOnlyList<AccountPurchase> purchases, Period period, LocalDate asOf)
    {
        Guard.Iso(asOf);
        AccountPurchase.Check(purchases);
        var months = MonthsOf(period);
        var known = purchases.Where(purchase => purchase.Date <= asOf).ToArray();
        return Table(
            months,
            asOf,
            purchases.Count - known.Length,
            known.GroupBy(purchase => purchase.AccountId, StringComparer.Ordinal).Select(account => account
                .GroupBy(purchase => PeriodOf(purchase.Date, months))
                .ToDictionary(
                    purchased => purchased.Key,
                    purchased => (IsActive: purchased.Any(purchase => purchase.Amount >= 0), purchased.Sum(purchase => purchase.Amount)))));
    }

    /// <summary>Cohorts by the period in which the first contract starts; an account is active in a period if a contract is in force on any
    /// day of it.</summary>
    /// <param name="contracts">The contracts, in any order.</param>
    /// <param name="period">The length of the periods: 1, 2, 3, 4, 6 or 12 months.</param>
    /// <param name="asOf">The reference date; contracts that start later are left out and counted in <see
    /// cref="CohortTable.LeftOut"/>.</param>
    /// <returns>The table. The revenue of an account in a period is the annual value of its contracts in force on the last day of the
    /// period on which it has any, so that a contract and the one that follows it do not count twice.</returns>
    /// <exception cref="ArgumentNullException">An argument or a contract is null.</exception>
    /// <exception cref="ArgumentException">The period is not one of these lengths, or a contract has no account,
    /// ends before it starts, or has a negative value.</exception>
    /// <exception cref="OverflowException">A period leaves the calendar.</exception>
    public static CohortTable OfContracts(IReadOnlyList<AccountContract> contracts, Period period, LocalDate asOf)
    {
        Guard.Iso(asOf);
        AccountContract.Check(contracts);
        var months = MonthsOf(period);
        var known = contracts.Where(contract => contract.Start <= asOf).ToArray();
        return Table(
            months,
            asOf,
            contracts.Count - known.Length,
            known.GroupBy(contract => contract.AccountId, StringComparer.Ordinal).Select(InForce));

        Dictionary<int, (bool IsActive, decimal Amount)> InForce(IEnumerable<AccountContract> account)
        {
            var inForce = new Dictionary<int, (bool IsActive, decimal Amount)>();
            for (var i = account.Min(contract => PeriodOf(contract.Start, months)); i <= PeriodOf(asOf, months); i++)
            {
                var (first, last) = (StartOf(i, months), LocalDate.Min(asOf, StartOf(i + 1, months).PlusDays(-1)));
                var lastInForce = account.Where(contract => contract.Start <= last && !(contract.End < first))
                    .Select(contract => contract.End < last ? contract.End : last)
                    .Max();
                if (lastInForce is { } day)
                    inForce[i] = (true, AccountContract.ValueOn(account, day)!.Value);
            }

            return inForce;
        }
    }

    private static CohortTable Table(
        int months, LocalDate asOf, int leftOut, IEnumerable<Dictionary<int, (bool IsActive, decimal Amount)>> accounts)
    {
        var last = PeriodOf(asOf, months);
        var cohorts =
            from account in accounts
            where account.Values.Any(period => period.IsActive)
            group account by account.Where(period => period.Value.IsActive).Min(period => period.Key) into cohort
            orderby cohort.Key
            let members = cohort.ToArray()
            select new Cohort(
                StartOf(cohort.Key, months),
                members.Length,
                [.. Enumerable.Range(cohort.Key, last - cohort.Key + 1).Select(period => InPeriod(cohort.Key, period, members))]);
        return new(months, asOf, [.. cohorts], leftOut);

        CohortPeriod InPeriod(int first, int period, Dictionary<int, (bool IsActive, decimal Amount)>[] members)
        {
            var now = Array.ConvertAll(members, member => member.GetValueOrDefault(period));
            return new(
                period - first,
                StartOf(period, months),
                StartOf(period + 1, months).PlusDays(-1) <= asOf,
                members.Length,
                now.Count(each => each.IsActive),
                now.Sum(each => each.Amount),
                Retention.OfRevenue([.. members.Select((member, i) => new AccountRevenue(member[first].Amount, now[i].Amount))]));
        }
    }

    private static int MonthsOf(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var months = (period.Years * (long)MonthsPerYear) + period.Months;
        return period == Period.FromYears(period.Years) + Period.FromMonths(period.Months) && months is 1 or 2 or 3 or 4 or 6 or 12
            ? (int)months
            : throw new ArgumentException($"period is {period}; it must be 1, 2, 3, 4, 6 or 12 months.", nameof(period));
    }

    // Periods are numbered from the year 0; a length that divides the year keeps them in step with it.
    private static int PeriodOf(LocalDate date, int months)
    {
        var iso = date.WithCalendar(CalendarSystem.Iso);
        return (int)Math.Floor(((iso.Year * MonthsPerYear) + iso.Month - 1) / (double)months);
    }

    private static LocalDate StartOf(int period, int months) => new LocalDate(0, 1, 1).PlusMonths(period * months);
}
