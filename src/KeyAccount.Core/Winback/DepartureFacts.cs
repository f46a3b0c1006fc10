namespace KeyAccount.Core.Winback;

/// <summary>What the kind of a departure depends on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DepartureFacts
{
    /// <summary>Why the customer leaves; null while that is not known.</summary>
    public DepartureCause? Cause { get; init; }

    /// <summary>Whether we ended the business ourselves.</summary>
    public bool IsDroppedByUs { get; init; }
}
