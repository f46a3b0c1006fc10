using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace KeyAccount.Core.Terms;

/// <summary>The open terms to which a program can add values from a file or a section of its settings.</summary>
/// <remarks>
/// <para>A file is a JSON object of terms. Each term has its values, and each value the texts that people read: one text for every
/// language, or <c>name</c> and <c>description</c> by language, as many as there are. <c>{"CustomerIndustry": {"Energy": "energy",
/// "Chemicals": {"name": {"en": "chemicals", "zh-Hans": "化工", "de": "Chemie"}}}}</c></para>
/// <para>Not a value: a list of types. Immutable and safe to share between threads. The values it adds are added for the whole program
/// (<see cref="OpenTerm{TSelf}.Add"/>).</para>
/// </remarks>
public sealed class OpenTerms
{
    private const string NameKey = "name";
    private const string DescriptionKey = "description";
    private readonly ImmutableSortedDictionary<string, OpenList> _lists;

    /// <summary>Creates an empty list; <see cref="With{TTerm}"/> adds terms.</summary>
    public OpenTerms()
        : this(ImmutableSortedDictionary.Create<string, OpenList>(StringComparer.OrdinalIgnoreCase))
    {
    }

    private OpenTerms(ImmutableSortedDictionary<string, OpenList> lists) => _lists = lists;

    /// <summary>The names of the terms in alphabetical order, such as <c>CustomerIndustry</c>.</summary>
    public IReadOnlyList<string> Names => [.. _lists.Keys];

    /// <summary>Returns these terms and one more, under the name of its type.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <returns>The terms.</returns>
    public OpenTerms With<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>()
        where TTerm : OpenTerm<TTerm>, IOpenTerm<TTerm> => new(_lists.SetItem(
            typeof(TTerm).Name, new(OpenTerm<TTerm>.FaultOf, (name, texts) => OpenTerm<TTerm>.Add(name, texts))));

    /// <summary>Adds the values of a file to their terms: all of them, or none if there is a fault.</summary>
    /// <param name="json">A JSON object as above; comments and trailing commas are allowed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not such an object, a term does not exist, or a value cannot be added; the
    /// exception holds every fault with its place.</exception>
    public void Add(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var faults = new List<ModelFault>();
        var values = new List<(OpenList List, string Name, TermTexts Texts)>();
        try
        {
            using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            foreach (var (term, value) in MembersOf(document.RootElement, "$", "an object with values by term", faults))
            {
                if (!_lists.TryGetValue(term, out var list))
                {
                    faults.Add(new(term, $"there is no open term of this name; it must be one of {string.Join(", ", Names)}."
                        + (NearestName.Of(term, Names) is { } near ? $" Is it {near}?" : "")));
                    continue;
                }

                var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                foreach (var (name, texts) in MembersOf(value, term, "an object with texts by the names of values", faults))
                {
                    var path = $"{term}[\"{name}\"]";
                    if (list.FaultOf(name) is { } fault)
                        faults.Add(new(path, $"its name {fault}"));
                    else if (!taken.Add(name))
                        faults.Add(new(path, "it is duplicated"));
                    else
                        values.Add((list, name, WholeTextsOf(texts, name, path, faults)));
                }
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // ArgumentException: the string is not valid UTF-16. InvalidOperationException: a name in it is not.
            faults.Add(new("$", $"it is not valid JSON: {e.Message}"));
        }

        if (faults.Count > 0)
            throw new InvalidModelException("open terms", faults);
        foreach (var (list, name, texts) in values)
            list.Add(name, texts);
    }

    private static TermTexts WholeTextsOf(JsonElement value, string name, string path, List<ModelFault> faults)
    {
        try
        {
            return TextsOf(value, name, path, faults);
        }
        catch (InvalidOperationException)
        {
            faults.Add(new(path, "a text in it is not valid Unicode: half a character, such as \\ud800 alone"));
            return new(name, "");
        }
    }

    private static TermTexts TextsOf(JsonElement value, string name, string path, List<ModelFault> faults)
    {
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Null)
            return new(TextOf(value, name, path, faults), "");
        Text label = name, description = "";
        foreach (var (key, text) in MembersOf(value, path, "a text, or an object with name and description", faults))
        {
            if (key.Equals(NameKey, StringComparison.OrdinalIgnoreCase))
                label = TextOf(text, name, $"{path}.{key}", faults);
            else if (key.Equals(DescriptionKey, StringComparison.OrdinalIgnoreCase))
                description = TextOf(text, "", $"{path}.{key}", faults);
            else
                faults.Add(new($"{path}.{key}", $"there is no such member; it must be {NameKey} or {DescriptionKey}"));
        }

        return new(label, description);
    }

    // What is not said in a language is said in English; in one way of writing Chinese, in the other.
    private static Text TextOf(JsonElement value, string otherwise, string path, List<ModelFault> faults)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return otherwise;
        if (value.ValueKind == JsonValueKind.String)
            return IsBlank(value) ? otherwise : value.GetString()!;
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (tag, text) in MembersOf(value, path, "a text, or an object with texts by language", faults))
        {
            if (!Language.All.Contains(tag, StringComparer.OrdinalIgnoreCase) && Language.FaultOf(tag) is { } fault)
                faults.Add(new($"{path}.{tag}", $"'{tag}' {fault}; the languages of the library are {string.Join(", ", Language.All)}"));
            else if (text.ValueKind != JsonValueKind.String || IsBlank(text))
                faults.Add(new($"{path}.{tag}", "it must be a text that is not blank"));
            else if (!texts.TryAdd(tag, text.GetString()!))
                faults.Add(new($"{path}.{tag}", "it is duplicated"));
        }

        var english = Taken(Language.English) ?? otherwise;
        var (simplified, traditional) = (Taken(Language.SimplifiedChinese), Taken(Language.TraditionalChinese));
        return new(english, simplified ?? traditional ?? english, traditional ?? simplified ?? english, texts);

        string? Taken(string tag) => texts.Remove(tag, out var text) ? text : null;
    }

    private static bool IsBlank(JsonElement text) => string.IsNullOrWhiteSpace(text.GetString());

    private static IEnumerable<(string Name, JsonElement Value)> MembersOf(
        JsonElement value, string path, string expected, List<ModelFault> faults)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return value.EnumerateObject().Select(member => (member.Name, member.Value));
        faults.Add(new(path, $"it is {English.Named(value.ValueKind)}; it must be {expected}"));
        return [];
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The names of the terms.</returns>
    public override string ToString() => $"OpenTerms {{ {string.Join(", ", Names)} }}";

    private sealed record OpenList(Func<string?, string?> FaultOf, Action<string, TermTexts> Add);
}
