using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>The models of the room, each listed once.</summary>
internal static class RelationshipsRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        new ModelConstants(
            "ladder",
            new(nameof(Ladder.HalfLifeDays), Invariant($"{Ladder.HalfLifeDays}"),
                Provenance.LibraryDefault("half a year without news halves what is known of a person")),
            new(nameof(Ladder.ConfirmedFrom), Invariant($"{Ladder.ConfirmedFrom}"),
                Provenance.LibraryDefault("a level is confirmed for one half-life")),
            new(nameof(Ladder.Points), Ladder.Points.ToString(),
                Provenance.LibraryDefault(
                    "equal steps from the die-hard supporter (CR1) to the mortal enemy (CR5); "
                    + $"{SourceTitle.Development} gives no points")),
            new("sameDay", "the worse level counts", Provenance.LibraryDefault("a false friend costs more than a false enemy"))),
        Ladder.Moves,
        Ladder.Plans,
        Ladder.Stances,
        new ModelConstants(
            "oke",
            new ModelDefault(nameof(Oke.DecisiveShare), Invariant($"{Oke.DecisiveShare}"),
                Provenance.LibraryDefault("those who hold half of the influence decide together"))),
        Oke.Organisation,
        Oke.Standard,
        Oke.Targets,
        Oke.HoldingBack,
        Oke.Activities,
        Oke.Agreement,
        RelationshipFormula.Standard,
        RelationshipBuilding.Next,
        RelationshipBuilding.Supports,
        RelationshipBuilding.Transitions,
        new ModelConstants(
            "relationshipBuilding",
            new("wonFrom", nameof(LadderLevel.CR2), Provenance.LibraryDefault("friends and die-hard supporters are for us")),
            new(nameof(SnowballScope.Company), "3 departments and 3 layers",
                Provenance.LibraryDefault("base, middle and top, and more than one side of the house")),
            new(nameof(PraiseLevel), string.Join(", ", PraiseLevel.InOrder.Select(level => level.Name)),
                Provenance.LibraryDefault($"{SourceTitle.Strategy} announces five levels and names none")),
            new(nameof(RelationshipSecret), "G, C, L, F", Provenance.Source(SourceTitle.Strategy))),
    ];
}
