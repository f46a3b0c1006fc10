using System.Text.Json.Serialization;

namespace KeyAccount.Core.Relationships;

/// <summary>The level of the climate, which its weakest element limits, as the shortest stave of a barrel (短板) does.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record ExtensiveRelationship
{
    /// <summary>A climate from its parts; what JSON reads back.</summary>
    /// <param name="lowest">The level if every unknown element is at its worst.</param>
    /// <param name="highest">The level if every unknown element is at its best.</param>
    /// <param name="shortBoard">The weakest of the known elements.</param>
    /// <param name="unknown">The elements that are not known.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    [JsonConstructor]
    public ExtensiveRelationship(
        ExtensiveLevel lowest, ExtensiveLevel highest, IReadOnlyList<ExtensiveElement> shortBoard, IReadOnlyList<ExtensiveElement> unknown)
    {
        ArgumentNullException.ThrowIfNull(lowest);
        ArgumentNullException.ThrowIfNull(highest);
        Lowest = lowest;
        Highest = highest;
        ShortBoard = ValueList.Of(shortBoard);
        Unknown = ValueList.Of(unknown);
    }

    /// <summary>The level if every unknown element is at its worst.</summary>
    public ExtensiveLevel Lowest { get; }

    /// <summary>The level if every unknown element is at its best: that of the weakest known element.</summary>
    public ExtensiveLevel Highest { get; }

    /// <summary>The weakest of the known elements, which limit the whole; none if all of them are excellent or nothing is known.</summary>
    public IReadOnlyList<ExtensiveElement> ShortBoard { get; }

    /// <summary>The elements that are not known.</summary>
    public IReadOnlyList<ExtensiveElement> Unknown { get; }

    /// <summary>The level of the climate; null while an unknown element decides it.</summary>
    [JsonIgnore]
    public ExtensiveLevel? Level => Lowest == Highest ? Lowest : null;

    /// <summary>Judges the climate by its weakest element, which limits the whole.</summary>
    /// <param name="facts">The elements.</param>
    /// <returns>The level with its range, the shortest boards and what is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <remarks>Source: 《客户关系拓展与管理》 (短板分析).</remarks>
    public static ExtensiveRelationship Of(ExtensiveFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (ExtensiveElement Element, ExtensiveLevel? Level)[] boards =
        [
            (ExtensiveElement.BrandLoyalty, facts.BrandLoyalty),
            (ExtensiveElement.InformationChannels, facts.InformationChannels),
            (ExtensiveElement.TechnicalEvaluation, facts.TechnicalEvaluation),
            (ExtensiveElement.DeliveryAndProfit, facts.DeliveryAndProfit),
        ];
        var unknown = boards.Where(board => board.Level is null).Select(board => board.Element).ToArray();
        var shortest = ExtensiveLevel.InOrder.FirstOrDefault(level => boards.Any(board => board.Level == level))
            ?? ExtensiveLevel.Excellent;
        return new(
            unknown.Length == 0 ? shortest : ExtensiveLevel.Poor,
            shortest,
            shortest == ExtensiveLevel.Excellent ? [] : [.. boards.Where(board => board.Level == shortest).Select(board => board.Element)],
            unknown);
    }
}
