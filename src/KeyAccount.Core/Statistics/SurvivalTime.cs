namespace KeyAccount.Core.Statistics;

/// <summary>The time of a case until its event, or until observation ended.</summary>
/// <param name="Time">The time, in any unit; finite and at least 0.</param>
/// <param name="IsCensored">True if the case is censored: the event had not happened when observation ended, as for a deal that is still
/// open.</param>
/// <param name="Count">The number of identical cases; at least 1.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurvivalTime(double Time, bool IsCensored = false, long Count = 1);
