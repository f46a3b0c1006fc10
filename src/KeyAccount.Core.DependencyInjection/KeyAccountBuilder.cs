using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>Extends the registration that <c>AddKeyAccount</c> has made.</summary>
/// <remarks>Used while services are registered; not safe to share between threads.</remarks>
public sealed class KeyAccountBuilder
{
    internal KeyAccountBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a scorecard, a decision table or another model: one of your own, or your version of a ready one, which replaces it
    /// everywhere, also in reviews. A scorecard is tuned by settings under its id, like the ready ones.</summary>
    /// <param name="model">The model. It is injected by its type, and by its id as a keyed service, which selects one of several models of
    /// the same type.</param>
    /// <param name="tenant">The tenant for which it replaces the shared model; null adds it for all tenants.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="tenant"/> is blank.</exception>
    public KeyAccountBuilder AddModel(IModel model, string? tenant = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (tenant is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(tenant);
        Services.AddSingleton(new RegisteredModel(model, tenant));
        Inject(model);
        return this;
    }

    /// <summary>Configures the options of a tenant in code; the configuration of that tenant is applied first if <c>AddKeyAccount</c> was
    /// called before.</summary>
    /// <param name="tenant">The name of the tenant; not blank.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="tenant"/> is null or blank.</exception>
    public KeyAccountBuilder ConfigureTenant(string tenant, Action<KeyAccountOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tenant);
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddSingleton(new RegisteredTenant(tenant));
        Services.Configure(tenant, configure);
        return this;
    }

    /// <summary>Lets the section <c>Terms</c> of the configuration add values to an open term of your own, as it does to those of the
    /// library.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <returns>The builder.</returns>
    public KeyAccountBuilder AddOpenTerm<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>()
        where TTerm : OpenTerm<TTerm>, IOpenTerm<TTerm>
    {
        Services.AddSingleton(new RegisteredOpenTerm(terms => terms.With<TTerm>()));
        return this;
    }

    /// <summary>Sets which tenant's models a scope uses; without it, the shared ones.</summary>
    /// <param name="tenant">Returns the name of the tenant from the services of the scope, such as from the user of the current request;
    /// null for the shared models.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tenant"/> is null.</exception>
    public KeyAccountBuilder TenantOfScope(Func<IServiceProvider, string?> tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        Services.Replace(ServiceDescriptor.Singleton(new TenantOfScope(tenant)));
        return this;
    }

    /// <summary>Makes a model a service by its type and by its id.</summary>
    internal void Inject(IModel model)
    {
        var type = model.GetType();
        var id = model.Id;
        Services.TryAddScoped(type, services => services.GetRequiredService<TenantModels>().Get(type));
        Services.TryAddKeyedScoped(type, id, (services, _) => services.GetRequiredService<TenantModels>().Get(id));
    }

    /// <summary>Registers everything that does not depend on a configuration.</summary>
    internal KeyAccountBuilder AddServices()
    {
        Services.AddOptions<KeyAccountOptions>().ValidateOnStart();
        Services.TryAddSingleton<ModelLoader>();
        Services.TryAddSingleton<IOptionsFactory<KeyAccountOptions>>(services => services.GetRequiredService<ModelLoader>());
        Services.TryAddSingleton(services =>
        {
            // The monitor loads the first models, and goes on listening.
            _ = services.GetRequiredService<IOptionsMonitor<KeyAccountOptions>>().CurrentValue;
            return new KeyAccountModels(services.GetRequiredService<ModelLoader>());
        });
        Services.TryAddSingleton(new TenantOfScope(_ => null));
        Services.TryAddScoped(
            services => services.GetRequiredService<KeyAccountModels>().For(services.GetRequiredService<TenantOfScope>().Of(services)));
        Services.TryAddScoped(services => services.GetRequiredService<TenantModels>().Review);
        Services.TryAddScoped(services => services.GetRequiredService<ReviewModels>().Oke);
        Services.TryAddScoped(services => services.GetRequiredService<ReviewModels>().Stability);
        Services.TryAddScoped(services => new AccountReviewer(services.GetRequiredService<ReviewModels>()));
        foreach (var model in new ReviewModels().All.Concat(ModelLoader.Ready))
            Inject(model);
        return this;
    }
}
