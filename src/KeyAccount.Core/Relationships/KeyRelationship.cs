using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Relationships;

/// <summary>How far the key decision makers go with us, together.</summary>
/// <param name="Lowest">The level that those who decide have reached for sure: those not known count at their worst.</param>
/// <param name="Highest">The level they may have reached: those not known count at their best.</param>
/// <param name="Weakest">The lowest level of anybody known; null if nobody is.</param>
/// <param name="Support">Their support by the ladder, weighted by influence, with its range.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record KeyRelationship(
    KeyRelationshipLevel Lowest, KeyRelationshipLevel Highest, KeyRelationshipLevel? Weakest, Support Support)
{
    /// <summary>The level they have reached; null while somebody who is not known decides it.</summary>
    [JsonIgnore]
    public KeyRelationshipLevel? Level => Lowest == Highest ? Lowest : null;
}
