using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.LifetimeValue;

/// <summary>The facts about an account's cost, its retention and its orders.</summary>
/// <remarks>Immutable; two values are equal if all their parts are. Null means unknown, never zero.</remarks>
public sealed record LifetimeFacts
{
    /// <summary>The yearly cost of serving the account: visits, engineers, freight, rebates; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? CostToServe { get; init => field = FactRange<LifetimeFacts>.Checked(value); }

    /// <summary>The average number of days between invoice and payment; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(FactUnit.Days)]
    public decimal? DaysSalesOutstanding { get; init => field = FactRange<LifetimeFacts>.Checked(value); }

    /// <summary>The probability that the account stays for another year, as a fraction; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public decimal? Retention { get; init => field = FactRange<LifetimeFacts>.Checked(value); }

    /// <summary>The day of the account's first order.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? FirstOrder { get; init => field = Guard.Iso(value, nameof(FirstOrder)); }

    /// <summary>The day of the account's last order; the same as the first if it has ordered once.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? LastOrder { get; init => field = Guard.Iso(value, nameof(LastOrder)); }

    /// <summary>The number of orders except the first; orders on the same day count as one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(FactUnit.Count)]
    public int? RepeatOrders { get; init => field = FactRange<LifetimeFacts>.Checked(value); }

    /// <summary>The average amount of the repeat orders; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? MeanSpend { get; init => field = FactRange<LifetimeFacts>.Checked(value); }

    /// <summary>Returns the same facts with the orders taken from purchases.</summary>
    /// <param name="summary">The orders of the account, as <see cref="RepeatPurchases"/> counts them.</param>
    /// <param name="asOf">The last day of the observation.</param>
    /// <param name="options">The options they were counted with; null for <see cref="RepeatPurchaseOptions.Default"/>.</param>
    /// <returns>The facts; these stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="summary"/> is null.</exception>
    /// <exception cref="OverflowException">The days between <paramref name="asOf"/> and the orders leave the calendar.</exception>
    public LifetimeFacts WithOrders(RepeatPurchaseSummary summary, LocalDate asOf, RepeatPurchaseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(summary);
        Guard.Iso(asOf);
        var unit = (options ?? RepeatPurchaseOptions.Default).DaysPerUnit;
        var first = asOf.PlusDays(-Days(summary.Age));
        return this with
        {
            FirstOrder = first,
            LastOrder = first.PlusDays(Days(summary.LastOrder)),
            RepeatOrders = summary.Orders,
            MeanSpend = summary.MeanSpend is >= 0 ? summary.MeanSpend : null,
        };

        // A summary counts in units of whole days.
        int Days(double units) => (int)Math.Round(units * unit);
    }

    /// <summary>Lists what is wrong with the facts on a day: orders in the future, or a last order before the first.</summary>
    /// <param name="asOf">The day of the question.</param>
    /// <returns>Each fault with its place and the value; empty if nothing is wrong.</returns>
    public IReadOnlyList<string> Faults(LocalDate asOf)
    {
        Guard.Iso(asOf);
        var faults = new List<string>();
        if (FirstOrder > asOf)
            faults.Add(Invariant($"firstOrder is {FirstOrder:R}; it must be {asOf:R} (the day of the facts) or earlier"));
        if (LastOrder > asOf)
            faults.Add(Invariant($"lastOrder is {LastOrder:R}; it must be {asOf:R} (the day of the facts) or earlier"));
        if (LastOrder < FirstOrder)
            faults.Add(Invariant($"lastOrder is {LastOrder:R}; it must be {FirstOrder:R} (the first order) or later"));
        if (RepeatOrders == 0 && LastOrder > FirstOrder)
            faults.Add(Invariant($"repeatOrders is 0; with a last order after the first it must be 1 or more"));
        return faults;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"LifetimeFacts {{ CostToServe = {CostToServe}, ")
        + Invariant($"DaysSalesOutstanding = {DaysSalesOutstanding}, Retention = {Retention}, FirstOrder = {FirstOrder:R}, ")
        + Invariant($"LastOrder = {LastOrder:R}, RepeatOrders = {RepeatOrders}, MeanSpend = {MeanSpend} }}");
}
