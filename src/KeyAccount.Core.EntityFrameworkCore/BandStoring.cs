using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Stores the bands of many accounts at once, without loading them.</summary>
public static class BandStoring
{
    /// <summary>Stores the band of each account, caps applied, by one update that computes each score once.</summary>
    /// <typeparam name="TSource">The class that is queried: an entity.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="database">The database: <c>context.Database</c>.</param>
    /// <param name="accounts">The accounts, all or some of them: a query of that database.</param>
    /// <param name="scorecard">The scorecard.</param>
    /// <param name="column">The property that receives the band, null for an account that is not rated: <c>c => c.Tier</c>. It is stored as
    /// the EF model defines.</param>
    /// <param name="cancellationToken">Cancels the operation: nothing is then stored.</param>
    /// <returns>The number of accounts whose band was stored.</returns>
    /// <remarks>It is one statement: all bands are stored or none, in the transaction of the context or in its own. Entities that are
    /// tracked already do not change with it.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="accounts"/> is not a query of a relational database, or
    /// <paramref name="column"/> is not a column of a table with a key.</exception>
    /// <exception cref="InvalidModelException">The provider cannot compute a criterion or a cap.</exception>
    /// <exception cref="DbException">The database has an error, or the connection is lost: no band is stored.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled: no band is stored.</exception>
    public static async Task<int> StoreBandsAsync<TSource, TBand>(
        this DatabaseFacade database,
        IQueryable<TSource> accounts,
        Scorecard<TSource, TBand> scorecard,
        Expression<Func<TSource, TBand?>> column,
        CancellationToken cancellationToken = default)
        where TSource : class
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(column);
        var scored = Scored<TSource, TBand>.Of(accounts, scorecard, withCaps: true);
        return await StoreAsync(
            database, scored.Accounts, column, scored.Place, [.. scorecard.Bands.InOrder.Select(each => each.Band)], cancellationToken);
    }

    /// <summary>Stores one of a few values in a column of each account, by one update: the one at the place of the account, null if that
    /// is outside.</summary>
    internal static async Task<int> StoreAsync<TSource, TValue>(
        DatabaseFacade database,
        IQueryable<TSource> accounts,
        Expression<Func<TSource, TValue?>> column,
        Func<Expression, Expression> place,
        IReadOnlyList<TValue> values,
        CancellationToken cancellationToken)
        where TValue : class
    {
        var (property, keys) = ColumnOf(database, column);
        var table = property.GetTableColumnMappings().First().TableMapping.Table;
        var sql = database.GetService<ISqlGenerationHelper>();

        var isSqlServer = database.ProviderName?.Contains("SqlServer", StringComparison.Ordinal) == true;
        var row = Expression.Parameter(typeof(TSource), "account");
        var keyed = accounts.Select(Expression.Lambda<Func<TSource, KeyedPlace>>(Keyed(row, keys, place(row)), row));

        // SQL Server takes a sorted query inside another one only with an offset.
        using var command = (isSqlServer ? keyed.Skip(0) : keyed).CreateDbCommand();
        var parameters = command.Parameters.Cast<DbParameter>().ToArray<object>();
        command.Parameters.Clear();
        var places = $"(\n{command.CommandText}\n) AS s";
        var target = sql.DelimitIdentifier(table.Name, table.Schema);
        var matches = string.Join(
            " AND ", keys.Select((key, i) => $"t.{sql.DelimitIdentifier(NameIn(key, table))} = s.{sql.DelimitIdentifier(Name(i))}"));
        var literals = property.GetRelationalTypeMapping();
        var placed = $"s.{sql.DelimitIdentifier(nameof(KeyedPlace.Place))}";
        var value = string.Create(CultureInfo.InvariantCulture, $"CASE {placed}{string.Concat(values.Select((each, i) =>
            string.Create(CultureInfo.InvariantCulture, $" WHEN {i} THEN {literals.GenerateSqlLiteral(each)}")))} END");
        var set = sql.DelimitIdentifier(NameIn(property, table));

        // Three ways to say the same: standard SQL has none.
        var text = database.ProviderName switch
        {
            _ when isSqlServer =>
                $"UPDATE t SET t.{set} = {value} FROM {target} AS t INNER JOIN {places} ON {matches}",
            { } name when name.Contains("MySql", StringComparison.Ordinal) =>
                $"UPDATE {target} AS t INNER JOIN {places} ON {matches} SET t.{set} = {value}",
            _ => $"UPDATE {target} AS t SET {set} = {value} FROM {places} WHERE {matches}",
        };
        return await database.ExecuteSqlRawAsync(
            text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), parameters, cancellationToken);
    }

    /// <summary>The column of a property, and the key of its table.</summary>
    /// <exception cref="ArgumentException">It is not a property that is stored as a column.</exception>
    internal static (IProperty Property, IReadOnlyList<IProperty> Keys) ColumnOf<TSource, TValue>(
        DatabaseFacade database, Expression<Func<TSource, TValue?>> column)
        where TValue : class
    {
        var entity = database.GetService<ICurrentDbContext>().Context.Model.GetEntityTypes()
            .FirstOrDefault(each => each.ClrType == typeof(TSource) && !each.HasSharedClrType);
        if (column.Body is not MemberExpression { Expression: ParameterExpression } member
            || entity?.FindProperty(member.Member.Name) is not { } property
            || !property.GetTableColumnMappings().Any() || entity.FindPrimaryKey() is not { Properties.Count: <= 4 } key)
        {
            throw new ArgumentException(
                $"column is {column}; it must be a property of {typeof(TSource).Name} that is stored as a column, "
                + "in a table with a key of at most four.",
                nameof(column));
        }

        return (property, key.Properties);
    }

    private static string NameIn(IProperty property, ITable table) =>
        property.GetTableColumnMappings().First(mapping => mapping.TableMapping.Table == table).Column.Name;

    private static string Name(int key) => string.Create(CultureInfo.InvariantCulture, $"Key{key}");

    private static MemberInitExpression Keyed(Expression account, IReadOnlyList<IProperty> keys, Expression place) => Expression.MemberInit(
        Expression.New(typeof(KeyedPlace)),
        keys.Select((key, i) => Bind(Name(i), Expression.Convert(
                Expression.Call(typeof(EF), nameof(EF.Property), [key.ClrType], account, Expression.Constant(key.Name)), typeof(object))))
            .Append(Bind(nameof(KeyedPlace.Place), place)));

    private static MemberAssignment Bind(string name, Expression value) => Expression.Bind(typeof(KeyedPlace).GetProperty(name)!, value);

    private sealed class KeyedPlace
    {
        public object? Key0 { get; init; }

        public object? Key1 { get; init; }

        public object? Key2 { get; init; }

        public object? Key3 { get; init; }

        public int Place { get; init; }
    }
}
