using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The result of a SERVQUAL survey.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ServQualResult
{
    /// <summary>A result from its parts; what JSON reads back.</summary>
    /// <param name="modelId">The id of the questionnaire.</param>
    /// <param name="respondents">The number of respondents counted.</param>
    /// <param name="droppedPairs">The number of pairs that lack one half.</param>
    /// <param name="items">Each item.</param>
    /// <param name="dimensions">Each dimension.</param>
    /// <param name="overall">The mean of the dimensions.</param>
    /// <param name="weighted">The weighted mean of the dimensions.</param>
    /// <exception cref="ArgumentNullException">A part that cannot be null is null.</exception>
    [JsonConstructor]
    public ServQualResult(
        string modelId,
        int respondents,
        int droppedPairs,
        IReadOnlyList<ItemGap> items,
        IReadOnlyList<DimensionGap> dimensions,
        ServiceGap? overall,
        ServiceGap? weighted)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        ModelId = modelId;
        Respondents = respondents;
        DroppedPairs = droppedPairs;
        Items = ValueList.Of(items);
        Dimensions = ValueList.Of(dimensions);
        Overall = overall;
        Weighted = weighted;
    }

    /// <summary>The id of the questionnaire.</summary>
    public string ModelId { get; }

    /// <summary>The number of respondents counted: those with an influence above 0 and at least one pair.</summary>
    public int Respondents { get; }

    /// <summary>The number of answers, by respondents with influence, that lack the expectation or the perception and are
    /// dropped.</summary>
    public int DroppedPairs { get; }

    /// <summary>Each item, in the order of the questionnaire.</summary>
    public IReadOnlyList<ItemGap> Items { get; }

    /// <summary>Each of the five dimensions, in their order.</summary>
    public IReadOnlyList<DimensionGap> Dimensions { get; }

    /// <summary>The mean of the dimensions that have answers; null if there is no answer.</summary>
    public ServiceGap? Overall { get; }

    /// <summary>The weighted mean of the dimensions that have answers; null if there is no answer.</summary>
    public ServiceGap? Weighted { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the lists their number.</returns>
    public override string ToString() =>
        Invariant($"ServQualResult {{ ModelId = {ModelId}, Respondents = {Respondents}, DroppedPairs = {DroppedPairs}, ")
        + Invariant($"Items = {Items.Count}, Overall = {Overall}, Weighted = {Weighted} }}");

    /// <summary>The result for a person: the gap of each dimension and of each item.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        SatisfactionDocuments.Of(this, language);
}
