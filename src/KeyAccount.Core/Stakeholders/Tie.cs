using static System.FormattableString;

namespace KeyAccount.Core.Stakeholders;

/// <summary>A tie between two people of the customer.</summary>
/// <param name="From">The id of the one who reports or influences; for a mutual tie either of the two.</param>
/// <param name="To">The id of the other.</param>
/// <param name="Kind">The kind of the tie.</param>
/// <param name="Strength">The strength, which is the certainty that one gets us a hearing with the other, above 0 and at most 1; <see
/// cref="DefaultStrength"/> if nobody has judged it.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON. It is checked by the
/// <see cref="StakeholderMap"/> it is put on.</remarks>
public sealed record Tie(
    [property: Privacy(Privacy.PersonId)] string From,
    [property: Privacy(Privacy.PersonId)] string To,
    TieKind Kind,
    [property: FactRange(0, 1, FactUnit.Fraction, IsMinimumExcluded = true)] double Strength = Tie.DefaultStrength)
{
    /// <summary>The strength of a tie that nobody has judged: ½. Provenance: <c>LibraryDefault</c>.</summary>
    public const double DefaultStrength = 0.5;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"Tie {{ From = {From}, To = {To}, Kind = {Kind}, Strength = {Strength} }}");

    // The same tie whichever way a mutual one was written down.
    internal Tie Normalised() => Kind.IsMutual && string.CompareOrdinal(From, To) > 0 ? this with { From = To, To = From } : this;
}
