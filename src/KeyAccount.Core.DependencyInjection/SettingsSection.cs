using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Scoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>The section of a configuration that holds the settings: of everybody in <c>Models</c>, of a tenant in
/// <c>Tenants:name:Models</c>.</summary>
/// <remarks>Keys count in upper and lower case alike, as everywhere in a configuration; numbers are invariant. What a section says becomes
/// JSON and is read as a settings file is.</remarks>
internal sealed class SettingsSection(IConfigurationSection section)
    : IConfigureNamedOptions<KeyAccountOptions>, IOptionsChangeTokenSource<KeyAccountOptions>
{
    private const string ModelsKey = nameof(KeyAccountOptions.Models);
    private const string TenantsKey = "Tenants";

    // The whole settings of each model, which show how its keys are written.
    private readonly Dictionary<string, JsonNode> _whole = new(StringComparer.Ordinal);

    private ConfigurationEntry? _entry;

    /// <summary>Gets the path of the section.</summary>
    public string Path => section.Path;

    /// <summary>Gets the name of the options that change: all do, and the default ones are made together with the others.</summary>
    public string Name => Options.DefaultName;

    /// <summary>Gets what is wrong with what was read.</summary>
    public List<ModelFault> Faults { get; } = [];

    /// <summary>Gets the tenants of the section.</summary>
    public IEnumerable<string> Tenants => PartOf(_entry, TenantsKey)?.Parts.Select(tenant => tenant.Key) ?? [];

    public IChangeToken GetChangeToken() => section.GetReloadToken();

    /// <summary>Where the settings of a name stand in a section, or would.</summary>
    public static string PathOf(string? section, string name) => ConfigurationPath.Combine(
        new[] { section, name == Options.DefaultName ? null : ConfigurationPath.Combine(TenantsKey, name), ModelsKey }.OfType<string>());

    /// <summary>Reads the section as it is now.</summary>
    /// <param name="models">The models that settings are for.</param>
    public void Read(IEnumerable<IScorecard> models)
    {
        foreach (var model in models)
            _whole[model.Id] = JsonNode.Parse(model.Settings.ToJson())!;
        _entry = ConfigurationEntry.Of(section);
        Faults.Clear();
        Check(_entry, ModelsKey, TenantsKey);
        var tenants = PartOf(_entry, TenantsKey);
        if (tenants is null)
            return;
        Check(tenants);
        foreach (var tenant in tenants.Parts)
            Check(tenant, ModelsKey);
    }

    public void Configure(KeyAccountOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, KeyAccountOptions options)
    {
        var owner = name == Options.DefaultName ? _entry : PartOf(PartOf(_entry, TenantsKey), name ?? "");
        if (PartOf(owner, ModelsKey) is not { } models)
            return;
        Check(models);
        foreach (var model in models.Parts)
        {
            var id = Written(model.Key, _whole.Keys);
            var faults = Faults.Count;
            var json = ToJson(model, SettingsJson.Default.ScorecardSettings, _whole.GetValueOrDefault(id));
            if (Faults.Count > faults)
                continue;
            try
            {
                options.Models[id] = json is null ? new() : ScorecardSettings.FromJson(json.ToJsonString());
            }
            catch (InvalidModelException e)
            {
                Faults.AddRange(e.Faults.Select(fault => new ModelFault(Under(model.Path, fault.Path), fault.Message)));
            }
        }
    }

    /// <summary>A place in settings as a path of the configuration: <c>criteria["margin"].weight</c> is
    /// <c>criteria:margin:weight</c>.</summary>
    public static string Under(string path, string index)
    {
        var parts = new List<string> { path };
        for (var i = 0; i < index.Length;)
        {
            var (start, end) = index[i] switch
            {
                '[' when i + 1 < index.Length && index[i + 1] == '"' => (i + 2, index.IndexOf("\"]", i + 2, StringComparison.Ordinal)),
                '[' => (i + 1, index.IndexOf(']', i)),
                '.' => (i + 1, index.AsSpan(i + 1).IndexOfAny('.', '[') is >= 0 and var length ? i + 1 + length : index.Length),
                _ => (i, index.AsSpan(i).IndexOfAny('.', '[') is >= 0 and var length ? i + length : index.Length),
            };
            if (end < 0)
                end = index.Length;
            if (index[start..end] is not "$" and var part)
                parts.Add(part);
            i = end < index.Length && index[end] == '"' ? end + 2 : end < index.Length && index[end] == ']' ? end + 1 : end;
        }

        return ConfigurationPath.Combine(parts);
    }

    // Null where nothing is said. What does not fit its place stays as it is, and the reader of settings says what is wrong with it.
    private JsonNode? ToJson(ConfigurationEntry entry, JsonTypeInfo? type, JsonNode? whole)
    {
        if (entry.Parts.Count == 0)
            return Leaf(entry.Value, type);
        if (entry.HasValue)
            Faults.Add(new(entry.Path, $"it is '{entry.Value}' and has parts; it must be one or the other"));
        if (type?.Kind == JsonTypeInfoKind.Enumerable
            && entry.Parts.Select((part, i) => part.Key == i.ToString(CultureInfo.InvariantCulture)).All(isIndex => isIndex))
        {
            var item = type.Options.GetTypeInfo(type.Type.GetGenericArguments()[0]);
            return new JsonArray([.. entry.Parts.Select(part => ToJson(part, item, whole: null))]);
        }

        var known = whole as JsonObject;
        var members = new JsonObject();
        foreach (var part in entry.Parts)
        {
            var name = Written(
                part.Key, type?.Kind == JsonTypeInfoKind.Object ? type.Properties.Select(property => property.Name)
                    : known?.Select(member => member.Key) ?? []);
            var partType = type?.Kind switch
            {
                JsonTypeInfoKind.Object => type.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType,
                JsonTypeInfoKind.Dictionary => type.Type.GetGenericArguments()[1],
                _ => null,
            };
            members[name] = ToJson(part, partType is null ? null : type!.Options.GetTypeInfo(partType), known?[name]);
        }

        return members;
    }

    private static JsonNode? Leaf(string? value, JsonTypeInfo? type)
    {
        if (value is null)
            return null;
        var plain = type is null ? null : Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (value.Length == 0 && (plain == typeof(double) || type?.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary))
            return null;
        if (value.Length == 0 && type?.Kind == JsonTypeInfoKind.Enumerable)
            return new JsonArray();
        return plain == typeof(double) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(value);
    }

    // A key as the model writes it.
    private static string Written(string key, IEnumerable<string> known)
    {
        var alike = known.Where(name => string.Equals(name, key, StringComparison.OrdinalIgnoreCase)).ToList();
        return alike.Contains(key, StringComparer.Ordinal) || alike.Count != 1 ? key : alike[0];
    }

    private static ConfigurationEntry? PartOf(ConfigurationEntry? entry, string key) =>
        entry?.Parts.FirstOrDefault(part => string.Equals(part.Key, key, StringComparison.OrdinalIgnoreCase));

    private void Check(ConfigurationEntry entry, params string[] keys)
    {
        if (entry.HasValue)
            Faults.Add(new(entry.Path, $"it is '{entry.Value}'; it must be a section"));
        if (keys.Length == 0)
            return;
        Faults.AddRange(entry.Parts.Where(part => !keys.Contains(part.Key, StringComparer.OrdinalIgnoreCase)).Select(part =>
            new ModelFault(
                part.Path, $"there is no such setting; it must be {(keys.Length > 1 ? "one of " : "")}{string.Join(", ", keys)}")));
    }
}
