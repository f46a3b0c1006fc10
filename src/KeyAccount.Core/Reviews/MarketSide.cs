using KeyAccount.Core.Grading;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>An industry in a portfolio: how often its accounts are among the largest, compared with all industries.</summary>
/// <param name="Industry">The industry.</param>
/// <param name="Accounts">The number of accounts of the portfolio in the industry.</param>
/// <param name="TierA">The number of these in tier A by revenue.</param>
/// <param name="Share">The share of the industry among all accounts with a known industry, 0 … 1.</param>
/// <param name="Lift">How much more often its accounts are in tier A than those of all industries: 1 means as often; null if no account is
/// in tier A.</param>
/// <param name="Low">The lower end of the lift at 95 %: Wilson's interval of the rate of the industry, divided by the rate of all.</param>
/// <param name="High">The upper end of the lift at 95 %.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record MarketSide(
    CustomerIndustry Industry,
    [property: FactRange(FactUnit.Count)] int Accounts,
    [property: FactRange(FactUnit.Count)] int TierA,
    [property: FactRange(0, 1, FactUnit.Fraction)] double Share,
    [property: FactRange(FactUnit.Number)] double? Lift,
    [property: FactRange(FactUnit.Number)] double? Low,
    [property: FactRange(FactUnit.Number)] double? High)
{
    /// <summary>Whether the industry is a target: its accounts are in tier A more often than those of all industries, beyond
    /// chance.</summary>
    public bool IsTarget => Low > 1;

    /// <summary>Calculates the lift of an industry in a portfolio.</summary>
    /// <param name="industry">The industry.</param>
    /// <param name="accounts">The number of accounts in the industry; above 0, at most <paramref name="allAccounts"/>.</param>
    /// <param name="tierA">The number of these in tier A.</param>
    /// <param name="allAccounts">The number of accounts in all industries.</param>
    /// <param name="allTierA">The number of those in tier A.</param>
    /// <returns>The industry with its lift.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="industry"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static MarketSide Of(CustomerIndustry industry, int accounts, int tierA, int allAccounts, int allTierA)
    {
        ArgumentNullException.ThrowIfNull(industry);
        Guard.Between(accounts, 1, allAccounts);
        Guard.Between(allTierA, 0, allAccounts);
        Guard.Between(tierA, 0, Math.Min(accounts, allTierA));
        var share = (double)accounts / allAccounts;
        if (allTierA == 0)
            return new(industry, accounts, tierA, share, null, null, null);
        var all = (double)allTierA / allAccounts;
        var (low, high) = ConfidenceInterval.Wilson(tierA, accounts, ConfidenceInterval.DefaultConfidence);
        return new(industry, accounts, tierA, share, (double)tierA / accounts / all, low / all, high / all);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"MarketSide {{ Industry = {Industry}, Accounts = {Accounts}, TierA = {TierA}, Lift = {Lift}, Low = {Low}, High = {High} }}");
}
