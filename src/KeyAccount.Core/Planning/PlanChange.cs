namespace KeyAccount.Core.Planning;

/// <summary>What a later version of a plan has changed.</summary>
/// <param name="Id">The objective or the measure.</param>
/// <param name="Before">What it was; null if it is new.</param>
/// <param name="After">What it is; null if it is gone.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PlanChange(string Id, string? Before, string? After);
