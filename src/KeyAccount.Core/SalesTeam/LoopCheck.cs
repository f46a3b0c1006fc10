using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The state of one part of the closed loop.</summary>
/// <param name="Part">The part.</param>
/// <param name="IsMet">Whether the part is complete; null while it is not due.</param>
/// <param name="Reason">The evidence for the part, or what is missing.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LoopCheck(LoopPart Part, bool? IsMet, Text Reason)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Part and state by name.</returns>
    public override string ToString() => Invariant($"LoopCheck {{ Part = {Part}, IsMet = {IsMet} }}");
}
