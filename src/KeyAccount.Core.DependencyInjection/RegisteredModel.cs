namespace KeyAccount.Core.DependencyInjection;

/// <summary>A model that code has registered: for everybody, or for one tenant in place of that.</summary>
internal sealed record RegisteredModel(IModel Model, string? Tenant);

/// <summary>A tenant that code has named.</summary>
internal sealed record RegisteredTenant(string Name);

/// <summary>Whose models a scope works with.</summary>
internal sealed record TenantOfScope(Func<IServiceProvider, string?> Of);
