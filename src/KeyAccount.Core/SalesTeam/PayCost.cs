using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The cost of a pay plan for an expected distribution of attainment.</summary>
/// <param name="People">The number of people in the distribution.</param>
/// <param name="Pay">The average pay of a person; not rounded.</param>
/// <param name="Lowest">The pay of the person with the lowest attainment.</param>
/// <param name="Highest">The pay of the person with the highest attainment.</param>
/// <param name="OnTargetShare">The share of the people who reach their target or more, as a fraction.</param>
/// <param name="Revenue">The average sales of a person: quota times attainment; null if there is no quota.</param>
/// <param name="CostOfSales">Pay / revenue, as a fraction: the compensation cost of sales; null if nothing is sold.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PayCost(
    double People, decimal Pay, decimal Lowest, decimal Highest, double OnTargetShare, decimal? Revenue, double? CostOfSales)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"PayCost {{ People = {People}, Pay = {Pay}, Lowest = {Lowest}, Highest = {Highest}, ")
        + Invariant($"OnTargetShare = {OnTargetShare}, Revenue = {Revenue}, CostOfSales = {CostOfSales} }}");
}
