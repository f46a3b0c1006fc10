using System.Text.Json.Serialization;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>How many accounts stayed from the start of a period to its end.</summary>
/// <remarks>Immutable; equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record AccountRetention
{
    /// <summary>The retention of a period, from counts.</summary>
    /// <param name="atStart">The accounts at the start; not negative.</param>
    /// <param name="gained">The accounts at the end that were not there at the start; not negative.</param>
    /// <param name="atEnd">The accounts at the end; at least <paramref name="gained"/>, and of a start that is not 0 no more than it and these together.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range: an error in the data.</exception>
    public AccountRetention(int atStart, int gained, int atEnd)
    {
        Guard.NotNegative(atStart);
        Guard.NotNegative(gained);
        Guard.AtLeast(atEnd, gained);
        if (atStart > 0)
            Guard.AtMost(atEnd, (decimal)atStart + gained);
        AtStart = atStart;
        Gained = gained;
        AtEnd = atEnd;
    }

    /// <summary>The accounts at the start.</summary>
    public int AtStart { get; }

    /// <summary>The accounts at the end that were not there at the start.</summary>
    public int Gained { get; }

    /// <summary>The accounts at the end.</summary>
    public int AtEnd { get; }

    /// <summary>Customer retention rate (客户保持率): CRR = (end − new)/start, 0 … 1; null where nobody was there at the start.</summary>
    [JsonIgnore]
    public decimal? Rate => AtStart == 0 ? null : (decimal)(AtEnd - Gained) / AtStart;

    /// <summary>Churn (客户流失率): 1 − CRR, 0 … 1; null where nobody was there at the start.</summary>
    [JsonIgnore]
    public decimal? Churn => 1 - Rate;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"AccountRetention {{ AtStart = {AtStart}, Gained = {Gained}, AtEnd = {AtEnd}, Rate = {Rate}, Churn = {Churn} }}");
}

/// <summary>How much of the revenue of the accounts at the start is still there at the end.</summary>
/// <remarks>New accounts have no part in it. Immutable; equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record RevenueRetention
{
    /// <summary>The retention of a period, from amounts in one currency.</summary>
    /// <param name="atStart">The revenue of all accounts at the start; not negative.</param>
    /// <param name="expansion">What those of them that bring more bring more; not negative, and 0 of a start of 0.</param>
    /// <param name="contraction">What those that bring less, but something, bring less; not negative.</param>
    /// <param name="lost">What those that bring nothing any more brought; not negative, and with <paramref name="contraction"/> at most
    /// <paramref name="atStart"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is outside its range: an error in the data.</exception>
    public RevenueRetention(decimal atStart, decimal expansion, decimal contraction, decimal lost)
    {
        Guard.NotNegative(atStart);
        Guard.NotNegative(expansion);
        if (atStart == 0)
            Guard.AtMost(expansion, 0);
        Guard.NotNegative(contraction);
        Guard.AtMost(contraction, atStart);
        Guard.NotNegative(lost);
        Guard.AtMost(lost, atStart - contraction);
        AtStart = atStart;
        Expansion = expansion;
        Contraction = contraction;
        Lost = lost;
    }

    /// <summary>The revenue of all accounts at the start.</summary>
    public decimal AtStart { get; }

    /// <summary>What those of them that bring more at the end bring more.</summary>
    public decimal Expansion { get; }

    /// <summary>What those that bring less, but something, bring less.</summary>
    public decimal Contraction { get; }

    /// <summary>What those that bring nothing any more brought.</summary>
    public decimal Lost { get; }

    /// <summary>Gross revenue retention: GRR = (start − contraction − lost)/start, 0 … 1; null where there was no revenue at the start.</summary>
    [JsonIgnore]
    public decimal? Gross => AtStart == 0 ? null : (AtStart - Contraction - Lost) / AtStart;

    /// <summary>Net revenue retention: NRR = (start + expansion − contraction − lost)/start, at least GRR; null where there was no revenue at the start.</summary>
    [JsonIgnore]
    public decimal? Net => AtStart == 0 ? null : (AtStart + Expansion - Contraction - Lost) / AtStart;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"RevenueRetention {{ AtStart = {AtStart}, Expansion = {Expansion}, Contraction = {Contraction}, Lost = {Lost}, Gross = {Gross}, Net = {Net} }}");
}

/// <summary>What one account brings at the start and at the end of a period.</summary>
/// <param name="AtStart">Its revenue at the start; an account without a positive one is new, and has no part in the retention.</param>
/// <param name="AtEnd">Its revenue at the end; below 0 (returns exceed purchases) it counts as 0.</param>
/// <remarks>Immutable; equal when both amounts are; the default is an account that brings nothing.</remarks>
public readonly record struct AccountRevenue(decimal AtStart, decimal AtEnd)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both amounts by name.</returns>
    public override string ToString() => Invariant($"AccountRevenue {{ AtStart = {AtStart}, AtEnd = {AtEnd} }}");
}

/// <summary>Retention of accounts and of their revenue between two times.</summary>
/// <param name="Accounts">How many stayed.</param>
/// <param name="Revenue">How much of their revenue stayed.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record RetentionResult(AccountRetention Accounts, RevenueRetention Revenue);

/// <summary>Retention and churn (S000: 客户流失率与客户保持率), of accounts and of revenue.</summary>
/// <remarks>Pure functions. A division keeps 28 significant digits; nothing else is rounded. For cohorts: <see cref="Cohorts"/>.</remarks>
public static class Retention
{
    /// <summary>The retention of accounts, from counts.</summary>
    /// <param name="atStart">The accounts at the start; not negative; of 0 the rate is undefined.</param>
    /// <param name="gained">The accounts at the end that were not there at the start; not negative.</param>
    /// <param name="atEnd">The accounts at the end; at least <paramref name="gained"/>, and of a start that is not 0 no more than it and these together.</param>
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
    /// <param name="before">The earlier span, both ends included: who buys in it is there at the start.</param>
    /// <param name="after">The later span, both ends included: who buys in it is there at the end. Take two of the same length for the
    /// revenue to be comparable.</param>
    /// <returns>The retention. Returns (negative amounts) count as revenue and make nobody a customer.</returns>
    /// <exception cref="ArgumentNullException">An argument or a purchase is null.</exception>
    /// <exception cref="ArgumentException">The spans overlap or are in the wrong order, or a purchase has no account.</exception>
    public static RetentionResult Between(IReadOnlyList<AccountPurchase> purchases, DateInterval before, DateInterval after)
    {
        AccountPurchase.Check(purchases);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.End >= after.Start)
            throw new ArgumentException(Invariant($"before ends on {before.End:R} and after starts on {after.Start:R}; it must start later."), nameof(after));

        return Between(purchases.GroupBy(purchase => purchase.AccountId, StringComparer.Ordinal), account => (In(account, before), In(account, after)));

        static decimal? In(IEnumerable<AccountPurchase> account, DateInterval span)
        {
            var inSpan = account.Where(purchase => span.Contains(purchase.Date)).ToArray();
            return Array.Exists(inSpan, purchase => purchase.Amount >= 0) ? inSpan.Sum(purchase => purchase.Amount) : null;
        }
    }

    /// <summary>The retention from one day to a later one, from contracts.</summary>
    /// <param name="contracts">The contracts, in any order.</param>
    /// <param name="before">The earlier day: who has a contract in force on it is there at the start.</param>
    /// <param name="after">The later day: who has a contract in force on it is there at the end.</param>
    /// <returns>The retention; the revenue of an account is the annual value of its contracts in force on the day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contracts"/> or a contract is null.</exception>
    /// <exception cref="ArgumentException">The days are in the wrong order, or a contract has no account, ends before it starts, or has a
    /// negative value.</exception>
    public static RetentionResult Between(IReadOnlyList<AccountContract> contracts, LocalDate before, LocalDate after)
    {
        AccountContract.Check(contracts);
        if (before >= after)
            throw new ArgumentException(Invariant($"before is {before:R} and after is {after:R}; it must be later."), nameof(after));

        return Between(
            contracts.GroupBy(contract => contract.AccountId, StringComparer.Ordinal),
            account => (AccountContract.ValueOn(account, before), AccountContract.ValueOn(account, after)));
    }

    // What each account brings in both; null where it is not a customer.
    private static RetentionResult Between<T>(IEnumerable<IGrouping<string, T>> accounts, Func<IGrouping<string, T>, (decimal? Before, decimal? After)> revenue)
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
