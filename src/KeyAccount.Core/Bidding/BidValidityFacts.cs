namespace KeyAccount.Core.Bidding;

/// <summary>What makes a tender void or a bid invalid. False if there is no sign of it.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record BidValidityFacts
{
    /// <summary>Fewer than three suppliers qualify or respond in substance.</summary>
    public bool AreFewerThanThree { get; init; }

    /// <summary>An unlawful act may have affected the fairness of the tender.</summary>
    public bool HasUnlawfulAct { get; init; }

    /// <summary>Every price is above the budget, and the customer cannot pay more.</summary>
    public bool AreAllAboveBudget { get; init; }

    /// <summary>A major change has cancelled the purchase.</summary>
    public bool IsPurchaseCancelled { get; init; }

    /// <summary>The deposit was not paid as required.</summary>
    public bool IsDepositMissing { get; init; }

    /// <summary>The bid is not signed or sealed as required.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>The bidder does not qualify.</summary>
    public bool IsUnqualified { get; init; }

    /// <summary>The price is above the budget or the ceiling of the tender document.</summary>
    public bool IsAboveCeiling { get; init; }

    /// <summary>The bid sets conditions that the customer cannot accept.</summary>
    public bool HasUnacceptableConditions { get; init; }

    /// <summary>Another case applies in which the tender document or a law says that a bid is invalid.</summary>
    public bool IsOtherCase { get; init; }
}
