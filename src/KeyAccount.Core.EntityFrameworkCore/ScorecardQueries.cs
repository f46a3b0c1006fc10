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
        Translation.Check(accounts, scorecard);
        return accounts.Select(scorecard.ToExpression());
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
        Translation.Check(accounts, scorecard);
        var account = result.Parameters[0];
        return accounts.Select(Expression.Lambda<Func<TSource, TResult>>(
            Replacing.In(result.Body, result.Parameters[1], Replacing.Parameter(scorecard.ToExpression(), account)), account));
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
        Translation.Check(accounts, scorecard, withCaps: true);
        return accounts.Where(scorecard.InBand(band));
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
        Translation.Check(accounts, scorecard);
        return accounts.OrderBy(ScoreOr(scorecard, 101));
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
        Translation.Check(accounts, scorecard);
        return accounts.OrderByDescending(ScoreOr(scorecard, -1));
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
        var counts = await BandCounting.Of(accounts, scorecard).ToDictionaryAsync(each => each.Place, each => each.Accounts, cancellationToken);
        return
        [
            .. scorecard.Bands.InOrder.Select((each, place) => new BandCount<TBand>(each.Band, counts.GetValueOrDefault(place))),
            new(null, counts.GetValueOrDefault(BandCounting.Unrated)),
        ];
    }

    // A score is 0 … 100: what is outside stands for none, because databases sort null first or last as they like.
    private static Expression<Func<TSource, double>> ScoreOr<TSource, TBand>(Scorecard<TSource, TBand> scorecard, double unrated)
        where TBand : class
    {
        var score = scorecard.ToExpression();
        return Expression.Lambda<Func<TSource, double>>(Expression.Coalesce(score.Body, Expression.Constant(unrated)), score.Parameters);
    }
}
