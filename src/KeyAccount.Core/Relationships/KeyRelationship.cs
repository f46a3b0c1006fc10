using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Relationships;

/// <summary>The relationship with all key decision makers together.</summary>
/// <param name="Lowest">The level that is certainly reached: unknown levels count at their worst.</param>
/// <param name="Highest">The level that may be reached: unknown levels count at their best.</param>
/// <param name="Weakest">The lowest known level; null if none is known.</param>
/// <param name="Support">Their support by the ladder, weighted by influence, with its range.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record KeyRelationship(
    KeyRelationshipLevel Lowest, KeyRelationshipLevel Highest, KeyRelationshipLevel? Weakest, Support Support)
{
    /// <summary>The level reached; null while an unknown level decides it.</summary>
    [JsonIgnore]
    public KeyRelationshipLevel? Level => Lowest == Highest ? Lowest : null;
}
