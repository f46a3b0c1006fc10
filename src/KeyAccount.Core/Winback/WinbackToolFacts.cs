namespace KeyAccount.Core.Winback;

/// <summary>What the tools to win a customer back depend on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WinbackToolFacts
{
    /// <summary>How far we go.</summary>
    public required WinbackStrategy Strategy { get; init; }

    /// <summary>Why the customer leaves; null while that is not known.</summary>
    public DepartureCause? Cause { get; init; }
}
