using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Grading;

/// <summary>The models of the room, each listed once.</summary>
internal static class GradingRoom
{
    private static readonly Provenance Saaty = Provenance.Literature("Saaty 1980, The Analytic Hierarchy Process");

    public static IReadOnlyList<IModel> Models { get; } =
    [
        new ModelConstants(
            "pareto",
            new("rule", nameof(ParetoRule.Crossing),
                Provenance.LibraryDefault(
                    $"{SourceTitle.Training} states 20 % of the customers and 80 % of the revenue at once; the reading is ours")),
            Cuts(nameof(ParetoCuts.OfRevenue), ParetoCuts.OfRevenue),
            Cuts(nameof(ParetoCuts.OfHeadCount), ParetoCuts.OfHeadCount)),
        AccountValue.Standard,
        AccountValue.SixIndicators,
        new NamedBands<ValuePyramidLevel>(
            "accountValue.pyramid",
            AccountValue.Pyramid,
            Provenance.LibraryDefault(
                $"{SourceTitle.Strategy} names the pyramid, Zeithaml, Rust & Lemon 2001 its levels; nobody names the cuts")),
        TierStability.Standard,
        DifferentiatedService.Standard,
        Checklists.KeyAccount,
        Checklists.PotentialCustomer,
        Checklists.GoodKeyAccount,
        new ModelConstants(
            "pairwiseComparison",
            new(nameof(PairwiseComparison.AcceptedRatio), Invariant($"{PairwiseComparison.AcceptedRatio}"), Saaty),
            new("randomIndex", "n = 3 … 10: .58 .90 1.12 1.24 1.32 1.41 1.45 1.49", Saaty)),
    ];

    private static ModelDefault Cuts(string name, ParetoCuts cuts) =>
        new($"cuts.{name}", Invariant($"A {cuts.A}, B {cuts.B}"), SourceTitle.Norm(SourceTitle.Training, "头部20%,贡献80%收入"));
}
