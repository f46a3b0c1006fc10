namespace KeyAccount.Core.Grading;

/// <summary>The evidence that a key account is a good one (优质的大客户).</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record GoodKeyAccountFacts
{
    /// <summary>Whether its brand is well known.</summary>
    public TraitEvidence? KnownBrand { get; init; }

    /// <summary>Whether its orders are large.</summary>
    public TraitEvidence? LargeOrders { get; init; }

    /// <summary>Whether its demand is stable.</summary>
    public TraitEvidence? StableDemand { get; init; }

    /// <summary>Whether its credit is assured.</summary>
    public TraitEvidence? AssuredCredit { get; init; }
}
