using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Activities;

/// <summary>What the kind of an activity depends on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActivityTypeFacts
{
    /// <summary>What it is for; null if not stated.</summary>
    public ActivityPurpose? Purpose { get; init; }

    /// <summary>Whom it is for; null if not stated.</summary>
    public Audience? Audience { get; init; }

    /// <summary>How many of the customer's people it is for; null if not stated.</summary>
    public ActivityReach? Reach { get; init; }

    /// <summary>Whether it is for partners, such as dealers, rather than for customers.</summary>
    public bool IsForPartners { get; init; }
}
