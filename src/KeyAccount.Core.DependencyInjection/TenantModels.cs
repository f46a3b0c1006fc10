using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>All configured models of a tenant, as one consistent state of the settings.</summary>
/// <remarks>Immutable and safe to share between threads; compared by reference. As a scoped service it is the state at the beginning of the
/// scope, and every model injected in that scope is one of it.</remarks>
public sealed class TenantModels
{
    private readonly Dictionary<string, IModel> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, IModel> _byType = [];

    internal TenantModels(string? tenant, ReviewModels review)
    {
        Tenant = tenant;
        Review = review;
        var configured = review.All;
        Models =
            [.. configured, .. ModelLoader.Ready.ExceptBy(configured.Select(model => model.Id), model => model.Id, StringComparer.Ordinal)];
        foreach (var model in Models)
        {
            _byId.Add(model.Id, model);
            _byType.TryAdd(model.GetType(), model);
        }
    }

    /// <summary>The name of the tenant as it is configured; null for the shared models.</summary>
    public string? Tenant { get; }

    /// <summary>The models of a review.</summary>
    public ReviewModels Review { get; }

    /// <summary>All models: those of reviews, those of your own, and the other ready ones of the library.</summary>
    public IReadOnlyList<IModel> Models { get; }

    /// <summary>A model by its type, such as <c>Scorecard&lt;AccountValueFacts, AccountTier&gt;</c>.</summary>
    /// <typeparam name="TModel">The type of the model.</typeparam>
    /// <returns>The one that reviews use, else the first of your own, else the ready one.</returns>
    /// <exception cref="InvalidOperationException">There is no model of that type.</exception>
    public TModel Get<TModel>()
        where TModel : class, IModel => (TModel)Get(typeof(TModel));

    /// <summary>A model by its id, for several models of the same type.</summary>
    /// <typeparam name="TModel">The type of the model.</typeparam>
    /// <param name="id">The id of the model.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no model of that id, or it is of another type.</exception>
    public TModel Get<TModel>(string id)
        where TModel : class, IModel =>
        Get(id) as TModel
            ?? throw new ArgumentException($"id is '{id}'; that model is a {_byId[id].GetType()}, not a {typeof(TModel)}.", nameof(id));

    internal IModel Get(Type type) =>
        _byType.TryGetValue(type, out var model) ? model : throw new InvalidOperationException($"There is no model of the type {type}.");

    internal IModel Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _byId.TryGetValue(id, out var model)
            ? model
            : throw new ArgumentException($"id is '{id}'; it must be one of {string.Join(", ", _byId.Keys)}.", nameof(id));
    }
}
