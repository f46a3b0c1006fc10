using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Negotiation;

/// <summary>What advice in a negotiation depends on.</summary>
/// <remarks>Immutable, with value equality. Null is not known; the phase always is.</remarks>
public sealed record NegotiationAdviceFacts
{
    /// <summary>Where the negotiation stands.</summary>
    public required NegotiationPhase Phase { get; init; }

    /// <summary>What it is about.</summary>
    public NegotiationKind? Kind { get; init; }

    /// <summary>How it is conducted.</summary>
    public NegotiationStyle? Style { get; init; }

    /// <summary>How strong our side is.</summary>
    public BargainingPower? Power { get; init; }

    /// <summary>The stance of those at the table towards us.</summary>
    public Stance? Stance { get; init; }

    /// <summary>How much of the time is left.</summary>
    public TimeLeft? TimeLeft { get; init; }
}
