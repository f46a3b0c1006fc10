namespace KeyAccount.Core.Statistics;

/// <summary>How long a case took until its event, or has been watched without one.</summary>
/// <param name="Time">The time, in any unit; finite and at least 0.</param>
/// <param name="IsCensored">True if the event had not come when watching ended: a deal that is still open.</param>
/// <param name="Count">How many cases are like this one; at least 1.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurvivalTime(double Time, bool IsCensored = false, long Count = 1);
