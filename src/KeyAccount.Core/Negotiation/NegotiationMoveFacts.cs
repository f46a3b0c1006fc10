namespace KeyAccount.Core.Negotiation;

/// <summary>The facts that decide whether a move is allowed, for <see cref="NegotiationTables.Moves"/>.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record NegotiationMoveFacts
{
    /// <summary>The phase of the negotiation.</summary>
    public required NegotiationPhase Phase { get; init; }

    /// <summary>The move.</summary>
    public required NegotiationMove Move { get; init; }

    /// <summary>Whether the move is no earlier than the last event.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>Whether the preparation allows the talks to begin.</summary>
    public bool IsPrepared { get; init; }

    /// <summary>Whether an offer names at least one issue, and only issues that are prepared; true for other moves.</summary>
    public bool NamesIssues { get; init; }

    /// <summary>Whether what would bind us is within our reservation on every issue: our own offer, or the one that is accepted; true for
    /// other moves.</summary>
    public bool KeepsReservation { get; init; }

    /// <summary>Whether both sides have made an offer.</summary>
    public bool BothHaveOffered { get; init; }

    /// <summary>Whether an offer has been made in the middle phase.</summary>
    public bool HasBargained { get; init; }

    /// <summary>Whether there is an offer of the other side to accept; true for other moves.</summary>
    public bool HasOffer { get; init; }

    /// <summary>Whether the offer that is accepted settles every issue; true for other moves.</summary>
    public bool SettlesAll { get; init; }

    /// <summary>The issues on which our reservation would be exceeded, for the reason; the rules do not read it.</summary>
    public string PastReservation { get; init; } = "";
}
