using KeyAccount.Core.Terms;

namespace KeyAccount.Core.DependencyInjection;

/// <summary>A model that code has registered: for everybody, or for one tenant in place of that.</summary>
internal sealed record RegisteredModel(IModel Model, string? Tenant);

/// <summary>A tenant that code has named.</summary>
internal sealed record RegisteredTenant(string Name);

/// <summary>An open term of the host's own.</summary>
internal sealed record RegisteredOpenTerm(Func<OpenTerms, OpenTerms> AddTo);

/// <summary>Whose models a scope works with.</summary>
internal sealed record TenantOfScope(Func<IServiceProvider, string?> Of);
