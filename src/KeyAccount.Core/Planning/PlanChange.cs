namespace KeyAccount.Core.Planning;

/// <summary>What a later version of a plan has changed.</summary>
/// <param name="Id">The objective or the measure.</param>
/// <param name="Before">What it was; null where it is new.</param>
/// <param name="After">What it is; null where it is gone.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PlanChange(string Id, string? Before, string? After);
