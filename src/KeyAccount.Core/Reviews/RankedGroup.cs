using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A group of a portfolio: an account with all accounts that belong to it, on all levels.</summary>
/// <param name="Head">The account at its head.</param>
/// <param name="Members">The accounts below it: by their purchases, the largest first, with unknown ones last.</param>
/// <param name="AnnualPurchases">The total yearly purchases, as far as they are known; null if they are known for none.</param>
/// <param name="Rank">The rank by these purchases, from 1, among the groups and the accounts that belong to none; null if they are not
/// known, or if the group is part of another.</param>
/// <param name="RevenueTier">The tier by revenue in the same ranking; null if there is no rank.</param>
/// <remarks>Immutable; equal when every part is. Made by <see cref="PortfolioReviewRun.Groups"/>.</remarks>
public sealed record RankedGroup(
    RankedAccount Head, IReadOnlyList<RankedAccount> Members, decimal? AnnualPurchases, int? Rank, AccountTier? RevenueTier)
{
    /// <summary>The accounts below it: by their purchases, the largest first, with unknown ones last.</summary>
    /// <exception cref="ArgumentNullException">The list or a member is null.</exception>
    public IReadOnlyList<RankedAccount> Members { get; init => field = ValueList.Of(value, nameof(Members)); } =
        ValueList.Of(Members, nameof(Members));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The head, the number of members, their purchases and the rank.</returns>
    public override string ToString() => Invariant($"RankedGroup {{ Head = {Head?.Entry?.Id}, Members = {Members.Count}, ")
        + Invariant($"AnnualPurchases = {AnnualPurchases}, Rank = {Rank}, RevenueTier = {RevenueTier} }}");
}
