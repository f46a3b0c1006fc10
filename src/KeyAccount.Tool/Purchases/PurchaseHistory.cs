using System.Globalization;
using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Purchases;

/// <summary>Single purchases, and the portfolio that they alone allow.</summary>
internal sealed record PurchaseHistory(IReadOnlyList<AccountPurchase> Purchases, PurchaseTotals Totals, IReadOnlyList<string> Notes)
{
    /// <summary>The day of the last purchase.</summary>
    public LocalDate LastDay => Purchases.Max(purchase => purchase.Date);

    /// <summary>The purchases up to a day, with notes on what a review as of that day does not count.</summary>
    public PurchaseHistory Until(LocalDate asOf, string language)
    {
        var later = Purchases.Where(purchase => purchase.Date > asOf).ToArray();
        var notes = new List<string>(Notes);
        if (later.Length > 0)
            notes.Add(Note("Review.AfterAsOf", later, asOf));

        // The twelve months of a review end with the last whole month.
        var month = asOf.ToYearMonth();
        var running = asOf == month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1) ? []
            : Purchases.Where(purchase => purchase.Date <= asOf && purchase.Date.ToYearMonth() == month).ToArray();
        if (running.Length > 0)
            notes.Add(Note("Review.RunningMonth", running, asOf));
        var counted = later.Length == 0 ? Purchases : [.. Purchases.Where(purchase => purchase.Date <= asOf)];
        return this with { Purchases = counted, Notes = notes };

        string Note(string key, AccountPurchase[] purchases, LocalDate date) => "note: " + ToolText.Of(
            key,
            language,
            purchases.Length,
            purchases.Sum(purchase => purchase.Amount).ToString("#,0.##", CultureInfo.InvariantCulture),
            LocalDatePattern.Iso.Format(date),
            LocalDatePattern.Iso.Format(date.ToYearMonth().OnDayOfMonth(1).PlusMonths(1).PlusDays(-1)));
    }

    /// <summary>The accounts with what they bought month by month.</summary>
    public Portfolio Portfolio(string name, string currency, decimal? keyAccountPurchases, LocalDate asOf) => new()
    {
        Name = name,
        Currency = currency,
        KeyAccountPurchases = keyAccountPurchases,
        AsOf = asOf,
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
