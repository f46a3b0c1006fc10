using static System.FormattableString;

namespace KeyAccount.Core.Negotiation;

/// <summary>What each side has of a total that is divided between them.</summary>
/// <param name="Ours">Our part.</param>
/// <param name="Theirs">Theirs.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SurplusSplit(decimal Ours, decimal Theirs)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"SurplusSplit {{ Ours = {Ours}, Theirs = {Theirs} }}");
}
