using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>A phrase that a <see cref="PhraseList{TMeaning}"/> looks for: its wording, its meaning, and why it matters.</summary>
/// <typeparam name="TMeaning">What it means, such as a term.</typeparam>
/// <remarks>
/// <para>A pattern is the phrase itself. <c>(a|b)</c> stands for one of several wordings, <c>[a]</c> for words that may be missing, and
/// <c>…</c> for up to ten other words of the same sentence, where a Chinese character, a blank or a comma counts as one. Case, width of
/// characters and kind of apostrophe do not matter, and simplified and traditional characters count as the same. A pattern in Latin letters
/// matches whole words only.</para>
/// <para>A value: immutable, equal when every part is in the same order, and the same after a round trip through JSON.</para>
/// </remarks>
public sealed record Phrase<TMeaning> where TMeaning : class
{
    /// <summary>A phrase from its parts.</summary>
    /// <param name="id">The stable identifier, unique in its list.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="patterns">The wordings, at least one.</param>
    /// <param name="why">Why it matters, for a person.</param>
    /// <param name="advice">What to say or do instead; null if it is obvious.</param>
    /// <param name="unless">Harmless wordings that look like the phrase: whatever overlaps one of them is not found.</param>
    /// <param name="needs">Wordings of which one must stand in the same sentence, such as what the talk is about; none where the phrase
    /// says enough by itself.</param>
    /// <exception cref="ArgumentNullException">A part that cannot be null is null.</exception>
    [JsonConstructor]
    public Phrase(
        string id,
        TMeaning meaning,
        IReadOnlyList<string> patterns,
        Text why,
        Text? advice = null,
        IReadOnlyList<string>? unless = null,
        IReadOnlyList<string>? needs = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(meaning);
        ArgumentNullException.ThrowIfNull(why);
        (Id, Meaning, Patterns, Why, Advice) = (id, meaning, ValueList.Of(patterns), why, advice);
        (Unless, Needs) = (ValueList.Of(unless ?? []), ValueList.Of(needs ?? []));
    }

    /// <summary>The stable identifier, unique in its list.</summary>
    public string Id { get; }

    /// <summary>What it means.</summary>
    public TMeaning Meaning { get; }

    /// <summary>The wordings.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>Why it matters, for a person.</summary>
    public Text Why { get; }

    /// <summary>What to say or do instead; null if it is obvious.</summary>
    public Text? Advice { get; }

    /// <summary>Harmless wordings that look like the phrase.</summary>
    public IReadOnlyList<string> Unless { get; }

    /// <summary>Wordings of which one must stand in the same sentence; empty if the phrase says enough by itself.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The id and the meaning.</returns>
    public override string ToString() => $"Phrase {{ Id = {Id}, Meaning = {Meaning} }}";
}
