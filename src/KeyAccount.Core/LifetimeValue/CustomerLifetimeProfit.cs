using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>Customer lifetime profit (CLP, 客户生命周期利润): what a customer is worth who stays each year with the same probability.</summary>
/// <remarks>
/// <para>Pure functions. A margin is what is left of the revenue, not the revenue. Margin, retention and discount rate are those of the
/// same period, a year: monthly margins need monthly rates.</para>
/// <para>A division keeps 28 significant digits; nothing else is rounded. Customers who differ in their retention do not have a constant
/// one: for contracts take <see cref="ShiftedBetaGeometric"/>. Source: 《大客户销售技巧（客户关系管理篇）》, unit 1 (the concept); Gupta &amp; Lehmann 2003,
/// Customers as
/// Assets, Journal of Interactive Marketing 17(1):9–24 (the margin multiple).</para>
/// </remarks>
public static class CustomerLifetimeProfit
{
    /// <summary>How many years a key account stays, on average. Source: 《开发大客户培训课件》.</summary>
    public const decimal KeyAccountYears = 3.5m;

    /// <summary>How many times as much a key account is worth as an ordinary customer. Source: 《开发大客户培训课件》 (400 %).</summary>
    public const decimal KeyAccountValueMultiple = 4;

    /// <summary>How much each lever improves where nothing else is said: by 1 %. Source: Gupta, Lehmann &amp; Stuart 2004.</summary>
    public const decimal DefaultImprovement = 0.01m;

    /// <summary>The margin multiple: what one unit of yearly margin is worth that goes on as long as the customer stays.</summary>
    /// <param name="retention">The probability to stay for another year, r; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, i, as a fraction; above −1.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <param name="growth">By what fraction the margin grows each year, g; at least −1.</param>
    /// <returns>With D = 1 + i − r·(1 + g): r/D, 1/D or (1 + i)/D, by the timing in its order; null where D is not above 0: the value is
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

    /// <summary>The lifetime profit of a margin that stays the same or grows evenly: margin·multiple.</summary>
    /// <param name="margin">The margin of the first year; negative where the customer loses money.</param>
    /// <param name="retention">The probability to stay for another year; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, as a fraction; above −1.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <param name="growth">By what fraction the margin grows each year; at least −1.</param>
    /// <returns>The profit, without what it cost to win the customer; null where it is not finite.</returns>
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

    /// <summary>What a change of the retention is worth, such as one point more.</summary>
    /// <param name="margin">The margin of the first year.</param>
    /// <param name="retention">The probability to stay for another year; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, as a fraction; above −1.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <param name="points">By how much the retention changes, as a fraction: 0.01 is one point; the sum is 0 … 1.</param>
    /// <param name="growth">By what fraction the margin grows each year; at least −1.</param>
    /// <returns>The lifetime profit after the change less that before; null where one of them is not finite.</returns>
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

    /// <summary>What an improvement of each lever does to the lifetime profit, one lever at a time (更多、更久、更深).</summary>
    /// <param name="margin">The margin of the first year; above 0.</param>
    /// <param name="retention">The probability to stay for another year; 0 … 1.</param>
    /// <param name="discountRate">The discount rate of a year, as a fraction; at least 0.</param>
    /// <param name="timing">When the first margin comes, and whether it can be lost.</param>
    /// <param name="acquisitionCost">What it costs to win the customer; not negative.</param>
    /// <param name="change">By what fraction each lever rises: 0.01 is a margin 1 % higher, a retention of 0.808 instead of 0.8, and also a
    /// cost or a discount rate 1 % higher; above −1, not 0.</param>
    /// <param name="growth">By what fraction the margin grows each year; at least −1.</param>
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

    /// <summary>The retention at which a customer stays for so many years on average, the first one certain: 1 − 1/years.</summary>
    /// <param name="years">The years; at least 1. For a key account <see cref="KeyAccountYears"/> are typical, a retention of
    /// 0.714.</param>
    /// <returns>The probability to stay for another year.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="years"/> is below 1.</exception>
    public static decimal RetentionOf(decimal years)
    {
        Guard.AtLeast(years, 1);
        return 1 - (1 / years);
    }

    /// <summary>How many years a customer stays on average at a constant retention, the first one certain: 1/(1 − r), the inverse of
    /// <see cref="RetentionOf"/>. <see cref="KeyAccountYears"/> is what to compare it with.</summary>
    /// <param name="retention">The probability to stay for another year, 0 … 1.</param>
    /// <returns>The years, at least 1; null where the customer stays for ever.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retention"/> is outside its range.</exception>
    public static decimal? YearsOf(decimal retention)
    {
        CheckRetention(retention);
        return retention == 1 ? null : 1 / (1 - retention);
    }

    /// <summary>How many times as much key accounts are worth as the other customers: the ratio of the means.
    /// <see cref="KeyAccountValueMultiple"/> is what to compare it with.</summary>
    /// <param name="keyAccounts">What each key account is worth: lifetime profit, or profit of a year.</param>
    /// <param name="others">The same for each of the others.</param>
    /// <returns>The ratio; null where a list is empty, or the others are worth nothing or less on average.</returns>
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
