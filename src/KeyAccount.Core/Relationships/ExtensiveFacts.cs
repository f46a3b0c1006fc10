namespace KeyAccount.Core.Relationships;

/// <summary>The quality of each element of the climate. Everything may be unknown; unknown is null, never poor.</summary>
/// <remarks>Immutable; equal when every element is.</remarks>
public sealed record ExtensiveFacts
{
    /// <summary>Loyalty to our brand.</summary>
    public ExtensiveLevel? BrandLoyalty { get; init; }

    /// <summary>The quality of our information channels.</summary>
    public ExtensiveLevel? InformationChannels { get; init; }

    /// <summary>Our position in technical evaluation.</summary>
    public ExtensiveLevel? TechnicalEvaluation { get; init; }

    /// <summary>The success of our deliveries and their effect on the customer's profit.</summary>
    public ExtensiveLevel? DeliveryAndProfit { get; init; }
}
