using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The targets of a relationship by the strategic match. Instead of one step up for everybody (<see cref="Oke.Targets"/>), the
/// relationship is developed as far as the strategies fit.</summary>
/// <remarks>《客户关系拓展与管理》 asks for targets that follow from the strategy, and for a match with the customer's; every target is a
/// <c>LibraryDefault</c>.</remarks>
public static class StrategyTargets
{
    private static readonly OkeTarget Supplier = new(OrganisationLevel.Supplier, KeyRelationshipLevel.Acceptance, ExtensiveLevel.Fair);
    private static readonly OkeTarget KeySupplier = new(OrganisationLevel.KeySupplier, KeyRelationshipLevel.Support, ExtensiveLevel.Good);
    private static readonly OkeTarget Partner = new(
        OrganisationLevel.StrategicPartner, KeyRelationshipLevel.ExclusiveSupport, ExtensiveLevel.Excellent);

    /// <summary>Match and present level → target in all three dimensions; complete. A low match keeps the present level, a medium one leads
    /// up to key supplier, a high one on to strategic partner.</summary>
    public static DecisionTable<StrategyTargetFacts, OkeTarget> Standard { get; } = DecisionTable
        .For<StrategyTargetFacts, OkeTarget>("strategy.targets")
        .Domain(f => f.Match, [.. MatchLevel.InOrder])
        .Domain(f => f.Organisation, [.. OrganisationLevel.InOrder, null])
        .From(Provenance.LibraryDefault(
            $"{SourceTitle.Relationships} asks for targets that follow from the strategy; which follows from which match is ours"))
        .Reasons(TextTable.Library, "Reviews.StrategyTarget.", f => [f.Match])
        .Rule("partner", f => f.Organisation == OrganisationLevel.StrategicPartner && f.Match != MatchLevel.Low, Partner)
        .Rule(
            "beyond", f => f.Match == MatchLevel.Low && f.Organisation == OrganisationLevel.StrategicPartner, KeySupplier)
        .Rule("keep.key", f => f.Match != MatchLevel.High && f.Organisation == OrganisationLevel.KeySupplier, KeySupplier)
        .Rule("keep", f => f.Match == MatchLevel.Low, Supplier)
        .Rule("toPartner", f => f.Match == MatchLevel.High && f.Organisation == OrganisationLevel.KeySupplier, Partner)
        .Rule("toKey", f => f.Organisation == OrganisationLevel.Supplier, KeySupplier)
        .Rule("toKey.fast", f => f.Match == MatchLevel.High, KeySupplier)
        .Rule("toSupplier", f => true, Supplier)
        .Build(HitPolicy.First);
}
