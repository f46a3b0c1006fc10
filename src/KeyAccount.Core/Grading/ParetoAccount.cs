using System.Globalization;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Grading;

/// <summary>One account in a graded portfolio.</summary>
/// <typeparam name="TAccount">The caller's own account type.</typeparam>
/// <remarks>Immutable. Made by <see cref="Pareto.Grade{TAccount}"/>. Every number is the same whatever order the accounts came in:
/// accounts of equal revenue share rank, cumulative share and tier.</remarks>
public sealed record ParetoAccount<TAccount>
{
    [JsonConstructor]
    internal ParetoAccount(TAccount account, decimal revenue, double share, double cumulativeShare, int rank, AccountTier tier)
    {
        Account = account;
        Revenue = revenue;
        Share = share;
        CumulativeShare = cumulativeShare;
        Rank = rank;
        Tier = tier;
    }

    /// <summary>The account, as it was given.</summary>
    public TAccount Account { get; }

    /// <summary>Its revenue, exactly as it was given; in the caller's currency.</summary>
    public decimal Revenue { get; }

    /// <summary>Revenue / <see cref="ParetoGrading{TAccount}.Total"/>, 0 … 1; 0 where the revenue is not positive.</summary>
    public double Share { get; }

    /// <summary>The share of all accounts that bring at least as much as this one, this one included; 0 … 1.
    /// 1 (or 0 where the total is 0) where the revenue is not positive.</summary>
    public double CumulativeShare { get; }

    /// <summary>1 for the largest; one more than the number of accounts with more revenue, so equal revenue has equal rank.</summary>
    public int Rank { get; }

    /// <summary>The tier.</summary>
    public AccountTier Tier { get; }

    /// <summary>A form for logs and debuggers, culture-invariant as far as that of <see cref="Account"/> does
    /// not.</summary>
    /// <returns>All properties by name.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"ParetoAccount {{ Account = {Account}, Revenue = {Revenue}, Share = {Share}, "
        + $"CumulativeShare = {CumulativeShare}, Rank = {Rank}, Tier = {Tier} }}");
}
