namespace KeyAccount.Core.Statistics;

/// <summary>An amount that is won with some odds, all or nothing: an open deal.</summary>
/// <param name="Amount">What it brings when it comes; at least 0.</param>
/// <param name="Odds">How probable that is, as a fraction; 0 … 1.</param>
/// <param name="Count">How many bets are like this one, each for itself; at least 1.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record Bet(decimal Amount, double Odds, long Count = 1);
