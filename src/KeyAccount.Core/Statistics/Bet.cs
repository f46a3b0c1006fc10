namespace KeyAccount.Core.Statistics;

/// <summary>A bet: an amount that is won with given odds, all or nothing, such as an open deal.</summary>
/// <param name="Amount">The amount if it is won; at least 0.</param>
/// <param name="Odds">The probability of winning, as a fraction; 0 … 1.</param>
/// <param name="Count">The number of identical, independent bets; at least 1.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record Bet(decimal Amount, double Odds, long Count = 1);
