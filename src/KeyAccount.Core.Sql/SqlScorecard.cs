using System.Linq.Expressions;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Sql;

/// <summary>A scorecard as SQL text: score and band of each row of a table.</summary>
/// <remarks>
/// <para>A score agrees with <c>ScoreColumns</c> to 1e-6, a band except within a rounding of a cut. What is not known, NaN, infinite or out
/// of the range that its property names is missing, as in every database; <see cref="CountOutOfRange"/> counts the last. Decimals are
/// read as doubles.</para>
/// <para>Immutable. All that the dialect cannot say, and all that is mapped wrongly, is told when it is made, before anything
/// runs.</para>
/// </remarks>
/// <example>
/// <code>
/// using KeyAccount.Core.Sql;
///
/// var source = SqlSource.FromJson(SqlSource.DraftFor(AccountValue.Standard), AccountValue.Standard, SqlDialect.Spark);
/// Console.WriteLine(SqlScorecard.Of(AccountValue.Standard, source, SqlDialect.Spark).View(SqlTable.Named("crm", "scores")).Text);
/// </code>
/// </example>
public sealed class SqlScorecard
{
    private const string ScoreColumn = "score";
    private const string BandColumn = "band";

    private readonly IScoreLayers _layers;
    private readonly string _id;
    private readonly SqlFacts _facts;

    private SqlScorecard(ILayeredScorecard scorecard, SqlSource source, SqlDialect dialect)
    {
        (_id, Source, Dialect) = (scorecard.Id, source, dialect);
        var faults = new List<ModelFault>();
        try
        {
            _layers = scorecard.Layers;
        }
        catch (InvalidModelException e)
        {
            throw new InvalidModelException(
                _id, [.. e.Faults.Select(fault => fault with { Message = $"{dialect.DisplayName} cannot express it: {fault.Message}" })]);
        }

        SqlResult.CheckNames(dialect, source, faults, ScoreColumn, BandColumn);
        _facts = new(dialect, source, _layers.Facts, faults);
        var (measures, caps) = (_layers.Measures, _layers.Caps);
        for (var i = 0; i < measures.Count; i++)
            _facts.Read(Measure(i), measures[i]);
        foreach (var (key, holds) in caps)
            _facts.Read(Cap(key), holds);
        SqlResult.ThrowIfAny(_id, faults);

        var writer = Writer(new(dialect, SqlValues.Literals));
        var columns = Columns("m", measures);
        var points = _layers.Points(columns);
        for (var i = 0; i < measures.Count; i++)
        {
            SqlResult.Try(dialect, Measure(i), faults, () => writer.Value(measures[i]));
            SqlResult.Try(dialect, Measure(i), faults, () => writer.Value(points[i]));
        }

        foreach (var (key, holds) in caps)
            SqlResult.Try(dialect, Cap(key), faults, () => writer.Condition(holds, isExact: false));
        if (faults.Count == 0)
        {
            SqlResult.Try(dialect, "score", faults, () => Text(new(dialect, SqlValues.Literals), source.Keep));
            SqlResult.CheckDbt(dialect, source.Table, "score", faults, () => Scores().Text, () => CountOutOfRange().Text);
        }

        SqlResult.ThrowIfAny(_id, faults);

        string Measure(int i) => $"criteria[\"{_layers.Keys[i]}\"].measure";
        static string Cap(string key) => $"caps[\"{key}\"].when";
    }

    /// <summary>The source of the facts.</summary>
    public SqlSource Source { get; }

    /// <summary>The dialect.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>A scorecard over a table.</summary>
    /// <param name="scorecard">A scorecard of this library, ready or made by its builder.</param>
    /// <param name="source">The source of its facts.</param>
    /// <param name="dialect">The dialect.</param>
    /// <returns>The scorecard as SQL.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="scorecard"/> is of a class of its own.</exception>
    /// <exception cref="InvalidModelException">The dialect cannot express a criterion or a cap, or a column is missing or of another kind;
    /// the exception names every fault by its place.</exception>
    public static SqlScorecard Of(IScorecard scorecard, SqlSource source, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(scorecard);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        return scorecard is ILayeredScorecard layered ? new(layered, source, dialect) : throw new ArgumentException(
            $"scorecard is {scorecard.GetType()}; it must be a scorecard that Scorecard.For has built.", nameof(scorecard));
    }

    /// <summary>Every row with its score and its band: the columns that are kept, then <c>score</c>, null for an account that is not rated,
    /// then <c>band</c>, the name of the band with caps applied, null likewise.</summary>
    /// <param name="values">How the statement holds the numbers of the model.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="values"/> is none of the two.</exception>
    /// <exception cref="InvalidModelException">The dialect has no parameters, or not that many.</exception>
    public SqlStatement Scores(SqlValues values = SqlValues.Literals) =>
        SqlResult.Statement(_id, Dialect, values, constants => Text(constants, Source.Keep));

    /// <summary>A view of all rows with score and band.</summary>
    /// <param name="name">The name of the view.</param>
    /// <returns>The statement that makes it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is the table that the view reads, has more parts than the
    /// engine takes, or is one of dbt, which makes its views itself.</exception>
    public SqlStatement View(SqlTable name) => SqlResult.View(Dialect, name, Source.Table, Scores());

    /// <summary>The number of rows in each band: <c>band</c>, null for those that are not rated, and <c>accounts</c>. Bands without rows
    /// are left out.</summary>
    /// <param name="values">How the statement holds the numbers of the model.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="values"/> is none of the two.</exception>
    /// <exception cref="InvalidModelException">The dialect has no parameters, or not that many.</exception>
    public SqlStatement CountByBand(SqlValues values = SqlValues.Literals) => SqlResult.Statement(
        _id, Dialect, values, constants =>
        {
            // By places, and each named once.
            var (query, place) = Placed(constants, []);
            var counted = query.Aggregate($"{place}, COUNT(*) AS ka_accounts", $"\nGROUP BY {place}");
            return $"SELECT {Band(constants, place)} AS {BandColumn}, ka_accounts AS accounts\nFROM (\n{counted}\n) AS ka_counted";
        });

    /// <summary>The number of rows that hold an impossible fact, by criterion: one row with a column for each criterion, named by its key.
    /// Such a fact counts as missing in every score.</summary>
    /// <returns>The statement.</returns>
    public SqlStatement CountOutOfRange()
    {
        var constants = new SqlConstants(Dialect, SqlValues.Literals);
        var writer = Writer(constants);
        var query = new SqlQuery(Dialect, Source.Table.In(Dialect), []);
        query.Add(_facts.Columns);
        return new(
            query.Aggregate(string.Join(",\n    ", _layers.OutOfRange.Select(each =>
                $"COUNT({(each.IsOutside is ConstantExpression ? "NULL" : Outside(each.IsOutside))}) AS {Dialect.Quoted(each.Key)}"))),
            constants.Parameters);

        string Outside(Expression condition) => $"CASE WHEN {writer.Condition(condition, isExact: false)} THEN 1 END";
    }

    private SqlWriter Writer(SqlConstants constants) => new(Dialect, constants, _facts.Of, _facts.IsThere, _facts.IsByValue);

    private string Text(SqlConstants constants, IEnumerable<string> keep)
    {
        var (query, place) = Placed(constants, keep);
        return query.Select([(ScoreColumn, _facts.Name("r0")), (BandColumn, Band(constants, place))]);
    }

    private string Band(SqlConstants constants, string place) => $"CASE{string.Concat(_layers.Bands.Select((band, i) =>
        Invariant($" WHEN {place} = {i} THEN {constants.Of(SqlResult.NameOf(band))}")))} END";

    // Facts → measures → points → sums → score → place. What the caps allow is measured too, and handed up from layer to layer.
    private (SqlQuery Query, string Place) Placed(SqlConstants constants, IEnumerable<string> keep)
    {
        var writer = Writer(constants);
        var query = new SqlQuery(Dialect, Source.Table.In(Dialect), keep);
        var measures = _layers.Measures;
        SqlReference? highest = null;
        if (_layers.Highest is { } allowed)
        {
            highest = new(_facts.Name("h"), typeof(int));
            writer.Value(allowed);
        }

        foreach (var measure in measures)
            writer.Value(measure);
        _facts.AddTo(query, writer);
        var columns = Layer("m", measures, _layers.Highest);
        columns = Layer("p", _layers.Points(columns), highest);
        columns = Layer("s", _layers.Sums(columns), highest);
        columns = Layer("r", [_layers.Score(columns)], highest);
        var score = columns[0];
        var place = _facts.Name("place");
        query.Add([(score.Sql, score.Sql), (place, writer.Value(_layers.Place(score, highest)))], isFenced: false);
        return (query, place);

        SqlReference[] Layer(string name, IReadOnlyList<Expression> values, Expression? carried)
        {
            var made = Columns(name, values);
            IEnumerable<(string, string)> layer = made.Zip(values, (column, value) => (column.Sql, writer.Column(value)));
            query.Add(carried is null ? layer : layer.Append((_facts.Name("h"), writer.Value(carried))));
            return made;
        }
    }

    private SqlReference[] Columns(string name, IReadOnlyList<Expression> values) =>
        [.. values.Select((value, i) => new SqlReference(_facts.Name(Invariant($"{name}{i}")), value.Type))];
}
