using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>Prices that depend on the quantity of an order.</summary>
/// <remarks>A value: immutable, equal when kind and breaks are. All figures are exact decimals.</remarks>
public sealed record VolumePricing
{
    /// <summary>Makes a price list with breaks.</summary>
    /// <param name="kind">To which units a price applies.</param>
    /// <param name="breaks">The breaks in any order; the lowest from 1, all different, prices not negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="breaks"/> is null.</exception>
    /// <exception cref="ArgumentException">A break is null.</exception>
    /// <exception cref="InvalidModelException">The breaks are not a price list; it names every fault.</exception>
    public VolumePricing(VolumeDiscountKind kind, params PriceBreak[] breaks)
    {
        Guard.Defined(kind);
        Guard.NoNull(breaks);
        Breaks = ValueList.Of(breaks.OrderBy(each => each.From));
        Kind = kind;

        var faults = new List<ModelFault>();
        if (breaks.Length == 0)
            faults.Add(new("breaks", "it is empty; give at least one"));
        else if (Breaks[0].From != 1)
            faults.Add(new("breaks", Invariant($"the lowest is from {Breaks[0].From}; it must be from 1")));
        foreach (var duplicate in breaks.GroupBy(each => each.From).Where(group => group.Count() > 1))
            faults.Add(new(Path(duplicate.Key), "it is duplicated"));
        foreach (var each in Breaks.Where(each => each.UnitPrice < 0))
            faults.Add(new($"{Path(each.From)}.unitPrice", Invariant($"{each.UnitPrice} is negative")));
        if (faults.Count > 0)
            throw new InvalidModelException("volumePricing", faults);

        static string Path(long from) => Invariant($"breaks[{from}]");
    }

    /// <summary>To which units a price applies.</summary>
    public VolumeDiscountKind Kind { get; }

    /// <summary>The breaks, the lowest first.</summary>
    public IReadOnlyList<PriceBreak> Breaks { get; }

    /// <summary>What an order costs.</summary>
    /// <param name="quantity">The units; not negative.</param>
    /// <returns>The total.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is negative.</exception>
    public decimal Total(long quantity)
    {
        Guard.NotNegative(quantity);
        if (Kind == VolumeDiscountKind.AllUnits)
            return quantity == 0 ? 0 : quantity * Breaks.Last(each => each.From <= quantity).UnitPrice;

        var total = 0m;
        for (var i = 0; i < Breaks.Count && Breaks[i].From <= quantity; i++)
        {
            var last = i + 1 < Breaks.Count ? Math.Min(quantity, Breaks[i + 1].From - 1) : quantity;
            total += (last - Breaks[i].From + 1) * Breaks[i].UnitPrice;
        }

        return total;
    }

    /// <summary>What a unit of an order costs on average.</summary>
    /// <param name="quantity">The units; positive.</param>
    /// <returns>Total / quantity.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is not positive.</exception>
    public decimal AveragePrice(long quantity)
    {
        Guard.Above(quantity, 0);
        return Total(quantity) / quantity;
    }

    /// <summary>Where the total falls although the quantity grows; empty for incremental prices.</summary>
    public IReadOnlyList<TotalDrop> Drops => [.. Breaks.Skip(1)
        .Select(each => new TotalDrop(each.From, Total(each.From - 1), Total(each.From)))
        .Where(drop => drop.Drop > 0)];

    /// <summary>The quantities nobody should order, because a larger one costs less; empty for incremental prices.</summary>
    public IReadOnlyList<UnreasonableQuantities> Unreasonable
    {
        get
        {
            var ranges = new List<UnreasonableQuantities>();
            for (var i = 0; i + 1 < Breaks.Count; i++)
            {
                // Within a tier of all-units prices the total grows; only a later break can undercut it.
                var better = Breaks.Skip(i + 1).MinBy(each => Total(each.From))!;
                var (total, to) = (Total(better.From), Breaks[i + 1].From - 1);
                if (Total(to) > total)
                    ranges.Add(new(Math.Max(Breaks[i].From, (long)Math.Floor(total / Breaks[i].UnitPrice) + 1), to, better.From, total));
            }

            return ranges;
        }
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Kind and breaks.</returns>
    public override string ToString() => $"VolumePricing {{ Kind = {Kind}, Breaks = {Breaks} }}";
}
