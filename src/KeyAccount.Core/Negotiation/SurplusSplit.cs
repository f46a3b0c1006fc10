using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>The parts of a total that is divided between both sides.</summary>
/// <param name="Ours">Our part.</param>
/// <param name="Theirs">Their part.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurplusSplit(decimal Ours, decimal Theirs)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"SurplusSplit {{ Ours = {Ours}, Theirs = {Theirs} }}");
}
