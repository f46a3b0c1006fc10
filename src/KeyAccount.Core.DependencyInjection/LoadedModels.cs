using Microsoft.Extensions.Options;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>One state of the configuration: the options of all names and the models of all tenants made of them.</summary>
internal sealed class LoadedModels(
    IReadOnlyList<string> tenants,
    Dictionary<string, KeyAccountOptions> options,
    TenantModels everybody,
    Dictionary<string, TenantModels> byTenant)
{
    public IReadOnlyList<string> Tenants { get; } = tenants;

    public TenantModels For(string? tenant) => tenant is not null && byTenant.TryGetValue(tenant, out var models) ? models : everybody;

    public KeyAccountOptions? OptionsOf(string? name) => options.GetValueOrDefault(name ?? Options.DefaultName);
}
