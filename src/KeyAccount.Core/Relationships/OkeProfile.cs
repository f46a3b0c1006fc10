using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Relationships;

/// <summary>How far the key decision makers go with us, together.</summary>
/// <param name="Lowest">The level that those who decide have reached for sure: those not known count as at their worst.</param>
/// <param name="Highest">The level they may have reached: those not known count as at their best.</param>
/// <param name="Weakest">The lowest level of anybody known; null where nobody is.</param>
/// <param name="Support">Their support by the ladder, weighted by influence, with its range.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record KeyRelationship(KeyRelationshipLevel Lowest, KeyRelationshipLevel Highest, KeyRelationshipLevel? Weakest, Support Support)
{
    /// <summary>The level they have reached; null while somebody who is not known decides it.</summary>
    [JsonIgnore]
    public KeyRelationshipLevel? Level => Lowest == Highest ? Lowest : null;
}

/// <summary>How good the climate is, by its shortest board.</summary>
/// <remarks>A value: immutable, equal when every part is equal, and the same after a round trip through JSON.</remarks>
public sealed record ExtensiveRelationship
{
    /// <summary>A climate from its parts; what JSON reads back.</summary>
    /// <param name="lowest">The level with what is not known at its worst.</param>
    /// <param name="highest">The level with what is not known at its best.</param>
    /// <param name="shortBoard">The weakest elements among the known.</param>
    /// <param name="unknown">The elements that are not known.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    [JsonConstructor]
    public ExtensiveRelationship(
        ExtensiveLevel lowest, ExtensiveLevel highest, IReadOnlyList<ExtensiveElement> shortBoard, IReadOnlyList<ExtensiveElement> unknown)
    {
        ArgumentNullException.ThrowIfNull(lowest);
        ArgumentNullException.ThrowIfNull(highest);
        ArgumentNullException.ThrowIfNull(shortBoard);
        ArgumentNullException.ThrowIfNull(unknown);
        Lowest = lowest;
        Highest = highest;
        ShortBoard = [.. shortBoard];
        Unknown = [.. unknown];
    }

    /// <summary>The level with what is not known at its worst.</summary>
    public ExtensiveLevel Lowest { get; }

    /// <summary>The level with what is not known at its best: that of the weakest element known.</summary>
    public ExtensiveLevel Highest { get; }

    /// <summary>The weakest elements among the known, which limit the whole; none where all of them are excellent or nothing is known.</summary>
    public IReadOnlyList<ExtensiveElement> ShortBoard { get; }

    /// <summary>The elements that are not known.</summary>
    public IReadOnlyList<ExtensiveElement> Unknown { get; }

    /// <summary>The level of the climate; null while an element that is not known decides it.</summary>
    [JsonIgnore]
    public ExtensiveLevel? Level => Lowest == Highest ? Lowest : null;

    /// <summary>The climate by its shortest board: the weakest element limits the whole.</summary>
    /// <param name="facts">The elements.</param>
    /// <returns>The level with its range, the shortest boards and what is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <remarks>Source: S002 (短板分析).</remarks>
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
        var shortest = ExtensiveLevel.InOrder.FirstOrDefault(level => boards.Any(board => board.Level == level)) ?? ExtensiveLevel.Excellent;
        return new(
            unknown.Length == 0 ? shortest : ExtensiveLevel.Poor,
            shortest,
            shortest == ExtensiveLevel.Excellent ? [] : [.. boards.Where(board => board.Level == shortest).Select(board => board.Element)],
            unknown);
    }

    /// <summary>Whether every part is equal.</summary>
    /// <param name="other">The other climate.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(ExtensiveRelationship? other) =>
        other is not null
        && Lowest == other.Lowest
        && Highest == other.Highest
        && ShortBoard.SequenceEqual(other.ShortBoard)
        && Unknown.SequenceEqual(other.Unknown);

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Lowest, Highest, ShortBoard.Count, Unknown.Count);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        $"ExtensiveRelationship {{ Lowest = {Lowest}, Highest = {Highest}, ShortBoard = [{string.Join(", ", ShortBoard)}], Unknown = [{string.Join(", ", Unknown)}] }}";
}

/// <summary>The relationship with a customer in three dimensions, each on its own scale, and what follows.</summary>
/// <remarks>A value: immutable, equal when every part is equal, and the same after a round trip through JSON. Made by <see cref="Oke.Profile"/>.</remarks>
public sealed record OkeProfile
{
    /// <summary>A profile from its parts; what JSON reads back.</summary>
    /// <param name="organisation">The organisational relationship with its reasons.</param>
    /// <param name="keyDecisionMakers">The key decision makers.</param>
    /// <param name="extensive">The climate.</param>
    /// <param name="target">Where the relationship is to be.</param>
    /// <param name="gaps">What is lacking.</param>
    /// <param name="holdingBack">What holds the account back.</param>
    /// <param name="activities">What to do about it.</param>
    /// <param name="conflicts">The people of whom two judgements contradict each other.</param>
    /// <param name="score">The weighted score.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    [JsonConstructor]
    public OkeProfile(
        Assessment<OrganisationLevel> organisation,
        KeyRelationship keyDecisionMakers,
        ExtensiveRelationship extensive,
        OkeTarget target,
        OkeGaps gaps,
        Decision<OkeDimension?> holdingBack,
        IReadOnlyList<Hit<OkeActivity>> activities,
        IReadOnlyList<LevelConflict> conflicts,
        Assessment<RelationshipStrength> score)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(keyDecisionMakers);
        ArgumentNullException.ThrowIfNull(extensive);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(gaps);
        ArgumentNullException.ThrowIfNull(holdingBack);
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(conflicts);
        ArgumentNullException.ThrowIfNull(score);
        Organisation = organisation;
        KeyDecisionMakers = keyDecisionMakers;
        Extensive = extensive;
        Target = target;
        Gaps = gaps;
        HoldingBack = holdingBack;
        Activities = [.. activities];
        Conflicts = [.. conflicts];
        Score = score;
    }

    /// <summary>What we are to the customer as an organisation: its band is the level, with the reasons.</summary>
    public Assessment<OrganisationLevel> Organisation { get; }

    /// <summary>How far the key decision makers go with us, with the weakest beside it.</summary>
    public KeyRelationship KeyDecisionMakers { get; }

    /// <summary>How good the climate is, with its shortest boards.</summary>
    public ExtensiveRelationship Extensive { get; }

    /// <summary>Where the relationship is to be.</summary>
    public OkeTarget Target { get; }

    /// <summary>How many levels each dimension lacks, on its own scale.</summary>
    public OkeGaps Gaps { get; }

    /// <summary>The dimension that holds the account back, among those known, with the reason; its advice is null where none is known to.</summary>
    public Decision<OkeDimension?> HoldingBack { get; }

    /// <summary>What to do about that dimension, in the order of the table.</summary>
    public IReadOnlyList<Hit<OkeActivity>> Activities { get; }

    /// <summary>The people whose key level and ladder level contradict each other, by name.</summary>
    public IReadOnlyList<LevelConflict> Conflicts { get; }

    /// <summary>The weighted score: a <c>LibraryDefault</c>, to be read after the profile and never instead of it.</summary>
    public Assessment<RelationshipStrength> Score { get; }

    /// <summary>The three levels.</summary>
    [JsonIgnore]
    public OkeFacts Levels => new() { Organisation = Organisation.Band, KeyDecisionMakers = KeyDecisionMakers.Level, Extensive = Extensive.Level };

    /// <summary>Whether every part is equal.</summary>
    /// <param name="other">The other profile.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(OkeProfile? other) =>
        other is not null
        && Organisation == other.Organisation
        && KeyDecisionMakers == other.KeyDecisionMakers
        && Extensive == other.Extensive
        && Target == other.Target
        && Gaps == other.Gaps
        && HoldingBack == other.HoldingBack
        && Activities.SequenceEqual(other.Activities)
        && Conflicts.SequenceEqual(other.Conflicts)
        && Score == other.Score;

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Organisation, KeyDecisionMakers, Extensive, Target, Score);
}

/// <summary>A person of whom two judgements contradict each other.</summary>
/// <param name="Person">The name of the person.</param>
/// <param name="Agreement">Which of the two says more.</param>
/// <param name="Reason">The contradiction in a sentence.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record LevelConflict(string Person, LevelAgreement Agreement, Terms.Text Reason);
