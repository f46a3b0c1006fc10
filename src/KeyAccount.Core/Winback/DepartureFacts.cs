namespace KeyAccount.Core.Winback;

/// <summary>The facts that decide the kind of a departure.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DepartureFacts
{
    /// <summary>The cause of the departure; null while not known.</summary>
    public DepartureCause? Cause { get; init; }

    /// <summary>Whether we ended the business ourselves.</summary>
    public bool IsDroppedByUs { get; init; }
}
