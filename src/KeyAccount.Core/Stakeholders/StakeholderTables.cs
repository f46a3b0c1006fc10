using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>Tables for developing an insider or a coach, and for meeting a person who is hard to reach.</summary>
/// <remarks>The sources announce both and name no way; every rule is a <c>LibraryDefault</c>.</remarks>
public static class StakeholderTables
{
    /// <summary>Ladder and help of today → the next step to an insider, and from an insider to a coach. Complete: each combination has
    /// exactly one answer.</summary>
    public static DecisionTable<InsideFacts, InsideStep> Inside { get; } = DecisionTable
        .For<InsideFacts, InsideStep>("stakeholders.inside")
        .Domain(f => f.Ladder, [.. LadderLevel.InOrder, null])
        .Domain(f => f.Help, [.. InsideHelp.InOrder, null])
        .From(Provenance.LibraryDefault($"{SourceTitle.Strategy} announces how to develop insiders and coaches and names no way"))
        .Reasons(TextTable.Library, "Stakeholders.Inside.")
        .Rule("unknown", f => f.Ladder == null, InsideStep.LearnStance)
        .Rule("opponent", f => f.Ladder == LadderLevel.CR4 || f.Ladder == LadderLevel.CR5, InsideStep.DoNotRely)
        .Rule("neutral", f => f.Ladder == LadderLevel.CR3, InsideStep.WinTrust)
        .Rule("friendly", f => f.Help == null && (f.Ladder == LadderLevel.CR1 || f.Ladder == LadderLevel.CR2), InsideStep.AskFacts)
        .Rule(
            "insider",
            f => f.Help == InsideHelp.Insider && (f.Ladder == LadderLevel.CR1 || f.Ladder == LadderLevel.CR2),
            InsideStep.AskAdvice)
        .Rule(
            "coach",
            f => f.Help == InsideHelp.Coach && (f.Ladder == LadderLevel.CR1 || f.Ladder == LadderLevel.CR2),
            InsideStep.Protect)
        .Build(HitPolicy.Unique);

    /// <summary>What is at hand → how to meet a person who is hard to reach; the surest way first. Complete.</summary>
    public static DecisionTable<ReachFacts, ReachWay> Reach { get; } = DecisionTable
        .For<ReachFacts, ReachWay>("stakeholders.reach")
        .Domain(f => f.HasPath, true, false, null)
        .Domain(f => f.ManagementLevel, [.. ManagementLevel.InOrder, null])
        .Domain(f => f.HasMatter, true, false, null)
        .Domain(f => f.HasEvent, true, false, null)
        .From(Provenance.LibraryDefault($"{SourceTitle.Relationships} announces how to approach them and names no way"))
        .Reasons(TextTable.Library, "Stakeholders.Reach.")
        .Rule("path", f => f.HasPath == true, ReachWay.Introduction)
        .Rule("top", f => f.ManagementLevel == ManagementLevel.Top, ReachWay.SameRank)
        .Rule("matter", f => f.HasMatter == true, ReachWay.OwnMatter)
        .Rule("event", f => f.HasEvent == true, ReachWay.Event)
        .Rule("around", f => true, ReachWay.PeopleAround)
        .Build(HitPolicy.First);

    /// <summary>The next step to an insider or a coach, for a person on a map.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The step and its reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public static Decision<InsideStep> InsideOf(Stakeholder person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Inside.Decide(new() { Ladder = person.Ladder, Help = person.Help });
    }

    /// <summary>How to meet a person on a map who is hard to reach: the path and the layer come from the map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="id">The person.</param>
    /// <param name="hasMatter">Whether we know a topic that interests the person; null while nobody has asked.</param>
    /// <param name="hasEvent">Whether the person attends an event that we can attend too; null while nobody has asked.</param>
    /// <returns>The way and its reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> or <paramref name="id"/> is null.</exception>
    /// <exception cref="ArgumentException">The map has no such person.</exception>
    public static Decision<ReachWay> ReachOf(StakeholderMap map, string id, bool? hasMatter = null, bool? hasEvent = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Reach.Decide(new()
        {
            HasPath = map.PathTo(id) is not null ? true : map.Ties.Count == 0 ? null : false,
            ManagementLevel = map.People.First(person => person.Id == id).ManagementLevel,
            HasMatter = hasMatter,
            HasEvent = hasEvent,
        });
    }
}
