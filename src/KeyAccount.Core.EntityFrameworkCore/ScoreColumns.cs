using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Stored scores: a generated column, computed when a fact changes and not when it is read.</summary>
public static class ScoreColumns
{
    private const string Annotation = "KeyAccount:Score";
    private const string PlaceAnnotation = "KeyAccount:Place";

    /// <summary>Stores the score of each row, and the index of its band, in columns that the database computes itself.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TBand">The bands.</typeparam>
    /// <param name="entity">The entity, with its properties and conversions as they are stored.</param>
    /// <param name="scorecard">The scorecard; it may read the columns of the entity's own table.</param>
    /// <param name="database">The database of the context: <c>Database</c>.</param>
    /// <param name="property">The name of the property, of the entity or in its shadow; a <see cref="double"/> that may be null.</param>
    /// <returns>The builder of the property.</returns>
    /// <remarks>
    /// <para>Call it last in <c>OnModelCreating</c>. Every query of that scorecard over the entity reads the columns instead of computing
    /// the score. A fact that changes changes them with it. The place of the band, caps applied, counts from 0, the lowest, and is -1 for
    /// an account that is not rated; it stands in the shadow, in a property with <c>Place</c> after its name, and has an index, from which
    /// bands are counted and found. Where a column cannot hold what a cap asks, the caps are asked by each query.</para>
    /// <para>The columns are named after the property and the definition of the scorecard: a scorecard with another weight, scale, measure,
    /// cap, band or version is another column, and another migration. A column of an older scorecard is never read.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidModelException">A criterion reads what is not in the table, or the provider cannot compute it.</exception>
    public static PropertyBuilder<double?> HasScoreColumn<TEntity, TBand>(
        this EntityTypeBuilder<TEntity> entity, Scorecard<TEntity, TBand> scorecard, DatabaseFacade database, string property = "Score")
        where TEntity : class
        where TBand : class
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(scorecard);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentException.ThrowIfNullOrWhiteSpace(property);
        using var probe = Probe<TEntity>.Like(entity.Metadata, database);
        var (score, place) = (FingerprintOf(scorecard), PlaceFingerprintOf(scorecard));
        var (scores, places) = probe.SqlOf(scorecard);
        if (places is not null)
        {
            var shadow = $"{property}Place";
            entity.Property<int>(shadow)
                .HasColumnName($"{shadow}_{place}")
                .HasComputedColumnSql(places, stored: true)
                .HasComment($"{scorecard.Id} {scorecard.Version}")
                .HasAnnotation(PlaceAnnotation, place);
            entity.HasIndex(shadow);
        }

        return entity.Property<double?>(property)
            .HasColumnName($"{property}_{score}")
            .HasComputedColumnSql(scores, stored: true)
            .HasComment($"{scorecard.Id} {scorecard.Version}")
            .HasAnnotation(Annotation, score);
    }

    /// <summary>The properties that hold the scores and the places of the bands of a scorecard; null if none does.</summary>
    internal static (string? Score, string? Place) Of<TSource, TBand>(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        var roots = new Roots();
        roots.Visit(accounts.Expression);
        var stored = roots.Found.FirstOrDefault(each => each.ClrType == typeof(TSource))?.GetProperties().ToList();
        return stored?.Exists(each => each.FindAnnotation(Annotation) is not null) != true ? default
            : (Named(Annotation, FingerprintOf(scorecard)), Named(PlaceAnnotation, PlaceFingerprintOf(scorecard)));

        string? Named(string annotation, string fingerprint) =>
            stored.Find(each => (string?)each.FindAnnotation(annotation)?.Value == fingerprint)?.Name;
    }

    // What decides a score: two scorecards with the same one give the same score to every account.
    private static string FingerprintOf<TSource, TBand>(Scorecard<TSource, TBand> scorecard)
        where TBand : class => FingerprintOf(scorecard, scorecard.ToExpression());

    private static string PlaceFingerprintOf<TSource, TBand>(Scorecard<TSource, TBand> scorecard)
        where TBand : class => FingerprintOf(scorecard, PlaceOf(scorecard));

    private static string FingerprintOf<TSource, TBand>(Scorecard<TSource, TBand> scorecard, Expression computed)
        where TBand : class =>
        Convert.ToHexString(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{scorecard.Id}\n{scorecard.Version}\n{Invariant.Text(computed)}")))[..8];

    private static Expression<Func<TSource, int>> PlaceOf<TSource, TBand>(Scorecard<TSource, TBand> scorecard)
        where TBand : class
    {
        var (score, layers) = (scorecard.ToExpression(), scorecard.Layers);
        var highest = layers.Highest is { } caps ? Replacing.In(caps, layers.Facts, score.Parameters[0]) : null;
        return Expression.Lambda<Func<TSource, int>>(layers.Place(score.Body, highest), score.Parameters);
    }

    private sealed class Roots : ExpressionVisitor
    {
        public List<IEntityType> Found { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root)
                Found.Add(root.EntityType);
            return node is QueryRootExpression ? node : base.VisitExtension(node);
        }
    }

    /// <summary>A table like that of an entity, in a model of its own: what the provider writes of a score over it is the text of the
    /// column.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The program has a context of its own, which says the same.")]
    [UnconditionalSuppressMessage("Trimming", "IL2091", Justification = "The model of the program keeps the members of its entities.")]
    private sealed class Probe<TEntity> : DbContext
        where TEntity : class
    {
        private readonly IReadOnlyEntityType _entity;

        private Probe(DbContextOptions options, IReadOnlyEntityType entity)
            : base(options) => _entity = entity;

        public static Probe<TEntity> Like(IReadOnlyEntityType entity, DatabaseFacade database)
        {
            var options = new DbContextOptionsBuilder<Probe<TEntity>>();
            foreach (var extension in database.GetService<IDbContextOptions>().Extensions)
                ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(extension);
            return new(options.Options, entity);
        }

        public (string Score, string? Place) SqlOf<TBand>(Scorecard<TEntity, TBand> scorecard)
            where TBand : class
        {
            // Where a column cannot hold what the caps ask, they are asked beside the score.
            var (score, place) = (scorecard.ToExpression(), PlaceOf(scorecard));
            if (FaultOf(score) is not { } fault)
                return (SqlOf(score), FaultOf(place) is null ? SqlOf(place) : null);
            var faults = scorecard.Criteria
                .Select(criterion => (criterion.Key, Fault: FaultOf(criterion.ToExpression())))
                .Where(each => each.Fault is not null)
                .Select(
                    each => new ModelFault($"criteria[\"{each.Key}\"].measure", $"a column of the table cannot hold it: {each.Fault}"))
                .DefaultIfEmpty(new("score", fault));
            throw new InvalidModelException(scorecard.Id, [.. faults]);
        }

        private string SqlOf<T>(Expression<Func<TEntity, T>> expression)
        {
            using var command = Set<TEntity>().Select(expression).CreateDbCommand();
            var (sql, from) = (command.CommandText, command.CommandText.LastIndexOf("FROM ", StringComparison.Ordinal));

            // The name of the table is this program's own: its alias before a column stands nowhere else.
            var alias = sql[(sql.LastIndexOf(" AS ", StringComparison.Ordinal) + 4)..].Trim();
            return sql["SELECT ".Length..from].Trim().Replace($"{alias}.", "", StringComparison.Ordinal) is var text
                && text.LastIndexOf(" AS ", StringComparison.Ordinal) is var named && named >= 0 && !text[named..].Contains(')')
                ? text[..named]
                : text;
        }

        private string? FaultOf<T>(Expression<Func<TEntity, T>> expression)
        {
            if (Translation.FaultOf(Set<TEntity>(), expression) is { } fault)
                return fault;
            using var command = Set<TEntity>().Select(expression).CreateDbCommand();
            return command.CommandText.Contains(" ef_", StringComparison.Ordinal)
                || command.CommandText.Contains("(ef_", StringComparison.Ordinal)
                ? "SQLite computes with decimals by functions of the program, which a column cannot call; convert each to double first"
                : null;
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            var like = modelBuilder.Entity<TEntity>().ToTable("~keyaccount").HasNoKey();
            foreach (var navigation in _entity.GetNavigations())
                like.Ignore(navigation.Name);
            foreach (var property in _entity.GetProperties())
            {
                if (property.GetElementType() is not null)
                    like.Ignore(property.Name);
                else
                    Copy(property, like.Property(property.ClrType, property.Name));
            }
        }

        private static void Copy(IReadOnlyProperty property, PropertyBuilder like)
        {
            like.HasColumnName(property.GetColumnName()).IsRequired(!property.IsNullable);
            if (property.GetValueConverter() is { } converter)
                like.HasConversion(converter);
            if (property.FindAnnotation(RelationalAnnotationNames.ColumnType)?.Value is string type)
                like.HasColumnType(type);
        }
    }

    /// <summary>An expression as a text that is the same on every machine.</summary>
    private sealed class Invariant : ExpressionVisitor
    {
        private readonly StringBuilder _text = new();

        public static string Text(Expression expression)
        {
            var invariant = new Invariant();
            invariant.Visit(expression);
            return invariant._text.ToString();
        }

        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node)
        {
            _text.Append(CultureInfo.InvariantCulture, $"({node?.NodeType} {node?.Type.Name} ");
            if (node is ConstantExpression constant)
                _text.Append(CultureInfo.InvariantCulture, $"{constant.Value}");
            else if (node is MemberExpression member)
                _text.Append(member.Member.Name);
            var visited = base.Visit(node);
            _text.Append(')');
            return visited;
        }
    }
}
