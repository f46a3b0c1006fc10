using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Statistics;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>The five-level relationship ladder: its moves, their plans, and the meaning of a level.</summary>
/// <remarks>The levels and the moves are 《B2B 大客户开发与管理》's. It gives no points, no half-life and no plans: these are <c>LibraryDefault</c>s,
/// meant to
/// be replaced.</remarks>
public static class Ladder
{
    /// <summary>The number of days without new evidence after which the confidence in a level is halved: half a year. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double HalfLifeDays = 180;

    /// <summary>The confidence from which a level is confirmed: ½, which is one half-life. Provenance: <c>LibraryDefault</c>.</summary>
    public const double ConfirmedFrom = 0.5;

    private static readonly Provenance Planned = Provenance.LibraryDefault(
        $"{SourceTitle.Development} names the moves and leaves strategy and actions to the course");
    private static readonly Provenance Sided = Provenance.LibraryDefault(
        "our die-hard supporters (CR1) and friends (CR2) are for us, a competitor's supporters (CR4) and enemies (CR5) against us; "
        + $"{SourceTitle.Strategy} asks for the stance and gives no rule");

    /// <summary>The default decay of evidence for a level: <see cref="HalfLifeDays"/>.</summary>
    public static EvidenceDecay Decay { get; } = new(HalfLifeDays);

    /// <summary>The points of each level: 100, 75, 50, 25, 0. Provenance: <c>LibraryDefault</c>.</summary>
    /// <example><c>Support.Of(people, Ladder.Points)</c> is the support of people by influence and
    /// <see cref="LadderStanding.Known"/>.</example>
    public static Scale Points { get; } = Scale.Levels(
        (LadderLevel.CR1, 100), (LadderLevel.CR2, 75), (LadderLevel.CR3, 50), (LadderLevel.CR4, 25), (LadderLevel.CR5, 0));

    /// <summary>Level → the moves of the method, and only those; several where it leaves a choice. Source: 《B2B 大客户开发与管理》.</summary>
    /// <remarks>The reason is the document's own question. While the level is not known no rule matches: learn it first.</remarks>
    public static DecisionTable<LadderFacts, LadderMove> Moves { get; } = LadderMove.InOrder
        .Aggregate(
            DecisionTable.For<LadderFacts, LadderMove>("ladder.moves")
                .Domain(f => f.Level, [.. LadderLevel.InOrder])
                .From(Provenance.Source(SourceTitle.Development)),
            (table, move) => table.Rule(
                move.Name, f => f.Level == move.From, move, TextTable.Library[$"Relationships.Ladder.{move.From.Name}"]))
        .Build(HitPolicy.Collect);

    /// <summary>Move → strategy and typical actions; complete, each move has exactly one plan. Provenance: <c>LibraryDefault</c>.</summary>
    public static DecisionTable<MovePlanFacts, MovePlan> Plans { get; } = LadderMove.InOrder
        .Aggregate(
            DecisionTable.For<MovePlanFacts, MovePlan>("ladder.plans").Domain(f => f.Move, [.. LadderMove.InOrder]).From(Planned),
            (table, move) => table.Rule(
                move.Name, f => f.Move == move, PlanOf(move), TextTable.Library["Relationships.MovePlan.Reason"], f => [f.Move]))
        .Build(HitPolicy.Unique);

    /// <summary>Level → stance; complete. Provenance: <c>LibraryDefault</c>.</summary>
    public static DecisionTable<LadderFacts, Stance> Stances { get; } = DecisionTable
        .For<LadderFacts, Stance>("ladder.stances")
        .Domain(f => f.Level, [.. LadderLevel.InOrder])
        .From(Sided)
        .Reasons(TextTable.Library, "Relationships.Ladder.", f => [f.Level])
        .Rule("supporter", f => f.Level == LadderLevel.CR1 || f.Level == LadderLevel.CR2, Stance.Supporter)
        .Rule("neutral", f => f.Level == LadderLevel.CR3, Stance.Neutral)
        .Rule("opponent", f => f.Level == LadderLevel.CR4 || f.Level == LadderLevel.CR5, Stance.Opponent)
        .Build(HitPolicy.Unique);

    /// <summary>Whether the method has a move between two levels.</summary>
    /// <param name="from">The level at which the move begins.</param>
    /// <param name="to">The level to which the move would lead.</param>
    /// <returns>True for the moves of 《B2B 大客户开发与管理》; also for CR1 → CR1, which is to develop.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static bool IsMove(LadderLevel from, LadderLevel to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return LadderMove.InOrder.Any(move => move.From == from && move.To == to);
    }

    private static MovePlan PlanOf(LadderMove move) => new(
        TextTable.Library[$"Relationships.MovePlan.{move.Name}.Strategy"],
        [TextTable.Library[$"Relationships.MovePlan.{move.Name}.First"], TextTable.Library[$"Relationships.MovePlan.{move.Name}.Second"]]);
}
