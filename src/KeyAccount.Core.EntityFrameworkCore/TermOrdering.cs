using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Sorts and compares terms by their order, whichever way they are stored.</summary>
/// <remarks>A term that is stored by its name is sorted by the database as a text. These operators ask for its place in the order instead.
/// A term that is null comes last, and is at least nothing.</remarks>
public static class TermOrdering
{
    /// <summary>Sorts entities in the declared order of a term.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="source">A query of a relational database.</param>
    /// <param name="term">The term of each.</param>
    /// <returns>The entities; null last.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IOrderedQueryable<TSource> OrderByTerm<
        TSource, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        this IQueryable<TSource> source, Expression<Func<TSource, TTerm?>> term)
        where TTerm : Term<TTerm>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.OrderBy(PlaceOf(term, Term<TTerm>.InOrder.Count));
    }

    /// <summary>Sorts entities in the reverse of the declared order of a term.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="source">A query of a relational database.</param>
    /// <param name="term">The term of each.</param>
    /// <returns>The entities; null last.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IOrderedQueryable<TSource> OrderByTermDescending<
        TSource, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        this IQueryable<TSource> source, Expression<Func<TSource, TTerm?>> term)
        where TTerm : Term<TTerm>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.OrderByDescending(PlaceOf(term, -1));
    }

    /// <summary>Sorts entities that are equal so far in the declared order of a term.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="source">A sorted query of a relational database.</param>
    /// <param name="term">The term of each.</param>
    /// <returns>The entities; null last.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IOrderedQueryable<TSource> ThenByTerm<
        TSource, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        this IOrderedQueryable<TSource> source, Expression<Func<TSource, TTerm?>> term)
        where TTerm : Term<TTerm>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.ThenBy(PlaceOf(term, Term<TTerm>.InOrder.Count));
    }

    /// <summary>The entities whose term is at least as good as another, as <see cref="OrderedTerm{TSelf}.IsAtLeast"/> says.</summary>
    /// <typeparam name="TSource">The class that is queried.</typeparam>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="source">A query of a relational database.</param>
    /// <param name="term">The term of each.</param>
    /// <param name="least">The least acceptable value.</param>
    /// <returns>The entities; those whose term is null are not among them.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IQueryable<TSource> WhereAtLeast<
        TSource, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        this IQueryable<TSource> source, Expression<Func<TSource, TTerm?>> term, TTerm least)
        where TTerm : OrderedTerm<TTerm>
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(least);
        var wanted = Term<TTerm>.InOrder.Where(each => each.IsAtLeast(least))
            .Select(each => (Expression)Expression.ReferenceEqual(term.Body, Expression.Constant(each, typeof(TTerm))));
        return source.Where(Expression.Lambda<Func<TSource, bool>>(wanted.Aggregate(Expression.OrElse), term.Parameters));
    }

    private static Expression<Func<TSource, int>> PlaceOf<
        TSource, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        Expression<Func<TSource, TTerm?>> term, int none)
        where TTerm : Term<TTerm>
    {
        ArgumentNullException.ThrowIfNull(term);
        var place = Term<TTerm>.InOrder.Select((each, i) => (each, i)).Reverse().Aggregate(
            (Expression)Expression.Constant(none),
            (otherwise, each) => Expression.Condition(
                Expression.ReferenceEqual(term.Body, Expression.Constant(each.each, typeof(TTerm))), Expression.Constant(each.i),
                otherwise));
        return Expression.Lambda<Func<TSource, int>>(place, term.Parameters);
    }
}
