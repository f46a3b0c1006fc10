using System.Linq.Expressions;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Counts accounts by the place of their band.</summary>
internal static class BandCounting
{
    public const int Unrated = -1;

    // Grouped by the score first: the only way to say "compute it once" that every database follows. Then by what it is worth.
    public static IQueryable<PlaceCount> Of<TSource, TBand>(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        Translation.Check(accounts, scorecard, withCaps: true);
        return accounts
            .GroupBy(Key(scorecard))
            .Select(group => new ScoreCount { Score = group.Key.Score, Highest = group.Key.Highest, Accounts = group.LongCount() })
            .GroupBy(Place(scorecard.Bands))
            .Select(group => new PlaceCount { Place = group.Key, Accounts = group.Sum(each => each.Accounts) });
    }

    private static Expression<Func<TSource, ScoreKey>> Key<TSource, TBand>(Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        var score = scorecard.ToExpression();
        var highest = scorecard.Caps
            .Select(cap => (Cap: cap, Place: scorecard.Bands.IndexOf(cap.HighestBand)))
            .OrderByDescending(each => each.Place)
            .Aggregate(
                (Expression)Expression.Constant(scorecard.Bands.InOrder.Count - 1),
                (otherwise, each) => Expression.Condition(
                    Replacing.Parameter(each.Cap.ToExpression(), score.Parameters[0]), Expression.Constant(each.Place), otherwise));
        return Expression.Lambda<Func<TSource, ScoreKey>>(
            Expression.MemberInit(
                Expression.New(typeof(ScoreKey)),
                Expression.Bind(typeof(ScoreKey).GetProperty(nameof(ScoreKey.Score))!, score.Body),
                Expression.Bind(typeof(ScoreKey).GetProperty(nameof(ScoreKey.Highest))!, highest)),
            score.Parameters);
    }

    private static Expression<Func<ScoreCount, int>> Place<TBand>(Bands<TBand> bands)
        where TBand : class
    {
        var each = Expression.Parameter(typeof(ScoreCount), "each");
        var score = Expression.Property(each, typeof(ScoreCount).GetProperty(nameof(ScoreCount.Score))!);
        var highest = Expression.Property(each, typeof(ScoreCount).GetProperty(nameof(ScoreCount.Highest))!);
        Expression place = Expression.Constant(Unrated);
        for (var i = 0; i < bands.InOrder.Count; i++)
        {
            place = Expression.Condition(
                Expression.GreaterThanOrEqual(score, Expression.Constant(bands.InOrder[i].From, typeof(double?))),
                Expression.Condition(Expression.LessThan(highest, Expression.Constant(i)), highest, Expression.Constant(i)),
                place);
        }

        return Expression.Lambda<Func<ScoreCount, int>>(place, each);
    }

    internal sealed record ScoreKey
    {
        public double? Score { get; init; }

        public int Highest { get; init; }
    }

    internal sealed record ScoreCount
    {
        public double? Score { get; init; }

        public int Highest { get; init; }

        public long Accounts { get; init; }
    }

    internal sealed record PlaceCount
    {
        public int Place { get; init; }

        public long Accounts { get; init; }
    }
}
