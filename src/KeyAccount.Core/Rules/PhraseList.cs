using System.Text.RegularExpressions;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Rules;

/// <summary>Phrases to look for in what somebody says or writes. Data like a decision table: a list can be read, extended and
/// replaced, and names where it comes from.</summary>
/// <typeparam name="TMeaning">What a phrase means, such as a term.</typeparam>
/// <remarks>
/// <para>A list knows words, not people: it finds the wordings it holds, and no irony, quotation or paraphrase. Treat what it finds as a
/// place to read again. Time grows with the length of the text whatever the patterns are, because they are searched without
/// backtracking.</para>
/// <para>Immutable and safe to share between threads; compared by reference.</para>
/// </remarks>
public sealed class PhraseList<TMeaning> : IModel where TMeaning : class
{
    private readonly Provenance? _provenance;
    private readonly Lazy<(Regex Pattern, Regex? Unless, Regex? Needs)[]> _searches;

    /// <summary>Makes a list.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="phrases">The phrases, at least one, each id once.</param>
    /// <param name="provenance">The provenance of the list.</param>
    /// <param name="version">The version; not blank.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="version"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="phrases"/> is null.</exception>
    /// <exception cref="InvalidModelException">The list is wrong; the exception holds every fault with its path.</exception>
    public PhraseList(string id, IReadOnlyList<Phrase<TMeaning>> phrases, Provenance? provenance = null, string version = "1")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(phrases);
        var faults = FaultsOf(phrases);
        if (faults.Count > 0)
            throw new InvalidModelException(id, faults);
        (Id, Version, Phrases, _provenance) = (id, version, [.. phrases], provenance);
        _searches = new(() => [.. Phrases.Select(phrase => (
            PhrasePattern.Search(phrase.Patterns), phrase.Unless.Count == 0 ? null : PhrasePattern.Search(phrase.Unless),
            phrase.Needs.Count == 0 ? null : PhrasePattern.Search(phrase.Needs)))]);
    }

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>The version of the list.</summary>
    public string Version { get; }

    /// <summary>The phrases in their order.</summary>
    public IReadOnlyList<Phrase<TMeaning>> Phrases { get; }

    /// <summary>The patterns of each phrase, and what must stand beside them, with where they come from.</summary>
    public IEnumerable<ModelDefault> Defaults => Phrases.SelectMany(phrase => (ModelDefault[])
    [
        new($"phrases[\"{phrase.Id}\"]", string.Join("; ", phrase.Patterns), _provenance),
        .. phrase.Needs.Count == 0 ? (ModelDefault[])[]
            : [new($"phrases[\"{phrase.Id}\"].needs", string.Join("; ", phrase.Needs), _provenance)],
    ]);

    /// <summary>Finds every phrase of the list.</summary>
    /// <param name="text">The text to search, in English or Chinese.</param>
    /// <returns>What was found, in the order of the text. Of overlapping words with one meaning, the longest.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public IReadOnlyList<PhraseHit<TMeaning>> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = PhrasePattern.Plain(text);
        var hits = new List<(int Order, PhraseHit<TMeaning> Hit)>();
        for (var i = 0; i < Phrases.Count; i++)
        {
            var (pattern, unless, needs) = _searches.Value[i];
            var harmless = unless is null ? [] : unless.Matches(plain).Select(match => (match.Index, match.Length)).ToArray();
            foreach (Match match in pattern.Matches(plain))
            {
                if (!Array.Exists(harmless, each => Overlap(each.Index, each.Length, match.Index, match.Length))
                    && needs?.IsMatch(PhrasePattern.SentenceOf(plain, match.Index, match.Length)) != false)
                {
                    var phrase = Phrases[i];
                    var words = text.Substring(match.Index, match.Length);
                    hits.Add((i, new(phrase.Id, phrase.Meaning, match.Index, words, phrase.Why, phrase.Advice)));
                }
            }
        }

        // The longest first, so that what overlaps it and says no more can be left out.
        var kept = new List<(int Order, PhraseHit<TMeaning> Hit)>();
        foreach (var each in hits.OrderByDescending(each => each.Hit.Words.Length).ThenBy(each => each.Hit.Start)
            .ThenBy(each => each.Order))
        {
            if (!kept.Exists(other => other.Hit.Meaning.Equals(each.Hit.Meaning)
                && Overlap(other.Hit.Start, other.Hit.Words.Length, each.Hit.Start, each.Hit.Words.Length)))
            {
                kept.Add(each);
            }
        }

        return [.. kept.OrderBy(each => each.Hit.Start).ThenBy(each => each.Order).Select(each => each.Hit)];
    }

    /// <summary>The findings of <see cref="Find"/> for a person: the words, what they are, why they matter, what to say or do
    /// instead.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="language">The language of the answer, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Document Describe(string text, string language = Language.English)
    {
        var hits = Find(text);
        var writer = new DocumentWriter(language);
        return writer.Document(writer.ModelName(Id),
        [
            hits.Count == 0 ? writer.Paragraph("Rules.Phrases.none") : new Table(
                [
                    writer.Column("Rules.Phrases.words"), writer.Column("Rules.Phrases.meaning"), writer.Column("Rules.Phrases.why"),
                    writer.Column("Rules.Phrases.advice"),
                ],
                [
                    .. hits.Select(hit => new TableRow(
                        [hit.Words, writer.Cell(hit.Meaning), writer.Cell(hit.Why), hit.Advice is null ? "" : writer.Cell(hit.Advice)])),
                ]),
        ]);
    }

    /// <summary>The list with a phrase that replaces the one with the same id, or is added at the end.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <returns>The new list, of the same version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="phrase"/> is null.</exception>
    /// <exception cref="InvalidModelException">A pattern of the phrase is wrong.</exception>
    public PhraseList<TMeaning> With(Phrase<TMeaning> phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var replaced = Phrases.Any(each => each.Id == phrase.Id)
            ? Phrases.Select(each => each.Id == phrase.Id ? phrase : each)
            : Phrases.Append(phrase);
        return new(Id, [.. replaced], _provenance, Version);
    }

    /// <summary>The list without a phrase.</summary>
    /// <param name="phraseId">The id of the phrase.</param>
    /// <returns>The new list, of the same version.</returns>
    /// <exception cref="ArgumentException">The list has no such phrase.</exception>
    /// <exception cref="InvalidModelException">It is the only phrase.</exception>
    public PhraseList<TMeaning> Without(string phraseId)
    {
        if (!Phrases.Any(each => each.Id == phraseId))
        {
            throw new ArgumentException(
                $"The list '{Id}' has no phrase '{phraseId}'; it has {string.Join(", ", Phrases.Select(each => each.Id))}.",
                nameof(phraseId));
        }

        return new(Id, [.. Phrases.Where(each => each.Id != phraseId)], _provenance, Version);
    }

    /// <summary>The same list under another version.</summary>
    /// <param name="version">The version; not blank.</param>
    /// <returns>The new list.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public PhraseList<TMeaning> WithVersion(string version) => new(Id, Phrases, _provenance, version);

    private static bool Overlap(int start, int length, int otherStart, int otherLength) =>
        start < otherStart + otherLength && otherStart < start + length;

    private static List<ModelFault> FaultsOf(IReadOnlyList<Phrase<TMeaning>> phrases)
    {
        var faults = new List<ModelFault>();
        if (phrases.Count == 0)
            faults.Add(new("phrases", "it is empty; at least one phrase is needed"));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < phrases.Count; i++)
        {
            if (phrases[i] is not { } phrase || string.IsNullOrWhiteSpace(phrase.Id))
            {
                faults.Add(new(Invariant($"phrases[{i}]"), "it is null or has no id"));
                continue;
            }

            var path = $"phrases[\"{phrase.Id}\"]";
            if (!ids.Add(phrase.Id))
                faults.Add(new(path, "the id is duplicated"));
            if (phrase.Patterns.Count == 0)
                faults.Add(new($"{path}.patterns", "it is empty; at least one pattern is needed"));
            AddFaults($"{path}.patterns", phrase.Patterns, faults);
            AddFaults($"{path}.unless", phrase.Unless, faults);
            AddFaults($"{path}.needs", phrase.Needs, faults);
        }

        return faults;
    }

    private static void AddFaults(string path, IReadOnlyList<string> patterns, List<ModelFault> faults)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            if (PhrasePattern.FaultOf(patterns[i]) is { } fault)
                faults.Add(new(Invariant($"{path}[{i}]"), fault));
        }
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, version and how many phrases.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id} {Version}: {Phrases.Count} phrases");
}
