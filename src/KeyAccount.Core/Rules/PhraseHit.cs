using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>A phrase found in a text.</summary>
/// <typeparam name="TMeaning">What it means.</typeparam>
/// <param name="PhraseId">The id of the phrase in its list.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Start">The position in the text, counted in UTF-16 characters from 0.</param>
/// <param name="Words">The words of the text itself.</param>
/// <param name="Why">Why it matters, for a person.</param>
/// <param name="Advice">What to say or do instead; null if it is obvious.</param>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record PhraseHit<TMeaning>(string PhraseId, TMeaning Meaning, int Start, string Words, Text Why, Text? Advice)
    where TMeaning : class
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The phrase, its place and its words.</returns>
    public override string ToString() =>
        Invariant($"PhraseHit {{ PhraseId = {PhraseId}, Meaning = {Meaning}, Start = {Start}, Words = {Words} }}");
}
