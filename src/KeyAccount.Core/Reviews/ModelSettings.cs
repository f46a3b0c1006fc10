using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Reviews;

/// <summary>The settings of several models by their ids: the content of a settings file.</summary>
/// <remarks>A value: immutable, equal when its contents are, and the same after <see cref="SettingsFile.ToJson"/> and
/// <see cref="SettingsFile.FromJson(string)"/>. No part of it is code. <see cref="ReviewModels.With(ModelSettings)"/> checks whether the
/// models exist and the settings fit.</remarks>
public sealed partial record ModelSettings
{
    /// <summary>Settings of scorecards by the ids of the scorecards.</summary>
    public IReadOnlyDictionary<string, ScorecardSettings> Scorecards
    {
        get;
        init => field = MapOf(value);
    } = MapOf<ScorecardSettings>(null);

    /// <summary>Settings of decision tables by the ids of the tables.</summary>
    public IReadOnlyDictionary<string, DecisionTableSettings> Tables
    {
        get;
        init => field = MapOf(value);
    } = MapOf<DecisionTableSettings>(null);

    /// <summary>Settings of numeric models, such as price guardrails or the stability of tiers, by the ids of the models: an object in
    /// JSON, as <see cref="ITunableModel.SettingsJson"/> writes it, or any part of it.</summary>
    public IReadOnlyDictionary<string, string> Numbers
    {
        get;
        init => field = MapOf(value);
    } = MapOf<string>(null);

    /// <summary>The number of models that have settings.</summary>
    public int Count => Scorecards.Count + Tables.Count + Numbers.Count;

    /// <summary>The ids of the models, each kind in ordinal order.</summary>
    internal IEnumerable<string> Ids => Scorecards.Keys.Order(StringComparer.Ordinal)
        .Concat(Tables.Keys.Order(StringComparer.Ordinal)).Concat(Numbers.Keys.Order(StringComparer.Ordinal));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The settings as JSON.</returns>
    public override string ToString() => SettingsFile.ToJson(this);

    /// <summary>Applies the settings to a model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The tuned model; the same one if there are no settings for its id and its kind.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="InvalidModelException">The settings are invalid; the exception holds every fault with its path.</exception>
    public IModel ApplyTo(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model switch
        {
            IScorecard scorecard when Scorecards.TryGetValue(model.Id, out var settings) => scorecard.With(settings ?? new()),
            IDecisionTable table when Tables.TryGetValue(model.Id, out var settings) => table.With(settings ?? new()),
            ITunableModel numbers when Numbers.TryGetValue(model.Id, out var settings) => Tuned(numbers, settings ?? "{}"),
            _ => model,
        };
    }

    // A model looks for one kind of fault after the other. What is wrong is left out and it looks again, so that all are told at once.
    private static IModel Tuned(ITunableModel model, string json)
    {
        try
        {
            return model.WithSettings(json);
        }
        catch (InvalidModelException e)
        {
            if (ObjectOf(json) is not { } rest)
                throw;
            var faults = e.Faults.ToList();
            var found = e.Faults;
            while (RemoveAll(rest, found))
            {
                try
                {
                    _ = model.WithSettings(rest.ToJsonString());
                    break;
                }
                catch (InvalidModelException further)
                {
                    // What was left out has its fault already.
                    found = [.. further.Faults.Where(fault => faults.TrueForAll(known => known.Path != fault.Path))];
                    faults.AddRange(found);
                }
            }

            throw new InvalidModelException(model.Id, faults);
        }
    }

    private static JsonObject? ObjectOf(string json)
    {
        try
        {
            var node = JsonNode.Parse(json, documentOptions: CheckedJson.Tolerant) as JsonObject;
            return node?.Count >= 0 ? node : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Not JSON, or with a name that stands twice: which one is meant cannot be told.
            return null;
        }
    }

    // Whether any of them stood there.
    private static bool RemoveAll(JsonObject root, IReadOnlyList<ModelFault> faults)
    {
        var places = faults.Select(fault => Find(root, fault.Path)).OfType<(JsonObject Parent, string Name)>().ToArray();
        foreach (var (parent, name) in places)
            parent.Remove(name);
        return places.Length > 0;
    }

    // The member at a path such as tiers["A"].floorMargin; null where there is none.
    private static (JsonObject Parent, string Name)? Find(JsonObject root, string path)
    {
        (JsonObject Parent, string Name)? place = null;
        JsonNode? node = root;
        foreach (Match step in Steps().Matches(path))
        {
            var name = step.Groups["name"].Value;
            if (node is not JsonObject parent || !parent.ContainsKey(name))
                return null;
            place = (parent, name);
            node = parent[name];
        }

        return place;
    }

    [GeneratedRegex("""\["(?<name>[^"]*)"\]|(?<name>[^.\[\]"]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Steps();

    /// <summary>Whether settings for a model are of its kind.</summary>
    internal bool Fit(IModel model) => model switch
    {
        IScorecard => Scorecards.ContainsKey(model.Id),
        IDecisionTable => Tables.ContainsKey(model.Id),
        _ => Numbers.ContainsKey(model.Id),
    };

    private static ValueMap<T> MapOf<T>(IReadOnlyDictionary<string, T>? value) =>
        ValueMap.Of(value ?? new Dictionary<string, T>(StringComparer.Ordinal));
}
