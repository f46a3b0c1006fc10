using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Negotiation;

/// <summary>The facts that decide the advice in a negotiation.</summary>
/// <remarks>Immutable, with value equality. Null is not known; the phase always is.</remarks>
public sealed record NegotiationAdviceFacts
{
    /// <summary>The phase of the negotiation.</summary>
    public required NegotiationPhase Phase { get; init; }

    /// <summary>The kind of the negotiation.</summary>
    public NegotiationKind? Kind { get; init; }

    /// <summary>The style of the negotiation.</summary>
    public NegotiationStyle? Style { get; init; }

    /// <summary>The bargaining power of our side.</summary>
    public BargainingPower? Power { get; init; }

    /// <summary>The stance of those at the table towards us.</summary>
    public Stance? Stance { get; init; }

    /// <summary>The time that is left.</summary>
    public TimeLeft? TimeLeft { get; init; }
}
