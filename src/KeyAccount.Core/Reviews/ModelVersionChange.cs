namespace KeyAccount.Core.Reviews;

/// <summary>A model that is another one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">Its version before; null where there was none of that id.</param>
/// <param name="After">Its version now; null where there is none any more.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ModelVersionChange(string Id, string? Before, string? After);
