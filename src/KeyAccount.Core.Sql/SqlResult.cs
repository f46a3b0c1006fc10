using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Sql;

/// <summary>What all statements have in common.</summary>
internal static class SqlResult
{
    /// <summary>What a statement of literals has.</summary>
    public static readonly IReadOnlyDictionary<string, object> NoParameters = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>The name by which a value of a model stands in a result.</summary>
    public static string NameOf(object value) => value is INamedTerm term ? term.Name : Invariant($"{value}");

    // What dbt computes before an engine reads the statement.
    private static readonly string[] Jinja = ["{{", "{%", "{#"];

    /// <summary>What is wrong with a name or a text that holds the character 0.</summary>
    public const string HoldsZero = "holds the character 0; no engine takes it in a ";

    /// <summary>Whether it holds the character 0.</summary>
    public static bool HasZero(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    /// <summary>The engine must take the name of the table, no column that is kept has the name of one that is made, and dbt computes no
    /// name.</summary>
    public static void CheckNames(SqlDialect dialect, SqlSource source, List<ModelFault> faults, params string[] made)
    {
        faults.AddRange(source.Keep.Where(column => made.Contains(column, StringComparer.OrdinalIgnoreCase)).Select(column =>
            new ModelFault("keep", $"the column {column} has the name of a result; give it another name in a view, and read that")));
        CheckTable(dialect, source.Table, faults);
        CheckDbt(source.Table, faults, source.Keep.Select((column, i) => (Invariant($"keep[{i}]"), column))
            .Concat(source.Facts.Select(fact => ($"columns[\"{fact.Key}\"]", fact.Value.Name))));
    }

    /// <summary>dbt must not compute the name of a column.</summary>
    public static void CheckDbt(SqlTable table, List<ModelFault> faults, IEnumerable<(string Path, string Name)> columns)
    {
        if (!table.IsDbt)
            return;
        faults.AddRange(columns.Where(each => HasJinja(each.Name)).Select(each => new ModelFault(
            each.Path, $"dbt would compute the name {each.Name}; give the column another name in a view, and read that")));
    }

    /// <summary>dbt must compute nothing of a statement but the table.</summary>
    public static void CheckDbt(SqlDialect dialect, SqlTable table, string path, List<ModelFault> faults, params Func<string>[] statements)
    {
        if (!table.IsDbt)
            return;
        foreach (var statement in statements)
        {
            var text = statement().Replace(table.In(dialect), "", StringComparison.Ordinal);
            if (Array.Find(Jinja, mark => text.Contains(mark, StringComparison.Ordinal)) is not { } mark)
                continue;
            var line = text[text.IndexOf(mark, StringComparison.Ordinal)..].Split('\n')[0];
            faults.Add(new(path, $"dbt would compute a text or a name of it, at {(line.Length > 60 ? $"{line[..60]}…" : line)}; "
                + "read a table by its name, or write that without braces"));
            return;
        }
    }

    private static bool HasJinja(string text) => Array.Exists(Jinja, mark => text.Contains(mark, StringComparison.Ordinal));

    /// <summary>The engine must take the name of the table.</summary>
    public static void CheckTable(SqlDialect dialect, SqlTable table, List<ModelFault> faults)
    {
        if (dialect.PartsFault(table, dialect.MostParts) is { } reason)
            faults.Add(new("table", $"it is {table}; {reason}"));
    }

    public static void ThrowIfAny(string model, List<ModelFault> faults)
    {
        if (faults.Count > 0)
            throw new InvalidModelException(model, faults);
    }

    /// <summary>Writes something on trial, and says by its place what the dialect cannot say.</summary>
    public static void Try(SqlDialect dialect, string path, List<ModelFault> faults, Func<string> write)
    {
        try
        {
            if (SqlWriter.NestedIn(write()) is var depth && depth > dialect.MostNested)
            {
                faults.Add(new(path, Invariant(
                    $"it needs a CASE nested {depth} levels deep, and {dialect.DisplayName} allows {dialect.MostNested}; ")
                    + "use a scale with fewer steps"));
            }
        }
        catch (SqlRefusal e)
        {
            if (!faults.Exists(fault => fault.Path == path))
                faults.Add(new(path, e.Message));
        }
    }

    public static SqlStatement Statement(string model, SqlDialect dialect, SqlValues values, Func<SqlConstants, string> write)
    {
        Guard.Defined(values);
        if (values == SqlValues.Parameters && dialect.Parameter is null)
            throw Fault($"{dialect.DisplayName} has no parameters in every version that is supported; write literals");
        var constants = new SqlConstants(dialect, values);
        var text = write(constants);
        var parameters = constants.Parameters;
        return parameters.Count <= dialect.MostParameters ? new(text, parameters) : throw Fault(Invariant(
            $"it has {parameters.Count} parameters, and {dialect.DisplayName} takes {dialect.MostParameters}; write literals"));

        InvalidModelException Fault(string message) => new(model, [new("values", message)]);
    }

    public static SqlStatement View(SqlDialect dialect, SqlTable name, SqlTable table, SqlStatement statement)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.IsDbt ? throw Refused("dbt makes its views itself: take the statement")
            : dialect.PartsFault(name, dialect.MostViewParts) is { } reason ? throw Refused(reason)
            : !table.IsDbt && name.Parts.SequenceEqual(table.Parts, dialect.Names)
                ? throw Refused("the view reads the table of that name; give the view another name")
            : statement with { Text = $"{dialect.CreateView} {name.In(dialect)} AS\n{statement.Text}" };

        ArgumentException Refused(string reason) => new($"name is {name}; {reason}.", nameof(name));
    }
}
