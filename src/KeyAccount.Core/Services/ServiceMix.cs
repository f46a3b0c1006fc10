using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The mix of the service in a period: the shares of repair, prevention and value-adding service.</summary>
/// <remarks>
/// <para>Share of a depth = its hours (cost, orders) / those of all. Prevention index = prevention / (prevention + repair): 0 where
/// everything is repair, 1 where nothing is. From repair to prevention (从救火式服务到防火式服务) means that the share of repair falls. Source
/// of the depths: 《大客户销售技巧（客户关系管理篇）》; the index is a <c>LibraryDefault</c>.</para>
/// <para>Immutable, with value equality.</para>
/// </remarks>
public sealed record ServiceMix
{
    /// <summary>How many quarters <see cref="ByQuarter"/> goes back at most.</summary>
    public const int MostQuarters = 400;

    private const int MonthsOfQuarter = 3;

    /// <summary>The first day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); }

    /// <summary>The last day.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate Until { get; init => field = Guard.Iso(value, nameof(Until)); }

    /// <summary>The measure of the shares.</summary>
    public ServiceMeasure Measure { get; init; }

    /// <summary>The three depths, from repair to adding value.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<DepthShare> Depths { get; init => field = ValueList.Of(value, nameof(Depths)); }

    /// <summary>The number of orders that lack the measure, and are in no share.</summary>
    public int Unmeasured { get; init; }

    /// <summary>The share of repair, as a fraction; null if nothing was measured.</summary>
    [JsonIgnore]
    public double? RepairShare => ShareOf(ServiceDepth.FireFighting);

    /// <summary>The share of what adds value, as a fraction; null if nothing was measured.</summary>
    [JsonIgnore]
    public double? ValueAddingShare => ShareOf(ServiceDepth.ValueAdding);

    /// <summary>Prevention / (prevention + repair), as a fraction; null if there is neither.</summary>
    [JsonIgnore]
    public double? PreventionIndex => ShareOf(ServiceDepth.FirePrevention) is { } prevention && RepairShare is { } repair
        && prevention + repair > 0 ? ScoreRounding.Round(prevention / (prevention + repair)) : null;

    /// <summary>The number of orders.</summary>
    [JsonIgnore]
    public long Orders => Depths.Sum(each => (long)each.Orders);

    /// <summary>The mix of a period.</summary>
    /// <param name="orders">The service orders, in any order.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="measure">The measure of the shares; null for hours, or for cost where no order has hours, or for the number of
    /// orders where none has a cost either.</param>
    /// <returns>The mix; without shares where nothing was measured.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">An order is null, a date is of another calendar than ISO, or the last day is before the
    /// first.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="measure"/> is not defined.</exception>
    public static ServiceMix Of(
        IReadOnlyList<ServiceOrder> orders, LocalDate from, LocalDate until, ServiceMeasure? measure = null)
    {
        Guard.NoNull(orders);
        Guard.Iso(from);
        Guard.Iso(until);
        if (measure is { } given)
            Guard.Defined(given, nameof(measure));
        if (until < from)
            throw new ArgumentException(Invariant($"until is {until:R}; it must be {from:R} (the first day) or later."), nameof(until));
        var within = orders.Where(order => order.Date >= from && order.Date <= until).ToArray();
        var used = measure ?? (within.Any(order => order.Hours is not null) ? ServiceMeasure.Hours
            : within.Any(order => order.Cost is not null) ? ServiceMeasure.Cost
            : ServiceMeasure.Orders);
        var total = within.Sum(order => AmountOf(order, used) ?? 0);
        return new()
        {
            From = from,
            Until = until,
            Measure = used,
            Depths =
            [
                .. ServiceDepth.InOrder.Select(depth =>
                {
                    var own = within.Where(order => order.Type.Depth == depth).ToArray();
                    return new DepthShare(
                        depth, own.Length, own.Sum(order => order.Hours ?? 0), own.Sum(order => order.Cost ?? 0),
                        total > 0 ? ScoreRounding.Round(own.Sum(order => AmountOf(order, used) ?? 0) / total) : null);
                }),
            ],
            Unmeasured = within.Count(order => AmountOf(order, used) is null),
        };
    }

    /// <summary>The mix of each quarter of three months, the oldest first.</summary>
    /// <param name="orders">The service orders, in any order.</param>
    /// <param name="asOf">The last day of the last quarter.</param>
    /// <param name="quarters">The number of quarters; 1 … 400.</param>
    /// <param name="measure">The measure of the shares; null for that of all of them together.</param>
    /// <returns>One mix for each quarter.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">An order is null, or the date is of another calendar than ISO.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quarters"/> is outside its range, leaves the calendar, or
    /// <paramref name="measure"/> is not defined.</exception>
    /// <exception cref="OverflowException"><paramref name="asOf"/> is so late that its quarter leaves the calendar.</exception>
    public static IReadOnlyList<ServiceMix> ByQuarter(
        IReadOnlyList<ServiceOrder> orders, LocalDate asOf, int quarters = 8, ServiceMeasure? measure = null)
    {
        Guard.Iso(asOf);
        Guard.Between(quarters, 1, MostQuarters);
        if (asOf.Year < (quarters / 4) + 2)
        {
            throw new ArgumentOutOfRangeException(
                nameof(asOf), asOf, Invariant($"asOf is {asOf:R}; {quarters} quarters before it are outside the calendar."));
        }

        // The end of a quarter is counted from the last one, so that months of different lengths do not shift it.
        var end = asOf.PlusDays(1);
        var all = Of(orders, end.PlusMonths(-MonthsOfQuarter * quarters), asOf, measure);
        return
        [
            .. Enumerable.Range(0, quarters).Select(i => quarters - i).Select(back => Of(
                orders, end.PlusMonths(-MonthsOfQuarter * back), end.PlusMonths(-MonthsOfQuarter * (back - 1)).PlusDays(-1), all.Measure)),
        ];
    }

    private static double? AmountOf(ServiceOrder order, ServiceMeasure measure) => measure switch
    {
        ServiceMeasure.Hours => order.Hours,
        ServiceMeasure.Cost => (double?)order.Cost,
        _ => 1,
    };

    private double? ShareOf(ServiceDepth depth) => Depths?.FirstOrDefault(each => each.Depth == depth)?.Share;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The time, the measure and the share of repair.</returns>
    public override string ToString() =>
        Invariant($"ServiceMix {{ From = {From:R}, Until = {Until:R}, Measure = {Measure}, RepairShare = {RepairShare}, ")
        + Invariant($"PreventionIndex = {PreventionIndex} }}");
}
