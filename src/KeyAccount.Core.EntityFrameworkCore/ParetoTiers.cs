using System.Linq.Expressions;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The tiers of a stored portfolio. Equal revenue has equal tier, so a grading consists of two limits: the lowest revenue of A,
/// and the lowest revenue of B.</summary>
/// <typeparam name="TAccount">The class of the accounts.</typeparam>
/// <remarks>Immutable. Made by <see cref="ParetoQueries"/>. Conditions and tiers are plain comparisons with the revenue: they go into
/// <c>Where</c>, <c>Select</c>, <c>GroupBy</c> and <c>ExecuteUpdate</c>, and use an index. They say what <see cref="Pareto"/> says of the
/// portfolio that was graded; what is stored later does not move the limits.</remarks>
public sealed class ParetoTiers<TAccount>
{
    private readonly LambdaExpression _revenue;
    private readonly object _lowestA;
    private readonly object _lowestB;
    private readonly bool _isExclusive;

    internal ParetoTiers(
        LambdaExpression revenue, object lowestA, object lowestB, long accounts, decimal total, ParetoCuts cuts, ParetoRule rule)
    {
        _revenue = revenue;
        (_lowestA, _lowestB) = (lowestA, lowestB);
        _isExclusive = rule == ParetoRule.Inclusive;
        Accounts = accounts;
        Total = total;
        Cuts = cuts;
        Rule = rule;
    }

    /// <summary>The number of accounts that were graded.</summary>
    public long Accounts { get; }

    /// <summary>The sum of all positive revenue, exact: the total to which the shares refer.</summary>
    public decimal Total { get; }

    /// <summary>The cuts that were used.</summary>
    public ParetoCuts Cuts { get; }

    /// <summary>The rule that was used.</summary>
    public ParetoRule Rule { get; }

    /// <summary>Whether an account is in a tier, as an expression that the database computes.</summary>
    /// <param name="tier">The tier.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tier"/> is null.</exception>
    public Expression<Func<TAccount, bool>> InTier(AccountTier tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        Expression condition = tier == AccountTier.A ? Reaches(_lowestA)
            : Expression.Not(Reaches(_lowestB));
        if (tier == AccountTier.B)
            condition = Expression.AndAlso(Reaches(_lowestB), Expression.Not(Reaches(_lowestA)));
        return Expression.Lambda<Func<TAccount, bool>>(condition, _revenue.Parameters);
    }

    /// <summary>The tier of an account, as an expression that the database computes where <see cref="AccountTier"/> is stored as
    /// <see cref="TermConventions"/> says.</summary>
    /// <returns>The tier.</returns>
    public Expression<Func<TAccount, AccountTier>> ToExpression() => Expression.Lambda<Func<TAccount, AccountTier>>(
        Expression.Condition(
            Reaches(_lowestA),
            Expression.Constant(AccountTier.A),
            Expression.Condition(Reaches(_lowestB), Expression.Constant(AccountTier.B), Expression.Constant(AccountTier.C))),
        _revenue.Parameters);

    /// <summary>The place of the tier of an account in the order of the tiers.</summary>
    internal Expression Place(Expression account) => Replacing.In(
        Expression.Condition(
            Reaches(_lowestA),
            Expression.Constant(0),
            Expression.Condition(Reaches(_lowestB), Expression.Constant(1), Expression.Constant(2))),
        _revenue.Parameters[0],
        account);

    // Above the limit where the account that exceeds a cut is outside it, else from it on; and what brings nothing is C.
    private BinaryExpression Reaches(object limit)
    {
        var zero = Expression.Constant(Convert.ChangeType(0, limit.GetType(), System.Globalization.CultureInfo.InvariantCulture));
        var reached = _isExclusive
            ? Expression.GreaterThan(_revenue.Body, Expression.Constant(limit))
            : Expression.GreaterThanOrEqual(_revenue.Body, Expression.Constant(limit));
        return Expression.AndAlso(Expression.GreaterThan(_revenue.Body, zero), reached);
    }
}
