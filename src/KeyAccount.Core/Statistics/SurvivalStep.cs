namespace KeyAccount.Core.Statistics;

/// <summary>What happened at one time of a survival curve.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">How many cases had lasted until then, with those that ended or were censored at it.</param>
/// <param name="Events">How many had their event at it.</param>
/// <param name="Survival">The share of all cases that lasts longer, as a fraction.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurvivalStep(double Time, long AtRisk, long Events, double Survival);
