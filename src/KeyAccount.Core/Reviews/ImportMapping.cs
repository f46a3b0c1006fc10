using System.Globalization;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A mapping from tables of exports to account files: for each column, the path, the unit, and the meaning of values. It is the
/// file of <c>keyaccount import --map</c>.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record ImportMapping
{
    private const string Model = "mapping";

    private static readonly Lazy<string[]> Known = new(() =>
        [.. PortfolioBuilder.ColumnsOf().Select(column => column.Table).Distinct(StringComparer.Ordinal)]);

    /// <summary>The version of its file (<see cref="FileFormat.Mapping"/>): always the current one.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; } = FileFormat.Mapping.Version;

    /// <summary>The tables by their names: <c>accounts</c>, <c>contacts</c> and the others that the command names.</summary>
    public IReadOnlyDictionary<string, ImportTableMapping> Tables
    {
        get;
        init => field = ValueMap.Of(value ?? ValueMap.Of<ImportTableMapping>([]));
    }
    = ValueMap.Of<ImportTableMapping>([]);

    /// <summary>Reads a mapping from JSON, in the format that <c>keyaccount schema mapping</c> describes.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The mapping, without faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, is not a mapping, or names columns that do not exist; the
    /// exception holds every fault with its path. No other exception is thrown, whatever the text.</exception>
    public static ImportMapping FromJson(string json) =>
        Checked(CheckedJson.Read(json, ReviewJson.Default.ImportMapping, Model, FileFormat.Mapping.Upgraded));

    /// <summary>Reads a mapping from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The mapping, without faults.</returns>
    /// <exception cref="InvalidModelException">The text is not valid JSON, is not a mapping, or names columns that do not exist; the
    /// exception holds every fault with its path. No other exception is thrown, whatever the bytes.</exception>
    public static ImportMapping FromJson(ReadOnlyMemory<byte> json) =>
        Checked(CheckedJson.Read(json, ReviewJson.Default.ImportMapping, Model, FileFormat.Mapping.Upgraded));

    /// <summary>Writes the mapping as JSON.</summary>
    /// <returns>An indented object, with non-ASCII characters unescaped.</returns>
    public string ToJson() => ReviewJson.TextOf(this, ReviewJson.Default.ImportMapping, isIndented: true);

    /// <summary>Lists everything that is wrong beyond the form of its parts.</summary>
    /// <returns>The faults with their paths; empty if there are none.</returns>
    public IReadOnlyList<ModelFault> FaultsOf()
    {
        var faults = new List<ModelFault>();
        foreach (var (name, table) in Tables)
        {
            var place = $"tables[\"{name}\"]";
            if (table is null)
            {
                faults.Add(new(place, "it is null; it must be an object"));
                continue;
            }

            if (!Known.Value.Contains(name, StringComparer.Ordinal))
            {
                var near = LookAlikes.Nearest(name, Known.Value) is { } nearest ? $" Is it {nearest}?" : "";
                faults.Add(new(
                    place, $"'{name}' is not a table of the account file.{near} It must be one of {string.Join(", ", Known.Value)}"));
            }

            if (table.Culture is { } culture && !IsCulture(culture))
                faults.Add(new($"{place}.culture", $"'{culture}' is not a culture this machine knows, such as de-DE"));
            if (table.Latest is not null && string.IsNullOrWhiteSpace(table.Latest))
                faults.Add(new($"{place}.latest", "it is blank; leave it out if all rows must agree"));
            var isWhole = true;
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (table.Columns[i] is null)
                    (isWhole, _) = (false, Add(Invariant($"{place}.columns[{i}]"), "it is null; it must be an object"));
                else if (string.IsNullOrWhiteSpace(table.Columns[i].Title))
                    _ = Add(Invariant($"{place}.columns[{i}].title"), "it is missing; it is the title that the column has in the table");
            }

            if (isWhole)
                faults.AddRange(PortfolioBuilder.FaultsOf(table.Columns).Select(fault => fault.Under(place)));
        }

        return faults;

        bool Add(string path, string message)
        {
            faults.Add(new(path, message));
            return true;
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The tables.</returns>
    public override string ToString() => Invariant($"ImportMapping {{ Version = {Version}, Tables = {Tables} }}");

    private static ImportMapping Checked(ImportMapping mapping) =>
        mapping.FaultsOf() is { Count: > 0 } faults ? throw new InvalidModelException(Model, faults) : mapping;

    private static bool IsCulture(string name)
    {
        try
        {
            return name.Trim().Length > 0 && CultureInfo.GetCultureInfo(name, predefinedOnly: true) is not null;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
