using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>Our responses to a challenge of the customer in an area of its strategy: value for its strategy, and not only a product
/// (从产品价值到战略价值).</summary>
/// <remarks>《客户关系拓展与管理》 names challenges and areas; which answer goes with which is a <c>LibraryDefault</c>.</remarks>
public static class StrategyResponses
{
    /// <summary>Challenge × area → our response. Complete, also if one of them is not known; the first rule that matches answers.</summary>
    public static DecisionTable<StrategyResponseFacts, StrategyResponse> Standard { get; } = DecisionTable
        .For<StrategyResponseFacts, StrategyResponse>("strategy.response")
        .Domain(f => f.Challenge, [.. CustomerChallenge.InOrder, null])
        .Domain(f => f.Area, [.. CustomerStrategyArea.InOrder, null])
        .From(Provenance.LibraryDefault($"{SourceTitle.Relationships} names challenges and areas; which answer goes with which is ours"))
        .Reasons(TextTable.Library, "CustomerStrategy.Response.")
        .Rule("unknown", f => f.Challenge == null || f.Area == null, StrategyResponse.AskFirst)
        .Rule("suppliers", f => f.Challenge == CustomerChallenge.SupplierChallenge, StrategyResponse.Delivery)
        .Rule("procurement", f => f.Area == CustomerStrategyArea.ProcurementPreference, StrategyResponse.CostReduction)
        .Rule("maintenance", f => f.Area == CustomerStrategyArea.ProjectMaintenance, StrategyResponse.Delivery)
        .Rule(
            "investment",
            f => f.Area == CustomerStrategyArea.Investment && f.Challenge != CustomerChallenge.CompetitorPressure,
            StrategyResponse.Finance)
        .Rule("competitors", f => f.Challenge == CustomerChallenge.CompetitorPressure, StrategyResponse.JointProject)
        .Rule(
            "pressure.project",
            f => f.Challenge == CustomerChallenge.InternalPressure && f.Area == CustomerStrategyArea.ProjectDevelopment,
            StrategyResponse.Delivery)
        .Rule("pressure", f => f.Challenge == CustomerChallenge.InternalPressure, StrategyResponse.CostReduction)
        .Rule("change", f => f.Challenge == CustomerChallenge.MacroChange, StrategyResponse.JointProject)
        .Build(HitPolicy.First);
}
