using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The rules that give tags to a customer.</summary>
/// <remarks>Each rule reads what a room has judged. Every rule is a <c>LibraryDefault</c>; replace, add or leave out rules.</remarks>
public static class PortraitTags
{
    private const decimal Growth = 0.1m;

    /// <summary>Facts of a review → tags; every rule that matches.</summary>
    public static DecisionTable<ReviewFacts, PortraitSection> Standard { get; } = DecisionTable
        .For<ReviewFacts, PortraitSection>("portrait.tags")
        .From(Provenance.LibraryDefault("a tag says in two words what a room has judged; no source lists tags"))
        .Reasons(TextTable.Library, "Reviews.Portrait.Tag.")
        .Rule("tierA", f => f.Tier == AccountTier.A, PortraitSection.Worth)
        .Rule("growing", f => f.PurchaseChange >= Growth, PortraitSection.Worth)
        .Rule("shrinking", f => f.PurchaseChange <= -AccountFindings.NotableFall, PortraitSection.Worth)
        .Rule("losesMoney", f => f.AccountProfit < 0, PortraitSection.Worth)
        .Rule("decidersUnknown", f => f.Deciders == 0, PortraitSection.Organisation)
        .Rule("deciderAgainst", f => f.DecidersAgainst > 0, PortraitSection.Organisation)
        .Rule("satisfied", f => f.Satisfaction == SatisfactionLevel.High, PortraitSection.Needs)
        .Rule("unsatisfied", f => f.Satisfaction == SatisfactionLevel.Low, PortraitSection.Needs)
        .Rule("loyal", f => f.Loyalty == LoyaltyLevel.High, PortraitSection.Relationship)
        .Rule("bound", f => f.Barrier == BarrierLevel.High, PortraitSection.Relationship)
        .Rule("free", f => f.Barrier == BarrierLevel.Low, PortraitSection.Relationship)
        .Rule("rivalStrong", f => f.StrongRival != null, PortraitSection.Competition)
        .Rule("whiteSpace", f => f.OpenSpace > 0, PortraitSection.Competition)
        .Rule("openDeals", f => f.OpenPipeline > 0, PortraitSection.Strategy)
        .Rule("prospect", f => f.ProspectAction != null, PortraitSection.Strategy)
        .Rule("complaints", f => f.OpenComplaints > 0, PortraitSection.Risk)
        .Rule("paysLate", f => f.DebtOverdueDays > AccountFindings.OverdueDays, PortraitSection.Risk)
        .Rule("contractEnds", f => f.ContractDaysLeft <= AccountFindings.ContractDays, PortraitSection.Risk)
        .Build(HitPolicy.Collect);
}
