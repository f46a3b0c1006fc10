using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Needs;

/// <summary>What an offer delivers to the customer: total value less total cost (客户让渡价值).</summary>
/// <remarks>
/// <para>Delivered value = Σ product, service, personnel and image value − Σ money, time, energy and psychic cost. In money where possible,
/// else in points; two offers are compared in the same unit only.</para>
/// <para>Immutable, with value equality. Source: 《大客戶戰略客戶關係管理》 (提升客户让渡价值); the parts: Kotler, Marketing Management.</para>
/// </remarks>
public sealed record DeliveredValue
{
    /// <summary>The value of an offer.</summary>
    /// <param name="unit">The unit of every amount: a currency, or points; not blank.</param>
    /// <param name="values">The parts of its value.</param>
    /// <param name="costs">The parts of its cost to the customer.</param>
    /// <exception cref="ArgumentNullException">A list or an entry is null, or an entry has no component.</exception>
    /// <exception cref="ArgumentException"><paramref name="unit"/> is blank.</exception>
    [JsonConstructor]
    public DeliveredValue(string unit, IReadOnlyList<ValueItem> values, IReadOnlyList<CostItem> costs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        Unit = unit;
        Values = ValueList.Of(values);
        Costs = ValueList.Of(costs);
        foreach (var item in Values)
            ArgumentNullException.ThrowIfNull(item.Component, nameof(values));
        foreach (var item in Costs)
            ArgumentNullException.ThrowIfNull(item.Component, nameof(costs));
    }

    /// <summary>The unit of every amount.</summary>
    public string Unit { get; }

    /// <summary>The parts of its value.</summary>
    public IReadOnlyList<ValueItem> Values { get; }

    /// <summary>The parts of its cost.</summary>
    public IReadOnlyList<CostItem> Costs { get; }

    /// <summary>The total value to the customer.</summary>
    [JsonIgnore]
    public decimal TotalValue => Values.Sum(item => item.Amount);

    /// <summary>The total cost to the customer.</summary>
    [JsonIgnore]
    public decimal TotalCost => Costs.Sum(item => item.Amount);

    /// <summary>Total value less total cost.</summary>
    [JsonIgnore]
    public decimal Delivered => TotalValue - TotalCost;

    /// <summary>The needs that are counted more than once, under two kinds of cost or both as a value and as a cost; each listed
    /// once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> CountedTwice =>
    [
        .. Values.Where(item => item.NeedId is not null).Select(item => (NeedId: item.NeedId!, Part: (object)item.Component))
            .Concat(Costs.Where(item => item.NeedId is not null).Select(item => (NeedId: item.NeedId!, Part: (object)item.Component)))
            .GroupBy(each => each.NeedId, StringComparer.Ordinal)
            .Where(group => group.Select(each => each.Part).Distinct().Skip(1).Any())
            .Select(group => group.Key),
    ];

    /// <summary>How much more value this offer delivers than another one.</summary>
    /// <param name="other">The other offer, in the same unit.</param>
    /// <returns>The difference; negative if the other one delivers more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The other offer is in another unit.</exception>
    public decimal AdvantageOver(DeliveredValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Unit == Unit ? Delivered - other.Delivered : throw new ArgumentException(
            $"other is in {other.Unit}; it must be in {Unit}, the unit of this offer.", nameof(other));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The unit and the numbers of parts.</returns>
    public override string ToString() => Invariant($"DeliveredValue {{ Unit = {Unit}, Values = {Values}, Costs = {Costs} }}");
}
