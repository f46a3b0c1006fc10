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
/// <para>Two passes over the accounts, of which two numbers each come back: their number and total, then the revenue from which on an
/// account is A, and B. The second pass is one window function on PostgreSQL and SQLite; elsewhere it is a summary by ranges of revenue
/// that narrows until the limits are found, at most 1,024 rows at a time. On tables that change meanwhile, grade within a transaction that
/// sees one state.</para>
/// <para>Amounts are integers in minor units (cents, fen) or decimals. SQLite stores decimals as text: there they become integers of their
/// smallest digit, which must fit into 64 bits. A double is refused by its type: money is exact.</para>
/// </remarks>
public static class ParetoQueries
{
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";
    private const string PostgreSql = "Npgsql.EntityFrameworkCore.PostgreSQL";
    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    private const int MostDecimals = 28;

    // Sums of halves do not overflow where a sum would.
    internal const long Half = 1L << 32;

    /// <summary>Grades stored accounts by amounts in minor units.</summary>
    /// <typeparam name="TAccount">The class of the accounts.</typeparam>
    /// <param name="database">The database: <c>context.Database</c>.</param>
    /// <param name="accounts">The accounts, all or a part: a query of that database.</param>
    /// <param name="revenue">The revenue of an account in one currency for all, not null: <c>c => c.RevenueInCents ?? 0</c>.</param>
    /// <param name="cuts">Where A and B end; null for <see cref="ParetoCuts.DefaultFor"/> the rule.</param>
    /// <param name="rule">How the cuts are read.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The tiers, as conditions on the revenue.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database, or it cannot compute
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

    /// <summary>Grades stored accounts by decimal amounts.</summary>
    /// <typeparam name="TAccount">The class of the accounts.</typeparam>
    /// <param name="database">The database: <c>context.Database</c>.</param>
    /// <param name="accounts">The accounts, all or a part: a query of that database.</param>
    /// <param name="revenue">The revenue of an account in one currency for all, not null: <c>c => c.Revenue ?? 0</c>.</param>
    /// <param name="cuts">Where A and B end; null for <see cref="ParetoCuts.DefaultFor"/> the rule.</param>
    /// <param name="rule">How the cuts are read.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The tiers, as conditions on the revenue.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not one of the three rules.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database, or it cannot compute
    /// <paramref name="revenue"/>.</exception>
    /// <exception cref="OverflowException">The amounts do not fit: on SQLite into 64 bits as integers of their smallest digit, elsewhere
    /// their sum into a decimal.</exception>
    /// <exception cref="DbException">The database has an error, or the connection is lost: nothing has been stored.</exception>
    /// <exception cref="InvalidOperationException">On SQLite, an amount that is stored is not a decimal.</exception>
    public static async Task<ParetoTiers<TAccount>> GradeParetoAsync<TAccount>(
        this DatabaseFacade database,
        IQueryable<TAccount> accounts,
        Expression<Func<TAccount, decimal>> revenue,
        ParetoCuts? cuts = null,
        ParetoRule rule = ParetoRule.Crossing,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var used = Check(accounts, revenue, cuts, rule);
        if (database.ProviderName is Sqlite)
            return await OnTextAsync(database, accounts, revenue, used, rule, cancellationToken);
        var portfolio = await accounts.Select(revenue).GroupBy(_ => 1)
            .Select(all => new { Count = all.LongCount(), Total = all.Sum(amount => amount > 0 ? amount : 0) })
            .SingleOrDefaultAsync(cancellationToken);
        var (count, total) = (portfolio?.Count ?? 0, portfolio?.Total ?? 0);
        var (lowestA, lowestB) = await LimitsAsync(
            database, accounts.Select(revenue), Literal(used.A), Literal(used.B), rule, cancellationToken);
        return new(revenue, lowestA, lowestB, count, total, used, rule);

        // A sum reaches what is needed where it reaches the next number with as many decimals as a sum may have. SQL Server would round the
        // number to those of its sums, others would not read all the digits of the product.
        string Literal(decimal cut)
        {
            var decimals = rule == ParetoRule.HeadCount ? 0 : database.ProviderName is SqlServer ? total.Scale : MostDecimals;
            return $">= {Part(cut, count, total, rule).Next(decimals, isAbove: rule == ParetoRule.Inclusive)}";
        }
    }

    // 12.5 and 3 are 125 and 30 of a tenth: integers, which SQLite sorts and adds.
    private static async Task<ParetoTiers<TAccount>> OnTextAsync<TAccount>(
        DatabaseFacade database,
        IQueryable<TAccount> accounts,
        Expression<Func<TAccount, decimal>> revenue,
        ParetoCuts cuts,
        ParetoRule rule,
        CancellationToken cancellationToken)
    {
        using var command = accounts.Select(revenue).CreateDbCommand();
        var parameters = command.Parameters.Cast<DbParameter>().ToArray<object>();
        command.Parameters.Clear();
        var amounts = $"""
            WITH portfolio(amount) AS (
            {command.CommandText.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}
            ), text(amount, digits, decimals) AS (
                SELECT amount, replace(replace(CAST(amount AS TEXT), '.', ''), '-', ''),
                    CASE WHEN instr(CAST(amount AS TEXT), '.') = 0 THEN 0
                        ELSE length(CAST(amount AS TEXT)) - instr(CAST(amount AS TEXT), '.') END
                FROM portfolio
            )
            """;
        var asked = $"""
            {amounts}
            SELECT COALESCE(MAX(decimals), 0) AS "Decimals",
                MAX(CASE WHEN digits GLOB '*[^0-9]*' OR digits = '' THEN CAST(amount AS TEXT) END) AS "Strange",
                COALESCE(MAX(length(ltrim(digits, '0')) - decimals), 0) AS "Whole"
            FROM text
            """;
        var texts = await database.SqlQueryRaw<AmountTexts>(asked, parameters).ToListAsync(cancellationToken);
        var (decimals, whole) = (texts[0].Decimals, texts[0].Whole);
        if (texts[0].Strange is { } strange)
            throw new InvalidOperationException($"The database holds the revenue '{strange}'; it must be a decimal such as 12.50.");
        if (whole + decimals > 18)
        {
            throw new OverflowException(string.Create(
                CultureInfo.InvariantCulture,
                $"The revenue has up to {whole} digits before the decimal point and {decimals} after it; "
                + $"together they must be at most 18. Use larger units."));
        }

        var integers = $"""
            {amounts}
            SELECT CAST((CASE WHEN CAST(amount AS TEXT) LIKE '-%' THEN '-' ELSE '' END) || digits
                || substr('{new string('0', decimals)}', 1, {decimals} - decimals) AS INTEGER) AS "Value"
            FROM text
            """;
        var copies = Array.ConvertAll(parameters, each => (object)Copy(command, (DbParameter)each));
        var units = database.SqlQueryRaw<long>(integers, copies);
        var limits = await LimitsAsync(database, units, cuts, rule, byWindow: true, cancellationToken);
        var unit = (decimal)Math.Pow(10, decimals);
        return new(revenue, limits.LowestA / unit, limits.LowestB / unit, limits.Count, (decimal)limits.Total / unit, cuts, rule);
    }

    private static DbParameter Copy(DbCommand command, DbParameter parameter)
    {
        var copy = command.CreateParameter();
        (copy.ParameterName, copy.DbType, copy.Value) = (parameter.ParameterName, parameter.DbType, parameter.Value);
        return copy;
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
        var limits = await LimitsAsync(database, accounts.Select(revenue), used, rule, byWindow, cancellationToken);
        return new(revenue, limits.LowestA, limits.LowestB, limits.Count, (decimal)limits.Total, used, rule);
    }

    private static async Task<(long LowestA, long LowestB, long Count, BigInteger Total)> LimitsAsync(
        DatabaseFacade database, IQueryable<long> amounts, ParetoCuts used, ParetoRule rule, bool byWindow,
        CancellationToken cancellationToken)
    {
        var whole = ParetoNarrowing.Whole([await WholeAsync(amounts, cancellationToken)], Half);
        var (lowestA, lowestB) = byWindow
            ? await LimitsAsync(database, amounts, Literal(used.A), Literal(used.B), rule, cancellationToken)
            : (await LimitAsync(amounts, new(used.A, whole, rule), cancellationToken),
                await LimitAsync(amounts, new(used.B, whole, rule), cancellationToken));
        return (lowestA, lowestB, whole.Count, whole.Total);

        // Integers reach a fraction where they reach the next integer, and exceed it where they reach the one above the last.
        string Literal(decimal cut)
        {
            var part = Part(cut, whole.Count, whole.Total, rule);
            var needed = rule == ParetoRule.Inclusive ? part.Floor + 1 : part.Ceiling;
            return string.Create(CultureInfo.InvariantCulture, $">= {needed}");
        }
    }

    internal static ParetoCuts Check<TAccount, T>(
        IQueryable<TAccount> accounts, Expression<Func<TAccount, T>> revenue, ParetoCuts? cuts, ParetoRule rule)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(revenue);
        var defaults = ParetoCuts.DefaultFor(rule);

        // Compared and not sorted by: SQLite sorts by no decimal before Entity Framework Core 9.
        var isNothing = Expression.Lambda<Func<TAccount, bool>>(
            Expression.Equal(revenue.Body, Expression.Constant(default(T), typeof(T))), revenue.Parameters);
        return Translation.FaultOf(accounts, isNothing) is { } fault
            ? throw new ArgumentException($"revenue is {revenue}, which the database provider cannot compute: {fault}", nameof(revenue))
            : cuts ?? defaults;
    }

    // What the sum from the largest account down must reach, and under Inclusive exceed: a fraction of the heads, or of the revenue.
    private static ExactProduct Part(decimal cut, long count, decimal total, ParetoRule rule) =>
        new(cut, rule == ParetoRule.HeadCount ? count : total);

    // A sum over ORDER BY takes in all accounts of equal revenue at once. The largest revenue with enough above it is the limit; 0 for
    // none.
    private static async Task<(T LowestA, T LowestB)> LimitsAsync<T>(
        DatabaseFacade database, IQueryable<T> amounts, string neededA, string neededB, ParetoRule rule,
        CancellationToken cancellationToken)
    {
        // SQL Server takes a sorted query inside another one only with an offset.
        using var command = (database.ProviderName is SqlServer ? amounts.Skip(0) : amounts).CreateDbCommand();
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

    /// <summary>The number of accounts, their positive revenue in halves, and the largest revenue.</summary>
    internal static async Task<(long Count, long High, long Low, long Largest)> WholeAsync(
        IQueryable<long> amounts, CancellationToken cancellationToken)
    {
        var whole = await amounts.GroupBy(_ => 1)
            .Select(all => new
            {
                Count = all.LongCount(),
                // What is left over first: MySQL divides integers into decimals.
                High = all.Sum(amount => amount > 0 ? (amount - (amount % Half)) / Half : 0),
                Low = all.Sum(amount => amount > 0 ? amount % Half : 0),
                Largest = all.Max(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return whole is null ? default : (whole.Count, whole.High, whole.Low, whole.Largest);
    }

    /// <summary>The accounts and their revenue by ranges of revenue.</summary>
    internal static async Task<IReadOnlyList<(long Place, long Count, long Sum)>> RangesAsync(
        IQueryable<long> amounts, (long From, long To, long Width) ranges, CancellationToken cancellationToken)
    {
        var (from, to, width) = ranges;
        var sums = await amounts.Where(amount => amount >= from && amount <= to)
            .GroupBy(amount => (amount - from - ((amount - from) % width)) / width)
            .Select(range => new { Place = range.Key, Count = range.LongCount(), Sum = range.Sum() })
            .ToListAsync(cancellationToken);
        return [.. sums.Select(range => (range.Place, range.Count, range.Sum))];
    }

    // The same limit without a window.
    private static async Task<long> LimitAsync(IQueryable<long> amounts, ParetoNarrowing search, CancellationToken cancellationToken)
    {
        while (search.Next is { } ranges)
            search.Add(await RangesAsync(amounts, ranges, cancellationToken));
        return search.Reached;
    }
}
