using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Estimation;

/// <summary>Fits the purchase models to data by maximum likelihood.</summary>
/// <remarks>
/// <para>The likelihood is maximised over the logarithms of the parameters with exact derivatives: BFGS from several starting points, then
/// Newton's method. The same data give the same result, on any number of threads. Standard errors come from the curvature of the likelihood
/// at its maximum.</para>
/// <para>Data that cannot carry a model are refused with a reason, which is a result and no exception; a maximum that was not reached is
/// said. Pure functions, safe to call from any thread.</para>
/// </remarks>
public static class MaximumLikelihood
{
    private static readonly TextTable Texts =
        TextTable.FromResources(typeof(MaximumLikelihood).Assembly, "KeyAccount.Core.Estimation.Texts");

    /// <summary>Fits a BG/NBD model.</summary>
    /// <param name="accounts">The purchase histories of the accounts, as <see cref="RepeatPurchases"/> summarises them, including those
    /// with one order.</param>
    /// <param name="options">When to refuse the fit; null for <see cref="FitOptions.Default"/>.</param>
    /// <returns>The fit, in the unit of time of the accounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> or an account is null.</exception>
    public static ModelFit<BgNbd> FitBgNbd(IReadOnlyList<RepeatPurchaseSummary> accounts, FitOptions? options = null)
    {
        Check(accounts);
        if (Refused<BgNbd>(accounts, options ?? FitOptions.Default) is { } refused)
            return refused;
        var groups = new OrderGroups(accounts);
        var maximum = Maximizer.Of(new BetaGeometricLikelihood(1, groups, 0), BetaGeometricStarts(groups));
        var p = maximum.Parameters;
        return Fitted(maximum, new BgNbd(p[0], p[1], p[2], p[3]), accounts.Count, BetaGeometricNames);
    }

    /// <summary>Fits a BG/CNBD-k model: the BG/NBD for customers who order at regular intervals, with the k that fits best.</summary>
    /// <param name="accounts">The purchase histories of the accounts, with <see cref="RepeatPurchaseSummary.LogIntervals"/>, including
    /// those with one order.</param>
    /// <param name="options">When to refuse, and the largest k; null for <see cref="FitOptions.Default"/>.</param>
    /// <returns>The fit, in the unit of time of the accounts; with k = 1 the accounts do not order regularly.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> or an account is null.</exception>
    public static ModelFit<BgCnbd> FitBgCnbd(IReadOnlyList<RepeatPurchaseSummary> accounts, FitOptions? options = null)
    {
        Check(accounts);
        options ??= FitOptions.Default;
        if (Refused<BgCnbd>(accounts, options) is { } refused)
            return refused;
        var unknown = accounts.Count(account => account.LogIntervals is null);
        if (unknown > 0)
            return Refusal<BgCnbd>(FitOutcome.IntervalsNotKnown, accounts.Count, "intervalsNotKnown", unknown);
        var groups = new OrderGroups(accounts);
        var logIntervals = accounts.Sum(account => account.LogIntervals!.Value);
        var (k, best) = (1, Maximizer.Of(new BetaGeometricLikelihood(1, groups, logIntervals), BetaGeometricStarts(groups)));

        // The likelihood rises with k to one maximum: the next k starts where the last one ended, with steps that are shorter.
        for (var next = 2; next <= options.LargestK; next++)
        {
            var p = best.Parameters;
            var start = new[] { p[0], p[1] * (next - 1) / next, p[2], p[3] };
            var maximum = Maximizer.Of(new BetaGeometricLikelihood(next, groups, logIntervals), [start]);
            if (maximum.LogLikelihood <= best.LogLikelihood)
                break;
            (k, best) = (next, maximum with { Starts = best.Starts, StartsThatAgree = best.StartsThatAgree });
        }

        var found = best.Parameters;
        var fit = Fitted(best, new BgCnbd(k, found[0], found[1], found[2], found[3]), accounts.Count, BetaGeometricNames);
        return fit with { Parameters = ValueList.Of<FittedParameter>([new(nameof(BgCnbd.K), k, null), .. fit.Parameters]) };
    }

    /// <summary>Fits a Pareto/NBD model.</summary>
    /// <param name="accounts">The purchase histories of the accounts, as <see cref="RepeatPurchases"/> summarises them, including those
    /// with one order.</param>
    /// <param name="options">When to refuse the fit; null for <see cref="FitOptions.Default"/>.</param>
    /// <returns>The fit, in the unit of time of the accounts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> or an account is null.</exception>
    public static ModelFit<ParetoNbd> FitParetoNbd(IReadOnlyList<RepeatPurchaseSummary> accounts, FitOptions? options = null)
    {
        Check(accounts);
        if (Refused<ParetoNbd>(accounts, options ?? FitOptions.Default) is { } refused)
            return refused;
        var groups = new OrderGroups(accounts);
        var (rate, age) = (groups.TotalOrders / groups.TotalAge, groups.TotalAge / groups.Accounts);
        var maximum = Maximizer.Of(
            new ParetoNbdLikelihood(groups),
            [.. from start in new[] { (R: 0.5, S: 0.5, Life: 0.5), (1, 1, 1), (0.25, 2, 4), (2, 0.3, 0.1) }
                select new[] { start.R, start.R / (2 * rate), start.S, start.Life * age }]);
        var p = maximum.Parameters;
        return Fitted(
            maximum,
            new ParetoNbd(p[0], p[1], p[2], p[3]),
            accounts.Count,
            [nameof(ParetoNbd.R), nameof(ParetoNbd.Alpha), nameof(ParetoNbd.S), nameof(ParetoNbd.Beta)]);
    }

    /// <summary>Fits a gamma-gamma model.</summary>
    /// <param name="accounts">The accounts; those without a mean amount above 0 are left out.</param>
    /// <param name="options">When to refuse the fit; null for <see cref="FitOptions.Default"/>.</param>
    /// <returns>The fit, in the currency of the amounts. It is refused where the mean amount goes with the number of orders, and says how
    /// far it does in any case.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> or an account is null.</exception>
    public static ModelFit<GammaGamma> FitGammaGamma(IReadOnlyList<RepeatPurchaseSummary> accounts, FitOptions? options = null)
    {
        Check(accounts);
        options ??= FitOptions.Default;
        var correlation = RepeatPurchases.SpendCorrelation(accounts);
        var spends = accounts.Where(account => account.MeanSpend > 0)
            .Select(account => (account.SpendOrders, (double)account.MeanSpend!.Value)).ToArray();
        if (spends.Length < options.MinimumAccounts)
        {
            return Refusal<GammaGamma>(
                FitOutcome.TooFewAccounts, spends.Length, "tooFewSpends", spends.Length, options.MinimumAccounts)
                with { SpendCorrelation = correlation };
        }

        if (Math.Abs(correlation ?? 0) > options.LargestSpendCorrelation)
        {
            return Refusal<GammaGamma>(
                FitOutcome.SpendGoesWithOrders,
                spends.Length,
                "spendGoesWithOrders",
                Invariant($"{correlation:0.00}"),
                Invariant($"{options.LargestSpendCorrelation:0.##}")) with { SpendCorrelation = correlation };
        }

        var mean = spends.Average(spend => spend.Item2);
        var maximum = Maximizer.Of(
            new GammaGammaLikelihood(spends),
            [.. from start in new[] { (P: 1.0, Q: 3.0), (6, 4), (2, 10), (20, 2) }
                select new[] { start.P, start.Q, mean * (start.Q - 1) / start.P }]);
        var p = maximum.Parameters;
        return Fitted(
            maximum,
            new GammaGamma(p[0], p[1], p[2]),
            spends.Length,
            [nameof(GammaGamma.P), nameof(GammaGamma.Q), nameof(GammaGamma.Gamma)]) with { SpendCorrelation = correlation };
    }

    /// <summary>Fits a shifted beta-geometric model to cohorts of customers with contracts.</summary>
    /// <param name="cohorts">The cohorts, of any length; they share one model.</param>
    /// <param name="options">When to refuse the fit; null for <see cref="FitOptions.Default"/>. <see cref="FitOptions.MinimumAccounts"/>
    /// counts the
    /// customers that the cohorts began with.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cohorts"/> or a cohort is null.</exception>
    public static ModelFit<ShiftedBetaGeometric> FitShiftedBetaGeometric(
        IReadOnlyList<RenewalCohort> cohorts, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        foreach (var cohort in cohorts)
            ArgumentNullException.ThrowIfNull(cohort, nameof(cohorts));
        options ??= FitOptions.Default;
        var customers = cohorts.Sum(cohort => cohort.Customers[0]);
        if (customers < options.MinimumAccounts)
        {
            return Refusal<ShiftedBetaGeometric>(
                FitOutcome.TooFewAccounts, customers, "tooFewAccounts", customers, options.MinimumAccounts);
        }

        // Two parameters need two renewals at least that somebody was up for, somebody who left and somebody who stayed.
        var renewals = cohorts.Max(cohort => cohort.Customers.SkipLast(1).Count(count => count > 0));
        var left = cohorts.Sum(cohort => cohort.Customers[0] - cohort.Customers[^1]);
        var stayed = cohorts.Sum(cohort => cohort.Customers[1]);
        if (renewals < 2 || left == 0 || stayed == 0)
            return Refusal<ShiftedBetaGeometric>(FitOutcome.TooFewRenewals, customers, "tooFewRenewals", renewals, left, stayed);
        var maximum = Maximizer.Of(new RenewalLikelihood(cohorts), [[1, 1], [0.5, 3], [2, 10], [0.3, 0.5]]);
        return Fitted(
            maximum,
            new ShiftedBetaGeometric(maximum.Parameters[0], maximum.Parameters[1]),
            customers,
            [nameof(ShiftedBetaGeometric.Alpha), nameof(ShiftedBetaGeometric.Beta)]);
    }

    private static string[] BetaGeometricNames => [nameof(BgNbd.R), nameof(BgNbd.Alpha), nameof(BgNbd.A), nameof(BgNbd.B)];

    // Accounts order at their rate only while they are active: that of all time is a lower bound of it.
    private static double[][] BetaGeometricStarts(OrderGroups groups) =>
    [
        .. from start in new[] { (R: 0.25, A: 0.8, B: 2.5), (1, 1, 1), (0.5, 0.3, 3), (2, 2, 10) }
           select new[] { start.R, start.R * groups.TotalAge / (2 * groups.TotalOrders), start.A, start.B },
    ];

    private static void Check(IReadOnlyList<RepeatPurchaseSummary> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        foreach (var account in accounts)
            ArgumentNullException.ThrowIfNull(account, nameof(accounts));
    }

    private static ModelFit<TModel>? Refused<TModel>(IReadOnlyList<RepeatPurchaseSummary> accounts, FitOptions options)
        where TModel : class
    {
        if (accounts.Count < options.MinimumAccounts)
        {
            return Refusal<TModel>(
                FitOutcome.TooFewAccounts, accounts.Count, "tooFewAccounts", accounts.Count, options.MinimumAccounts);
        }

        return accounts.Any(account => account.LastOrder > 0)
            ? null
            : Refusal<TModel>(FitOutcome.NoRepeatBuyers, accounts.Count, "noRepeatBuyers", accounts.Count);
    }

    private static ModelFit<TModel> Refusal<TModel>(FitOutcome outcome, int accounts, string key, params object[] arguments)
        where TModel : class => new() { Outcome = outcome, Accounts = accounts, Reason = Texts[$"Estimation.{key}"].With(arguments) };

    private static ModelFit<TModel> Fitted<TModel>(Maximum maximum, TModel model, int accounts, string[] names)
        where TModel : class
    {
        var untold = maximum.UntoldParameters.Select(i => names[i]).ToArray();
        return new()
        {
            Outcome = maximum.IsMaximum ? FitOutcome.Fitted : FitOutcome.NotConverged,
            Reason = maximum.IsMaximum ? null
                : untold.Length > 0 ? Texts["Estimation.notConverged"].With(string.Join(", ", untold))
                : Texts["Estimation.stillRising"].With(Invariant($"{maximum.Slope:0.0e0}")),
            Model = model,
            Parameters = ValueList.Of(names.Select(
                (name, i) => new FittedParameter(name, maximum.Parameters[i], maximum.LogErrors?[i] * maximum.Parameters[i]))),
            LogLikelihood = maximum.LogLikelihood,
            Accounts = accounts,
            Slope = maximum.Slope,
            Starts = maximum.Starts,
            StartsThatAgree = maximum.StartsThatAgree,
        };
    }
}
