namespace KeyAccount.Core.Activities;

/// <summary>What the size of an activity and who invites depend on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AudienceFacts
{
    /// <summary>Whom it is for; null if not stated.</summary>
    public Audience? Audience { get; init; }
}
