using System.Linq.Expressions;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Queries in which the database computes the scores.</summary>
/// <remarks>
/// <para>The scorecard is over the class that is queried: bind a ready model to your own with <see cref="Scorecard{TFacts,TBand}.Over{TSource}"/>.
/// A score in the database agrees with <see cref="Scorecard{TFacts,TBand}.Score"/> to 1e-6, a band with
/// <see cref="Scorecard{TFacts,TBand}.BandOf"/> except within a rounding of a cut. A measure that is NaN or infinite is not known; in
/// a condition they are compared as in memory.</para>
/// <para>Nothing is computed by the program: what the provider cannot translate is refused, before the query runs, by an
/// <see cref="InvalidModelException"/> with the path of each criterion or cap. Filter before you score: the score is computed for each row that is
/// left.</para>
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
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is no query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IQueryable<double?> SelectScore<TSource, TBand>(this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        return Layered(accounts, scorecard, withCaps: false).Select(Over<TSource, TBand, double?>(scorecard, LayeredValue.Score));
    }

    /// <summary>Each account, or what is wanted of it, with its score.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <typeparam name="TResult">What is made of them.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="result">What to select: <c>(account, score) => new { account.Id, Score = score }</c>.</param>
    /// <returns>The results, in the order of the query.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is no query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IQueryable<TResult> SelectScore<TSource, TBand, TResult>(
        this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, Expression<Func<TSource, double?, TResult>> result)
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(result);
        var account = result.Parameters[0];
        return Layered(accounts, scorecard, withCaps: false).Select(Expression.Lambda<Func<TSource, TResult>>(
            Replacing.In(result.Body, result.Parameters[1], LayeredScore<TSource, TBand>.Of(scorecard, LayeredValue.Score, account, withCaps: false)), account));
    }

    /// <summary>The accounts in a band, caps applied.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="band">One of its bands.</param>
    /// <returns>The accounts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is no query of a relational database, or <paramref name="band"/> is none of
    /// the bands.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion or a cap.</exception>
    public static IQueryable<TSource> WhereBand<TSource, TBand>(this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, TBand band)
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(scorecard);
        return WherePlace(accounts, scorecard, scorecard.Bands.IndexOf(band));
    }

    /// <summary>The accounts that are not rated: too little is known of them for a score.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <returns>The accounts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is no query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IQueryable<TSource> WhereUnrated<TSource, TBand>(this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        var layered = Layered(accounts, scorecard, withCaps: false);
        var score = Over<TSource, TBand, double?>(scorecard, LayeredValue.Score);
        return layered.Where(Expression.Lambda<Func<TSource, bool>>(
            Expression.Equal(score.Body, Expression.Constant(null, typeof(double?))), score.Parameters));
    }

    /// <summary>The accounts by ascending score; those that are not rated come last, on every database.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <returns>The accounts. Add <c>ThenBy</c> for those with the same score.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is no query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IOrderedQueryable<TSource> OrderByScore<TSource, TBand>(this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        return Layered(accounts, scorecard, withCaps: false).OrderBy(ScoreOr(scorecard, 101));
    }

    /// <summary>The accounts by descending score; those that are not rated come last, on every database.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <returns>The accounts. Add <c>ThenBy</c> for those with the same score.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is no query of a relational database.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion.</exception>
    public static IOrderedQueryable<TSource> OrderByScoreDescending<TSource, TBand>(this IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        return Layered(accounts, scorecard, withCaps: false).OrderByDescending(ScoreOr(scorecard, -1));
    }

    /// <summary>Counts the accounts of each band, caps applied, in one query that computes each score once.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="accounts">A query of a relational database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="cancellationToken">To give up.</param>
    /// <returns>Every band from the lowest, and last the accounts that are not rated.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is no query of a relational database.</exception>
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

    /// <summary>The number of accounts by the place of their band.</summary>
    internal static IQueryable<PlaceCount> Counts<TSource, TBand>(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class => Layered(accounts, scorecard, withCaps: true)
            .GroupBy(Over<TSource, TBand, int>(scorecard, LayeredValue.Place))
            .Select(group => new PlaceCount { Place = group.Key, Accounts = group.LongCount() });

    private static IQueryable<TSource> WherePlace<TSource, TBand>(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, int place)
        where TBand : class
    {
        var at = Over<TSource, TBand, int>(scorecard, LayeredValue.Place);
        return Layered(accounts, scorecard, withCaps: true)
            .Where(Expression.Lambda<Func<TSource, bool>>(Expression.Equal(at.Body, Expression.Constant(place)), at.Parameters));
    }

    // The accounts with the layers of their score under all that comes after.
    private static IQueryable<TSource> Layered<TSource, TBand>(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, bool withCaps)
        where TBand : class
    {
        Translation.Check(accounts, scorecard, withCaps);
        return LayeredScore<TSource, TBand>.Under(accounts, scorecard, withCaps);
    }

    private static Expression<Func<TSource, TValue>> Over<TSource, TBand, TValue>(Scorecard<TSource, TBand> scorecard, LayeredValue value)
        where TBand : class
    {
        var account = Expression.Parameter(typeof(TSource), "account");
        return Expression.Lambda<Func<TSource, TValue>>(
            LayeredScore<TSource, TBand>.Of(scorecard, value, account, withCaps: value == LayeredValue.Place), account);
    }

    // A score is 0 … 100: what is outside stands for none, because databases sort null first or last as they like.
    private static Expression<Func<TSource, double>> ScoreOr<TSource, TBand>(Scorecard<TSource, TBand> scorecard, double unrated)
        where TBand : class
    {
        var score = Over<TSource, TBand, double?>(scorecard, LayeredValue.Score);
        return Expression.Lambda<Func<TSource, double>>(Expression.Coalesce(score.Body, Expression.Constant(unrated)), score.Parameters);
    }

    internal sealed record PlaceCount
    {
        public int Place { get; init; }

        public long Accounts { get; init; }
    }
}
