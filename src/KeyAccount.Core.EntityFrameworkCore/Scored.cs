using System.Linq.Expressions;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>A query of accounts with what it takes to speak of their scores: the layers that compute them, or a column that holds
/// them.</summary>
internal sealed class Scored<TSource, TBand>
    where TBand : class
{
    private readonly Scorecard<TSource, TBand> _scorecard;
    private readonly string? _column;
    private readonly string? _place;

    private Scored(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, string? column, string? place) =>
        (Accounts, _scorecard, _column, _place) = (accounts, scorecard, column, place);

    /// <summary>The accounts, scored.</summary>
    public IQueryable<TSource> Accounts { get; }

    /// <summary>The accounts of a query, checked: the database computes all of it.</summary>
    public static Scored<TSource, TBand> Of(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, bool withCaps)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(scorecard);
        var scored = Unchecked(accounts, scorecard, withCaps);
        Translation.Check(accounts, scored, scorecard, withCaps);
        return scored;
    }

    /// <summary>The score of an account.</summary>
    public Expression Score(Expression account) => _column is null
        ? LayeredScore<TSource, TBand>.Of(_scorecard, LayeredValue.Score, account, withCaps: false)
        : Stored<double?>(account, _column);

    /// <summary>The place of the band of an account.</summary>
    public Expression Place(Expression account)
    {
        if (_place is not null)
            return Stored<int>(account, _place);
        if (_column is null)
            return LayeredScore<TSource, TBand>.Of(_scorecard, LayeredValue.Place, account, withCaps: true);
        var layers = _scorecard.Layers;
        return layers.Place(Score(account), layers.Highest is { } highest ? Replacing.In(highest, layers.Facts, account) : null);
    }

    /// <summary>The band of an account, null if it is not rated.</summary>
    public Expression Band(Expression account)
    {
        var place = Place(account);
        return _scorecard.Bands.InOrder.Select((each, i) => (each.Band, i)).Aggregate(
            (Expression)Expression.Constant(null, typeof(TBand)),
            (otherwise, each) => Expression.Condition(
                Expression.Equal(place, Expression.Constant(each.i)), Expression.Constant(each.Band, typeof(TBand)), otherwise));
    }

    /// <summary>Something of an account as a lambda.</summary>
    public static Expression<Func<TSource, T>> Lambda<T>(Func<Expression, Expression> body)
    {
        var account = Expression.Parameter(typeof(TSource), "account");
        return Expression.Lambda<Func<TSource, T>>(body(account), account);
    }

    private static MethodCallExpression Stored<T>(Expression account, string property) =>
        Expression.Call(((Func<object, string, T>)EF.Property<T>).Method, account, Expression.Constant(property));

    private static Scored<TSource, TBand> Unchecked(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, bool withCaps) =>
        ScoreColumns.Of(accounts, scorecard) is ({ } column, var place)
            ? new(accounts, scorecard, column, place)
            : new(LayeredScore<TSource, TBand>.Under(accounts, scorecard, withCaps), scorecard, null, null);
}
