namespace KeyAccount.Core.Reviews;

/// <summary>A plan in a store.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Version">The number of times it has been written, from 1.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record StoredPlan(AccountPlan Plan, int Version);
