using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>What importance and performance of an attribute call for.</summary>
/// <remarks>Source: L Martilla &amp; James 1977.</remarks>
[JsonConverter(typeof(TermJsonConverter<PerformanceQuadrant>))]
public sealed class PerformanceQuadrant : Term<PerformanceQuadrant>
{
    /// <summary>Important, and we perform badly; value 1.</summary>
    public static readonly PerformanceQuadrant ConcentrateHere = new(nameof(ConcentrateHere), 1);

    /// <summary>Important, and we perform well; value 2.</summary>
    public static readonly PerformanceQuadrant KeepUpTheGoodWork = new(nameof(KeepUpTheGoodWork), 2);

    /// <summary>Not important, and we perform badly; value 3.</summary>
    public static readonly PerformanceQuadrant LowPriority = new(nameof(LowPriority), 3);

    /// <summary>Not important, and we perform well; value 4.</summary>
    public static readonly PerformanceQuadrant PossibleOverkill = new(nameof(PossibleOverkill), 4);

    private PerformanceQuadrant(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>How important an attribute of what we supply is to the customer, and how well we perform.</summary>
/// <param name="Attribute">Its name, unique among those given together; not blank.</param>
/// <param name="Importance">Its importance on the customer's scale; null where that is not known.</param>
/// <param name="Performance">Our performance on the customer's scale; null where that is not known.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record AttributeRating(string Attribute, double? Importance, double? Performance)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"AttributeRating {{ Attribute = {Attribute}, Importance = {Importance}, Performance = {Performance} }}");
}

/// <summary>An attribute with its quadrant.</summary>
/// <param name="Rating">The attribute.</param>
/// <param name="Quadrant">Its quadrant; null while importance or performance is not known.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record AttributePlacement(AttributeRating Rating, PerformanceQuadrant? Quadrant);

/// <summary>Attributes in four quadrants.</summary>
/// <param name="ImportanceCut">From here on an attribute is important; null where no importance is known and none was given.</param>
/// <param name="PerformanceCut">From here on we perform well; null likewise.</param>
/// <param name="Attributes">Each attribute, in the order given.</param>
/// <remarks>Immutable; compared by its parts, the list by reference.</remarks>
public sealed record ImportancePerformanceMap(double? ImportanceCut, double? PerformanceCut, IReadOnlyList<AttributePlacement> Attributes)
{
    /// <summary>The attributes of a quadrant.</summary>
    /// <param name="quadrant">The quadrant.</param>
    /// <returns>The attributes, in the order given.</returns>
    public IEnumerable<AttributeRating> In(PerformanceQuadrant quadrant) =>
        Attributes.Where(attribute => attribute.Quadrant == quadrant).Select(attribute => attribute.Rating);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The parts by name, of the attributes their number.</returns>
    public override string ToString() => Invariant(
        $"ImportancePerformanceMap {{ ImportanceCut = {ImportanceCut}, PerformanceCut = {PerformanceCut}, Attributes = {Attributes.Count} }}");
}

/// <summary>Importance–performance analysis: where to concentrate, and where we do too much.</summary>
/// <remarks>Source: L Martilla &amp; James 1977, Journal of Marketing 41(1), who leave the place of the lines to judgement. Pure functions.</remarks>
public static class ImportancePerformance
{
    /// <summary>Places attributes in their quadrants.</summary>
    /// <param name="attributes">The attributes, all different, in any order.</param>
    /// <param name="importanceCut">From here on, inclusive, an attribute is important; null for the mean importance (<c>LibraryDefault</c>).</param>
    /// <param name="performanceCut">From here on, inclusive, we perform well; null for the mean performance (<c>LibraryDefault</c>).</param>
    /// <returns>The attributes with their quadrants. Values are compared with the cuts to six decimal places.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attributes"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">An attribute has no name, or two have the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rating or a cut is not finite.</exception>
    public static ImportancePerformanceMap Of(IReadOnlyList<AttributeRating> attributes, double? importanceCut = null, double? performanceCut = null)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            ArgumentNullException.ThrowIfNull(attribute, nameof(attributes));
            ArgumentException.ThrowIfNullOrWhiteSpace(attribute.Attribute, nameof(attributes));
            if (!seen.Add(attribute.Attribute))
                throw new ArgumentException($"attributes has '{attribute.Attribute}' twice; each attribute stands once.", nameof(attributes));
            Finite(attribute.Importance, $"attributes['{attribute.Attribute}'].Importance");
            Finite(attribute.Performance, $"attributes['{attribute.Attribute}'].Performance");
        }

        Finite(importanceCut, nameof(importanceCut));
        Finite(performanceCut, nameof(performanceCut));
        var importance = importanceCut ?? Mean(attributes.Select(attribute => attribute.Importance));
        var performance = performanceCut ?? Mean(attributes.Select(attribute => attribute.Performance));
        return new(importance, performance, [.. attributes.Select(attribute => new AttributePlacement(
            attribute,
            (Reaches(attribute.Importance, importance), Reaches(attribute.Performance, performance)) switch
            {
                (true, false) => PerformanceQuadrant.ConcentrateHere,
                (true, true) => PerformanceQuadrant.KeepUpTheGoodWork,
                (false, false) => PerformanceQuadrant.LowPriority,
                (false, true) => PerformanceQuadrant.PossibleOverkill,
                _ => null,
            }))]);
    }

    // Sorted, so that the mean does not depend on the order given.
    private static double? Mean(IEnumerable<double?> values) => values.Order().Average();

    // To six places: the mean of equal values must not be above them by a rounding.
    private static bool? Reaches(double? value, double? cut) => value is { } given && cut is { } from ? Quantum.Of(given) >= Quantum.Of(from) : null;

    private static void Finite(double? value, string name)
    {
        if (value is { } given)
            Guard.Between(given, double.MinValue, double.MaxValue, name);
    }
}
