using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Documents;

/// <summary>Puts documents together from the embedded texts, in one language.</summary>
/// <param name="languageTag">The language; falls back to its parent language, then to English.</param>
internal sealed class DocumentWriter(string languageTag)
{
    private static readonly TextTable Texts = TextTable.Library;

    public string Language { get; } = Terms.Language.Resolve(languageTag);

    /// <summary>What is between the members of a list in a sentence.</summary>
    private string Comma => Terms.Language.IsChinese(Language) ? "、" : ", ";

    public string Text(string key, params object?[] arguments) => Run.TextOf(Say(key, arguments));

    /// <summary>A sentence; one that begins with a term or a text begins with a capital letter.</summary>
    public IReadOnlyList<Run> Say(string key, params object?[] arguments)
    {
        var template = Texts[key];
        var runs = Run.Fill(template, Language, arguments);
        return template.In(Language).StartsWith("{0}", StringComparison.Ordinal)
            && runs is [{ Style: RunStyle.Plain or RunStyle.Emphasis } first, ..]
            && arguments[0] is ITerm or Terms.Text or Run or IReadOnlyList<Run>
            ? [first with { Text = Capital(first.Text) }, .. runs.Skip(1)]
            : runs;
    }

    /// <summary>A text as it begins a sentence or stands alone, with a capital letter where the language has them.</summary>
    public string Capital(string text) =>
        !Terms.Language.IsChinese(Language) && text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    public Paragraph Paragraph(string key, params object?[] arguments) => new(Say(key, arguments));

    public Paragraph Paragraph(Text text) => new(text.In(Language));

    public Paragraph Note(string key, params object?[] arguments) => new(Say(key, arguments), Tone.Note);

    public Paragraph Warning(string key, params object?[] arguments) => new(Say(key, arguments), Tone.Warning);

    public ListItem Item(string key, params object?[] arguments) => new(Say(key, arguments));

    /// <summary>A sentence of the library.</summary>
    public ListItem Item(Text text) => new(Capital(text.In(Language)));

    /// <summary>A sentence that begins with a name, which keeps its letters.</summary>
    public ListItem ItemWithName(Text text) => new(text.In(Language));

    /// <summary>The members of a list in a sentence: runs keep their style, terms have their names. A dash where there are none.</summary>
    public IReadOnlyList<Run> Listed(IEnumerable<object?> members)
    {
        var runs = new List<Run>();
        foreach (var member in members.DefaultIfEmpty(null))
        {
            if (runs.Count > 0)
                runs.Add(new(Comma));
            runs.AddRange(Run.Fill("{0}", Language, member));
        }

        return runs;
    }

    /// <summary>The name of a band or another value that may be a term.</summary>
    public string NameOf(object? value) => Run.TextOf(Run.Fill("{0}", Language, value));

    public Cell? Cell(object? value) => value is null ? null
        : value is ITerm or Terms.Text ? new TextCell(Capital(NameOf(value)))
        : new TextCell(Run.Fill("{0}", Language, value));

    // What heads a column, an axis or a line stands alone.
    private string Label(string key) => Capital(Text(key));

    public TableColumn Column(string key) => new(Label(key));

    public TableColumn Number(string key, string? unit = null) => TableColumn.Number(Label(key), unit);

    public Axis Axis(string key, string? unit = null, int? decimals = 0) => new(Label(key), unit, decimals);

    public KeyValueItem Value(string key, object? value) => new(Label(key), value as Cell ?? Cell(value));

    public Section Section(string key, params Block?[] blocks) => new(Text(key), [.. blocks.OfType<Block>()]);

    public Document Document(string title, IEnumerable<Block?> blocks) => new(Language, title, [.. blocks.OfType<Block>()]);

    /// <summary>A list, or nothing where it would be empty.</summary>
    public static BulletList? List(IEnumerable<ListItem?> items, bool isOrdered = false) =>
        items.OfType<ListItem>().ToArray() is { Length: > 0 } all ? new(all, isOrdered) : null;

    /// <summary>A section, or nothing where it would be empty.</summary>
    public Section? SectionOf(string key, IEnumerable<Block?> blocks) =>
        blocks.OfType<Block>().ToArray() is { Length: > 0 } all ? new(Text(key), all) : null;

    /// <summary>What a model is called; its id where the library has no name for it.</summary>
    public string ModelName(string id) => Texts.TryGet($"Models.{id}")?.In(Language) ?? id;
}
