using KeyAccount.Core.Documents;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The whale curve: how much of the total profit the most profitable accounts earn, and how much the others take away.</summary>
/// <remarks>Accounts are sorted by falling profit. The cumulative profit rises to a peak, often far above the total, and falls from the
/// first account that loses money. The figures are exact: profits are added as decimals, and no figure depends on the order of the
/// accounts. Pure functions. Customer profitability analysis knows the curve by this name; Provenance: <c>LibraryDefault</c>.</remarks>
public static class WhaleCurve
{
    /// <summary>Builds the curve of a portfolio.</summary>
    /// <typeparam name="TAccount">The caller's own account type.</typeparam>
    /// <param name="accounts">The accounts; may be empty.</param>
    /// <param name="profit">The profit of an account, in one currency for all; called once per account.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> or <paramref name="profit"/> is null.</exception>
    /// <exception cref="OverflowException">The sum of the profits does not fit a decimal.</exception>
    public static WhaleCurve<TAccount> Of<TAccount>(IReadOnlyList<TAccount> accounts, Func<TAccount, decimal> profit)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(profit);
        var profits = new decimal[accounts.Count];
        for (var i = 0; i < profits.Length; i++)
            profits[i] = profit(accounts[i]);

        // Portfolios whose amounts fit into 64 bits are the rule.
        int[] order = ExactDecimal.TryToIntegers(profits, out var integers, out _)
            ? RadixSort.Descending(integers, new long[integers.Length])
            : [.. Enumerable.Range(0, profits.Length).OrderByDescending(i => profits[i])];

        var total = profits.Sum();
        var points = new WhalePoint<TAccount>[order.Length];
        var (cumulative, peak) = (0m, 0m);
        for (int start = 0, end; start < order.Length; start = end)
        {
            // One pass per run of equal profit.
            var amount = profits[order[start]];
            for (end = start; end < order.Length && profits[order[end]] == amount; end++)
                cumulative += amount;
            peak = Math.Max(peak, cumulative);
            for (var i = start; i < end; i++)
            {
                points[i] = new(
                    accounts[order[i]], amount, start + 1, cumulative, total > 0 ? (double)(cumulative / total) : null);
            }
        }

        return new(points, total, peak);
    }
}

/// <summary>The whale curve of a portfolio.</summary>
/// <typeparam name="TAccount">The caller's own account type.</typeparam>
/// <remarks>Immutable and safe to share between threads, as far as <typeparamref name="TAccount"/> is. Compared by reference.</remarks>
public sealed class WhaleCurve<TAccount>
{
    internal WhaleCurve(WhalePoint<TAccount>[] points, decimal total, decimal peak)
    {
        Points = Array.AsReadOnly(points);
        Total = total;
        Peak = peak;
        LosingMoney = points.Count(point => point.Profit < 0);
        Loss = -points.Where(point => point.Profit < 0).Sum(point => point.Profit);
    }

    /// <summary>The accounts by falling profit; accounts with equal profit keep the given order.</summary>
    public IReadOnlyList<WhalePoint<TAccount>> Points { get; }

    /// <summary>The profit of all accounts.</summary>
    public decimal Total { get; }

    /// <summary>The highest point of the curve: the total profit of the accounts that do not lose money; 0 if there are none.</summary>
    public decimal Peak { get; }

    /// <summary>The peak as a fraction of the total: 1.4 means that loss-making accounts take away 40 % of the total; null if the total is
    /// not above 0.</summary>
    public double? PeakShare => Total > 0 ? (double)(Peak / Total) : null;

    /// <summary>The number of accounts that lose money.</summary>
    public int LosingMoney { get; }

    /// <summary>The total loss of these accounts, not negative: peak − total.</summary>
    public decimal Loss { get; }

    /// <summary>Describes the curve for a person, with the accounts that lose the most.</summary>
    /// <param name="nameOf">Returns the name of an account.</param>
    /// <param name="currency">The currency of the profits; null to show none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="nameOf"/> or <paramref name="language"/> is null.</exception>
    public Document Describe(Func<TAccount, string> nameOf, string? currency = null, string language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        return LifetimeDocuments.Of(this, nameOf, currency, language);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The number of accounts, the total and the peak.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Points.Count} accounts: total {Total}, peak {Peak}, {LosingMoney} lose {Loss}");
}
