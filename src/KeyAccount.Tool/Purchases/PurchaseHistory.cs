using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using NodaTime;

namespace KeyAccount.Tool.Purchases;

/// <summary>Single purchases, and the portfolio that they alone allow.</summary>
internal sealed record PurchaseHistory(IReadOnlyList<AccountPurchase> Purchases, PurchaseTotals Totals, IReadOnlyList<string> Notes)
{
    /// <summary>The accounts with what they bought month by month, as of the last purchase.</summary>
    public Portfolio Portfolio(string name, string currency, decimal? keyAccountPurchases) => new()
    {
        Name = name,
        Currency = currency,
        KeyAccountPurchases = keyAccountPurchases,
        AsOf = Purchases.Max(purchase => purchase.Date),
        Accounts =
        [
            .. Purchases.GroupBy(purchase => purchase.AccountId, StringComparer.Ordinal).Select(account => new AccountFile
            {
                Id = account.Key,
                Purchases =
                [
                    .. account.GroupBy(purchase => purchase.Date.ToYearMonth())
                        .OrderBy(month => month.Key)
                        .Select(month => new MonthlyPurchases(month.Key, month.Sum(purchase => purchase.Amount))),
                ],
            }),
        ],
    };
}
