using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KeyAccount.Core.Terms;

/// <summary>Texts in a language other than the three of the library, by the keys of its tables. Texts may be missing.</summary>
/// <remarks>
/// <para>A file is a flat JSON object, <c>{"Grading.AccountTier.A": "A-Kunde", …}</c>. It need not have every key: a missing text is taken
/// from the parent language, otherwise from English. <see cref="Template(string, LanguageTexts?, IEnumerable{TextTable}?)"/> writes a file
/// to start from. <see cref="Language.Add"/> puts the texts into effect.</para>
/// <para>Not a value: it is read from a file. Immutable and safe to share between threads.</para>
/// </remarks>
public sealed partial class LanguageTexts
{
    private static readonly Lazy<LanguageTexts> Ready = new(() => OfResource(Language.German));
    private readonly FrozenDictionary<string, string> _texts;

    private LanguageTexts(string tag, FrozenDictionary<string, string> texts) => (Tag, _texts) = (tag, texts);

    /// <summary>The German names of all terms of the library.</summary>
    public static LanguageTexts German => Ready.Value;

    /// <summary>The language.</summary>
    public string Tag { get; }

    /// <summary>The keys that have a text.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>Looks up the texts that the library includes for a language; null if there are none.</summary>
    /// <param name="languageTag">The language, such as <c>de-AT</c>.</param>
    /// <returns><see cref="German"/> for German and its regions, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    public static LanguageTexts? ReadyFor(string languageTag)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        return languageTag.Split('-')[0].Equals(Language.German, StringComparison.OrdinalIgnoreCase) ? German : null;
    }

    /// <summary>Reads the texts of a language.</summary>
    /// <param name="languageTag">The language, such as <c>de</c> or <c>pt-BR</c>; not one of the three of the library.</param>
    /// <param name="json">A flat JSON object of texts by key.</param>
    /// <param name="tables">Tables of other packages or your own, whose keys are allowed as well; null for only the library's own.</param>
    /// <returns>The texts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="languageTag"/> is not a tag of BCP 47, or one of the three.</exception>
    /// <exception cref="InvalidModelException">The text is not a flat object of texts, a key is unknown or duplicated, or the placeholders
    /// of a text are not those of the English one; the exception holds every fault with its key.</exception>
    public static LanguageTexts FromJson(string languageTag, string json, IEnumerable<TextTable>? tables = null)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        ArgumentNullException.ThrowIfNull(json);
        if (Language.FaultOf(languageTag) is { } wrong)
            throw new ArgumentException($"'{languageTag}' {wrong}.", nameof(languageTag));
        var known = KnownOf(tables);
        var faults = new List<ModelFault>();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                faults.Add(new("$", $"it is {English.Named(document.RootElement.ValueKind)}; it must be an object with texts by key"));
            else
                Read(document.RootElement);
        }
        catch (JsonException e)
        {
            faults.Add(new("$", $"it is not valid JSON: {e.Message}"));
        }

        return faults.Count == 0 ? new(languageTag, texts.ToFrozenDictionary(StringComparer.Ordinal))
            : throw new InvalidModelException($"texts in {languageTag}", faults);

        void Read(JsonElement root)
        {
            foreach (var property in root.EnumerateObject())
            {
                if (!known.TryGetValue(property.Name, out var text))
                {
                    faults.Add(new(property.Name, "there is no text with this key."
                        + (NearestName.Of(property.Name, known.Keys) is { } near ? $" Is it {near}?" : "")));
                }
                else if (property.Value.ValueKind != JsonValueKind.String)
                {
                    faults.Add(new(property.Name, $"it is {English.Named(property.Value.ValueKind)}; it must be a text"));
                }
                else if (FaultOf(property.Value.GetString()!, text.En) is { } fault)
                {
                    faults.Add(new(property.Name, fault));
                }
                else if (!texts.TryAdd(property.Name, property.Value.GetString()!))
                {
                    faults.Add(new(property.Name, "it is duplicated"));
                }
            }
        }
    }

    /// <summary>Writes a file to translate: every key in alphabetical order with its text, in English if there is no translation
    /// yet.</summary>
    /// <param name="languageTag">The language.</param>
    /// <param name="texts">The existing texts; null for those that the library includes.</param>
    /// <param name="tables">Tables of other packages or your own; null for only the library's own.</param>
    /// <returns>A flat JSON object, which <see cref="FromJson"/> reads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languageTag"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="languageTag"/> is not a tag of BCP 47, or one of the three.</exception>
    public static string Template(string languageTag, LanguageTexts? texts = null, IEnumerable<TextTable>? tables = null)
    {
        ArgumentNullException.ThrowIfNull(languageTag);
        if (Language.FaultOf(languageTag) is { } wrong)
            throw new ArgumentException($"'{languageTag}' {wrong}.", nameof(languageTag));
        texts ??= ReadyFor(languageTag);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (key, text) in KnownOf(tables).OrderBy(pair => pair.Key, StringComparer.Ordinal))
                json.WriteString(key, texts?.TryGet(key) ?? text.En);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Lists the keys that have no text yet.</summary>
    /// <param name="tables">Tables of other packages or your own; null for only the library's own.</param>
    /// <returns>The keys in alphabetical order.</returns>
    /// <exception cref="ArgumentException"><paramref name="tables"/> holds a null.</exception>
    public IReadOnlyList<string> Missing(IEnumerable<TextTable>? tables = null) =>
        [.. KnownOf(tables).Keys.Where(key => !_texts.ContainsKey(key)).Order(StringComparer.Ordinal)];

    /// <summary>Looks up the text with a key; null if there is none.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text, or null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public string? TryGet(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _texts.GetValueOrDefault(key);
    }

    private static LanguageTexts OfResource(string tag)
    {
        using var stream = typeof(LanguageTexts).Assembly.GetManifestResourceStream($"KeyAccount.Core.Texts.{tag}.json")
            ?? throw new InvalidOperationException($"the texts in {tag} are missing.");
        using var reader = new StreamReader(stream);
        return FromJson(tag, reader.ReadToEnd());
    }

    private static Dictionary<string, Text> KnownOf(IEnumerable<TextTable>? tables)
    {
        var known = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var table in (tables ?? []).Prepend(TextTable.Library))
        {
            if (table is null)
                throw new ArgumentException("tables holds a null.", nameof(tables));
            foreach (var key in table.Keys)
                known.TryAdd(key, table[key]);
        }

        return known;
    }

    // A text that lost a value, or asks for one that nobody gives, is found here and not in front of a reader.
    private static string? FaultOf(string text, string english)
    {
        var (mine, theirs) = (PlacesOf(text), PlacesOf(english));
        try
        {
            _ = string.Format(CountedForms.Invariant, text, [.. Enumerable.Repeat<object?>(1, theirs.Count == 0 ? 0 : theirs.Max() + 1)]);
        }
        catch (FormatException)
        {
            return Named(mine.Except(theirs)) is { Length: > 0 } none
                ? $"it has {none}, which the English text does not have: '{english}'"
                : "it has a stray brace; write {{ and }} for a brace of the text";
        }

        return Named(mine.Except(theirs)) is { Length: > 0 } more
            ? $"it has {more}, which the English text does not have: '{english}'"
            : Named(theirs.Except(mine)) is { Length: > 0 } fewer ? $"it lacks {fewer} of the English text: '{english}'"
            : null;

        static string Named(IEnumerable<int> places) => string.Join(", ", places.Order().Select(place => $"{{{place}}}"));
    }

    private static HashSet<int> PlacesOf(string text) =>
        [
            .. Placeholder().Matches(text).Select(match => int.Parse(match.Groups["place"].Value, CultureInfo.InvariantCulture)),
        ];

    [GeneratedRegex(
        @"(?<!\{)(\{\{)*\{(?<place>[0-9]{1,3})(:[^{}]*)?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The language and the number of texts.</returns>
    public override string ToString() => FormattableString.Invariant($"{Tag}: {Keys.Count} texts");
}
