using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Scoring;

/// <summary>Reads the settings of a definition, and replaces them.</summary>
internal static class ScorecardTuning
{
    // Enough of the hash to tell the versions of one company apart at a glance.
    private const int HashDigits = 12;

    public static ScorecardSettings SettingsOf<TBand>(ScorecardDefinition<TBand> definition) => new()
    {
        Version = definition.Version,
        Criteria = definition.Criteria.ToDictionary(
            each => each.Key,
            each => new CriterionSettings
            {
                Weight = each.Weight, Scale = SettingsOf(each.Scale), Step = each.Step, Control = each.Control,
            },
            StringComparer.Ordinal),
        Groups = definition.Groups.ToDictionary(each => each.Key, each => each.Weight, StringComparer.Ordinal),
        Bands = definition.Bands.OrderBy(each => each.From).ToDictionary(each => $"{each.Band}", each => each.From, StringComparer.Ordinal),
        Caps = definition.Caps.ToDictionary(each => each.Key, each => $"{each.HighestBand}", StringComparer.Ordinal),
        MissingData = new() { Policy = definition.MissingData, MinimumCoverage = definition.MinimumCoverage },
    };

    /// <summary>The definition with the overrides applied, and those faults in the overrides that the definition itself will not
    /// show.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="before">Its settings.</param>
    /// <param name="beforeHash">Their content hash, which is the same for every tenant.</param>
    /// <param name="overrides">The settings to change.</param>
    /// <param name="faults">Receives the faults.</param>
    public static ScorecardDefinition<TBand> Tune<TBand>(
        ScorecardDefinition<TBand> definition, ScorecardSettings before, Lazy<string> beforeHash, ScorecardSettings overrides,
        List<ModelFault> faults)
    {
        CheckKeys("criteria", "criterion", overrides.Criteria.Keys, definition.Criteria.Select(each => each.Key), faults);
        CheckKeys("groups", "group", overrides.Groups.Keys, definition.Groups.Select(each => each.Key), faults);
        CheckKeys("bands", "band", overrides.Bands.Keys, definition.Bands.Select(each => $"{each.Band}"), faults);
        CheckKeys("caps", "cap", overrides.Caps.Keys, definition.Caps.Select(each => each.Key), faults);
        if (overrides.Version is not null && string.IsNullOrWhiteSpace(overrides.Version))
            faults.Add(new("version", "it is blank"));

        var groups = definition.Groups
            .Select(each => (each.Key, Weight: overrides.Groups.GetValueOrDefault(each.Key, each.Weight)))
            .ToArray();
        var tuned = definition with
        {
            Criteria = [.. definition.Criteria.Select(each => Criterion(each, overrides.Criteria.GetValueOrDefault(each.Key), faults) with
            {
                GroupWeight = each.Group is null ? 1 : groups.First(group => group.Key == each.Group).Weight,
            })],
            Groups = groups,
            Caps = [.. definition.Caps.Select(each => Cap(each, definition.Bands, overrides.Caps, faults))],
            Bands = [.. definition.Bands.Select(each => (overrides.Bands.GetValueOrDefault($"{each.Band}", each.From), each.Band))],
            MissingData = overrides.MissingData?.Policy ?? definition.MissingData,
            MinimumCoverage = overrides.MissingData?.MinimumCoverage ?? definition.MinimumCoverage,
        };
        CheckOrder(definition.Bands, tuned.Bands, faults);
        return faults.Count > 0 ? tuned : Versioned(definition, before, beforeHash, tuned, overrides.Version);
    }

    private static ScorecardDefinition<TBand> Versioned<TBand>(
        ScorecardDefinition<TBand> definition, ScorecardSettings before, Lazy<string> beforeHash, ScorecardDefinition<TBand> tuned,
        string? version)
    {
        var after = SettingsOf(tuned);
        if (version is null || version == definition.Version)
        {
            var hash = after.ContentHash();
            version = hash == beforeHash.Value ? definition.Version : $"{definition.Version.Split('+')[0]}+{hash[..HashDigits]}";
        }

        // What settings have changed is neither the method's nor ours any more.
        var source = Provenance.Settings(version);
        return tuned with
        {
            Version = version,
            Criteria = [.. tuned.Criteria.Select((each, i) => each == definition.Criteria[i] ? each : each with { Provenance = source })],
            Caps = [.. tuned.Caps.Select((each, i) => each == definition.Caps[i] ? each : each with { Provenance = source })],
            Provenance = definition.Provenance with
            {
                Bands = tuned.Bands.SequenceEqual(definition.Bands) ? definition.Provenance.Bands : source,
                MissingData = after.MissingData == before.MissingData ? definition.Provenance.MissingData : source,
            },
        };
    }

    private static CriterionDefinition Criterion(CriterionDefinition each, CriterionSettings? settings, List<ModelFault> faults) =>
        settings is null ? each : each with
        {
            Weight = settings.Weight ?? each.Weight,
            Step = settings.Step ?? each.Step,
            Control = settings.Control ?? each.Control,
            Scale = settings.Scale is null ? each.Scale : ScaleOf(each, settings.Scale, faults),
        };

    private static CapDefinition<TBand> Cap<TBand>(
        CapDefinition<TBand> each,
        (double From, TBand Band)[] bands,
        IReadOnlyDictionary<string, string> overrides,
        List<ModelFault> faults)
    {
        if (!overrides.TryGetValue(each.Key, out var name))
            return each;
        foreach (var (_, band) in bands)
        {
            if ($"{band}" == name)
                return each with { HighestBand = band };
        }

        faults.Add(new($"caps[\"{each.Key}\"]", $"{name ?? "null"} is not a band; it must be one of {Names(bands)}"));
        return each;
    }

    internal static void CheckKeys(string path, string kind, IEnumerable<string> given, IEnumerable<string> known, List<ModelFault> faults)
    {
        var names = known.ToArray();
        var fault = names.Length == 0
            ? $"the model has no {kind}"
            : $"the model has no such {kind}; it must be one of {string.Join(", ", names)}";
        faults.AddRange(given
            .Where(key => !names.Contains(key, StringComparer.Ordinal))
            .Select(key => new ModelFault($"{path}[\"{key}\"]", fault)));
    }

    // A tier that is better than another must not be easier to reach.
    internal static void CheckOrder<TBand>((double From, TBand Band)[] before, (double From, TBand Band)[] after, List<ModelFault> faults)
    {
        if (!InOrder(after).SequenceEqual(InOrder(before)))
            faults.Add(new("bands", $"they are in a different order: {Names(after)}; from the lowest it must be {Names(before)}"));
    }

    private static IEnumerable<TBand> InOrder<TBand>((double From, TBand Band)[] bands) =>
        bands.OrderBy(each => each.From).Select(each => each.Band);

    private static string Names<TBand>((double From, TBand Band)[] bands) =>
        string.Join(", ", InOrder(bands).Select(band => $"{band}"));

    private static ScaleSettings SettingsOf(Scale scale) => scale.Kind switch
    {
        ScaleKind.Linear => new() { Linear = scale.Knots },
        ScaleKind.Steps => new() { Steps = scale.Knots },
        _ => new()
        {
            Levels = scale.TermLevels!.ToDictionary(
                each => $"{each.Level}", each => double.IsNaN(each.Points) ? (double?)null : each.Points, StringComparer.Ordinal),
        },
    };

    private static Scale ScaleOf(CriterionDefinition each, ScaleSettings settings, List<ModelFault> faults)
    {
        var path = $"criteria[\"{each.Key}\"].scale";
        var before = faults.Count;
        if (new object?[] { settings.Linear, settings.Steps, settings.Levels }.Count(form => form is not null) != 1)
            faults.Add(new(path, "it must be exactly one of linear, steps, levels"));
        else if (settings.Levels is not null != each.Scale.TermLevels is not null)
        {
            faults.Add(new(path, each.Scale.Term is null
                ? "it has levels; the criterion needs linear or steps"
                : $"it is a scale of numbers; the criterion needs levels of {each.Scale.Term.Name}"));
        }

        if (faults.Count > before)
            return each.Scale;
        var scale = settings.Levels is null
            ? NumbersOf(each, settings, path, faults)
            : LevelsOf(each, settings.Levels, $"{path}.levels", faults);
        return SettingsOf(scale) == SettingsOf(each.Scale) ? each.Scale : scale;
    }

    private static Scale NumbersOf(CriterionDefinition each, ScaleSettings settings, string path, List<ModelFault> faults)
    {
        var (kind, name, points) = settings.Linear is not null
            ? (ScaleKind.Linear, "linear", settings.Linear)
            : (ScaleKind.Steps, "steps", settings.Steps!);
        var found = Scale.FaultsOf(kind, [.. points.Select(point => (point.Raw, point.Points))], name);
        faults.AddRange(found.Select(fault => new ModelFault(path, fault)));
        return found.Count > 0 ? each.Scale : Scale.Of(kind, [.. points.OrderBy(point => point.Raw)]);
    }

    private static Scale LevelsOf(
        CriterionDefinition each, IReadOnlyDictionary<string, double?> points, string path, List<ModelFault> faults)
    {
        var levels = each.Scale.TermLevels!;
        var before = faults.Count;
        CheckKeys(path, "level", points.Keys, levels.Select(level => $"{level.Level}"), faults);
        var tuned = Array.ConvertAll(levels, level => (
            level.Level, Points: points.TryGetValue($"{level.Level}", out var given) ? given ?? double.NaN : level.Points));
        foreach (var (level, value) in tuned)
        {
            if (Scale.FaultOf(level, value) is { } fault)
                faults.Add(new(path, fault));
        }

        if (tuned.All(level => double.IsNaN(level.Points)))
            faults.Add(new(path, "no level has points"));
        return faults.Count > before ? each.Scale : each.Scale.With(tuned);
    }
}
