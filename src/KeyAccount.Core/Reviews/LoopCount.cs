using KeyAccount.Core.SalesTeam;

namespace KeyAccount.Core.Reviews;

/// <summary>How one part of the closed loop stands over all people and periods.</summary>
/// <param name="Part">The part.</param>
/// <param name="Met">How often it is there.</param>
/// <param name="Missing">How often it is missing.</param>
/// <param name="NotDue">How often it is not due.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LoopCount(LoopPart Part, int Met, int Missing, int NotDue);
