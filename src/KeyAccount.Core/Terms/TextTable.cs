using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace KeyAccount.Core.Terms;

/// <summary>A table of texts by key, embedded in an assembly as one JSON file per language.</summary>
/// <remarks>
/// The files are flat objects, <c>{"Room.Table.Rule": "text", …}</c>, embedded as <c>PREFIX.en.json</c>, <c>PREFIX.zh-Hans.json</c> and
/// <c>PREFIX.zh-Hant.json</c>. They are plain resources rather than satellite assemblies, so they survive trimming and work in
/// globalization-invariant mode. Immutable and safe to share between threads. Not a value: it is read from
/// resources.
/// </remarks>
public sealed class TextTable
{
    private readonly FrozenDictionary<string, Text> _texts;

    private TextTable(FrozenDictionary<string, Text> texts) => _texts = texts;

    /// <summary>The keys of the table, in no particular order.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The library's own texts.</summary>
    internal static TextTable Library { get; } = FromResources(typeof(TextTable).Assembly, "KeyAccount.Core.Texts");

    /// <summary>Looks up the text with a key.</summary>
    /// <param name="key">The key, as in the files.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">The table has no such key.</exception>
    public Text this[string key] => TryGet(key) ?? throw new KeyNotFoundException($"The table has no text with the key '{key}'.");

    /// <summary>Reads a table from the resources of an assembly.</summary>
    /// <param name="assembly">The assembly that embeds the files.</param>
    /// <param name="prefix">The resource name up to the language, without the dot.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">A file is missing, is not a flat JSON object of strings, or a key is not in all three
    /// languages; the message names every such file and key.</exception>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> is not a name that a resource can have.</exception>
    public static TextTable FromResources(Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(prefix);

        var faults = new List<string>();
        var tables = Language.All.Select(language => Read(assembly, $"{prefix}.{language}.json", faults)).ToArray();
        foreach (var key in tables.SelectMany(table => table.Keys).Distinct(StringComparer.Ordinal))
        {
            faults.AddRange(Language.All
                .Where((_, i) => !tables[i].ContainsKey(key))
                .Select(language => $"'{key}' has no text in {language}"));
        }

        if (faults.Count > 0)
        {
            throw new InvalidOperationException(
                $"The text table '{prefix}' has {English.Count(faults.Count, "fault")}: {string.Join("; ", faults)}.");
        }

        return new(tables[0].Keys.ToFrozenDictionary(
            key => key, key => Text.OfTable(key, tables[0][key], tables[1][key], tables[2][key]), StringComparer.Ordinal));
    }

    /// <summary>Looks up the text with a key; null if the table has none.</summary>
    /// <param name="key">The key, as in the files.</param>
    /// <returns>The text, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public Text? TryGet(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _texts.GetValueOrDefault(key);
    }

    private static Dictionary<string, string> Read(Assembly assembly, string resource, List<string> faults)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var stream = assembly.GetManifestResourceStream(resource);
        if (stream is null)
        {
            faults.Add($"the resource '{resource}' is missing");
            return texts;
        }

        try
        {
            using var document = JsonDocument.Parse(stream);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.String)
                    faults.Add($"'{property.Name}' in '{resource}' is not a string");
                else if (!texts.TryAdd(property.Name, property.Value.GetString()!))
                    faults.Add($"'{property.Name}' is duplicated in '{resource}'");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            faults.Add($"the resource '{resource}' is not a JSON object: {e.Message}");
        }

        return texts;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of texts.</returns>
    public override string ToString() => FormattableString.Invariant($"{Keys.Count} texts");
}
