using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Activities;

/// <summary>What a suggested activity of the relationship profile is planned by.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OkeActivityPlanFacts
{
    /// <summary>The dimension that holds the account back; null if none is known to.</summary>
    public OkeDimension? Dimension { get; init; }

    /// <summary>How many of the customer's people it is for.</summary>
    public ActivityReach? Reach { get; init; }
}
