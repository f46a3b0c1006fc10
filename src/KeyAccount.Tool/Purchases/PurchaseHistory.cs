using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Purchases;

/// <summary>Single purchases, and the portfolio that they alone allow.</summary>
internal sealed record PurchaseHistory(IReadOnlyList<AccountPurchase> Purchases)
{
    public static PurchaseHistory Read(Stream stream)
    {
        var purchases = new List<AccountPurchase>();
        var totals = PurchaseReader.Read(stream, new() { Date = "date" }, each: (account, date, amount) => purchases.Add(new(account, date, amount)));
        return totals.FaultyRows == 0
            ? new(purchases)
            : throw new ToolException($"{totals.FaultyRows} of {totals.Rows} rows cannot be read, nothing was reviewed.{string.Concat(totals.Faults.Select(fault => $"\n  {fault}"))}");
    }

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
