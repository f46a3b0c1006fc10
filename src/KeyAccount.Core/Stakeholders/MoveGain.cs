using KeyAccount.Core.Relationships;
using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>What a move on the ladder would do to the support.</summary>
/// <param name="Move">The move.</param>
/// <param name="Gain">By how many points it lifts the support over those who are known; null if nobody with influence is.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MoveGain(LadderMove Move, double? Gain)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"MoveGain {{ Move = {Move}, Gain = {Gain} }}");
}
