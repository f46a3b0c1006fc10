using System.Linq.Expressions;
using System.Text.RegularExpressions;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Sql;

/// <summary>The lowest layer: each fact that a model reads becomes a column of a known type, checked against what the source says about
/// it.</summary>
internal sealed class SqlFacts : ExpressionVisitor
{
    private readonly SqlDialect _dialect;
    private readonly SqlSource _source;
    private readonly Expression _facts;
    private readonly string _prefix;
    private readonly Dictionary<string, SqlReference> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, bool> _isByValue = [];
    private readonly List<ModelFault> _faults;
    private readonly Dictionary<string, System.Reflection.MemberInfo> _met = new(StringComparer.Ordinal);
    private string _reader = "";

    public SqlFacts(SqlDialect dialect, SqlSource source, Expression facts, List<ModelFault> faults)
    {
        (_dialect, _source, _facts, _faults) = (dialect, source, facts, faults);

        // No column that is handed through has a name of ours.
        _prefix = "ka_";
        while (source.Keep.Any(column => column.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase)))
            _prefix += "_";
    }

    /// <summary>The names of the columns that are made, and what they are made of.</summary>
    public List<(string Name, string Sql)> Columns { get; } = [];

    /// <summary>The facts that a model reads, by their paths.</summary>
    public static IReadOnlyList<(string Path, System.Reflection.MemberInfo Member)> ReadBy(IModel model)
    {
        var (facts, expressions) = model switch
        {
            ILayeredScorecard { Layers: var layers } =>
                ((Expression)layers.Facts, layers.Measures.Concat(layers.Caps.Select(cap => cap.Holds))),
            IStoredTable table when SqlDecisionTable.SameFacts(table.StoredRules) is var rules =>
                (rules[0].Holds.Facts, rules.Where(rule => rule.Fault is null).Select(rule => rule.Holds.Body)),
            _ => throw new ArgumentException($"model is {model.Id}; it must be a scorecard or a decision table.", nameof(model)),
        };
        var nowhere = new SqlSource(SqlTable.Named("accounts"), new Dictionary<string, SqlColumn>(StringComparer.Ordinal));
        var reading = new SqlFacts(SqlDialect.PostgreSql, nowhere, facts, []);
        foreach (var expression in expressions)
            reading.Read("", expression);
        return [.. reading._met.Select(each => (each.Key, each.Value))];
    }

    /// <summary>Puts the lowest layer into a query: the facts, and what was written of them more than once, in a layer of its own where
    /// that would convert a column again.</summary>
    public void AddTo(SqlQuery query, SqlWriter writer)
    {
        var repeated = writer.TakeRepeated(i => Name(Invariant($"g{i}")));
        var made = Columns.ToDictionary(each => each.Name, each => each.Sql, StringComparer.Ordinal);
        var names = new Regex($@"\b{Regex.Escape(_prefix)}f\d+\b", RegexOptions.None, TimeSpan.FromSeconds(10));
        var isPlain = repeated.SelectMany(each => names.Matches(each.Sql))
            .All(name => !made[name.Value].Contains('(', StringComparison.Ordinal));
        if (repeated.Count == 0 || isPlain)
        {
            query.Add([.. Columns, .. repeated.Select(each => (each.Name, names.Replace(each.Sql, name => made[name.Value])))]);
            return;
        }

        query.Add(Columns);
        query.Add([.. Columns.Select(each => (each.Name, each.Name)), .. repeated]);
    }

    /// <summary>A name that no column has that is handed through.</summary>
    public string Name(string name) => _prefix + name;

    /// <summary>Finds the facts that an expression reads.</summary>
    public void Read(string path, Expression expression)
    {
        _reader = path;
        Visit(expression);
    }

    /// <summary>The column of a fact.</summary>
    public SqlReference Of(MemberExpression fact) =>
        PathOf(fact) is { } path && _columns.TryGetValue(path, out var column) ? column : throw new SqlRefusal($"it reads {fact}");

    /// <summary>Whether a part of the facts is there: one of its columns holds something.</summary>
    public string IsThere(MemberExpression part) =>
        PathOf(part) is { } path && _parts.TryGetValue(path, out var column) ? $"({column} = 1)" : throw new SqlRefusal($"it reads {part}");

    public bool IsByValue(Type term) => _isByValue.GetValueOrDefault(term);

    protected override Expression VisitBinary(BinaryExpression node)
    {
        // "Part == null" asks whether anything of it is there.
        if (node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
            && node.Right is ConstantExpression { Value: null } && node.Left is MemberExpression part && IsPart(part.Type)
            && PathOf(part) is { } path)
        {
            AddPart(path);
            return node;
        }

        return base.VisitBinary(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (PathOf(node) is { } path)
        {
            _met.TryAdd(path, node.Member);
            Add(path, node);
        }

        return node;
    }

    protected override Expression VisitExtension(Expression node) => node is SqlReference ? node : base.VisitExtension(node);

    private string? PathOf(MemberExpression member) => member.Expression == _facts ? member.Member.Name
        : member.Expression is MemberExpression outer && PathOf(outer) is { } path ? $"{path}.{member.Member.Name}"
        : null;

    private void AddPart(string path)
    {
        if (_parts.ContainsKey(path) || _faulty.Contains(path))
            return;
        string[] columns =
        [
            .. _source.Facts.Where(each => each.Key.StartsWith(path + ".", StringComparison.Ordinal))
                .Select(each => _dialect.Quoted(each.Value.Name)),
        ];
        if (columns.Length == 0)
        {
            Fault(path, $"{_reader} asks whether it is there, and no column of it is named, such as \"{path}.…\"");
            return;
        }

        var name = Name(Invariant($"f{Columns.Count}"));
        _parts[path] = name;
        Columns.Add((name, $"CASE WHEN {string.Join(" OR ", columns.Select(column => $"{column} IS NOT NULL"))} THEN 1 ELSE 0 END"));
    }

    private void Add(string path, MemberExpression fact)
    {
        if (_columns.ContainsKey(path) || _faulty.Contains(path))
            return;
        if (!_source.Facts.TryGetValue(path, out var column))
        {
            var near = NearestName.Of(path, _source.Facts.Keys);
            Fault(
                path,
                $"no column is named for it, and {_reader} reads it{(near is null ? "" : $"; is it what is called columns[\"{near}\"]?")}");
            return;
        }

        var plain = Nullable.GetUnderlyingType(fact.Type) ?? fact.Type;
        var kind = column.Kind;
        var allowed = KindsOf(plain);
        if (allowed.Length == 0)
        {
            Fault(
                path,
                $"it is {English.WithArticle(plain.Name)}, which no column is read as; "
                + "it must be a number, true or false, a text or a term");
            return;
        }

        // Types of SQL Server, which are something else where another engine has the word.
        if (kind?.Word is "money" or "smallmoney" or "bit" && _dialect != SqlDialect.SqlServer && _dialect != SqlDialect.Sqlite)
        {
            Fault(
                path,
                $"the column {column.Name} has the type {column.Type}, which is read from SQL Server only; convert it in a view");
            return;
        }

        if (kind is not null && !allowed.Contains(kind.Kind))
        {
            Fault(
                path,
                $"the column {column.Name} has the type {column.Type}, and the fact needs "
                + $"{string.Join(" or ", allowed.Select(Words))}; name another column, or convert it in a view");
            return;
        }

        if (column.MayBeNull is true && fact.Expression == _facts && fact.Type.IsValueType && plain == fact.Type)
        {
            Fault(
                path,
                $"the column {column.Name} may be null, and the fact is always known; "
                + "name a column that holds no null, or make the fact nullable");
            return;
        }

        if (column.Unit is { } unit && FactRange.Of(fact.Member) is { } range && range.Unit != unit)
        {
            Fault(path, $"the column {column.Name} is stated in {unit}, but the fact is in {range.Unit}; convert it in a view");
            return;
        }

        var isTerm = plain.IsAssignableTo(typeof(ITerm));
        if (isTerm)
        {
            var isByValue = kind?.Kind == SqlKind.Integer;
            if (_isByValue.TryGetValue(plain, out var other) && other != isByValue)
            {
                Fault(path, $"the column {column.Name} holds {plain.Name} as {(isByValue ? "a number" : "a name")}, and another otherwise");
                return;
            }

            _isByValue[plain] = isByValue;
        }

        var name = Name(Invariant($"f{Columns.Count}"));
        _columns[path] = new(name, fact.Type);
        Columns.Add((name, Read(_dialect.Quoted(column.Name), plain, kind?.Kind)));
    }

    private string Read(string column, Type type, SqlKind? kind)
    {
        if (SqlWriter.IsReal(type))
            return kind == SqlKind.Float ? column : _dialect.AsDouble(column);
        if (type == typeof(bool))
            return _dialect == SqlDialect.Sqlite || _dialect == SqlDialect.ClickHouse ? column
                : $"CASE WHEN {Truth(column)} THEN 1 WHEN NOT ({Truth(column)}) THEN 0 END";

        // A comparison must not find what differs in case, whatever the column says. PostgreSQL and DuckDB have columns that are read as a
        // text and have no collation: there the type must be told.
        return type != typeof(string) && !type.IsAssignableTo(typeof(ITerm)) || kind == SqlKind.Integer ? column
            : _dialect.Collation is { } collation
                && (kind == SqlKind.Text || _dialect == SqlDialect.SqlServer || _dialect == SqlDialect.Sqlite)
            ? $"{column} COLLATE {collation}"
            : column;
    }

    // SQL Server has bits instead of truths.
    private string Truth(string column) => _dialect == SqlDialect.SqlServer ? $"{column} = 1" : column;

    private SqlKind[] KindsOf(Type type) =>
        SqlWriter.IsReal(type) ? [SqlKind.Float, SqlKind.Decimal, SqlKind.Integer]
        : type == typeof(bool)
            ? _dialect == SqlDialect.Sqlite || _dialect == SqlDialect.ClickHouse ? [SqlKind.Boolean, SqlKind.Integer] : [SqlKind.Boolean]
        : type == typeof(string) ? [SqlKind.Text]
        : type.IsAssignableTo(typeof(ITerm)) ? [SqlKind.Text, SqlKind.Integer]
        : type.IsEnum ? []
        : Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 ? [SqlKind.Integer]
        : [];

    private static string Words(SqlKind kind) => kind switch
    {
        SqlKind.Float => "a floating number",
        SqlKind.Decimal => "a decimal",
        SqlKind.Integer => "a whole number",
        SqlKind.Boolean => "true or false",
        _ => "a text",
    };

    private static bool IsPart(Type type) => !type.IsValueType && type != typeof(string) && !type.IsAssignableTo(typeof(ITerm));

    private void Fault(string path, string message)
    {
        _faulty.Add(path);
        _faults.Add(new($"columns[\"{path}\"]", message));
    }
}
