using KeyAccount.Core.SalesTeam;

namespace KeyAccount.Core.Reviews;

/// <summary>How one part of the closed loop stands over all people and periods.</summary>
/// <param name="Part">The part.</param>
/// <param name="Met">How often it is there; null for one to four times where nobody is named: a period is a person's.</param>
/// <param name="Missing">How often it is missing; null as <paramref name="Met"/> is.</param>
/// <param name="NotDue">How often it is not due; null as <paramref name="Met"/> is.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LoopCount(LoopPart Part, int? Met, int? Missing, int? NotDue);
