using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>What a <see cref="LayeredScore{TSource,TBand}"/> stands for.</summary>
internal enum LayeredValue
{
    /// <summary>True: a condition that changes nothing, and puts the layers under everything that comes after it.</summary>
    Layers,

    /// <summary>The score, null for an account that is not rated.</summary>
    Score,

    /// <summary>The place of the band.</summary>
    Place,
}

/// <summary>A score in a query. Entity Framework translates its measures and caps and nothing else of it: what is made of them is put
/// around the query as layers, each a sub-select that the database computes once.</summary>
internal sealed class LayeredScore<TSource, TBand> : Expression
    where TBand : class
{
    // The columns of the layers below, by the sub-select that holds them.
    private static readonly ConditionalWeakTable<SelectExpression, Columns> Layered = [];

    private static readonly ParameterExpression Row = Parameter(typeof(TSource), "row");

    private readonly ScoreLayers<TSource, TBand> _layers;
    private readonly Scorecard<TSource, TBand> _scorecard;
    private readonly LayeredValue _value;
    private readonly Expression[] _measures;
    private readonly Expression? _highest;

    private LayeredScore(
        Scorecard<TSource, TBand> scorecard, ScoreLayers<TSource, TBand> layers, LayeredValue value, Expression[] measures,
        Expression? highest) =>
        (_scorecard, _layers, _value, _measures, _highest) = (scorecard, layers, value, measures, highest);

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override Type Type => _value switch
    {
        LayeredValue.Layers => typeof(bool),
        LayeredValue.Score => typeof(double?),
        _ => typeof(int),
    };

    /// <summary>The score, or what is made of it, of an account.</summary>
    public static LayeredScore<TSource, TBand> Of(
        Scorecard<TSource, TBand> scorecard, LayeredValue value, Expression account, bool withCaps)
    {
        var layers = scorecard.Layers;
        return new(
            scorecard,
            layers,
            value,
            [.. layers.Measures.Select(measure => Replacing.In(measure, layers.Facts, account))],
            withCaps && layers.Highest is { } highest ? Replacing.In(highest, layers.Facts, account) : null);
    }

    /// <summary>A query with the layers under all that comes after.</summary>
    public static IQueryable<TSource> Under(IQueryable<TSource> accounts, Scorecard<TSource, TBand> scorecard, bool withCaps)
    {
        var account = Parameter(typeof(TSource), "account");
        return accounts.Where(Lambda<Func<TSource, bool>>(Of(scorecard, LayeredValue.Layers, account, withCaps), account));
    }

    public override bool Equals(object? obj) => obj is LayeredScore<TSource, TBand> other
        && ReferenceEquals(_scorecard, other._scorecard)
        && _value == other._value
        && _measures.SequenceEqual(other._measures, ExpressionEqualityComparer.Instance)
        && ExpressionEqualityComparer.Instance.Equals(_highest, other._highest);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(RuntimeHelpers.GetHashCode(_scorecard));
        hash.Add(_value);
        foreach (var measure in _measures)
            hash.Add(measure, ExpressionEqualityComparer.Instance);
        return hash.ToHashCode();
    }

    public override string ToString() => $"{_value}({_scorecard.Id})";

    protected override Expression Accept(ExpressionVisitor visitor) =>
        visitor is RelationalSqlTranslatingExpressionVisitor translator ? Translate(translator) : base.Accept(visitor);

    protected override Expression VisitChildren(ExpressionVisitor visitor)
    {
        var measures = Array.ConvertAll(_measures, measure => visitor.Visit(measure));
        var highest = visitor.Visit(_highest);

        // What is visited last must not look like something that the program could compute itself.
        visitor.Visit(Row);
        return highest == _highest && measures.SequenceEqual(_measures) ? this
            : new LayeredScore<TSource, TBand>(_scorecard, _layers, _value, measures, highest);
    }

    private Expression Translate(RelationalSqlTranslatingExpressionVisitor translator)
    {
        var query = Finding.In(_measures.Append(_highest));
        var columns = query is null ? null : Find(query);
        if (columns is null && query is not null && _value == LayeredValue.Layers)
            columns = Put(query, translator);
        if (_value == LayeredValue.Layers)
            return translator.Visit(Constant(true));

        // Where the layers are out of reach, the same is computed in place.
        columns ??= Compute(translator, fence: null);
        return columns is null ? QueryCompilationContext.NotTranslatedExpression
            : _value == LayeredValue.Score ? columns.Score
            : translator.Visit(
                _layers.Place(
                    new Column(columns.Score, typeof(double?)), columns.Highest is { } highest ? new Column(highest, typeof(int)) : null));
    }

    private Columns? Find(SelectExpression query)
    {
        foreach (var table in query.Tables)
        {
            if (table is SelectExpression below && Layered.TryGetValue(below, out var columns)
                && ReferenceEquals(columns.Scorecard, _scorecard)
                && (_highest is null || columns.Highest is not null))
                return columns;
        }

        return null;
    }

    private Columns? Put(SelectExpression query, RelationalSqlTranslatingExpressionVisitor translator)
    {
        if (query.Limit is not null || query.Offset is not null || query.IsDistinct || query.GroupBy.Count > 0)
            query.PushdownIntoSubquery();
        var zero = translator.Translate(Constant(0))!;
        var columns = Compute(translator, values => Fence(query, values, zero));
        if (columns is not null)
            Layered.Add((SelectExpression)query.Tables[0], columns);
        return columns;
    }

    // Amounts → facts → measures → points → sums → score. What the caps allow is measured too, and handed up from layer to layer.
    private Columns? Compute(
        RelationalSqlTranslatingExpressionVisitor translator, Func<IReadOnlyList<SqlExpression>, IReadOnlyList<SqlExpression>>? fence)
    {
        IReadOnlyList<Expression> values = [.. _measures, .. _highest is null ? (Expression[])[] : [_highest]];
        if (Translated(values) is not { } measures)
            return null;
        if (fence is not null)
        {
            IReadOnlyList<SqlExpression> amounts = [];
            if (Repeated.Amounts(measures) is { Count: > 0 } converted)
            {
                amounts = fence(converted);
                measures = Again(amounts, []);
            }

            if (Repeated.Facts(measures) is { Count: > 0 } facts)
            {
                var columns = fence([.. amounts, .. facts]);
                measures = Again(columns.Take(amounts.Count), columns.Skip(amounts.Count));
            }
        }

        values = Fenced(measures, values);
        foreach (var layer in (Func<IReadOnlyList<Expression>, IReadOnlyList<Expression>>[])
            [_layers.Points, _layers.Sums, sums => [_layers.Score(sums)]])
        {
            var computed = layer(_highest is null ? values : [.. values.SkipLast(1)]);
            if (_highest is not null)
                computed = [.. computed, values[^1]];
            if (Translated(computed) is not { } translated)
                return null;
            values = Fenced(translated, computed);
        }

        return new(_scorecard, ((Column)values[0]).Sql, _highest is null ? null : ((Column)values[1]).Sql);

        // What was translated speaks of the tables that are now below: it is translated again, of the columns of the layer.
        IReadOnlyList<SqlExpression> Again(IEnumerable<SqlExpression> amounts, IEnumerable<SqlExpression> facts)
        {
            var again = Translated(values)!;
            again = Repeated.Replace(again, Repeated.Amounts(again), amounts);
            return Repeated.Replace(again, Repeated.Facts(again), facts);
        }

        Column[] Fenced(IReadOnlyList<SqlExpression> layer, IReadOnlyList<Expression> of)
        {
            layer = [.. layer.Select(value => TypedConstants.In(value, translator))];
            return [.. (fence?.Invoke(layer) ?? layer).Zip(of, (column, value) => new Column(column, value.Type))];
        }

        IReadOnlyList<SqlExpression>? Translated(IReadOnlyList<Expression> all)
        {
            var translated = new List<SqlExpression>(all.Count);
            foreach (var value in all)
            {
                if (translator.Translate(value) is not { } sql)
                    return null;
                translated.Add(NumbersAsText.In(sql, translator));
            }

            return translated;
        }
    }

    // The only way to learn the columns of a sub-select is to sort by them. What the query is sorted by stays.
    private static IReadOnlyList<SqlExpression> Fence(SelectExpression query, IReadOnlyList<SqlExpression> values, SqlExpression zero)
    {
        var sorted = query.Orderings.Count;
        foreach (var value in values)
            query.AppendOrdering(new(value, ascending: true));
        var places = values.Select(value => query.Orderings.TakeWhile(each => !each.Expression.Equals(value)).Count()).ToList();

        // An offset of nothing is what keeps a database from merging a layer with the next and computing everything many times.
        query.ApplyOffset(zero);
        query.PushdownIntoSubquery();
        ((SelectExpression)query.Tables[0]).ClearOrdering();
        var columns = query.Orderings.ToList();
        query.ClearOrdering();
        foreach (var each in columns.Take(sorted))
            query.AppendOrdering(each);
        return [.. places.Select(place => columns[place].Expression)];
    }

    private sealed record Columns(Scorecard<TSource, TBand> Scorecard, SqlExpression Score, SqlExpression? Highest);

    /// <summary>What is translated already.</summary>
    private sealed class Column(SqlExpression sql, Type type) : Expression
    {
        public SqlExpression Sql => sql;

        public override ExpressionType NodeType => ExpressionType.Extension;

        public override Type Type => type;

        protected override Expression Accept(ExpressionVisitor visitor) => sql;

        protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
    }

    /// <summary>Finds the query that an expression reads from.</summary>
    private sealed class Finding : ExpressionVisitor
    {
        private SelectExpression? _found;

        public static SelectExpression? In(IEnumerable<Expression?> expressions)
        {
            var finding = new Finding();
            foreach (var expression in expressions)
                finding.Visit(expression);
            return finding._found;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is ProjectionBindingExpression { QueryExpression: SelectExpression query })
            {
                _found ??= query;
                return node;
            }

            return node is SelectExpression ? node : base.VisitExtension(node);
        }
    }
}
