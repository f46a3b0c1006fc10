using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A group of a portfolio: an account with the accounts that belong to it, of all levels.</summary>
/// <param name="Head">The account at its head.</param>
/// <param name="Members">The accounts below it: by what they buy, the largest first, then those of which that is not known.</param>
/// <param name="AnnualPurchases">What all of them buy in a year, as far as that is known; null where it is known of none.</param>
/// <param name="Rank">Its rank by that, among the groups and the accounts that belong to none, from 1; null where that is not known, or the
/// group is a part of another.</param>
/// <param name="RevenueTier">Its tier by revenue among the same; null where there is no rank.</param>
/// <remarks>Immutable; equal when every part is. Made by <see cref="PortfolioReviewRun.Groups"/>.</remarks>
public sealed record RankedGroup(
    RankedAccount Head, IReadOnlyList<RankedAccount> Members, decimal? AnnualPurchases, int? Rank, AccountTier? RevenueTier)
{
    /// <summary>The accounts below it: by what they buy, the largest first, then those of which that is not known.</summary>
    /// <exception cref="ArgumentNullException">The list or a member is null.</exception>
    public IReadOnlyList<RankedAccount> Members { get; init => field = ValueList.Of(value, nameof(Members)); } =
        ValueList.Of(Members, nameof(Members));

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The head, how many members there are, what they buy and where they rank.</returns>
    public override string ToString() => Invariant($"RankedGroup {{ Head = {Head?.Entry?.Id}, Members = {Members.Count}, ")
        + Invariant($"AnnualPurchases = {AnnualPurchases}, Rank = {Rank}, RevenueTier = {RevenueTier} }}");
}
