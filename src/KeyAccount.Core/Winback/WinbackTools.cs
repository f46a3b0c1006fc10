using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>Which tools belong to a strategy and a cause.</summary>
/// <remarks>LibraryDefault throughout: 《大客户销售技巧（客户关系管理篇）》 asks for a toolbox and names no tool. A lower price is a tool only where the
/// price is the cause: it would remove no other.</remarks>
public static class WinbackTools
{
    private static Text Reason => TextTable.Library["Winback.WinbackTools.reason"];

    /// <summary>Strategy and cause → tools; every rule that matches answers. Nothing belongs to letting go, and staying in touch needs few
    /// tools.</summary>
    public static DecisionTable<WinbackToolFacts, WinbackTool> Standard { get; } = DecisionTable
        .For<WinbackToolFacts, WinbackTool>("winback.tools")
        .Domain(f => f.Strategy, [.. WinbackStrategy.InOrder.Take(3)])
        .Domain(f => f.Cause, [.. DepartureCause.InOrder])
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} asks for a toolbox and names no tool"))
        .Rule(
            "leaderVisit",
            f => f.Strategy == WinbackStrategy.FullEffort,
            WinbackTool.LeaderVisit, Reason, f => [f.Strategy, f.Cause])
        .Rule(
            "correctionReport",
            f => (f.Strategy == WinbackStrategy.FullEffort || f.Strategy == WinbackStrategy.Repair) && (f.Cause ==
                DepartureCause.Quality || f.Cause == DepartureCause.DeliveryOrService || f.Cause ==
                DepartureCause.ComplaintHandling),
            WinbackTool.CorrectionReport, Reason, f => [f.Strategy, f.Cause])
        .Rule(
            "compensation",
            f => (f.Strategy == WinbackStrategy.FullEffort || f.Strategy == WinbackStrategy.Repair) && (f.Cause ==
                DepartureCause.Quality || f.Cause == DepartureCause.DeliveryOrService || f.Cause ==
                DepartureCause.ComplaintHandling),
            WinbackTool.Compensation, Reason, f => [f.Strategy, f.Cause])
        .Rule(
            "trial",
            f => f.Strategy == WinbackStrategy.Repair || f.Strategy == WinbackStrategy.Offer,
            WinbackTool.Trial, Reason, f => [f.Strategy, f.Cause])
        .Rule(
            "conditionalPrice",
            f => f.Strategy == WinbackStrategy.Offer && f.Cause == DepartureCause.Price,
            WinbackTool.ConditionalPrice, Reason, f => [f.Strategy, f.Cause])
        .Rule(
            "dedicatedTeam",
            f => f.Strategy == WinbackStrategy.FullEffort && (f.Cause == DepartureCause.DeliveryOrService || f.Cause ==
                DepartureCause.ComplaintHandling),
            WinbackTool.DedicatedTeam, Reason, f => [f.Strategy, f.Cause])
        .Rule(
            "rebuildRelationship",
            f => (f.Strategy == WinbackStrategy.FullEffort || f.Strategy == WinbackStrategy.KeepWarm) && f.Cause ==
                DepartureCause.KeyPersonChange,
            WinbackTool.RebuildRelationship, Reason, f => [f.Strategy, f.Cause])
        .Rule(
            "technicalImprovement",
            f => (f.Strategy == WinbackStrategy.FullEffort || f.Strategy == WinbackStrategy.Repair || f.Strategy ==
                WinbackStrategy.Offer) && (f.Cause == DepartureCause.Quality || f.Cause == DepartureCause.CompetitorPull),
            WinbackTool.TechnicalImprovement, Reason, f => [f.Strategy, f.Cause])
        .Rule(
            "newProject",
            f => (f.Strategy == WinbackStrategy.Offer && f.Cause == DepartureCause.CompetitorPull) || (f.Strategy ==
                WinbackStrategy.KeepWarm && f.Cause == DepartureCause.OwnChange),
            WinbackTool.NewProject, Reason, f => [f.Strategy, f.Cause])
        .Build(HitPolicy.Collect);
}
