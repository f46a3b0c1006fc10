using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Negotiation;

/// <summary>What became of a move.</summary>
/// <param name="Case">The negotiation after it: a new one where it was allowed, the same where it was refused.</param>
/// <param name="Ruling">The rule that decided, with its reason.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record NegotiationStep(NegotiationCase Case, Hit<MoveRuling> Ruling)
{
    /// <summary>Whether the move was allowed.</summary>
    [JsonIgnore]
    public bool IsAllowed => Ruling.Advice.IsAllowed;
}
