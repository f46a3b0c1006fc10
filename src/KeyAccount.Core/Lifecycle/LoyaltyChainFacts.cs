namespace KeyAccount.Core.Lifecycle;

/// <summary>The steps of the chain that a customer has made. Each may be unknown; unknown is null.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record LoyaltyChainFacts
{
    /// <summary>Whether the customer knows us and what we stand for.</summary>
    public bool? KnowsUs { get; init; }

    /// <summary>Whether the customer trusts us.</summary>
    public bool? TrustsUs { get; init; }

    /// <summary>Whether the customer buys from us.</summary>
    public bool? BuysFromUs { get; init; }

    /// <summary>Whether the customer is satisfied.</summary>
    public bool? IsSatisfied { get; init; }

    /// <summary>Whether the customer is loyal.</summary>
    public bool? IsLoyal { get; init; }

    internal IEnumerable<(LoyaltyStep Step, bool? IsMade)> Steps() =>
        LoyaltyStep.InOrder.Zip([KnowsUs, TrustsUs, BuysFromUs, IsSatisfied, IsLoyal]);
}
