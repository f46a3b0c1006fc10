using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using System.Numerics;
using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Pareto (ABC) grading in the database: exact, and the same as <see cref="Pareto.Grade{TAccount}"/>.</summary>
/// <remarks>
/// <para>Two passes over the accounts, of which two numbers each come back: their number and total, then the revenue from which on an account is
/// A, and B. The second pass is one window function on PostgreSQL and SQLite; elsewhere it is a summary by ranges of revenue that narrows until the
/// limits are found, at most 1,024 rows at a time. On tables that change meanwhile, grade within a transaction that sees one state.</para>
/// <para>Amounts are integers in minor units (cents, fen) everywhere. Decimals are graded on PostgreSQL only: SQLite stores them as text, which it
/// cannot sort or add. A double is refused by its type: money is exact.</para>
/// </remarks>
public static class ParetoQueries
{
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";
    private const string PostgreSql = "Npgsql.EntityFrameworkCore.PostgreSQL";

    // Sums of halves do not overflow where a sum would.
    private const long Half = 1L << 32;

    private const long Ranges = 1024;

    /// <summary>Grades stored accounts by amounts in minor units.</summary>
    /// <typeparam name="TAccount">The class of the accounts.</typeparam>
    /// <param name="database">The database: <c>context.Database</c>.</param>
    /// <param name="accounts">The accounts, all or a part: a query of that database.</param>
    /// <param name="revenue">The revenue of an account in one currency for all, not null: <c>c => c.RevenueInCents ?? 0</c>.</param>
    /// <param name="cuts">Where A and B end; null for <see cref="ParetoCuts.DefaultFor"/> the rule.</param>
    /// <param name="rule">How the cuts are read.</param>
    /// <param name="cancellationToken">To give up.</param>
    /// <returns>The tiers, as conditions on the revenue.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is no query of a relational database, or it cannot compute
    /// <paramref name="revenue"/>.</exception>
    /// <exception cref="OverflowException">The positive amounts do not fit into 64 bits together.</exception>
    public static Task<ParetoTiers<TAccount>> GradeParetoAsync<TAccount>(
        this DatabaseFacade database,
        IQueryable<TAccount> accounts,
        Expression<Func<TAccount, long>> revenue,
        ParetoCuts? cuts = null,
        ParetoRule rule = ParetoRule.Crossing,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        return GradeParetoAsync(database, accounts, revenue, cuts, rule, database.ProviderName is Sqlite or PostgreSql, cancellationToken);
    }

    /// <summary>Grades stored accounts by decimal amounts; on PostgreSQL.</summary>
    /// <typeparam name="TAccount">The class of the accounts.</typeparam>
    /// <param name="database">The database: <c>context.Database</c>.</param>
    /// <param name="accounts">The accounts, all or a part: a query of that database.</param>
    /// <param name="revenue">The revenue of an account in one currency for all, not null: <c>c => c.Revenue ?? 0</c>.</param>
    /// <param name="cuts">Where A and B end; null for <see cref="ParetoCuts.DefaultFor"/> the rule.</param>
    /// <param name="rule">How the cuts are read.</param>
    /// <param name="cancellationToken">To give up.</param>
    /// <returns>The tiers, as conditions on the revenue.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is no query of a relational database, or it cannot compute
    /// <paramref name="revenue"/>.</exception>
    /// <exception cref="NotSupportedException">The database is not PostgreSQL.</exception>
    public static async Task<ParetoTiers<TAccount>> GradeParetoAsync<TAccount>(
        this DatabaseFacade database,
        IQueryable<TAccount> accounts,
        Expression<Func<TAccount, decimal>> revenue,
        ParetoCuts? cuts = null,
        ParetoRule rule = ParetoRule.Crossing,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (database.ProviderName is not PostgreSql)
        {
            throw new NotSupportedException(
                $"The provider is {database.ProviderName}, and decimals are graded exactly on {PostgreSql} only; store and grade integers in minor units.");
        }

        var used = Check(accounts, revenue, cuts, rule);
        var portfolio = await accounts.Select(revenue).GroupBy(_ => 1)
            .Select(all => new { Count = all.LongCount(), Total = all.Sum(amount => amount > 0 ? amount : 0) })
            .SingleOrDefaultAsync(cancellationToken);
        var (count, total) = (portfolio?.Count ?? 0, portfolio?.Total ?? 0);
        var (lowestA, lowestB) = await LimitsAsync(
            database, accounts.Select(revenue), Literal(used.A), Literal(used.B), rule, cancellationToken);
        return new(revenue, lowestA, lowestB, count, total, used, rule);

        string Literal(decimal cut) => Part(cut, count, total, rule) is var part && rule == ParetoRule.Inclusive ? $"> {part}" : $">= {part}";
    }

    internal static async Task<ParetoTiers<TAccount>> GradeParetoAsync<TAccount>(
        DatabaseFacade database,
        IQueryable<TAccount> accounts,
        Expression<Func<TAccount, long>> revenue,
        ParetoCuts? cuts,
        ParetoRule rule,
        bool byWindow,
        CancellationToken cancellationToken)
    {
        var used = Check(accounts, revenue, cuts, rule);
        var amounts = accounts.Select(revenue);
        var portfolio = await amounts.GroupBy(_ => 1)
            .Select(all => new
            {
                Count = all.LongCount(),
                High = all.Sum(amount => amount > 0 ? amount / Half : 0),
                Low = all.Sum(amount => amount > 0 ? amount % Half : 0),
                Largest = all.Max(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var count = portfolio?.Count ?? 0;
        var total = portfolio is null ? 0 : ((BigInteger)portfolio.High * Half) + portfolio.Low;
        if (total > long.MaxValue)
        {
            throw new OverflowException(string.Create(
                CultureInfo.InvariantCulture, $"The positive amounts sum to {total}; together they must be at most {long.MaxValue}. Use larger units."));
        }

        var largest = portfolio?.Largest ?? 0;
        var (neededA, neededB) = (Needed(used.A), Needed(used.B));
        var (lowestA, lowestB) = byWindow
            ? await LimitsAsync(database, amounts, Literal(neededA), Literal(neededB), rule, cancellationToken)
            : (await LimitAsync(amounts, largest, neededA, rule, cancellationToken), await LimitAsync(amounts, largest, neededB, rule, cancellationToken));
        return new(revenue, lowestA, lowestB, count, (decimal)total, used, rule);

        // Integers reach a fraction where they reach the next integer, and exceed it where they reach the one above the last.
        BigInteger Needed(decimal cut) =>
            Part(cut, count, (decimal)total, rule) is var part && rule == ParetoRule.Inclusive ? part.Floor + 1 : part.Ceiling;

        static string Literal(BigInteger needed) => string.Create(CultureInfo.InvariantCulture, $">= {needed}");
    }

    private static ParetoCuts Check<TAccount, T>(IQueryable<TAccount> accounts, Expression<Func<TAccount, T>> revenue, ParetoCuts? cuts, ParetoRule rule)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(revenue);
        var defaults = ParetoCuts.DefaultFor(rule);
        return Translation.FaultOf(accounts, revenue) is { } fault
            ? throw new ArgumentException($"revenue is {revenue}, which the database provider cannot compute: {fault}", nameof(revenue))
            : cuts ?? defaults;
    }

    // What the sum from the largest account down must reach, and under Inclusive exceed: a fraction of the heads, or of the revenue.
    private static ExactProduct Part(decimal cut, long count, decimal total, ParetoRule rule) => new(cut, rule == ParetoRule.HeadCount ? count : total);

    // A sum over ORDER BY takes in all accounts of equal revenue at once. The largest revenue with enough above it is the limit; 0 for none.
    private static async Task<(T LowestA, T LowestB)> LimitsAsync<T>(
        DatabaseFacade database, IQueryable<T> amounts, string neededA, string neededB, ParetoRule rule, CancellationToken cancellationToken)
    {
        using var command = amounts.CreateDbCommand();
        var parameters = command.Parameters.Cast<DbParameter>().ToArray<object>();
        command.Parameters.Clear();
        var sql = database.GetService<ISqlGenerationHelper>();
        var (summed, among) = rule == ParetoRule.HeadCount ? ("COUNT(*)", "") : ("SUM(amount)", " WHERE amount > 0");

        // Of text from outside there is only what the provider wrote of the query, with its parameters; its braces are no placeholders.
        var text = $"""
            WITH portfolio(amount) AS (
            {command.CommandText.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}
            ), ranked(amount, reached) AS (
                SELECT amount, {summed} OVER (ORDER BY amount DESC) FROM portfolio{among}
            )
            SELECT COALESCE(MAX(CASE WHEN reached {neededA} THEN amount END), 0) AS {sql.DelimitIdentifier(nameof(ParetoLimits<>.LowestA))},
                COALESCE(MAX(CASE WHEN reached {neededB} THEN amount END), 0) AS {sql.DelimitIdentifier(nameof(ParetoLimits<>.LowestB))}
            FROM ranked
            """;
        var limits = await database.SqlQueryRaw<ParetoLimits<T>>(text, parameters).ToListAsync(cancellationToken);
        return (limits[0].LowestA, limits[0].LowestB);
    }

    // The same limit without a window: sums by ranges of revenue, then by ranges of the range in which it lies.
    private static async Task<long> LimitAsync(
        IQueryable<long> amounts, long largest, BigInteger needed, ParetoRule rule, CancellationToken cancellationToken)
    {
        var (low, high, above) = (1L, largest, BigInteger.Zero);
        while (low < high)
        {
            var (from, to, width) = (low, high, ((high - low) / Ranges) + 1);
            var ranges = await amounts.Where(amount => amount >= from && amount <= to)
                .GroupBy(amount => (amount - from) / width)
                .Select(range => new { Place = range.Key, Count = range.LongCount(), Sum = range.Sum() })
                .ToListAsync(cancellationToken);
            ranges.Sort((left, right) => right.Place.CompareTo(left.Place));
            var next = ranges.FindIndex(range => (above += rule == ParetoRule.HeadCount ? range.Count : range.Sum) >= needed);
            if (next < 0)
                return 0;
            above -= rule == ParetoRule.HeadCount ? ranges[next].Count : ranges[next].Sum;
            low = from + (ranges[next].Place * width);
            high = low + Math.Min(width - 1, to - low);
        }

        return Math.Max(0, low == high ? low : 0);
    }
}
