using System.Text.Json.Serialization;

namespace KeyAccount.Core.Negotiation;

/// <summary>What a rule of <see cref="NegotiationTables.Moves"/> says of a move.</summary>
/// <param name="Next">The phase after it; null where it is refused.</param>
/// <remarks>Immutable; equal when the phase is.</remarks>
public sealed record MoveRuling(NegotiationPhase? Next)
{
    /// <summary>Whether the move is allowed.</summary>
    [JsonIgnore]
    public bool IsAllowed => Next is not null;
}
