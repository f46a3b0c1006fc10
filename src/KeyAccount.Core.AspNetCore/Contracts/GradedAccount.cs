using KeyAccount.Core.Grading;

namespace KeyAccount.Core.AspNetCore;

/// <summary>An account with its tier by revenue.</summary>
/// <param name="Id">The account.</param>
/// <param name="Revenue">Its revenue.</param>
/// <param name="Share">Its share of the total, 0 … 1.</param>
/// <param name="CumulativeShare">The share of all accounts up to and including this one, 0 … 1.</param>
/// <param name="Rank">Its rank, from 1.</param>
/// <param name="Tier">Its tier.</param>
public sealed record GradedAccount(
    string Id, decimal Revenue, double Share, double CumulativeShare, int Rank, AccountTier Tier);
