using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>A map of attributes in four quadrants.</summary>
/// <param name="ImportanceCut">The importance from which an attribute is important; null if no importance is known and none was
/// given.</param>
/// <param name="PerformanceCut">The performance from which we perform well; null if no performance is known and none was given.</param>
/// <param name="Attributes">Each attribute, in the order given.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Attributes"/> is null.</exception>
public sealed record ImportancePerformanceMap(double? ImportanceCut, double? PerformanceCut, IReadOnlyList<AttributePlacement> Attributes)
{
    /// <summary>Each attribute, in the order given.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<AttributePlacement> Attributes { get; init => field = ValueList.Of(value, nameof(Attributes)); } =
        ValueList.Of(Attributes);

    /// <summary>The attributes of a quadrant.</summary>
    /// <param name="quadrant">The quadrant.</param>
    /// <returns>The attributes, in the order given.</returns>
    public IEnumerable<AttributeRating> In(PerformanceQuadrant quadrant) =>
        Attributes.Where(attribute => attribute.Quadrant == quadrant).Select(attribute => attribute.Rating);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the attributes their number.</returns>
    public override string ToString() =>
        Invariant($"ImportancePerformanceMap {{ ImportanceCut = {ImportanceCut}, PerformanceCut = {PerformanceCut}, ")
        + Invariant($"Attributes = {Attributes.Count} }}");

    /// <summary>The map for a person: each attribute with its quadrant.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        SatisfactionDocuments.Of(this, language);
}
