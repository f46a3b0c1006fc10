using System.Text.Json;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using static System.FormattableString;

namespace KeyAccount.Core.Sql;

/// <summary>The source of the facts of a model: a table, and which of its columns holds which fact, in the unit of the fact.</summary>
/// <remarks>Immutable. What is wrong is told with all its faults at once, each by its place, when the source meets a model: a fact that the
/// model reads and no column holds, a column of another type, one that may hold null if the fact may not.</remarks>
public sealed class SqlSource
{
    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>A source.</summary>
    /// <param name="table">The table.</param>
    /// <param name="facts">The column of each fact, by the name of its property; one of a part is written with a dot: <c>Part.Height</c>.
    /// What the model does not read is ignored.</param>
    /// <param name="keep">The columns to pass through to the result, such as the key; null for none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A name is blank or holds the character 0, or a column is kept twice.</exception>
    public SqlSource(SqlTable table, IReadOnlyDictionary<string, SqlColumn> facts, IReadOnlyList<string>? keep = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(facts);
        foreach (var (fact, column) in facts)
            Named(fact, column ?? throw new ArgumentNullException(nameof(facts), $"facts[\"{fact}\"] is null."));
        Table = table;
        Facts = ValueMap.Of(facts);
        Keep = ValueList.Of(keep ?? []);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in Keep)
        {
            if (SqlResult.HasZero(column))
                throw new ArgumentException($"keep has '{column}', which {SqlResult.HoldsZero}name.", nameof(keep));

            if (string.IsNullOrWhiteSpace(column) || !seen.Add(column))
            {
                throw new ArgumentException(
                    string.IsNullOrWhiteSpace(column) ? "keep has a name that is empty; it must be the names of columns."
                        : $"keep has '{column}' twice; it must be the names of columns, each once.", nameof(keep));
            }

        }

        static void Named(string fact, SqlColumn column)
        {
            if (string.IsNullOrWhiteSpace(column.Name))
            {
                throw new ArgumentException(
                    $"facts[\"{fact}\"] has a column whose name is empty; it must be the name of one.", nameof(facts));
            }

            if (SqlResult.HasZero(column.Name))
            {
                throw new ArgumentException(
                    $"facts[\"{fact}\"] has the column '{column.Name}', which {SqlResult.HoldsZero}name.", nameof(facts));
            }
        }
    }

    /// <summary>The table.</summary>
    public SqlTable Table { get; }

    /// <summary>The column of each fact.</summary>
    public IReadOnlyDictionary<string, SqlColumn> Facts { get; }

    /// <summary>The columns to pass through to the result.</summary>
    public IReadOnlyList<string> Keep { get; }

    /// <summary>Reads a source from JSON.</summary>
    /// <param name="json">
    /// <c>{ "table": "crm.accounts", "keep": ["id"], "columns": { "CreditDays": "credit_days", "NetProfit": { "column": "net_profit",
    /// "type": "DECIMAL(18, 2)", "nullable": true, "unit": "Money" } } }</c>; <c>keep</c> may be left out, and <c>table</c> where
    /// <paramref name="table"/> says it.
    /// </param>
    /// <param name="table">The table, before what the JSON says; null for that.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong with it; the exception names every fault by its place.</exception>
    public static SqlSource FromJson(string json, SqlTable? table = null)
    {
        var faults = new List<ModelFault>();
        var source = Read(json, table, faults);
        return faults.Count == 0 ? source! : throw new InvalidModelException("columns", faults);
    }

    /// <summary>Reads a source from JSON for a model and an engine: what is wrong with the JSON and what the model does not find in it
    /// are told together.</summary>
    /// <param name="json">The JSON, as <see cref="FromJson(string, SqlTable)"/> takes it.</param>
    /// <param name="model">A scorecard or a decision table of this library.</param>
    /// <param name="dialect">The engine.</param>
    /// <param name="table">The table, before what the JSON says; null for that.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/>, <paramref name="model"/> or <paramref name="dialect"/> is
    /// null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is neither.</exception>
    /// <exception cref="InvalidModelException">Something is wrong with the JSON or with the columns, or the dialect cannot express the
    /// model; the exception names every fault by its place.</exception>
    public static SqlSource FromJson(string json, IModel model, SqlDialect dialect, SqlTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(dialect);
        var faults = new List<ModelFault>();
        var source = Read(json, table, faults);
        if (source is not null)
        {
            try
            {
                Meet();
            }
            catch (InvalidModelException e)
            {
                // What is told of a column already is why the model does not find it.
                var told = faults.ConvertAll(fault => fault.Path);
                faults.AddRange(e.Faults.Where(fault => !told.Exists(path =>
                    path == "columns" || path == fault.Path || path.StartsWith(fault.Path + ".", StringComparison.Ordinal)
                    || path.StartsWith(fault.Path.TrimEnd(']', '"') + ".", StringComparison.Ordinal))));
            }
        }

        return faults.Count == 0 ? source! : throw new InvalidModelException(model.Id, faults);

        object Meet() => model switch
        {
            IScorecard scorecard => SqlScorecard.Of(scorecard, source, dialect),
            IDecisionTable decisions => SqlDecisionTable.Of(decisions, source, dialect),
            _ => throw new ArgumentException($"model is {model.Id}; it must be a scorecard or a decision table.", nameof(model)),
        };
    }

    // Null where the JSON says nothing of columns.
    private static SqlSource? Read(string json, SqlTable? table, List<ModelFault> faults)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.AsSpan().Trim("\uFEFF \t\r\n").IsEmpty)
        {
            faults.Add(new("$", "it is empty; a draft of what a model reads is one to begin with"));
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json, Reading);
            return Read(document.RootElement, table, faults);
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            faults.Add(new("$", Invariant(
                $"it is not valid JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {reason}")));
        }
        catch (InvalidOperationException)
        {
            faults.Add(new("$", "the name of a member holds half of a surrogate pair, such as \\ud83d without the half behind it"));
        }
        catch (ArgumentException)
        {
            // Half a character as it is: the text has no UTF-8.
            faults.Add(new("$", "a text in it is not valid Unicode: half a character, such as \\ud800 alone"));
        }

        return null;
    }

    /// <summary>A draft of a source in JSON: every fact that a model reads, with a column of a usual name and the unit of the
    /// fact.</summary>
    /// <param name="model">A scorecard or a decision table of this library.</param>
    /// <returns>The JSON; <see cref="FromJson(string, SqlTable)"/> reads it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> is neither.</exception>
    public static string DraftFor(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var facts = SqlFacts.ReadBy(model);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("table", "accounts");
            writer.WriteStartArray("keep");
            writer.WriteStringValue("id");
            writer.WriteEndArray();
            writer.WriteStartObject("columns");
            foreach (var (path, member) in facts)
            {
                var name = string.Concat(path.Select((each, i) => each == '.' ? "_"
                    : char.IsUpper(each) && i > 0 && path[i - 1] != '.' ? $"_{char.ToLowerInvariant(each)}"
                    : $"{char.ToLowerInvariant(each)}"));
                if (FactRange.Of(member)?.Unit is not { } unit)
                {
                    writer.WriteString(path, name);
                    continue;
                }

                writer.WriteStartObject(path);
                writer.WriteString("column", name);
                writer.WriteString("unit", $"{unit}");
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The same source with the columns of the actual table.</summary>
    /// <param name="table">All columns of the table, as the catalog of the engine lists them.</param>
    /// <returns>A source whose columns have the types that they have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="InvalidModelException">A column is missing, or is told otherwise than it is; every fault is told by its
    /// place.</exception>
    public SqlSource CheckedAgainst(IEnumerable<SqlColumn> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var known = table.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var faults = new List<ModelFault>();
        var facts = new Dictionary<string, SqlColumn>(StringComparer.Ordinal);
        foreach (var (fact, told) in Facts)
        {
            var path = $"columns[\"{fact}\"]";
            if (!known.TryGetValue(told.Name, out var is_))
            {
                faults.Add(Missing(path, told.Name));
                continue;
            }

            if (told.Kind is { } kind && is_.Kind is { } real && kind.Kind != real.Kind)
                faults.Add(new(path, $"the column {told.Name} is stated to be {told.Type}, but is {is_.Type}"));
            if (told.MayBeNull is true && is_.MayBeNull is false)
            {
                faults.Add(new(
                    path,
                    $"the column {told.Name} is stated to be nullable, but is not: "
                    + "what is not known would be stored as something else there"));
            }
            else if (told.MayBeNull is false && is_.MayBeNull is true)
            {
                faults.Add(new(path, $"the column {told.Name} is stated to hold no null, but may"));
            }

            facts[fact] = is_ with { Unit = told.Unit };
        }

        faults.AddRange(Keep.Where(column => !known.ContainsKey(column)).Select(column => Missing("keep", column)));
        return faults.Count == 0 ? new(Table, facts, Keep) : throw new InvalidModelException("columns", faults);

        ModelFault Missing(string path, string name)
        {
            var alike = known.Keys.FirstOrDefault(each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase));
            return new(path, $"the table {Table} has no column {name}; "
                + (alike is null ? $"it has {string.Join(", ", known.Keys)}" : $"it has {alike}: write it with that case"));
        }
    }

    private static SqlSource? Read(JsonElement root, SqlTable? table, List<ModelFault> faults)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new("$", "it must be an object with table, keep and columns"));
            return null;
        }

        var facts = new Dictionary<string, SqlColumn>(StringComparer.Ordinal);
        var keep = new List<string>();
        foreach (var property in MembersOf(root, name => name, faults))
        {
            switch (property.Name)
            {
                case "table":
                    table ??= Try("table", faults, () => SqlTable.Parse(Text(property.Value, "table", faults) ?? "?"));
                    break;
                case "keep" when property.Value.ValueKind == JsonValueKind.Array:
                    foreach (var (each, i) in property.Value.EnumerateArray().Select((each, i) => (each, i)))
                    {
                        var path = Invariant($"keep[{i}]");
                        if (Text(each, path, faults) is not { } name)
                            continue;
                        if (keep.Contains(name, StringComparer.OrdinalIgnoreCase))
                            faults.Add(new(path, $"'{name}' is duplicated"));
                        else
                            keep.Add(name);
                    }

                    break;
                case "columns" when property.Value.ValueKind == JsonValueKind.Object:
                    foreach (var each in MembersOf(property.Value, PathOf, faults))
                    {
                        if (string.IsNullOrWhiteSpace(each.Name))
                            faults.Add(new(PathOf(each.Name), "it must be the name of a fact"));
                        else if (ColumnOf(each.Value, PathOf(each.Name), faults) is { } column)
                            facts[each.Name] = column;
                    }

                    break;
                default:
                    faults.Add(new(property.Name, property.Name is "keep" ? "it must be an array of names"
                        : property.Name is "columns" ? "it must be an object: the names of facts with their columns"
                        : "it must be one of table, keep, columns"));
                    break;
            }
        }

        if (table is null && !faults.Exists(fault => fault.Path == "table"))
            faults.Add(new("table", "it is missing"));
        if (facts.Count == 0 && faults.Count == 0)
            faults.Add(new("columns", "it is empty; name the column of each fact that the model reads"));

        // The name of a table that is not known is not read.
        return new(table ?? SqlTable.Named("accounts"), facts, keep);

        static string PathOf(string fact) => $"columns[\"{fact}\"]";
    }

    // The reader of JSON would take the last of two without a word.
    private static IEnumerable<JsonProperty> MembersOf(JsonElement json, Func<string, string> pathOf, List<ModelFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (seen.Add(member.Name))
                yield return member;
            else
                faults.Add(new(pathOf(member.Name), "it is duplicated"));
        }
    }

    private static SqlColumn? ColumnOf(JsonElement value, string path, List<ModelFault> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return Text(value, path, faults) is { } bare ? new(bare) : null;
        string? name = null, type = null;
        bool? isNullable = null;
        FactUnit? unit = null;
        var before = faults.Count;
        foreach (var property in MembersOf(value, name => $"{path}.{name}", faults))
        {
            var place = $"{path}.{property.Name}";
            switch (property.Name)
            {
                case "column":
                    name = Text(property.Value, place, faults);
                    break;
                case "type":
                    type = Text(property.Value, place, faults);
                    if (type is not null && SqlType.Of(type).Kind == SqlKind.Other)
                        faults.Add(new(place, $"'{type}' is not a type of which facts are read; it must be one of {SqlType.Known}"));
                    break;
                case "nullable" when property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                    isNullable = property.Value.GetBoolean();
                    break;
                case "nullable":
                    faults.Add(new(place, "it must be true or false"));
                    break;
                case "unit":
                    if (Text(property.Value, place, faults) is not { } word)
                        break;
                    if (Enum.TryParse<FactUnit>(word, out var parsed) && Enum.IsDefined(parsed) && !char.IsAsciiDigit(word[0]))
                        unit = parsed;
                    else
                        faults.Add(new(place, $"'{word}' is not a unit; it must be one of {string.Join(", ", Enum.GetNames<FactUnit>())}"));
                    break;
                default:
                    faults.Add(new(place, "it must be one of column, type, nullable, unit"));
                    break;
            }
        }

        if (name is null && faults.Count == before)
            faults.Add(new($"{path}.column", "it is missing"));
        return name is null ? null : new(name, type, isNullable, unit);
    }

    private static string? Text(JsonElement value, string path, List<ModelFault> faults)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
            {
                if (!SqlResult.HasZero(text))
                    return text;
                faults.Add(new(path, $"it {SqlResult.HoldsZero}name"));
                return null;
            }

            faults.Add(new(path, "it must be a text that is not blank"));
        }
        catch (InvalidOperationException)
        {
            faults.Add(new(path, "it holds half of a surrogate pair, such as \\ud83d without the half behind it"));
        }

        return null;
    }

    private static SqlTable? Try(string path, List<ModelFault> faults, Func<SqlTable> read)
    {
        var before = faults.Count;
        try
        {
            var table = read();
            return faults.Count == before ? table : null;
        }
        catch (ArgumentException e)
        {
            faults.Add(new(path, Guard.ReasonOf(e).Replace("text is", "it is", StringComparison.Ordinal)));
            return null;
        }
    }
}
