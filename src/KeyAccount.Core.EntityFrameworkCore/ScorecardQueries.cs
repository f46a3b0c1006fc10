using System.Linq.Expressions;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Queries in which the database computes the scores.</summary>
/// <remarks>
/// <para>The scorecard is over the class that is queried: bind a ready model to your own with
/// <see cref="Scorecard{TFacts,TBand}.Over{TSource}"/>. A score in the database agrees with <see cref="Scorecard{TFacts,TBand}.Score"/> to
/// 1e-6, a band with
/// <see cref="Scorecard{TFacts,TBand}.BandOf"/> except within a rounding of a cut. A measure that is NaN or infinite is not known; in
/// a condition they are compared as in memory.</para>
/// <para>Nothing is computed by the program: what the provider cannot translate is refused, before the query runs, by an
/// <see cref="InvalidModelException"/> with the path of each criterion or cap. Filter before you score: the score is computed for each row
/// that is left.</para>
/// </remarks>
public static class ScorecardQueries
{
    /// <summary>The score of each account, null for one that is not rated.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <returns>The scores, in the order of the query.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IQueryable<double?> SelectScore<TSource, TBand>(this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        var scored = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: false);
        return scored.Accounts.Select(Scored<TSource, TBand>.Lambda<double?>(scored.Score));
    }

    /// <summary>Each account, or a projection of it, with its score.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <typeparam name="TResult">What is made of them.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="result">What to select: <c>(account, score) => new { account.Id, Score = score }</c>.</param>
    /// <returns>The results, in the order of the query.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IQueryable<TResult> SelectScore<TSource, TBand, TResult>(
        this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, Expression<Func<TSource, double?, TResult>> result)
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(result);
        var scored = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: false);
        var account = result.Parameters[0];
        return scored.Accounts.Select(Expression.Lambda<Func<TSource, TResult>>(
            Replacing.In(result.Body, result.Parameters[1], scored.Score(account)), account));
    }

    /// <summary>Each account, or a projection of it, with its band, caps applied.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands: a term that is stored as <see cref="TermConventions"/> says, or a string.</typeparam>
    /// <typeparam name="TResult">What is made of them.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="result">What to select: <c>(account, band) => new { account.Id, Band = band }</c>; the band is null for an account that
    /// is not rated.</param>
    /// <returns>The results, in the order of the query.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database, or it does not know the
    /// bands.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion or a cap.</exception>
    public static IQueryable<TResult> SelectBand<TSource, TBand, TResult>(
        this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, Expression<Func<TSource, TBand?, TResult>> result)
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(result);
        var scored = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: true);
        CheckBand(scored);
        var account = result.Parameters[0];
        return scored.Accounts.Select(Expression.Lambda<Func<TSource, TResult>>(
            Replacing.In(result.Body, result.Parameters[1], scored.Band(account)), account));
    }

    /// <summary>The accounts in a band, caps applied.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="band">One of its bands.</param>
    /// <returns>The accounts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database, or
    /// <paramref name="band"/> is none of the bands.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion or a cap.</exception>
    public static IQueryable<TSource> WhereBand<TSource, TBand>(
        this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, TBand band)
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(scorecard);
        var place = Expression.Constant(scorecard.Bands.IndexOf(band));
        var scored = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: true);
        return scored.Accounts.Where(Scored<TSource, TBand>.Lambda<bool>(account => Expression.Equal(scored.Place(account), place)));
    }

    /// <summary>The accounts that are not rated: too little is known of them for a score.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <returns>The accounts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IQueryable<TSource> WhereUnrated<TSource, TBand>(this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        var scored = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: false);
        return scored.Accounts.Where(Scored<TSource, TBand>.Lambda<bool>(
            account => Expression.Equal(scored.Score(account), Expression.Constant(null, typeof(double?)))));
    }

    /// <summary>The accounts by ascending score; those that are not rated come last, on every database.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <returns>The accounts. Add <c>ThenBy</c> for those with the same score.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IOrderedQueryable<TSource> OrderByScore<TSource, TBand>(
        this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        var scored = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: false);
        return scored.Accounts.OrderBy(ScoreOr(scored, 101));
    }

    /// <summary>The accounts by descending score; those that are not rated come last, on every database.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <returns>The accounts. Add <c>ThenBy</c> for those with the same score.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IOrderedQueryable<TSource> OrderByScoreDescending<TSource, TBand>(
        this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        var scored = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: false);
        return scored.Accounts.OrderByDescending(ScoreOr(scored, -1));
    }

    /// <summary>Counts the accounts of each band, caps applied, in one query that computes each score once.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Every band from the lowest, and last the accounts that are not rated.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion or a cap.</exception>
    public static async Task<IReadOnlyList<BandCount<TBand>>> CountByBandAsync<TSource, TBand>(
        this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, CancellationToken cancellationToken = default)
        where TBand : class
    {
        var counts = await Counts(accounts, scorecard).ToDictionaryAsync(each => each.Place, each => each.Accounts, cancellationToken);
        return
        [
            .. scorecard.Bands.InOrder.Select((each, place) => new BandCount<TBand>(each.Band, counts.GetValueOrDefault(place))),
            new(null, counts.GetValueOrDefault(ScoreLayers<TSource, TBand>.Unrated)),
        ];
    }

    /// <summary>Counts the values that cannot be: the facts of a criterion are out of the range that their properties name
    /// (<see cref="FactRangeAttribute"/>), and the criterion counts as not known in every score of the database.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>For each criterion by its key, how many accounts have such a fact; one query for each whose facts name a range.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static async Task<IReadOnlyDictionary<string, long>> CountOutOfRangeAsync<TSource, TBand>(
        this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, CancellationToken cancellationToken = default)
        where TBand : class
    {
        // Refuses what every query of the scorecard refuses.
        _ = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: false);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var criterion in scorecard.Criteria)
        {
            var isOutOfRange = criterion.IsOutOfRange();
            counts[criterion.Key] = isOutOfRange.Body is ConstantExpression
                ? 0
                : await accounts.LongCountAsync(isOutOfRange, cancellationToken);
        }

        return counts;
    }

    /// <summary>The number of accounts by the place of their band.</summary>
    internal static IQueryable<PlaceCount> Counts<TSource, TBand>(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        var scored = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: true);
        return scored.Accounts.GroupBy(Scored<TSource, TBand>.Lambda<int>(scored.Place))
            .Select(group => new PlaceCount { Place = group.Key, Accounts = group.LongCount() });
    }

    private static void CheckBand<TSource, TBand>(Scored<TSource, TBand> scored)
        where TBand : class
    {
        if (Translation.FaultOf(scored.Accounts, Scored<TSource, TBand>.Lambda<TBand?>(scored.Band)) is { } fault)
        {
            throw new ArgumentException(
                $"The bands are {typeof(TBand).Name}, which the database does not know: {fault} "
                + $"Store the term by {nameof(TermConventions.UseKeyAccountTerms)}.",
                "scorecard");
        }
    }

    // A score is 0 … 100: what is outside stands for none, because databases sort null first or last as they like.
    private static Expression<Func<TSource, double>> ScoreOr<TSource, TBand>(Scored<TSource, TBand> scored, double unrated)
        where TBand : class =>
        Scored<TSource, TBand>.Lambda<double>(account => Expression.Coalesce(scored.Score(account), Expression.Constant(unrated)));

    internal sealed record PlaceCount
    {
        public int Place { get; init; }

        public long Accounts { get; init; }
    }
}
