using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Activities;

/// <summary>The facts by which a suggestion from the relationship profile is turned into a plan.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record OkeActivityPlanFacts
{
    /// <summary>The dimension that holds the account back; null if not known.</summary>
    public OkeDimension? Dimension { get; init; }

    /// <summary>How many of the customer's people the activity reaches.</summary>
    public ActivityReach? Reach { get; init; }
}
