namespace KeyAccount.Core.DependencyInjection;

/// <summary>The configured models of every tenant, kept up to date with the configuration.</summary>
/// <remarks>
/// <para>A singleton, safe to share between threads. Models are taken over all together: after a reload all tenants have the new models,
/// or, where anything in the new settings is wrong, all keep the ones they have, <see cref="Faults"/> says what is wrong, and it is logged
/// as an error.</para>
/// <para>What <see cref="For"/> returns never changes. Ask once for each piece of work, such as a request, and use that.</para>
/// </remarks>
public sealed class KeyAccountModels
{
    private readonly ModelLoader _loader;

    internal KeyAccountModels(ModelLoader loader) => _loader = loader;

    /// <summary>The faults of reloaded settings that were rejected, each with its configuration path, such as
    /// <c>KeyAccount:Tenants:acme:Models:accountValue.standard:criteria:creditDays:weight</c>; empty while the models in use are those of
    /// the configuration.</summary>
    public IReadOnlyList<ModelFault> Faults => _loader.Faults;

    /// <summary>The tenants that have options of their own, in ordinal order.</summary>
    public IReadOnlyList<string> Tenants => _loader.Current.Tenants;

    /// <summary>The current models of a tenant.</summary>
    /// <param name="tenant">The name of the tenant, in upper or lower case; null for the shared models.</param>
    /// <returns>The models; those of everybody for a tenant that has no options of its own.</returns>
    public TenantModels For(string? tenant = null) => _loader.Current.For(tenant);
}
