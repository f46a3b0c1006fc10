using KeyAccount.Core.Relationships;
using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The effect of a move on the ladder on the support.</summary>
/// <param name="Move">The move.</param>
/// <param name="Gain">The gain in support over the known people, in points; null if nobody with influence is known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MoveGain(LadderMove Move, double? Gain)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"MoveGain {{ Move = {Move}, Gain = {Gain} }}");
}
