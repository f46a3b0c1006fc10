using System.Text.RegularExpressions;

namespace KeyAccount.Core.Sql;

/// <summary>The origin of rows: a table or a view, or a dbt model or source.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed partial record SqlTable
{
    private readonly ValueList<string> _parts;
    private readonly string? _dbt;

    private SqlTable(IReadOnlyList<string> parts, string? dbt) => (_parts, _dbt) = (ValueList.Of(parts), dbt);

    /// <summary>The parts of the name, or what dbt is asked for.</summary>
    public IReadOnlyList<string> Parts => _parts;

    /// <summary>A table of the engine. With DuckDB also a file: <c>accounts.parquet</c> is one part.</summary>
    /// <param name="parts">Database, schema and name, or fewer, as the engine keeps them: with their case, without quotes.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no part or there are more than three, or one is blank or holds the character
    /// 0.</exception>
    public static SqlTable Named(params string[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (Array.Find(parts, SqlResult.HasZero) is { } part)
            throw new ArgumentException($"parts has '{part}', which {SqlResult.HoldsZero}name.", nameof(parts));
        if (parts.Length is 0 or > 3 || parts.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException(
                parts.Length == 0 ? "parts is empty; it must be one to three names."
                    : $"parts is '{string.Join("', '", parts)}'; it must be one to three names, none of them blank.", nameof(parts));
        }

        return new(parts, null);
    }

    /// <summary>Another model of the same dbt project: <c>{{ ref('accounts') }}</c>.</summary>
    /// <param name="model">Its name: letters, digits and underscores.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">The name has other characters.</exception>
    public static SqlTable DbtRef(string model) => new([Word(model, nameof(model))], "ref");

    /// <summary>A source of a dbt project: <c>{{ source('crm', 'accounts') }}</c>.</summary>
    /// <param name="source">Its name: letters, digits and underscores.</param>
    /// <param name="table">The table of it, likewise.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">A name has other characters.</exception>
    public static SqlTable DbtSource(string source, string table) =>
        new([Word(source, nameof(source)), Word(table, nameof(table))], "source");

    /// <summary>Reads a table as it is written on a command line.</summary>
    /// <param name="text"><c>accounts</c>, <c>crm.accounts</c>, <c>"a.b".accounts</c> with quotes around a part that holds a point,
    /// <c>ref(accounts)</c> or <c>source(crm, accounts)</c>.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">The text is none of these.</exception>
    public static SqlTable Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Dbt().Match(text) is { Success: true } dbt)
        {
            return dbt.Groups["ref"].Success ? DbtRef(dbt.Groups["ref"].Value)
                : DbtSource(dbt.Groups["source"].Value, dbt.Groups["table"].Value);
        }

        string[] parts = Names().IsMatch(text)
            ? [.. Part().Matches(text).Select(part => part.Value is ['"', .. var inner, '"']
                ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : part.Value)]
            : [];
        if (parts.Length == 0 || parts.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException(
                $"text is {(string.IsNullOrWhiteSpace(text) ? "empty" : $"'{text}'")}; "
                + "it must be a name such as accounts, crm.accounts or \"a.b\", with no backticks or brackets, "
                + "or a dbt name: ref(accounts) or source(crm, accounts).",
                nameof(text));
        }

        return Named(parts);
    }

    /// <summary>A form for logs and debuggers.</summary>
    /// <returns>The parts with points, or what dbt is asked for.</returns>
    public override string ToString() => _dbt is null ? string.Join('.', _parts) : $"{_dbt}({string.Join(", ", _parts)})";

    /// <summary>The table as it is written in a statement.</summary>
    internal string In(SqlDialect dialect) => _dbt is null ? string.Join('.', _parts.Select(dialect.Quoted))
        : $"{{{{ {_dbt}({string.Join(", ", _parts.Select(part => $"'{part}'"))}) }}}}";

    /// <summary>Whether dbt is asked for the table, by <see cref="DbtRef"/> or <see cref="DbtSource"/>.</summary>
    public bool IsDbt => _dbt is not null;

    private static string Word(string name, string parameter) => Words().IsMatch(name ?? "") ? name! : throw new ArgumentException(
        $"{parameter} is {(string.IsNullOrEmpty(name) ? "empty" : $"'{name}'")}; dbt takes letters, digits and underscores.", parameter);

    [GeneratedRegex(@"^(ref\(\s*(?<ref>\w+)\s*\)|source\(\s*(?<source>\w+)\s*,\s*(?<table>\w+)\s*\))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dbt();

    [GeneratedRegex("""^("([^"]|"")+"|[^".()`\[\]]+)(\.("([^"]|"")+"|[^".()`\[\]]+)){0,2}$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();

    [GeneratedRegex(""" "([^"]|"")+"|[^".]+ """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^[A-Za-z0-9_]+$", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
