using KeyAccount.Core.Grading;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>What a group is together: the account at its head with everything that belongs to it
/// (<see cref="AccountGroup.RollUp"/>).</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. Its money is that of the head and
/// of the members, who stand in the same review: do not add it to theirs.</remarks>
public sealed record GroupFigures
{
    /// <summary>How many accounts there are below the head, of all levels.</summary>
    public required int Members { get; init; }

    /// <summary>What all of them buy in a year, as far as that is known; null where it is known of none.</summary>
    public decimal? AnnualPurchases { get; init; }

    /// <summary>By how much the purchases have changed, as a fraction (<see cref="PurchaseTrend.Change"/>); null where that is not
    /// known.</summary>
    public decimal? Change { get; init; }

    /// <summary>The rank of the group by what it buys, among the groups and the accounts that belong to none, from 1; null where that is
    /// not known, or the group is a part of another.</summary>
    public int? Rank { get; init; }

    /// <summary>The tier of the group by revenue among the same; null where there is no rank.</summary>
    public AccountTier? RevenueTier { get; init; }

    /// <summary>The tier of the group by its value, or as somebody has set it; null where too little is known.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>How much of the group is at stake; null where nothing is known by which that could be told.</summary>
    public RiskLevel? Risk { get; init; }

    /// <summary>The money at stake: the largest of <see cref="Findings"/>; null where none is known in money.</summary>
    public decimal? AtStake { get; init; }

    /// <summary>What there is to say of the group as one account, what puts most money at stake first.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<Finding> Findings { get; init => field = ValueList.Of(value ?? []); } = ValueList<Finding>.Empty;

    /// <summary>The figures of a group that was reviewed as one account.</summary>
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

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>How many members there are, what they buy together and what is at stake.</returns>
    public override string ToString() =>
        Invariant($"GroupFigures {{ Members = {Members}, AnnualPurchases = {AnnualPurchases}, AtStake = {AtStake} }}");
}
