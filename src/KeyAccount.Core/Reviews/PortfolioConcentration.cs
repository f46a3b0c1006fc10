using KeyAccount.Core.Grading;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The concentration of a portfolio on few accounts, or on few groups.</summary>
/// <param name="Gini">The Gini coefficient: 0 (all buy the same) … 1, over the accounts or groups whose purchases are known
/// (<see cref="Pareto.Gini"/>).</param>
/// <param name="Largest">The share of the largest account or group, 0 … 1; null if nobody buys anything.</param>
/// <param name="FiveLargest">The total share of the five largest.</param>
/// <param name="TierA">The number of accounts or groups in the part that <see cref="ParetoCuts"/> calls A, normally 80 %.</param>
/// <param name="Herfindahl">The Herfindahl–Hirschman index of the purchases, 1/n … 1 (<see cref="Concentration.Herfindahl"/>); null if
/// nobody buys anything.</param>
/// <param name="Level">The level of these figures: accounts, or groups with their members together with accounts that belong to none; null
/// for accounts.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PortfolioConcentration(
    double Gini, decimal? Largest, decimal? FiveLargest, int TierA, double? Herfindahl = null, ParetoLevel? Level = null)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PortfolioConcentration {{ Gini = {Gini}, Largest = {Largest}, FiveLargest = {FiveLargest}, TierA = {TierA}, ")
        + Invariant($"Herfindahl = {Herfindahl}, Level = {Level} }}");
}
