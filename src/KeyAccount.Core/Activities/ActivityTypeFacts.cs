using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Activities;

/// <summary>The facts that decide the kind of an activity.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActivityTypeFacts
{
    /// <summary>The purpose; null if not stated.</summary>
    public ActivityPurpose? Purpose { get; init; }

    /// <summary>The audience; null if not stated.</summary>
    public Audience? Audience { get; init; }

    /// <summary>How many of the customer's people the activity reaches; null if not stated.</summary>
    public ActivityReach? Reach { get; init; }

    /// <summary>Whether the activity is for partners, such as dealers, rather than for customers.</summary>
    public bool IsForPartners { get; init; }
}
