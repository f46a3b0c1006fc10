namespace KeyAccount.Core.AspNetCore;

/// <summary>A model that can be asked.</summary>
/// <param name="Id">Its id, as it stands in the path of its endpoints.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">What it is.</param>
public sealed record ModelEntry(string Id, string Version, ModelKind Kind);
