namespace KeyAccount.Core.Activities;

/// <summary>The facts that decide the size of an activity and who sends the invitations.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record AudienceFacts
{
    /// <summary>The audience; null if not stated.</summary>
    public Audience? Audience { get; init; }
}
