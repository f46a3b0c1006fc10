using KeyAccount.Core.Grading;
using KeyAccount.Core.Statistics;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>How far a portfolio hangs on few accounts, or on few groups.</summary>
/// <param name="Gini">0 (all buy the same) … 1, over the accounts or groups of which the purchases are known
/// (<see cref="Pareto.Gini"/>).</param>
/// <param name="Largest">The share of the largest account or group, 0 … 1; null where nobody buys anything.</param>
/// <param name="FiveLargest">The share of the five largest.</param>
/// <param name="TierA">How many accounts or groups bring what <see cref="ParetoCuts"/> calls A: as a rule 80 %.</param>
/// <param name="Herfindahl">The Herfindahl–Hirschman index of the purchases, 1/n … 1 (<see cref="Concentration.Herfindahl"/>); null where
/// nobody buys anything.</param>
/// <param name="Level">Whose purchases these figures count: of accounts, or of groups with their members and of accounts that belong to
/// none; null for accounts.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PortfolioConcentration(
    double Gini, decimal? Largest, decimal? FiveLargest, int TierA, double? Herfindahl = null, ParetoLevel? Level = null)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"PortfolioConcentration {{ Gini = {Gini}, Largest = {Largest}, FiveLargest = {FiveLargest}, TierA = {TierA}, ")
        + Invariant($"Herfindahl = {Herfindahl}, Level = {Level} }}");
}
