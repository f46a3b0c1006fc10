using System.Globalization;
#if !NET10_0_OR_GREATER
using System.Runtime.CompilerServices;
#endif
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>The section of a configuration that holds the settings: of everybody in <c>Models</c>, of a tenant in
/// <c>Tenants:name:Models</c>; and the values of open terms, in <c>Terms</c>.</summary>
/// <remarks>Keys count in upper and lower case alike, as everywhere in a configuration; numbers are invariant. What a section says becomes
/// JSON and is read as a settings file is.</remarks>
internal sealed class SettingsSection(IConfigurationSection section)
    : IConfigureNamedOptions<KeyAccountOptions>, IOptionsChangeTokenSource<KeyAccountOptions>
{
    private const string ModelsKey = nameof(KeyAccountOptions.Models);
    private const string TenantsKey = "Tenants";
    private const string TermsKey = "Terms";

    // The whole settings of each model, which show how its keys are written.
    private readonly Dictionary<string, JsonNode> _whole = new(StringComparer.Ordinal);

    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    private ConfigurationEntry? _entry;
    private bool _isNamed;

    /// <summary>Gets the path of the section.</summary>
    public string Path => section.Path;

    /// <summary>Gets the name of the options that change: all do, and the default ones are made together with the others.</summary>
    public string Name => Options.DefaultName;

    /// <summary>Gets what is wrong with what was read.</summary>
    public List<ModelFault> Faults { get; } = [];

    /// <summary>Gets what was read, and should be written in another way.</summary>
    public List<ModelFault> Warnings { get; } = [];

    /// <summary>Gets the tenants of the section.</summary>
    public IEnumerable<string> Tenants => _entry?.Part(TenantsKey)?.Parts.Select(tenant => tenant.Key) ?? [];

    /// <summary>Gets whether the configuration does not name the section at all, as while its file is being written; <c>{}</c> names
    /// it.</summary>
    public bool IsGone => !_isNamed && _entry is { HasValue: false, Parts.Count: 0 };

    /// <summary>Gets what is configured: each model of everybody, each tenant, each model of a tenant, by its path.</summary>
    public IReadOnlySet<string> Configured => new HashSet<string>(
        ModelsOf(_entry).Concat(_entry?.Part(TenantsKey)?.Parts.SelectMany(tenant => ModelsOf(tenant).Prepend(tenant.Path)) ?? []),
        StringComparer.OrdinalIgnoreCase);

    public IChangeToken GetChangeToken() => section.GetReloadToken();

    /// <summary>Where the settings of a name stand in a section, or would.</summary>
    public static string PathOf(string? section, string name) => ConfigurationPath.Combine(
        new[] { section, name == Options.DefaultName ? null : ConfigurationPath.Combine(TenantsKey, name), ModelsKey }.OfType<string>());

    /// <summary>Reads the section as it is now.</summary>
    /// <param name="models">The models that settings are for.</param>
    /// <param name="openTerms">The terms that it may add values to.</param>
    public void Read(IEnumerable<IModel> models, OpenTerms openTerms)
    {
        foreach (var model in models)
        {
            _whole[model.Id] = model switch
            {
                IScorecard scorecard => JsonNode.Parse(scorecard.Settings.ToJson())!,
                ITunableModel numbers => JsonNode.Parse(numbers.SettingsJson())!,
                _ => new JsonObject(),
            };
            if (model is IDecisionTable)
                _tables.Add(model.Id);
            else if (model is ITunableModel)
                _numbers.Add(model.Id);
        }

        _entry = ConfigurationEntry.Of(section);
        _isNamed = section is ConfigurationSection known && IsNamed(known);
        Faults.Clear();
        Warnings.Clear();
        Check(_entry, ModelsKey, TenantsKey, TermsKey);
        if (_entry.Part(TermsKey) is { } terms)
            AddTerms(terms, openTerms);
        var tenants = _entry.Part(TenantsKey);
        if (tenants is null)
            return;
        Check(tenants);
        foreach (var tenant in tenants.Parts)
            Check(tenant, ModelsKey);
    }

    // Terms are the same for all tenants, and are there before anything that names them is read.
    private void AddTerms(ConfigurationEntry terms, OpenTerms openTerms)
    {
        Check(terms);
        try
        {
            openTerms.Add(PartsOf(terms).ToJsonString());
        }
        catch (InvalidModelException e)
        {
            Faults.AddRange(e.Faults.Select(fault => new ModelFault(Under(terms.Path, fault.Path), fault.Message)));
        }

        JsonNode JsonOf(ConfigurationEntry entry)
        {
            if (entry.Parts.Count == 0)
                return JsonValue.Create(entry.Value ?? "");
            if (entry.HasValue)
                Faults.Add(new(entry.Path, $"it is '{entry.Value}' and also has keys below it; it must have one or the other"));
            return PartsOf(entry);
        }

        JsonObject PartsOf(ConfigurationEntry entry) =>
            new(entry.Parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)JsonOf(part))));
    }

#if NET10_0_OR_GREATER
    private static bool IsNamed(ConfigurationSection section) => section.TryGetValue(null, out _);
#else
    // Before .NET 10 a section does not tell that it is named and empty; its sources do.
    private static bool IsNamed(ConfigurationSection section) =>
        RootOf(section).Providers.Any(provider => provider.TryGet(section.Path, out _));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_root")]
    private static extern ref IConfigurationRoot RootOf(ConfigurationSection section);
#endif

    public void Configure(KeyAccountOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, KeyAccountOptions options)
    {
        var owner = name == Options.DefaultName ? _entry : _entry?.Part(TenantsKey)?.Part(name ?? "");
        if (owner?.Part(ModelsKey) is not { } models)
            return;
        Check(models);
        foreach (var (id, model) in ByName(models.Parts, _whole.Keys))
        {
            var faults = Faults.Count;
            var isTable = _tables.Contains(id) || (!_whole.ContainsKey(id) && TableSection.IsOne(model));
            var isOfNumbers = _numbers.Contains(id);
            var json = isTable ? TableSection.JsonOf(model, Warnings)
                : ToJson(model, isOfNumbers ? null : SettingsJson.Default.ScorecardSettings, _whole.GetValueOrDefault(id))?.ToJsonString();
            if (Faults.Count > faults)
                continue;
            try
            {
                if (isTable)
                    options.Tables[id] = json is null ? new() : DecisionTableSettings.FromJson(json);
                else if (isOfNumbers)
                    options.Numbers[id] = json ?? "{}";
                else
                    options.Models[id] = json is null ? new() : ScorecardSettings.FromJson(json);
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

    private static IEnumerable<string> ModelsOf(ConfigurationEntry? owner) =>
        owner?.Part(ModelsKey)?.Parts.Select(model => model.Path) ?? [];

    // Null where nothing is said. What does not fit its place stays as it is, and the reader of settings says what is wrong with it.
    private JsonNode? ToJson(ConfigurationEntry entry, JsonTypeInfo? type, JsonNode? whole)
    {
        if (type?.Kind == JsonTypeInfoKind.Enumerable)
            return ListOf(entry, type);
        if (entry.Parts.Count == 0)
            return Leaf(entry.Value, type, whole);
        if (entry.HasValue)
            Faults.Add(new(entry.Path, $"it is '{entry.Value}' and also has keys below it; it must have one or the other"));
        return ObjectOf(entry, type, whole as JsonObject) is { Count: > 0 } members ? members : null;
    }

    private JsonObject ObjectOf(ConfigurationEntry entry, JsonTypeInfo? type, JsonObject? known)
    {
        var members = new JsonObject();
        var names = type?.Kind == JsonTypeInfoKind.Object ? type.Properties.Select(property => property.Name)
            : known?.Select(member => member.Key) ?? [];
        foreach (var (name, part) in ByName(entry.Parts, names))
        {
            var partType = type?.Kind switch
            {
                JsonTypeInfoKind.Object => type.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType,
                JsonTypeInfoKind.Dictionary => type.Type.GetGenericArguments()[1],
                _ => null,
            };
            var value = ToJson(part, partType is null ? null : type!.Options.GetTypeInfo(partType), known?[name]);

            // What says nothing stays as the model has it; of a level nothing says that it means "not known".
            var saysNotKnown = type?.Kind == JsonTypeInfoKind.Dictionary && partType == typeof(double?);
            if (value is not null || saysNotKnown || (type?.Kind == JsonTypeInfoKind.Object && partType is null))
                members[name] = value;
        }

        return members;
    }

    // Several sources are merged key by key. The index of a place in a list is a key like others, so a short list over a long one keeps the
    // end of the long one: one value for the whole list cannot be merged.
    private JsonNode? ListOf(ConfigurationEntry entry, JsonTypeInfo type)
    {
        if (entry.HasValue)
        {
            if (entry.Parts.Count > 0)
                Warnings.Add(new(entry.Path, $"it is '{entry.Value}', which is used, and also has list entries, which are ignored"));
            return PointsOf(entry);
        }

        if (entry.Parts.Count == 0)
            return null;
        if (!entry.Parts.Select((part, i) => part.Key == i.ToString(CultureInfo.InvariantCulture)).All(isIndex => isIndex))
            return ObjectOf(entry, type: null, known: null);
        Warnings.Add(new(
            entry.Path,
            "it is a list, whose entries are merged with those of other sources; write it as one value, such as '0:0, 5:50, 10:100'"));
        var item = type.Options.GetTypeInfo(type.Type.GetGenericArguments()[0]);
        return new JsonArray([.. entry.Parts.Select(part => ToJson(part, item, whole: null))]);
    }

    private JsonArray PointsOf(ConfigurationEntry entry)
    {
        var points = new JsonArray();
        foreach (var pair in entry.Value!.Split(','))
        {
            if (pair.Split(':') is not [var raw, var value] || !TryNumber(raw, out var at) || !TryNumber(value, out var worth))
            {
                Faults.Add(new(
                    entry.Path, $"it is '{entry.Value}'; it must be pairs of a raw value and its points, such as '0:0, 5:50, 10:100'"));
                return points;
            }

            points.Add((JsonNode)new JsonObject { ["raw"] = at, ["points"] = worth });
        }

        return points;
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static JsonNode? Leaf(string? value, JsonTypeInfo? type, JsonNode? whole)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        var plain = type is null ? null : Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        var isNumber = plain == typeof(double) || (type is null && whole?.GetValueKind() == JsonValueKind.Number);
        return isNumber && TryNumber(value, out var number) ? JsonValue.Create(number) : JsonValue.Create(value);
    }

    // The parts by their names as the model writes them. Of two that are written in two ways, the one with underscores comes from a
    // variable of the environment, and wins.
    private static IEnumerable<(string Name, ConfigurationEntry Entry)> ByName(
        IReadOnlyList<ConfigurationEntry> parts, IEnumerable<string> known) => parts
            .GroupBy(part => Written(part.Key, known), StringComparer.Ordinal)
            .Select(group => (group.Key, group.OrderByDescending(part => IsWritten(part.Key, group.Key))
                .Aggregate((one, other) => one.Under(other))));

    // A key as the model writes it. The names of variables of an environment have no dots and no hyphens: underscores stand for them.
    private static string Written(string key, IEnumerable<string> known)
    {
        if (known.Contains(key, StringComparer.Ordinal))
            return key;
        var alike = known.Where(name => IsWritten(name, key)).ToList();
        if (alike.Count == 0)
            alike = known.Where(name => IsWritten(name.Replace('.', '_').Replace('-', '_'), key)).ToList();
        return alike.Count == 1 ? alike[0] : key;
    }

    private static bool IsWritten(string name, string key) => string.Equals(name, key, StringComparison.OrdinalIgnoreCase);

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
