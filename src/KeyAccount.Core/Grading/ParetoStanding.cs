namespace KeyAccount.Core.Grading;

/// <summary>The position of an account in the order of revenue; the same for accounts of equal revenue.</summary>
/// <param name="Rank">1 for the largest; one more than the number of accounts with more revenue.</param>
/// <param name="Share">Its share of the total.</param>
/// <param name="CumulativeShare">The share of all accounts that bring at least as much.</param>
internal readonly record struct ParetoStanding(int Rank, double Share, double CumulativeShare);
