using System.Text.Json.Serialization;

namespace KeyAccount.Core.Rules;

/// <summary>The advice of a decision table, with the rules that give it.</summary>
/// <typeparam name="TAdvice">The advice.</typeparam>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record Decision<TAdvice>
{
    /// <summary>A decision from its parts; what JSON reads back.</summary>
    /// <param name="tableId">The id of the table.</param>
    /// <param name="tableVersion">Its version.</param>
    /// <param name="hits">The rules that answered, in the order of the table.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    [JsonConstructor]
    public Decision(string tableId, string tableVersion, IReadOnlyList<Hit<TAdvice>> hits)
    {
        ArgumentNullException.ThrowIfNull(tableId);
        ArgumentNullException.ThrowIfNull(tableVersion);
        TableId = tableId;
        TableVersion = tableVersion;
        Hits = ValueList.Of(hits);
    }

    /// <summary>The id of the table that decided.</summary>
    public string TableId { get; }

    /// <summary>The version of that table.</summary>
    public string TableVersion { get; }

    /// <summary>The rules that answered, in the order of the table: at most one unless the table collects.</summary>
    public IReadOnlyList<Hit<TAdvice>> Hits { get; }

    /// <summary>Whether any rule answered.</summary>
    [JsonIgnore]
    public bool IsDecided => Hits.Count > 0;

    /// <summary>The advice of the first rule that answered; the default if none did.</summary>
    [JsonIgnore]
    public TAdvice? Advice => IsDecided ? Hits[0].Advice : default;

    /// <summary>The decision for a person: each advice with its reason and the id of its rule.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document. An advice that is a term or a text is named; one that is <see cref="Documents.IDescribed"/> tells itself; any
    /// other is its <c>ToString</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) => DecisionDocument.Of(this, language);
}
