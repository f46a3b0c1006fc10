using KeyAccount.Core.Estimation;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Records;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Lifetimes;

/// <summary>Purchase models fitted to purchases, their forecasts for every account, and whether earlier forecasts were accurate.</summary>
internal sealed record LifetimeAnalysis
{
    private const int Months = 12;

    public required LocalDate AsOf { get; init; }

    /// <summary>The currency of the amounts; null if not stated.</summary>
    public required string? Currency { get; init; }

    public required IReadOnlyList<OrderFit> Orders { get; init; }

    /// <summary>The model of <see cref="Orders"/> that is used.</summary>
    public required OrderFit Chosen { get; init; }

    public required ModelFit<GammaGamma> Spend { get; init; }

    /// <summary>Every account, by expected amount, the largest first.</summary>
    public required IReadOnlyList<LifetimeAccount> Accounts { get; init; }

    /// <summary>The last day of the first period of the calibration.</summary>
    public required LocalDate Split { get; init; }

    /// <summary>The best model of the first period, compared with the second; null if none could be fitted.</summary>
    public required (OrderFit Fit, PurchaseCalibration Result)? Calibration { get; init; }

    /// <summary>The profits of accounts; null if none were given.</summary>
    public WhaleCurve<(string Id, decimal Profit)>? Profits { get; init; }

    /// <summary>The fitted models as a review takes them; the rates stay those of the company.</summary>
    public LifetimeSettings Settings => new LifetimeAssumptions
    {
        Version = $"fitted {Iso(AsOf)}",
        Currency = Currency,
        Orders = Chosen.Model,
        Spend = Spend.IsFitted ? Spend.Model : null,
    }.Settings with { DiscountRate = null, CapitalRate = null, Timing = null };

    /// <summary>Fits and expects.</summary>
    /// <exception cref="ToolException">No model can be fitted; the message says why, and what helps.</exception>
    public static LifetimeAnalysis Of(
        IReadOnlyList<AccountPurchase> purchases, LocalDate asOf, LocalDate? split, FitOptions options, string? currency)
    {
        var first = purchases.Min(purchase => purchase.Date);
        var accounts = RepeatPurchases.Of(purchases, asOf);
        var orders = OrderFit.All(accounts, options);
        var chosen = OrderFit.Best(orders) ?? throw Refused(orders, accounts.Count);
        var spend = MaximumLikelihood.FitGammaGamma(accounts, options);
        var amounts = spend.IsFitted && spend.Model is { Q: > 1 } ? spend.Model : null;
        var horizon = Period.DaysBetween(asOf, asOf.PlusMonths(Months)) / RepeatPurchaseOptions.Default.DaysPerUnit;
        var model = chosen.Model!;
        var middle = split ?? first.PlusDays(Period.DaysBetween(first, asOf) / 2);
        if (middle < first || middle >= asOf)
        {
            throw new UsageException(
                $"--split {Iso(middle)} must be from {Iso(first)} (the first purchase) to the day before {Iso(asOf)} (the last day).");
        }

        return new()
        {
            AsOf = asOf,
            Currency = currency,
            Orders = orders,
            Chosen = chosen,
            Spend = spend,
            Accounts =
            [
                .. accounts.AsParallel().AsOrdered().Select(account => new LifetimeAccount(
                        account,
                        model.ProbabilityAlive(account.Orders, account.LastOrder, account.Age),
                        model.ExpectedOrders(horizon, account.Orders, account.LastOrder, account.Age),
                        amounts?.ExpectedSpend(account.SpendOrders, (double)(account.MeanSpend is > 0 and var mean ? mean : 0))))
                    .OrderByDescending(account => account.ExpectedMoney ?? account.ExpectedOrders)
                    .ThenBy(account => account.Summary.AccountId, StringComparer.Ordinal),
            ],
            Split = middle,
            Calibration = Calibrated(purchases, middle, asOf, options),
        };
    }

    // A model that has seen the second period could not foretell it: it is fitted anew to the first.
    private static (OrderFit Fit, PurchaseCalibration Result)? Calibrated(
        IReadOnlyList<AccountPurchase> purchases, LocalDate split, LocalDate asOf, FitOptions options)
    {
        var before = RepeatPurchases.Of([.. purchases.Where(purchase => purchase.Date <= split)], split);
        return OrderFit.Best(OrderFit.All(before, options)) is { } best
            ? (best, PurchaseCalibration.Of(best.Model!, purchases, split, asOf))
            : null;
    }

    private static ToolException Refused(IReadOnlyList<OrderFit> fits, int accounts)
    {
        // The same for all of them, unless each of them has failed on its own.
        var reasons = fits.Select(fit => (fit.Name, Reason: fit.Reason?.En ?? "")).ToArray();
        var why = reasons.Select(each => each.Reason).Distinct(StringComparer.Ordinal).Count() == 1
            ? reasons[0].Reason
            : string.Concat(reasons.Select(each => $"\n  {each.Name}: {each.Reason}"));
        return new(
            $"no model of purchases can be fitted. {why.TrimStart()}"
            + (fits[0].Outcome == FitOutcome.TooFewAccounts
                ? $" --minimum-accounts {accounts.ToString(System.Globalization.CultureInfo.InvariantCulture)} fits one anyway."
                : ""));
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
