using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A phrase in a question or a note that speaks of what must not count.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="At">Where it begins in the text, from 0.</param>
/// <param name="Trait">What it is about.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record FoundTrait(string Phrase, int At, ProtectedTrait Trait)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"FoundTrait {{ Phrase = {Phrase}, At = {At}, Trait = {Trait} }}");
}
