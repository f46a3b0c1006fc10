namespace KeyAccount.Core.Activities;

/// <summary>What the size of an activity and who invites depend on.</summary>
/// <remarks>Immutable; equal when the fact is.</remarks>
public sealed record AudienceFacts
{
    /// <summary>Whom it is for; null where nobody has said so.</summary>
    public Audience? Audience { get; init; }
}
