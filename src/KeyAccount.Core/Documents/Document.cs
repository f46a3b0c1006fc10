using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Documents;

/// <summary>A document for a person, without a layout: a title and the blocks under it, in one language.</summary>
/// <remarks>
/// A value: immutable, safe to share between threads, equal when language, title and blocks are equal, and the same after a round
/// trip through JSON. Renderers turn it into Markdown, plain text or a page; they format its numbers and keep hostile text harmless.
/// The document itself holds every text as it was given.
/// </remarks>
public sealed record Document
{
    /// <summary>A document.</summary>
    /// <param name="language">The language its texts are in, as a BCP 47 tag; not blank.</param>
    /// <param name="title">The title of the document.</param>
    /// <param name="blocks">The contents, in reading order.</param>
    /// <exception cref="ArgumentNullException">An argument or a block is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="language"/> is blank.</exception>
    [JsonConstructor]
    public Document(string language, string title, IReadOnlyList<Block> blocks)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        ArgumentNullException.ThrowIfNull(title);
        Language = language;
        Title = title;
        Blocks = Parts.Of(blocks);
    }

    /// <summary>The language of its texts, as a BCP 47 tag such as <c>en</c> or <c>zh-Hans</c>.</summary>
    public string Language { get; }

    /// <summary>The title of the document.</summary>
    public string Title { get; }

    /// <summary>The contents, in reading order.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Reads a document from the JSON that <see cref="ToJson"/> writes.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not the JSON of a document; the fault says where.</exception>
    public static Document FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, DocumentJson.Default.Document)
                ?? throw new InvalidModelException("document", [new("$", "it is null; it must be an object")]);
        }
        catch (JsonException e)
        {
            throw new InvalidModelException("document", [new(e.Path ?? "$", e.Message)]);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // What a constructor refuses, and a block without its kind.
            throw new InvalidModelException("document", [new("$", e.Message)]);
        }
    }

    /// <summary>The document as JSON: each block and cell names its <c>kind</c>.</summary>
    /// <returns>The JSON, without line breaks.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, DocumentJson.Default.Document);

    /// <summary>Writes the document as JSON.</summary>
    /// <param name="json">The writer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonSerializer.Serialize(json, this, DocumentJson.Default.Document);
    }

    /// <summary>Turns the document into a section of another document: the title becomes a heading.</summary>
    /// <param name="key">A stable identifier of the section; null for none.</param>
    /// <returns>The section.</returns>
    public Section ToSection(string? key = null) => new(Title, Blocks, key);

    /// <summary>Title, language and number of blocks: a form for logs and debuggers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"Document {{ {Title}, {Language}, {English.Count(Blocks.Count, "block")} }}";
}
