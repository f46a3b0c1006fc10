using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>What a pay plan costs when attainment is distributed as expected.</summary>
/// <param name="People">How many people the distribution has.</param>
/// <param name="Pay">What a person is paid on average; not rounded.</param>
/// <param name="Lowest">What the person with the lowest attainment is paid.</param>
/// <param name="Highest">What the person with the highest attainment is paid.</param>
/// <param name="OnTargetShare">Which share of the people reach their target or more, as a fraction.</param>
/// <param name="Revenue">What a person sells on average: quota times attainment; null where there is no quota.</param>
/// <param name="CostOfSales">Pay / revenue, as a fraction: the compensation cost of sales; null where nothing is sold.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PayCost(
    double People, decimal Pay, decimal Lowest, decimal Highest, double OnTargetShare, decimal? Revenue, double? CostOfSales)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"PayCost {{ People = {People}, Pay = {Pay}, Lowest = {Lowest}, Highest = {Highest}, ")
        + Invariant($"OnTargetShare = {OnTargetShare}, Revenue = {Revenue}, CostOfSales = {CostOfSales} }}");
}
