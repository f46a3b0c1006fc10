using KeyAccount.Core.Records;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>Turns purchases into the figures that purchase models need: repeat orders, time of the last order, age, mean amount.</summary>
/// <remarks>
/// <para>Everything is counted from the first order of an account. Repeat orders are those after it; a second one on the same day does not
/// count, unless the options say so. The time of the last order and the age (up to the end of the observation) are differences in days,
/// divided by <see cref="RepeatPurchaseOptions.DaysPerUnit"/>. The end of the observation is the same for all accounts.</para>
/// <para>Pure functions; the order of the purchases does not matter.</para>
/// </remarks>
public static class RepeatPurchases
{
    /// <summary>Calculates the figures of every account.</summary>
    /// <param name="purchases">The purchases, in any order. An amount of 0 counts as an order.</param>
    /// <param name="asOf">The last day of the observation; no purchase is later.</param>
    /// <param name="options">The options for reading the purchases; null for <see cref="RepeatPurchaseOptions.Default"/>.</param>
    /// <returns>A summary for each account with an order, sorted by id (ordinal).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="purchases"/> or a purchase is null.</exception>
    /// <exception cref="ArgumentException">A purchase has no account.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A purchase is later than <paramref name="asOf"/>; the message names it.</exception>
    /// <exception cref="OverflowException">The amounts of an account do not fit a decimal.</exception>
    public static IReadOnlyList<RepeatPurchaseSummary> Of(
        IReadOnlyList<AccountPurchase> purchases, LocalDate asOf, RepeatPurchaseOptions? options = null)
    {
        AccountPurchase.Check(purchases);
        Guard.Iso(asOf);
        for (var i = 0; i < purchases.Count; i++)
        {
            if (purchases[i].Date > asOf)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(purchases),
                    Invariant($"purchases[{i}], of '{purchases[i].AccountId}', is dated {purchases[i].Date:R}; ")
                    + Invariant($"it must be dated {asOf:R} (asOf) or earlier."));
            }
        }

        options ??= RepeatPurchaseOptions.Default;
        var summaries = new List<RepeatPurchaseSummary>();
        foreach (var (account, orders) in OrdersOf(purchases, options))
        {
            if (orders.Count > (options.WithoutOneTimeBuyers ? 1 : 0))
                summaries.Add(SummaryOf(account, orders, asOf, options));
        }

        return summaries.AsReadOnly();
    }

    /// <summary>Calculates whether accounts that order more often spend more or less per order: the correlation between the number of
    /// orders and the mean amount.</summary>
    /// <param name="accounts">The accounts; those without a mean amount above 0 are left out.</param>
    /// <returns>Pearson's coefficient, −1 … 1; null if fewer than two accounts have a mean amount, or if either figure is the same for all.
    /// The gamma-gamma model assumes 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> or an account is null.</exception>
    public static double? SpendCorrelation(IReadOnlyList<RepeatPurchaseSummary> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var pairs = new List<(double Orders, double Spend)>(accounts.Count);
        foreach (var account in accounts)
        {
            ArgumentNullException.ThrowIfNull(account, nameof(accounts));
            if (account.MeanSpend > 0)
                pairs.Add((account.SpendOrders, (double)account.MeanSpend));
        }

        if (pairs.Count < 2)
            return null;
        var (meanOrders, meanSpend) = (pairs.Average(pair => pair.Orders), pairs.Average(pair => pair.Spend));
        var (both, orders, spend) = (0.0, 0.0, 0.0);
        foreach (var pair in pairs)
        {
            var (x, y) = (pair.Orders - meanOrders, pair.Spend - meanSpend);
            (both, orders, spend) = (both + (x * y), orders + (x * x), spend + (y * y));
        }

        return orders > 0 && spend > 0 ? both / (Math.Sqrt(orders) * Math.Sqrt(spend)) : null;
    }

    /// <summary>The orders of each account under the options, sorted by day.</summary>
    internal static IEnumerable<(string Account, List<(LocalDate Date, decimal Amount)> Orders)> OrdersOf(
        IEnumerable<AccountPurchase> purchases, RepeatPurchaseOptions options) => purchases
        .GroupBy(purchase => purchase.AccountId, StringComparer.Ordinal)
        .OrderBy(account => account.Key, StringComparer.Ordinal)
        .Select(account => (account.Key, Orders(account, options)));

    private static List<(LocalDate Date, decimal Amount)> Orders(IEnumerable<AccountPurchase> account, RepeatPurchaseOptions options)
    {
        var orders = new List<(LocalDate Date, decimal Amount)>();
        var sorted = account.OrderBy(purchase => purchase.Date).ToArray();

        // A refund meets the orders of its day, wherever it stands among them.
        foreach (var day in sorted.GroupBy(purchase => purchase.Date))
        {
            var bought = day.Where(purchase => purchase.Amount >= 0).Select(purchase => purchase.Amount).ToArray();
            if (options.SameDay == SameDayOrders.CountEach)
                orders.AddRange(bought.Order().Select(amount => (day.Key, amount)));
            else if (bought.Length > 0)
                orders.Add((day.Key, bought.Sum()));
            if (options.Refunds == RefundTreatment.Deduct)
                Deduct(orders, -day.Where(purchase => purchase.Amount < 0).Sum(purchase => purchase.Amount));
        }

        return orders;
    }

    private static void Deduct(List<(LocalDate Date, decimal Amount)> orders, decimal refund)
    {
        while (refund > 0 && orders.Count > 0)
        {
            var (date, amount) = orders[^1];
            if (amount > refund)
            {
                orders[^1] = (date, amount - refund);
                return;
            }

            refund -= amount;
            orders.RemoveAt(orders.Count - 1);
        }
    }

    private static RepeatPurchaseSummary SummaryOf(
        string account, List<(LocalDate Date, decimal Amount)> orders, LocalDate asOf, RepeatPurchaseOptions options)
    {
        var first = orders[0].Date;
        var (logIntervals, known) = (0.0, true);
        for (var i = 1; i < orders.Count; i++)
        {
            var days = Period.DaysBetween(orders[i - 1].Date, orders[i].Date);
            known &= days > 0;
            logIntervals += Math.Log(days / options.DaysPerUnit);
        }

        var skipped = options.FirstOrderInSpend ? 0 : 1;
        var spendOrders = orders.Count - skipped;
        return new(
            account,
            orders.Count - 1,
            Period.DaysBetween(first, orders[^1].Date) / options.DaysPerUnit,
            Period.DaysBetween(first, asOf) / options.DaysPerUnit,
            spendOrders,
            spendOrders == 0 ? null : orders.Skip(skipped).Sum(order => order.Amount) / spendOrders,
            known ? logIntervals : null);
    }
}
