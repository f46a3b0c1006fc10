using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>Customer lifetime profit (CLP, 客户生命周期利润): the worth of a customer who stays each year with the same probability.</summary>
/// <remarks>
/// <para>Pure functions. A margin is what is left of the revenue, not the revenue. Margin, retention and discount rate refer to the same
/// period, a year: monthly margins need monthly rates.</para>
/// <para>A division keeps 28 significant digits; nothing else is rounded. If customers differ in their retention, the retention of a group
/// is not constant: use <see cref="ShiftedBetaGeometric"/> for contracts. Source: 《大客户销售技巧（客户关系管理篇）》, unit 1 (the concept); Gupta &amp;
/// Lehmann 2003, Customers as Assets, Journal of Interactive Marketing 17(1):9–24 (the margin multiple).</para>
/// </remarks>
public static class CustomerLifetimeProfit
{
    /// <summary>The average number of years that a key account stays. Source: 《开发大客户培训课件》.</summary>
    public const decimal KeyAccountYears = 3.5m;

    /// <summary>The worth of a key account as a multiple of that of an ordinary customer. Source: 《开发大客户培训课件》 (400 %).</summary>
    public const decimal KeyAccountValueMultiple = 4;

    /// <summary>The default improvement of each lever: 1 %. Source: Gupta, Lehmann &amp; Stuart 2004.</summary>
    public const decimal DefaultImprovement = 0.01m;

    /// <summary>Calculates the margin multiple: the worth of one unit of yearly margin that continues as long as the customer
    /// stays.</summary>
    /// <param name="retention">The probability of staying for another year, r; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, i, as a fraction; above −1.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <param name="growth">The yearly growth of the margin as a fraction, g; at least −1.</param>
    /// <returns>With D = 1 + i − r·(1 + g): r/D, 1/D or (1 + i)/D, in the order of the timings. Null if D is not above 0: then the value is
    /// not finite, because the margin grows faster than it is lost and discounted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the arguments.</exception>
    public static decimal? MarginMultiple(decimal retention, decimal discountRate, MarginTiming timing, decimal growth = 0)
    {
        CheckRetention(retention);
        Guard.Above(discountRate, -1);
        Guard.Defined(timing);
        Guard.AtLeast(growth, -1);
        return DecimalOverflow.Named(
            () => Multiple(retention, discountRate, timing, growth),
            "CustomerLifetimeProfit.MarginMultiple",
            (nameof(retention), retention),
            (nameof(discountRate), discountRate),
            (nameof(growth), growth));
    }

    /// <summary>Calculates the lifetime profit of a margin that is constant or grows evenly: margin·multiple.</summary>
    /// <param name="margin">The margin of the first year; negative if the customer loses money.</param>
    /// <param name="retention">The probability of staying for another year; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, as a fraction; above −1.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <param name="growth">The yearly growth of the margin as a fraction; at least −1.</param>
    /// <returns>The profit, before the cost of winning the customer; null if it is not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The profit does not fit a decimal.</exception>
    public static decimal? Of(decimal margin, decimal retention, decimal discountRate, MarginTiming timing, decimal growth = 0) =>
        DecimalOverflow.Named(
            () => MarginMultiple(retention, discountRate, timing, growth) * margin,
            "CustomerLifetimeProfit.Of",
            (nameof(margin), margin),
            (nameof(retention), retention),
            (nameof(discountRate), discountRate),
            (nameof(growth), growth));

    /// <summary>Calculates the worth of a change in retention, such as one percentage point.</summary>
    /// <param name="margin">The margin of the first year.</param>
    /// <param name="retention">The probability of staying for another year; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, as a fraction; above −1.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <param name="points">The change in retention as a fraction: 0.01 is one percentage point; the sum must be 0 … 1.</param>
    /// <param name="growth">The yearly growth of the margin as a fraction; at least −1.</param>
    /// <returns>The lifetime profit after the change minus that before it; null if one of them is not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the arguments.</exception>
    public static decimal? WorthOfRetention(
        decimal margin, decimal retention, decimal discountRate, MarginTiming timing, decimal points = 0.01m, decimal growth = 0)
    {
        CheckRetention(retention);
        var after = DecimalOverflow.Named(
            () => retention + points,
            "CustomerLifetimeProfit.WorthOfRetention",
            (nameof(retention), retention),
            (nameof(points), points));
        if (after is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(points),
                Invariant($"points is {points}; with a retention of {retention} it must be between {-retention} and {1 - retention}."));
        }

        return DecimalOverflow.Named(
            () => (MarginMultiple(after, discountRate, timing, growth) - MarginMultiple(retention, discountRate, timing, growth)) * margin,
            "CustomerLifetimeProfit.WorthOfRetention",
            (nameof(margin), margin),
            (nameof(points), points),
            (nameof(retention), retention),
            (nameof(discountRate), discountRate),
            (nameof(growth), growth));
    }

    /// <summary>Calculates the effect of changing each lever on the lifetime profit, one lever at a time (更多、更久、更深).</summary>
    /// <param name="margin">The margin of the first year; above 0.</param>
    /// <param name="retention">The probability of staying for another year; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, as a fraction; at least 0.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <param name="acquisitionCost">The cost of winning the customer; not negative.</param>
    /// <param name="change">The fraction by which each lever rises: 0.01 is a margin 1 % higher, a retention of 0.808 instead of 0.8, and
    /// also a cost or a discount rate 1 % higher; above −1, not 0.</param>
    /// <param name="growth">The yearly growth of the margin as a fraction; at least −1.</param>
    /// <returns>The four levers, the strongest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or the lifetime profit is not finite.</exception>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the arguments.</exception>
    public static IReadOnlyList<LifetimeLeverEffect> Levers(
        decimal margin,
        decimal retention,
        decimal discountRate,
        MarginTiming timing,
        decimal acquisitionCost = 0,
        decimal change = DefaultImprovement,
        decimal growth = 0)
    {
        Guard.Above(margin, 0);
        Guard.NotNegative(discountRate);
        Guard.NotNegative(acquisitionCost);
        Guard.Above(change, -1);
        if (change == 0)
            throw new ArgumentOutOfRangeException(nameof(change), "change is 0; it must be another number above -1.");
        var multiple = MarginMultiple(retention, discountRate, timing, growth) ?? throw new ArgumentOutOfRangeException(
            nameof(growth),
            Invariant($"growth is {growth}; with a retention of {retention} and a discount rate of {discountRate} the lifetime profit is ")
            + "not finite. Retention·(1 + growth) must be below 1 + discountRate.");
        return DecimalOverflow.Named(
            () => Effects(margin, retention, discountRate, timing, acquisitionCost, change, growth, multiple),
            "CustomerLifetimeProfit.Levers",
            (nameof(margin), margin),
            (nameof(acquisitionCost), acquisitionCost),
            (nameof(change), change),
            (nameof(retention), retention),
            (nameof(discountRate), discountRate),
            (nameof(growth), growth));
    }

    private static IReadOnlyList<LifetimeLeverEffect> Effects(
        decimal margin,
        decimal retention,
        decimal discountRate,
        MarginTiming timing,
        decimal acquisitionCost,
        decimal change,
        decimal growth,
        decimal multiple)
    {
        var factor = 1 + change;
        var now = (multiple * margin) - acquisitionCost;
        return
        [
            .. new (LifetimeLever Lever, decimal? Profit)[]
            {
                (LifetimeLever.Margin, (multiple * margin * factor) - acquisitionCost),
                (LifetimeLever.Retention, retention * factor > 1 ? null
                    : (MarginMultiple(retention * factor, discountRate, timing, growth) * margin) - acquisitionCost),
                (LifetimeLever.AcquisitionCost, (multiple * margin) - (acquisitionCost * factor)),
                (LifetimeLever.DiscountRate,
                    (MarginMultiple(retention, discountRate * factor, timing, growth) * margin) - acquisitionCost),
            }
            .Select(each => new LifetimeLeverEffect(
                each.Lever, each.Profit, each.Profit - now, now > 0 ? (each.Profit - now) / now : null))
            .OrderByDescending(effect => Math.Abs(effect.Gain ?? 0)),
        ];
    }

    /// <summary>Calculates the retention at which a customer stays for a given number of years on average, the first one certain: 1 −
    /// 1/years.</summary>
    /// <param name="years">The years; at least 1. Typical for a key account are <see cref="KeyAccountYears"/>, which is a retention of
    /// 0.714.</param>
    /// <returns>The probability of staying for another year.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="years"/> is below 1.</exception>
    public static decimal RetentionOf(decimal years)
    {
        Guard.AtLeast(years, 1);
        return 1 - (1 / years);
    }

    /// <summary>Calculates how many years a customer stays on average at a constant retention, the first one certain: 1/(1 − r), the
    /// inverse of <see cref="RetentionOf"/>. Compare the result with <see cref="KeyAccountYears"/>.</summary>
    /// <param name="retention">The probability of staying for another year, 0 … 1.</param>
    /// <returns>The years, at least 1; null if the customer stays for ever.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retention"/> is outside its range.</exception>
    public static decimal? YearsOf(decimal retention)
    {
        CheckRetention(retention);
        return retention == 1 ? null : 1 / (1 - retention);
    }

    /// <summary>Calculates the worth of key accounts as a multiple of that of the other customers: the ratio of the means. Compare the
    /// result with <see cref="KeyAccountValueMultiple"/>.</summary>
    /// <param name="keyAccounts">The worth of each key account: its lifetime profit, or its yearly profit.</param>
    /// <param name="others">The same for each of the others.</param>
    /// <returns>The ratio; null if a list is empty, or if the others are on average worth nothing or less.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="OverflowException">The sums or their ratio are too large for a decimal.</exception>
    public static decimal? ValueMultipleOf(IReadOnlyList<decimal> keyAccounts, IReadOnlyList<decimal> others)
    {
        ArgumentNullException.ThrowIfNull(keyAccounts);
        ArgumentNullException.ThrowIfNull(others);
        return keyAccounts.Count == 0 || others.Count == 0 ? null : DecimalOverflow.Named(
            () => others.Sum() is > 0 and var rest ? keyAccounts.Average() * others.Count / rest : (decimal?)null,
            "CustomerLifetimeProfit.ValueMultipleOf",
            (nameof(keyAccounts), ValueList.Of(keyAccounts)), (nameof(others), ValueList.Of(others)));
    }

    private static decimal? Multiple(decimal retention, decimal discountRate, MarginTiming timing, decimal growth)
    {
        var divisor = 1 + discountRate - (retention * (1 + growth));
        if (divisor <= 0)
            return null;
        return timing switch
        {
            MarginTiming.EndOfYearAtRisk => retention,
            MarginTiming.EndOfYearCertain => 1,
            _ => 1 + discountRate,
        } / divisor;
    }

    internal static void CheckRetention(decimal retention)
    {
        Guard.NotNegative(retention);
        Guard.AtMost(retention, 1);
    }
}
