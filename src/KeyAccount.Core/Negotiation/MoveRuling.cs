using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Negotiation;

/// <summary>The ruling on a move by a rule of <see cref="NegotiationTables.Moves"/>.</summary>
/// <param name="Next">The phase after the move; null if the move is refused.</param>
/// <remarks>Immutable; equal when the phase is.</remarks>
public sealed record MoveRuling(NegotiationPhase? Next) : IDescribed
{
    /// <summary>Whether the move is allowed.</summary>
    [JsonIgnore]
    public bool IsAllowed => Next is not null;

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return Next is null ? writer.Item("Negotiation.Describe.refused") : writer.Item("Negotiation.Describe.allowed", Next);
    }
}
