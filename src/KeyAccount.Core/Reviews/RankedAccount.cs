using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An account with its rank in a review.</summary>
/// <param name="Entry">The data kept about the account.</param>
/// <param name="Index">The index of the account in the file.</param>
/// <param name="Rank">The rank by purchases, from 1; null if they are not known.</param>
/// <param name="RevenueTier">The tier by revenue; null if it is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RankedAccount(PortfolioEntry Entry, int Index, int? Rank, AccountTier? RevenueTier)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"RankedAccount {{ Entry = {Entry}, Index = {Index}, Rank = {Rank}, RevenueTier = {RevenueTier} }}");
}
