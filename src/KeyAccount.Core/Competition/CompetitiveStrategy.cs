using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Competition;

/// <summary>The strategy of differentiation from a rival (差异化的竞争策略).</summary>
/// <remarks>The six ways are those of 《B2B 大客户开发与管理》; when which one is right is a <c>LibraryDefault</c>.</remarks>
public static class CompetitiveStrategy
{
    /// <summary>Gaps, who decides, what decides, sensitivity to price and posture → one of six ways. Complete, also where facts are not
    /// known. A price step only where the posture allows one, and in exchange.</summary>
    public static DecisionTable<DifferentiationFacts, Differentiation> Differentiate { get; } = DecisionTable
        .For<DifferentiationFacts, Differentiation>("competition.differentiation")
        .Domain(f => f.IsProductAhead, true, false, null)
        .Domain(f => f.IsServiceLevel, true, false, null)
        .Domain(f => f.IsSizeLevel, true, false, null)
        .Domain(f => f.IsProcessAhead, true, false, null)
        .Domain(f => f.Decider, [.. StakeholderRole.InOrder, null])
        .Domain(f => f.Value, [.. CustomerValue.InOrder, null])
        .Domain(f => f.Sensitivity, [.. PriceSensitivity.InOrder, null])
        .Domain(f => f.Posture, [.. PricePosture.InOrder, null])
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} names six ways and leaves the choice to the seller"))
        .Reasons(TextTable.Library, "Competition.Rule.")
        .Rule(
            "product", f => f.IsProductAhead == true && (f.Value == CustomerValue.Economic || f.Value == CustomerValue.Quality),
            Differentiation.Product)
        .Rule(
            "service", f => f.IsServiceLevel == true && (f.Decider == StakeholderRole.KU || f.Decider == StakeholderRole.KI),
            Differentiation.Service)
        .Rule("people", f => f.Value == CustomerValue.Advisory || f.Value == CustomerValue.Relationship, Differentiation.People)
        .Rule(
            "image", f => f.IsSizeLevel == true && (f.Value == CustomerValue.CorporateImage || f.Value == CustomerValue.Political),
            Differentiation.Image)
        .Rule(
            "price",
            f => f.Sensitivity == PriceSensitivity.High && (f.Posture == PricePosture.Trade || f.Posture == PricePosture.Defend),
            Differentiation.Price)
        .Rule("management", f => f.IsProcessAhead == true, Differentiation.Management)
        .Rule("rest", f => true, Differentiation.Service)
        .Build(HitPolicy.First);
}
