using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>Differentiated service: the service standard for each account.</summary>
/// <remarks>Source for the idea: 《大客户销售技巧（客户关系管理篇）》. Every rule and target is a <c>LibraryDefault</c>.</remarks>
public static class DifferentiatedService
{
    /// <summary>Tier and value → service standard; complete, each combination has exactly one answer.</summary>
    public static DecisionTable<ServiceStandardFacts, ServiceStandard> Standard { get; } = DecisionTable
        .For<ServiceStandardFacts, ServiceStandard>("differentiatedService.standard")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Domain(f => f.Value, [.. ValuePyramidLevel.InOrder, null])
        .From(Provenance.LibraryDefault($"{SourceTitle.Selling} asks for differentiated service and gives no targets"))
        .Reasons(TextTable.Library, "Grading.DifferentiatedService.", f => [f.Tier, f.Value])
        .Rule("a", f => f.Tier == AccountTier.A, Of(6, SponsorLevel.Board, 4, 8, 45, 1, 6, 6, ServiceDepth.ValueAdding))
        .Rule("b.highValue", f => f.Tier == AccountTier.B && (f.Value == ValuePyramidLevel.Platinum || f.Value == ValuePyramidLevel.Gold),
            Of(4, SponsorLevel.SalesManager, 8, 5, 30, 2, 3, 4, ServiceDepth.ValueAdding))
        .Rule("b", f => f.Tier == AccountTier.B && f.Value != ValuePyramidLevel.Platinum && f.Value != ValuePyramidLevel.Gold,
            Of(3, SponsorLevel.SalesManager, 8, 5, 30, 3, 2, 2, ServiceDepth.FirePrevention))
        .Rule("b.valueUnknown", f => f.Tier == AccountTier.B && f.Value == null,
            Of(3, SponsorLevel.SalesManager, 8, 5, 30, 3, 2, 2, ServiceDepth.FirePrevention))
        .Rule("c.highValue", f => f.Tier == AccountTier.C && (f.Value == ValuePyramidLevel.Platinum || f.Value == ValuePyramidLevel.Gold),
            Of(2, SponsorLevel.Salesperson, 16, 3, 30, 3, 1, 1, ServiceDepth.FirePrevention))
        .Rule("c", f => f.Tier == AccountTier.C && f.Value != ValuePyramidLevel.Platinum && f.Value != ValuePyramidLevel.Gold,
            Of(1, SponsorLevel.Salesperson, 24, 2, 30, 4, 0, 0, ServiceDepth.FireFighting))
        .Rule("c.valueUnknown", f => f.Tier == AccountTier.C && f.Value == null,
            Of(1, SponsorLevel.Salesperson, 24, 2, 30, 4, 0, 0, ServiceDepth.FireFighting))
        .Rule("ungraded", f => f.Tier == null, Of(1, SponsorLevel.Salesperson, 24, 2, 0, 4, 0, 0, ServiceDepth.FireFighting))
        .Build(HitPolicy.Unique);

    private static ServiceStandard Of(
        int visits,
        SponsorLevel sponsor,
        int response,
        decimal discount,
        int credit,
        int priority,
        int engineerDays,
        int activities,
        ServiceDepth depth) => new()
        {
            VisitsPerQuarter = visits,
            Sponsor = sponsor,
            ResponseHours = response,
            DiscountAuthorityPercent = discount,
            CreditDays = credit,
            CapacityPriority = priority,
            EngineerDaysPerQuarter = engineerDays,
            RelationshipActivitiesPerYear = activities,
            Depth = depth,
        };
}
