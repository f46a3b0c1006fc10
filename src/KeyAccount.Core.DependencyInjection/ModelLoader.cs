using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>Makes the options of all names and the models of all tenants, as one state: when the first is asked for, and after each
/// change.</summary>
/// <remarks>It is the factory of the options, so that <see cref="IOptionsMonitor{TOptions}"/> goes on with the last good ones as well when
/// a reload brings faults.</remarks>
internal sealed partial class ModelLoader : IOptionsFactory<KeyAccountOptions>
{
    // Half a second for a file to be written to its end.
    private const int MostReadings = 10;
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromMilliseconds(50);

    /// <summary>The ready models of the library.</summary>
    public static readonly IReadOnlyList<IModel> Ready = [.. ModelCatalog.All.Where(model => model.GetType().IsVisible)];

    private readonly OptionsFactory<KeyAccountOptions> _factory;
    private readonly IOptionsChangeTokenSource<KeyAccountOptions>[] _changes;
    private readonly SettingsSection? _section;
    private readonly RegisteredModel[] _models;
    private readonly string[] _tenants;
    private readonly OpenTerms _openTerms;
    private readonly IOptionsMonitorCache<KeyAccountOptions> _cache;
    private readonly ILogger _logger;
    private IChangeToken[] _tokens = [];
    private IReadOnlySet<string> _configured = new HashSet<string>(StringComparer.Ordinal);
    private volatile LoadedModels? _current;
    private volatile IReadOnlyList<ModelFault> _faults = [];

    public ModelLoader(
        IEnumerable<IConfigureOptions<KeyAccountOptions>> setups,
        IEnumerable<IPostConfigureOptions<KeyAccountOptions>> postConfigures,
        IEnumerable<IValidateOptions<KeyAccountOptions>> validations,
        IEnumerable<IOptionsChangeTokenSource<KeyAccountOptions>> changes,
        IEnumerable<RegisteredModel> models,
        IEnumerable<RegisteredTenant> tenants,
        IEnumerable<RegisteredOpenTerm> openTerms,
        IOptionsMonitorCache<KeyAccountOptions> cache,
        ILogger<KeyAccountModels>? logger = null)
    {
        _factory = new(setups, postConfigures, validations);
        _changes = [.. changes];
        _section = _changes.OfType<SettingsSection>().SingleOrDefault();
        _models = [.. models];
        _tenants = [.. _models.Select(each => each.Tenant).OfType<string>(), .. tenants.Select(each => each.Name)];
        _openTerms = openTerms.Aggregate(ModelCatalog.OpenTerms, (terms, own) => own.AddTo(terms));
        _cache = cache;
        _logger = logger ?? NullLogger<KeyAccountModels>.Instance;
    }

    /// <summary>Gets the state in use.</summary>
    public LoadedModels Current => _current ?? throw new InvalidOperationException("No options have been asked for yet.");

    /// <summary>Gets what is wrong with the settings that were not taken over.</summary>
    public IReadOnlyList<ModelFault> Faults => _faults;

    /// <summary>The options of a name, made anew with all others where something has changed.</summary>
    /// <exception cref="OptionsValidationException">The first settings of all have faults; the exception holds every one.</exception>
    public KeyAccountOptions Create(string name)
    {
        lock (_factory)
        {
            if (_current is null || Array.Exists(_tokens, token => token.HasChanged))
                Load();
            return Current.OptionsOf(name) ?? _factory.Create(name);
        }
    }

    private void Load()
    {
        // Taken before anything is read: what changes meanwhile has changed after this state.
        _tokens = Array.ConvertAll(_changes, change => change.GetChangeToken());
        ReadSection();
        var faults = new List<ModelFault>();
        var loaded = Make(faults);
        if (_configured.Count > 0 && _section!.IsGone)
            faults = [new(_section.Path, "no settings are left; write {} if that is intended")];
        if (faults.Count > 0)
        {
            if (_current is null)
                throw new OptionsValidationException(
                    Options.DefaultName, typeof(KeyAccountOptions), faults.Select(fault => fault.ToString()));
            _faults = faults;
            LogRefused(_logger, faults.Count, string.Concat(faults.Select(fault => $"\n  {fault}")));
            return;
        }

        var isReload = _current is not null;
        _current = loaded;
        _configured = _section?.Configured ?? _configured;
        _faults = [];
        if (_section is { Warnings.Count: > 0 } section)
            LogAdvice(_logger, string.Concat(section.Warnings.Select(warning => $"\n  {warning}")));
        if (!isReload)
            return;
        // The monitor asks anew for the default name only.
        _cache.Clear();
        LogTakenOver(_logger, loaded.Tenants.Count);
    }

    // While a file is being written its source is empty, or lacks what comes later: what is gone is looked for again.
    private void ReadSection()
    {
        if (_section is null)
            return;
        for (var i = 0; ; i++)
        {
            _section.Read(Ready.Concat(_models.Select(each => each.Model)).Where(IsTunable), _openTerms);
            if (i == MostReadings || _section.Configured.IsSupersetOf(_configured))
                return;
            Thread.Sleep(BetweenReadings);
        }
    }

    private LoadedModels Make(List<ModelFault> faults)
    {
        var tenants = (_section?.Tenants ?? []).Concat(_tenants).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)
            .ToArray();
        var options = tenants.Prepend(Options.DefaultName)
            .ToDictionary(name => name, name => OptionsOf(name, faults), StringComparer.OrdinalIgnoreCase);
        faults.AddRange(_section?.Faults ?? []);

        var common = options[Options.DefaultName];
        var everybody = ModelsOf(
            tenant: null, common, everybody: null, new(), faults);
        return new(
            tenants,
            options,
            everybody,
            tenants.ToDictionary(
                tenant => tenant, tenant => ModelsOf(tenant, options[tenant], everybody, common.Settings, faults),
                StringComparer.OrdinalIgnoreCase));
    }

    private KeyAccountOptions OptionsOf(string name, List<ModelFault> faults)
    {
        try
        {
            return _factory.Create(name);
        }
        catch (OptionsValidationException e)
        {
            faults.AddRange(e.Failures.Select(failure => new ModelFault(PathOf(name), failure)));
            return new();
        }
    }

    private TenantModels ModelsOf(
        string? tenant, KeyAccountOptions options, TenantModels? everybody, ModelSettings common, List<ModelFault> faults)
    {
        // What a tenant brings of its own has not seen the settings of everybody yet; all else has.
        var commonPath = PathOf(Options.DefaultName);
        var review = options.Review is null ? everybody?.Review ?? new() : Tuned(options.Review, common, commonPath, faults);
        if (options.Review is not null)
        {
            // A tenant with models of its own for reviews keeps what was added for everybody beside them.
            var ids = review.All.Select(model => model.Id).ToHashSet(StringComparer.Ordinal);
            review = (everybody?.Review.All ?? []).Where(model => !ids.Contains(model.Id))
                .Aggregate(review, (models, model) => models.With(model));
        }

        foreach (var model in OwnOf(tenant, faults))
        {
            var own = Try(model, ConfigurationPath.Combine(commonPath, model.Id), faults, () => common.ApplyTo(model));
            review = Try(review, PathOf(tenant ?? Options.DefaultName), faults, () => review.With(own));
        }

        var path = PathOf(tenant ?? Options.DefaultName);
        var known = review.All.Concat(Ready).Where(IsTunable)
            .OrderBy(model => model is IScorecard ? 0 : model is IDecisionTable ? 1 : 2)
            .Select(model => model.Id).Distinct(StringComparer.Ordinal).ToArray();
        faults.AddRange(IdsOf(options).Where(id => !known.Contains(id, StringComparer.Ordinal)).Select(id => new ModelFault(
            ConfigurationPath.Combine(path, id), $"there is no such model to tune; it must be one of {string.Join(", ", known)}")));
        return new(tenant, Tuned(review, options.Settings, path, faults));
    }

    private List<IModel> OwnOf(string? tenant, List<ModelFault> faults)
    {
        var own = new List<IModel>();
        foreach (var (model, _) in _models.Where(each => string.Equals(each.Tenant, tenant, StringComparison.OrdinalIgnoreCase)))
        {
            if (own.Exists(other => other.Id == model.Id))
                faults.Add(new(ConfigurationPath.Combine(PathOf(tenant ?? Options.DefaultName), model.Id), "it is duplicated"));
            else
                own.Add(model);
        }

        return own;
    }

    private static bool IsTunable(IModel model) => model is IScorecard or IDecisionTable or ITunableModel;

    private static IEnumerable<string> IdsOf(KeyAccountOptions options) =>
        options.Models.Keys.Concat(options.Tables.Keys).Concat(options.Numbers.Keys);

    // What settings name that does not exist is a fault of its own.
    private static ReviewModels Tuned(ReviewModels review, ModelSettings settings, string path, List<ModelFault> faults)
    {
        var tunable = review.All.Concat(Ready).Where(IsTunable).Select(model => model.Id).ToHashSet(StringComparer.Ordinal);
        return Try(review, path, faults, () => review.With(new ModelSettings
        {
            Scorecards = Among(settings.Scorecards), Tables = Among(settings.Tables), Numbers = Among(settings.Numbers),
        }));

        Dictionary<string, T> Among<T>(IReadOnlyDictionary<string, T> all) =>
            all.Where(each => tunable.Contains(each.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private static T Try<T>(T before, string path, List<ModelFault> faults, Func<T> tuned)
    {
        try
        {
            return tuned();
        }
        catch (InvalidModelException e)
        {
            faults.AddRange(e.Faults.Select(fault => new ModelFault(SettingsSection.Under(path, fault.Path), fault.Message)));
            return before;
        }
        catch (ArgumentException e)
        {
            faults.Add(new(path, e.Message));
            return before;
        }
    }

    private string PathOf(string name) => SettingsSection.PathOf(_section?.Path, name);

    [LoggerMessage(1, LogLevel.Error,
        "The reloaded settings of the models are rejected (faults: {Count}); the last good ones stay in use:{Faults}")]
    private static partial void LogRefused(ILogger logger, int count, string faults);

    [LoggerMessage(3, LogLevel.Warning, "Settings of the models should be written differently:{Warnings}")]
    private static partial void LogAdvice(ILogger logger, string warnings);

    [LoggerMessage(2, LogLevel.Information,
        "The reloaded settings of the models are in use (tenants with settings of their own: {Tenants}).")]
    private static partial void LogTakenOver(ILogger logger, int tenants);
}
