namespace KeyAccount.Core.Planning;

/// <summary>A change in a later version of a plan.</summary>
/// <param name="Id">The objective or the measure.</param>
/// <param name="Before">The earlier state; null if it is new.</param>
/// <param name="After">The later state; null if it was removed.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PlanChange(string Id, string? Before, string? After);
