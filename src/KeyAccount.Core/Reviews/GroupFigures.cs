using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The combined figures of a group: the account at its head with everything that belongs to it
/// (<see cref="AccountGroup.RollUp"/>).</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. Its money includes that of the head
/// and of the members, which are in the same review: do not add the two.</remarks>
public sealed record GroupFigures
{
    /// <summary>The number of accounts below the head on all levels.</summary>
    public required int Members { get; init; }

    /// <summary>The total yearly purchases, as far as they are known; null if they are known for none.</summary>
    public decimal? AnnualPurchases { get; init; }

    /// <summary>The change of the purchases, as a fraction (<see cref="PurchaseTrend.Change"/>); null if it is not known.</summary>
    public decimal? Change { get; init; }

    /// <summary>The rank of the group by its purchases, from 1, among the groups and the accounts that belong to none; null if they are not
    /// known, or if the group is part of another.</summary>
    public int? Rank { get; init; }

    /// <summary>The tier of the group by revenue in the same ranking; null if there is no rank.</summary>
    public AccountTier? RevenueTier { get; init; }

    /// <summary>The tier of the group by its value, or as somebody has set it; null if too little is known.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>The risk level of the group; null if too little is known.</summary>
    public RiskLevel? Risk { get; init; }

    /// <summary>The money at stake: that of the largest of <see cref="Findings"/>; null if none is known in money.</summary>
    public decimal? AtStake { get; init; }

    /// <summary>The findings about the group as one account, the one with the most money at stake first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<Finding> Findings { get; init => field = ValueList.Of(value ?? []); } = ValueList<Finding>.Empty;

    /// <summary>Takes the figures from the review of a group as one account.</summary>
    internal static GroupFigures Of(AccountReview group, int members) => new()
    {
        Members = members,
        AnnualPurchases = group.AnnualPurchases,
        Change = group.Trend?.Change,
        Rank = group.Rank,
        RevenueTier = group.RevenueTier,
        Tier = group.Tier.Tier,
        Risk = group.Risk,
        AtStake = group.AtStake,
        Findings = group.Findings,
    };

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of members, their total purchases and what is at stake.</returns>
    public override string ToString() =>
        Invariant($"GroupFigures {{ Members = {Members}, AnnualPurchases = {AnnualPurchases}, AtStake = {AtStake} }}");
}
