namespace KeyAccount.Core.AspNetCore;

/// <summary>A model that can be called.</summary>
/// <param name="Id">The id, as it appears in the path of the endpoints.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">The kind of the model.</param>
public sealed record ModelEntry(string Id, string Version, ModelKind Kind);
