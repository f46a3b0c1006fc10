namespace KeyAccount.Core.Reviews;

/// <summary>A change of a model between two sets of models.</summary>
/// <param name="Id">The id of the model.</param>
/// <param name="Before">The earlier version; null if there was none of that id.</param>
/// <param name="After">The present version; null if the model no longer exists.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record ModelVersionChange(string Id, string? Before, string? After);
