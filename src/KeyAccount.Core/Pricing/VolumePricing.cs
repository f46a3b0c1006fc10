using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>Prices that depend on the quantity of an order. The quantity is counted in pieces or measured (tonnes, metres,
/// hours).</summary>
/// <remarks>
/// <para>A list whose lowest break is 1 counts pieces: a break names the first piece at its price. A list whose lowest break is 0 is for
/// measured quantities: a break is the quantity from which its price applies. Both kinds also price fractions of a unit. In a list that
/// counts pieces, what exceeds 99 pieces belongs to the 100th.</para>
/// <para>A value: immutable, equal when kind and breaks are, and the same after a round trip through JSON. All figures are exact
/// decimals.</para>
/// </remarks>
public sealed record VolumePricing
{
    /// <summary>Creates a price list with breaks.</summary>
    /// <param name="kind">The units to which a price applies.</param>
    /// <param name="breaks">The breaks in any order, all different, with prices that are not negative. For pieces, the lowest is 1 and all
    /// are whole; for a measure, the lowest is 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="breaks"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the kinds.</exception>
    /// <exception cref="ArgumentException">A break is null.</exception>
    /// <exception cref="InvalidModelException">The breaks are not a price list; the exception names every fault.</exception>
    public VolumePricing(VolumeDiscountKind kind, params PriceBreak[] breaks)
        : this(kind, (IReadOnlyList<PriceBreak>)breaks)
    {
    }

    [JsonConstructor]
    internal VolumePricing(VolumeDiscountKind kind, IReadOnlyList<PriceBreak> breaks)
    {
        Guard.Defined(kind);
        Guard.NoNull(breaks);
        Breaks = ValueList.Of(breaks.OrderBy(each => each.From));
        Kind = kind;

        var faults = new List<ModelFault>();
        if (breaks.Count == 0)
            faults.Add(new("breaks", "it is empty; give at least one"));
        else if (Breaks[0].From is not (0 or 1))
            faults.Add(new("breaks", Invariant($"the lowest begins at {Breaks[0].From}; it must begin at 1 (pieces) or at 0 (a measure)")));
        else if (CountsPieces)
        {
            foreach (var each in Breaks.Where(each => !decimal.IsInteger(each.From)))
            {
                faults.Add(new(
                    Path(each.From), "it is not whole, and a list from 1 counts pieces; begin the list at 0 for a measure"));
            }
        }

        foreach (var duplicate in breaks.GroupBy(each => each.From).Where(group => group.Count() > 1))
            faults.Add(new(Path(duplicate.Key), "it is duplicated"));
        foreach (var each in Breaks.Where(each => each.UnitPrice < 0))
            faults.Add(new($"{Path(each.From)}.unitPrice", Invariant($"{each.UnitPrice} is negative")));
        if (faults.Count > 0)
            throw new InvalidModelException("volumePricing", faults);

        static string Path(decimal from) => Invariant($"breaks[{from}]");
    }

    /// <summary>The units to which a price applies.</summary>
    public VolumeDiscountKind Kind { get; }

    /// <summary>The breaks, the lowest first.</summary>
    public IReadOnlyList<PriceBreak> Breaks { get; }

    /// <summary>Whether the list counts pieces; otherwise it is for measured quantities.</summary>
    [JsonIgnore]
    public bool CountsPieces => Breaks[0].From == 1;

    /// <summary>Calculates the cost of an order.</summary>
    /// <param name="quantity">The pieces or the measure; not negative.</param>
    /// <returns>The total.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is negative.</exception>
    /// <exception cref="OverflowException">The total does not fit a decimal.</exception>
    public decimal Total(decimal quantity)
    {
        Guard.NotNegative(quantity);
        return DecimalOverflow.Named(
            () => Kind == VolumeDiscountKind.AllUnits ? AllUnits(quantity, Applying(quantity)) : Incremental(quantity),
            "VolumePricing.Total",
            (nameof(quantity), quantity),
            (nameof(Breaks), Breaks));
    }

    /// <summary>Calculates the average cost of a unit of an order.</summary>
    /// <param name="quantity">The pieces or the measure; positive.</param>
    /// <returns>Total / quantity.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is not positive.</exception>
    /// <exception cref="OverflowException">The total does not fit a decimal.</exception>
    public decimal AveragePrice(decimal quantity)
    {
        Guard.Above(quantity, 0);
        return DecimalOverflow.Named(() => Total(quantity) / quantity, "VolumePricing.AveragePrice", (nameof(quantity), quantity));
    }

    /// <summary>The breaks at which the total falls although the quantity grows; empty for incremental prices.</summary>
    /// <exception cref="OverflowException">The total at a break does not fit a decimal.</exception>
    [JsonIgnore]
    public IReadOnlyList<TotalDrop> Drops => Kind != VolumeDiscountKind.AllUnits ? [] : [.. Breaks.Skip(1)
        .Select((each, i) => new TotalDrop(each.From, AllUnits(JustBelow(each), Breaks[i]), Total(each.From)))
        .Where(drop => drop.Drop > 0)];

    /// <summary>The quantities that nobody should order, because a larger quantity costs less; empty for incremental prices.</summary>
    /// <exception cref="OverflowException">The total at a break does not fit a decimal.</exception>
    [JsonIgnore]
    public IReadOnlyList<UnreasonableQuantities> Unreasonable
    {
        get
        {
            var ranges = new List<UnreasonableQuantities>();
            for (var i = 0; Kind == VolumeDiscountKind.AllUnits && i + 1 < Breaks.Count; i++)
            {
                // Within a tier of all-units prices the total grows; only a later break can undercut it.
                var better = Breaks.Skip(i + 1).MinBy(each => Total(each.From))!;
                var (total, to) = (Total(better.From), JustBelow(Breaks[i + 1]));
                if (AllUnits(to, Breaks[i]) <= total)
                    continue;
                var price = Breaks[i].UnitPrice;
                var same = DecimalOverflow.Named(
                    () => total / price, "VolumePricing.Unreasonable", (nameof(total), total), (nameof(price), price));
                ranges.Add(new(
                    Math.Max(Breaks[i].From, CountsPieces ? Math.Floor(same) + 1 : same), to, better.From, total));
            }

            return ranges;
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Kind and breaks.</returns>
    public override string ToString() => $"VolumePricing {{ Kind = {Kind}, Breaks = {Breaks} }}";

    // Less than a whole piece is priced as the first one.
    private PriceBreak Applying(decimal quantity) => Breaks.LastOrDefault(each => each.From <= quantity) ?? Breaks[0];

    private decimal JustBelow(PriceBreak next) => CountsPieces ? next.From - 1 : next.From;

    private static decimal AllUnits(decimal quantity, PriceBreak applying) => DecimalOverflow.Named(
        () => quantity * applying.UnitPrice, "The total of VolumePricing", (nameof(quantity), quantity), ("break", applying));

    private decimal Incremental(decimal quantity)
    {
        var total = 0m;
        for (var i = 0; i < Breaks.Count; i++)
        {
            var first = Breaks[i].From - Breaks[0].From;
            if (quantity <= first)
                break;
            var last = i + 1 < Breaks.Count ? Math.Min(quantity, Breaks[i + 1].From - Breaks[0].From) : quantity;
            total += (last - first) * Breaks[i].UnitPrice;
        }

        return total;
    }
}
