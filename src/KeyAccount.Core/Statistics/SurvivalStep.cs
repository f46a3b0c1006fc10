namespace KeyAccount.Core.Statistics;

/// <summary>One step of a survival curve.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">The number of cases at risk: those that lasted until then, including those that ended or were censored at that
/// time.</param>
/// <param name="Events">The number of events at that time.</param>
/// <param name="Survival">The share of all cases that last longer, as a fraction.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurvivalStep(double Time, long AtRisk, long Events, double Survival);
