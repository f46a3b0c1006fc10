namespace KeyAccount.Core.Bidding;

/// <summary>A phrase in a text that means a stop.</summary>
/// <param name="Phrase">The phrase, as in the list.</param>
/// <param name="At">The position at which it begins in the text, counted from 0.</param>
/// <param name="Stop">The stop.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record FoundPhrase([property: Privacy(Privacy.NotPersonal)] string Phrase, int At, BidStop Stop)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => FormattableString.Invariant($"FoundPhrase {{ Phrase = {Phrase}, At = {At}, Stop = {Stop} }}");
}
