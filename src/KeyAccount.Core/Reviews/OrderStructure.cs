using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Records;
using KeyAccount.Core.Statistics;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The structure of an account's orders (订单结构): by category, product and unit, with their concentration and their
/// changes.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. Source: the order structure is one
/// of the data by which 《大客戶戰略客戶關係管理》 diagnoses a relationship; shares, index and classes are ours.</remarks>
public sealed record OrderStructure
{
    private const int MonthsOfYear = 12;

    /// <summary>The total ordered in the last twelve months.</summary>
    public required decimal Total { get; init; }

    /// <summary>The categories, the largest first.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<OrderPart> Categories { get; init => field = ValueList.Of(value, nameof(Categories)); }

    /// <summary>The products, the largest first; empty if no line names one.</summary>
    /// <exception cref="ArgumentNullException">An item is null; no list at all is an empty one.</exception>
    public IReadOnlyList<OrderPart> Products { get; init => field = ValueList.Of(value ?? [], nameof(Products)); } =
        ValueList<OrderPart>.Empty;

    /// <summary>The units of the customer, the largest first; empty if no line names one.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<OrderPart> Units { get; init => field = ValueList.Of(value, nameof(Units)); }

    /// <summary>The concentration on few categories: the sum of the squared shares (Herfindahl–Hirschman), above 0, at most 1; null if
    /// nothing was ordered. A category with more returns than orders counts as zero.</summary>
    public double? Concentration { get; init; }

    /// <summary>The concentration on few products, calculated as <see cref="Concentration"/>; null if no line names one.</summary>
    public double? ProductConcentration { get; init; }

    /// <summary>The concentration on few units, calculated as <see cref="Concentration"/>; null if no line names one.</summary>
    public double? UnitConcentration { get; init; }

    /// <summary>Calculates the structure from order lines.</summary>
    /// <param name="lines">The lines, in any order. Categories that differ only in letter case, spaces, hyphens or dots count as one, in
    /// the spelling of the first line; the same applies to products and units.</param>
    /// <param name="asOf">The last day of the twelve months; later lines are left out.</param>
    /// <returns>The structure; null if there is no line within the last twenty-four months.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> or one of them is null.</exception>
    /// <exception cref="OverflowException">A sum does not fit a decimal.</exception>
    public static OrderStructure? Of(IReadOnlyList<OrderLine> lines, LocalDate asOf)
    {
        Guard.NoNull(lines);
        Guard.Iso(asOf);
        var from = asOf.PlusDays(1).PlusMonths(-MonthsOfYear);
        var before = asOf.PlusDays(1).PlusMonths(-2 * MonthsOfYear);
        OrderLine[] known = [.. lines.Where(line => line.Date >= before && line.Date <= asOf)];
        return known.Length == 0 ? null : DecimalOverflow.Named(
            () =>
            {
                var categories = Parts(known, line => line.Category);
                var products = Parts(known, line => line.Product);
                var units = Parts(known, line => line.Unit);
                return new OrderStructure
                {
                    Total = known.Where(line => line.Date >= from).Sum(line => line.Amount),
                    Categories = categories,
                    Products = products,
                    Units = units,
                    Concentration = ConcentrationOf(categories),
                    ProductConcentration = ConcentrationOf(products),
                    UnitConcentration = ConcentrationOf(units),
                };
            },
            "OrderStructure.Of", (nameof(lines), ValueList.Of(lines)));

        static double? ConcentrationOf(IReadOnlyList<OrderPart> parts)
        {
            decimal[] amounts = [.. parts.Select(part => part.Amount).Where(amount => amount > 0)];
            return amounts.Length == 0 ? null : Statistics.Concentration.Herfindahl(amounts);
        }

        // Nothing where no line names a part.
        IReadOnlyList<OrderPart> Parts(OrderLine[] known, Func<OrderLine, string?> nameOf)
        {
            if (known.All(line => nameOf(line) is null))
                return [];
            var sums = known.GroupBy(
                line => nameOf(line) is { } name ? CategoryName.KeyOf(name) : "", StringComparer.Ordinal).Select(part => (
                Name: nameOf(part.First())?.Trim(),
                Amount: part.Where(line => line.Date >= from).Sum(line => line.Amount),
                Before: part.Where(line => line.Date < from).Sum(line => line.Amount))).ToArray();
            var total = sums.Sum(part => part.Amount);
            var classes = Pareto.Grade([.. sums.Where(part => part.Amount > 0)], part => part.Amount).Accounts
                .ToDictionary(graded => graded.Account.Name ?? "", graded => graded.Tier, StringComparer.Ordinal);
            return
            [
                .. sums.OrderByDescending(part => part.Amount).ThenBy(part => part.Name, StringComparer.Ordinal)
                    .Select(part => new OrderPart(
                        part.Name, part.Amount, total > 0 ? part.Amount / total : null,
                        part.Before > 0 ? (part.Amount - part.Before) / part.Before : null,
                        classes.GetValueOrDefault(part.Name ?? ""))),
            ];
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The total and the number of parts.</returns>
    public override string ToString() => Invariant(
        $"OrderStructure {{ Total = {Total}, Categories = {Categories.Count}, Products = {Products.Count}, ")
        + Invariant($"Units = {Units.Count}, Concentration = {Concentration} }}");
}
