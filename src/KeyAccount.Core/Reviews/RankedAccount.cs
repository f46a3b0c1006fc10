using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An account with its index in the order of a review.</summary>
/// <param name="Entry">What is kept of it.</param>
/// <param name="Index">Its index in the file.</param>
/// <param name="Rank">Its rank by what it buys, from 1; null where that is not known.</param>
/// <param name="RevenueTier">Its tier by revenue; null where that is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RankedAccount(PortfolioEntry Entry, int Index, int? Rank, AccountTier? RevenueTier)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"RankedAccount {{ Entry = {Entry}, Index = {Index}, Rank = {Rank}, RevenueTier = {RevenueTier} }}");
}
