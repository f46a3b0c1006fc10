namespace KeyAccount.Core.Relationships;

/// <summary>How good each element of the climate is. Everything may be unknown; unknown is null, never poor.</summary>
/// <remarks>Immutable; equal when every element is.</remarks>
public sealed record ExtensiveFacts
{
    /// <summary>Loyalty to our brand.</summary>
    public ExtensiveLevel? BrandLoyalty { get; init; }

    /// <summary>How well information reaches us.</summary>
    public ExtensiveLevel? InformationChannels { get; init; }

    /// <summary>Where we stand in technical evaluation.</summary>
    public ExtensiveLevel? TechnicalEvaluation { get; init; }

    /// <summary>How far our deliveries succeed and improve the customer's profit.</summary>
    public ExtensiveLevel? DeliveryAndProfit { get; init; }
}
