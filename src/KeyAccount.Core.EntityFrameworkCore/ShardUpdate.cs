using System.Linq.Expressions;
using System.Reflection;
using System.Transactions;
using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>The tiers of a shard, written and not yet committed.</summary>
internal sealed class ShardUpdate
{
    private const string Savepoint = "KeyAccountTiers";

    private readonly IDbContextTransaction? _own;
    private readonly IDbContextTransaction? _callers;

    private ShardUpdate(IDbContextTransaction? own, IDbContextTransaction? callers) => (_own, _callers) = (own, callers);

    /// <summary>The number of accounts whose tier was written.</summary>
    public int Stored { get; private set; }

    /// <summary>Whether the shard is no longer what was summed.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Writes the tiers of a shard, and compares it with what was summed. What was written is locked by then, so that it stays
    /// as it was compared.</summary>
    /// <param name="database">The database.</param>
    /// <param name="accounts">Its accounts.</param>
    /// <param name="revenue">The revenue of an account.</param>
    /// <param name="column">The property that receives the tier.</param>
    /// <param name="tiers">The tiers.</param>
    /// <param name="limits">The limits of the tiers.</param>
    /// <param name="expected">What was summed.</param>
    /// <param name="cancellationToken">Cancels the operation: nothing is then stored.</param>
    public static Task<ShardUpdate> BeginAsync<TAccount>(
        DatabaseFacade database, IQueryable<TAccount> accounts, Expression<Func<TAccount, long>> revenue,
        Expression<Func<TAccount, AccountTier?>> column, ParetoTiers<TAccount> tiers, (long A, long B) limits, ShardSums expected,
        CancellationToken cancellationToken)
        where TAccount : class => database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        var callers = database.CurrentTransaction;
        var isFree = callers is null && database.GetEnlistedTransaction() is null && Transaction.Current is null;
        var update = new ShardUpdate(isFree ? await database.BeginTransactionAsync(cancellationToken) : null, callers);
        try
        {
            if (callers is { SupportsSavepoints: true })
                await callers.CreateSavepointAsync(Savepoint, cancellationToken);

            // Accounts that are chosen by their tier may be others when it is written.
            var isBefore = Mentioning.IsIn(accounts.Expression, ((MemberExpression)column.Body).Member);
            if (isBefore)
                update.IsChanged = await IsOtherAsync();
            if (!update.IsChanged)
            {
                update.Stored = await BandStoring.StoreAsync(
                    database, accounts, column, tiers.Place, AccountTier.InOrder, cancellationToken);
            }

            if (!isBefore)
                update.IsChanged = await IsOtherAsync() || await accounts.AnyAsync(HasOther(column, tiers), cancellationToken);
            return update;
        }
        catch
        {
            await update.RollBackAsync();
            throw;
        }

        async Task<bool> IsOtherAsync() =>
            await ShardSums.ReadAsync(accounts.Select(revenue), limits, cancellationToken) != expected;
    });

    /// <summary>Commits what was written, in a transaction of its own; that of the caller is the caller's to commit.</summary>
    public async Task CommitAsync()
    {
        if (_own is null)
            return;
        await using (_own)
            await _own.CommitAsync(CancellationToken.None);
    }

    /// <summary>Takes back what was written.</summary>
    public async Task RollBackAsync()
    {
        try
        {
            if (_own is not null)
                await _own.DisposeAsync();
            else if (_callers is { SupportsSavepoints: true })
                await _callers.RollbackToSavepointAsync(Savepoint, CancellationToken.None);
        }
#pragma warning disable CA1031, RCS1075 // a connection that is lost takes it back by itself, and what lost it is what is told
        catch (Exception)
        {
#pragma warning restore CA1031, RCS1075
        }
    }

    // A row that another program has changed while the update waited for it has the tier of what it was.
    private static Expression<Func<TAccount, bool>> HasOther<TAccount>(
        Expression<Func<TAccount, AccountTier?>> column, ParetoTiers<TAccount> tiers)
    {
        var account = Expression.Parameter(typeof(TAccount), "account");
        var stored = Replacing.Parameter(column, account);
        return Expression.Lambda<Func<TAccount, bool>>(
            AccountTier.InOrder
                .Select(tier => (Expression)Expression.AndAlso(
                    Replacing.Parameter(tiers.InTier(tier), account),
                    Expression.NotEqual(stored, Expression.Constant(tier, typeof(AccountTier)))))
                .Aggregate(Expression.OrElse),
            account);
    }

    private sealed class Mentioning(MemberInfo member) : ExpressionVisitor
    {
        private bool _isFound;

        public static bool IsIn(Expression expression, MemberInfo member)
        {
            var mentioning = new Mentioning(member);
            mentioning.Visit(expression);
            return mentioning._isFound;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            _isFound |= node.Member.Name == member.Name && node.Member.DeclaringType == member.DeclaringType;
            return base.VisitMember(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            _isFound |= node.Method.DeclaringType == typeof(EF)
                && node.Arguments.Any(argument => argument is ConstantExpression { Value: string name } && name == member.Name);
            return base.VisitMethodCall(node);
        }
    }
}
