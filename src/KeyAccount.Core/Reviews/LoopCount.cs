using KeyAccount.Core.SalesTeam;

namespace KeyAccount.Core.Reviews;

/// <summary>The state of one part of the closed loop over all people and periods.</summary>
/// <param name="Part">The part.</param>
/// <param name="Met">The number of periods in which it is complete; null for one to four if nobody is named, because a period belongs to a
/// person.</param>
/// <param name="Missing">The number of periods in which it is missing; null under the same condition as <paramref name="Met"/>.</param>
/// <param name="NotDue">The number of periods in which it is not due; null under the same condition as <paramref name="Met"/>.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LoopCount(LoopPart Part, int? Met, int? Missing, int? NotDue);
