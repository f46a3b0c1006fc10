using KeyAccount.Core.Grading;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The judged factors that keep a competitor away from the customer. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CompetitorBarrierFacts
{
    /// <summary>Patents and know-how that a competitor does not have.</summary>
    public FactorLevel? ProtectedKnowHow { get; init; }

    /// <summary>How far the customer's specification is based on our product.</summary>
    public FactorLevel? SpecificationOnUs { get; init; }

    /// <summary>The tests and approvals a competitor must pass before it may supply.</summary>
    public FactorLevel? Qualification { get; init; }

    /// <summary>Long-term or exclusive agreements.</summary>
    public FactorLevel? ContractCommitment { get; init; }

    /// <summary>Products and services that are bought together (《大客户销售技巧（客户关系管理篇）》: 捆绑销售).</summary>
    public FactorLevel? Bundling { get; init; }

    /// <summary>Payment, stock and delivery terms that a competitor can hardly match.</summary>
    public FactorLevel? TermsHardToMatch { get; init; }
}
