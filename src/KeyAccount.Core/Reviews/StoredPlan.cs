namespace KeyAccount.Core.Reviews;

/// <summary>A plan as a store keeps it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Version">How often it has been written, from 1.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record StoredPlan(AccountPlan Plan, int Version);
