namespace KeyAccount.Core.Lifecycle;

/// <summary>Which steps of the chain a customer has made. Each may be unknown; unknown is null.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record LoyaltyChainFacts
{
    /// <summary>Whether it knows us and what we stand for.</summary>
    public bool? KnowsUs { get; init; }

    /// <summary>Whether it trusts us.</summary>
    public bool? TrustsUs { get; init; }

    /// <summary>Whether it buys from us.</summary>
    public bool? BuysFromUs { get; init; }

    /// <summary>Whether it is satisfied.</summary>
    public bool? IsSatisfied { get; init; }

    /// <summary>Whether it is loyal.</summary>
    public bool? IsLoyal { get; init; }

    internal IEnumerable<(LoyaltyStep Step, bool? IsMade)> Steps() =>
        LoyaltyStep.InOrder.Zip([KnowsUs, TrustsUs, BuysFromUs, IsSatisfied, IsLoyal]);
}
