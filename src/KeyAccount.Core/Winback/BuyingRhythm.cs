using System.Text.Json.Serialization;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The buying rhythm of a customer: how regularly it orders, and how long it has been silent.</summary>
/// <remarks>
/// <para>Mean and sample standard deviation of the days between orders; two orders on one day are one. An alarm needs both: a silence
/// of 1.5
/// usual intervals, and one longer than the customer's own spread explains (mean + 2 standard deviations).</para>
/// <para>A Poisson view would take every customer for one that orders at random, with the same mean: it then calls a silence of 46 days
/// after intervals of 30, 28, 33, 31 and 29 days quite usual (<see cref="PoissonOdds"/> = 22 %), although that customer has never been a
/// week late. Business customers order by plan; their own spread is what counts.</para>
/// <para>Immutable, with value equality. LibraryDefault.</para>
/// </remarks>
public sealed record BuyingRhythm
{
    /// <summary>The number of orders that make a rhythm: two intervals, the fewest with a spread. A single project order has none.
    /// Provenance: <c>LibraryDefault</c>.</summary>
    public const int MinimumOrders = 3;

    /// <summary>The number of months of orders needed to distinguish a season from a silence. Provenance: <c>LibraryDefault</c>.</summary>
    public const int SeasonMonths = 24;

    /// <summary>A rhythm from its parts; what JSON reads back.</summary>
    /// <param name="orders">The number of days with orders; at least <see cref="MinimumOrders"/>.</param>
    /// <param name="meanInterval">The mean number of days between them; finite, above 0.</param>
    /// <param name="spread">The sample standard deviation of the days between them; finite, at least 0.</param>
    /// <param name="silence">The days since the last order; at least 0.</param>
    /// <param name="isSeasonalPause">Whether it was silent at the same time last year.</param>
    /// <param name="isByMonth">Whether only the months with purchases are known (<see cref="OfMonths"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public BuyingRhythm(
        int orders, double meanInterval, double spread, int silence, bool isSeasonalPause, bool isByMonth = false)
    {
        Guard.AtLeast(orders, MinimumOrders);
        Guard.FinitePositive(meanInterval);
        Guard.FiniteNotNegative(spread);
        Guard.NotNegative(silence);
        (Orders, MeanInterval, Spread, Silence, IsSeasonalPause) = (orders, meanInterval, spread, silence, isSeasonalPause);
        IsByMonth = isByMonth;
    }

    /// <summary>The number of days with orders; of months, if <see cref="IsByMonth"/>.</summary>
    public int Orders { get; }

    /// <summary>The mean number of days between orders.</summary>
    public double MeanInterval { get; }

    /// <summary>The sample standard deviation of the days between orders.</summary>
    public double Spread { get; }

    /// <summary>The days since the last order.</summary>
    public int Silence { get; }

    /// <summary>Whether the customer was silent at the same time last year for as long, but for one usual interval: then it is its season.
    /// False if less than <see cref="SeasonMonths"/> months of orders are known.</summary>
    public bool IsSeasonalPause { get; }

    /// <summary>Whether only the months with purchases are known, and not the days of the orders (<see cref="OfMonths"/>).</summary>
    public bool IsByMonth { get; }

    /// <summary>Silence / mean interval.</summary>
    public double OverdueRatio => Silence / MeanInterval;

    /// <summary>(Silence − mean interval) / spread; null if the spread is 0.</summary>
    public double? ZScore => Spread == 0 ? null : (Silence - MeanInterval) / Spread;

    /// <summary>The odds of such a silence if orders came at random, e^(−silence / mean), as a fraction. It misses the alarm of a regular
    /// buyer; it stands here to compare.</summary>
    public double PoissonOdds => Math.Exp(-OverdueRatio);

    /// <summary>The rhythm of orders.</summary>
    /// <param name="orders">The days of the orders, in any order; those after <paramref name="asOf"/> are left out, several on a day are
    /// one.</param>
    /// <param name="asOf">The day.</param>
    /// <returns>The rhythm; null if fewer than <see cref="MinimumOrders"/> days had orders.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="orders"/> is null.</exception>
    /// <exception cref="ArgumentException">A date is of another calendar than ISO.</exception>
    public static BuyingRhythm? Of(IEnumerable<LocalDate> orders, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(orders);
        Guard.Iso(asOf);
        var days = new SortedSet<int>();
        var today = DayOf(asOf);
        foreach (var order in orders)
        {
            if (DayOf(Guard.Iso(order, nameof(orders))) is var day && day <= today)
                days.Add(day);
        }

        if (days.Count < MinimumOrders)
            return null;
        int[] sorted = [.. days];
        var intervals = sorted.Length - 1;
        var mean = (sorted[^1] - sorted[0]) / (double)intervals;
        var squares = 0.0;
        for (var i = 0; i < intervals; i++)
        {
            var away = sorted[i + 1] - sorted[i] - mean;
            squares += away * away;
        }

        var silence = today - sorted[^1];
        return new(sorted.Length, mean, Math.Sqrt(squares / (intervals - 1)), silence, IsSeason(sorted, mean, silence, asOf));
    }

    /// <summary>The rhythm of months with purchases, where the days of the orders are not known: each such month counts as one order on its
    /// last day, so that a silence is never told longer than it is.</summary>
    /// <param name="months">What was bought by month, in any order; months after the running one, and those in which no more was bought
    /// than came back, are left out.</param>
    /// <param name="asOf">The day. Where something was bought in the running month, there is no silence.</param>
    /// <returns>The rhythm; null if fewer than <see cref="MinimumOrders"/> months had purchases. A customer that orders several times a
    /// month shows one order a month: days of orders tell an alarm earlier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="months"/> is null.</exception>
    /// <exception cref="ArgumentException">One of <paramref name="months"/> is null, or <paramref name="asOf"/> is a date of another
    /// calendar than ISO.</exception>
    public static BuyingRhythm? OfMonths(IEnumerable<MonthlyAmount> months, LocalDate asOf)
    {
        var running = Guard.Iso(asOf).ToYearMonth();
        YearMonth[] bought = [.. ValueList.Of(months).Where(each => each.Amount > 0 && each.Month <= running)
            .Select(each => each.Month)];
        var today = bought.Contains(running) ? LastDayOf(running) : asOf;
        return Of(bought.Select(LastDayOf), today) is { } rhythm
            ? new(rhythm.Orders, rhythm.MeanInterval, rhythm.Spread, rhythm.Silence, rhythm.IsSeasonalPause, isByMonth: true)
            : null;

        static LocalDate LastDayOf(YearMonth month) => month.OnDayOfMonth(month.Calendar.GetDaysInMonth(month.Year, month.Month));
    }

    /// <summary>Whether the silence is longer than the rhythm explains.</summary>
    /// <param name="thresholds">From where on; <see cref="WarningThresholds.Default"/> if none are given.</param>
    /// <returns>True if the silence is at least <see cref="WarningThresholds.OverdueRatio"/> usual intervals and at least the mean plus
    /// <see cref="WarningThresholds.OverdueSpreads"/> standard deviations, and is not seasonal.</returns>
    public bool IsOverdue(WarningThresholds? thresholds = null) => Severity(thresholds ?? WarningThresholds.Default) >= 1;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"BuyingRhythm {{ Orders = {Orders}, MeanInterval = {MeanInterval}, ")
        + Invariant($"Spread = {Spread}, Silence = {Silence}, IsSeasonalPause = {IsSeasonalPause}, IsByMonth = {IsByMonth} }}");

    // The weaker of both conditions, each in multiples of its threshold.
    internal double Severity(WarningThresholds thresholds) => IsSeasonalPause ? 0
        : Math.Min(OverdueRatio / thresholds.OverdueRatio, Silence / (MeanInterval + (thresholds.OverdueSpreads * Spread)));

    private static bool IsSeason(int[] sorted, double mean, int silence, LocalDate asOf)
    {
        if (asOf.Year <= LocalDate.MinIsoValue.Year + (SeasonMonths / 12) || sorted[0] > DayOf(asOf.PlusMonths(-SeasonMonths)))
            return false;
        var yearAgo = DayOf(asOf.PlusYears(-1));
        var at = Array.BinarySearch(sorted, yearAgo);
        var last = sorted[at >= 0 ? at : ~at - 1];
        var pause = yearAgo - last;
        return sorted[^1] > yearAgo && pause >= CustomerStates.SleepingFrom * mean && pause >= silence - mean;
    }

    private static int DayOf(LocalDate date) => Period.DaysBetween(new(1970, 1, 1), date);
}
