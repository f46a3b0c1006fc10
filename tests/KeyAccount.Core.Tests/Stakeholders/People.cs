using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Tests.Stakeholders;

/// <summary>People and maps for the tests of the room.</summary>
internal static class People
{
    /// <summary>The ladder of the library, as a map takes it.</summary>
    public static readonly StakeholderModels OnLadder = new(Ladder.Points, Ladder.Stances, Ladder.Moves);

    /// <summary>The eight people of methods.md.</summary>
    public static readonly Stakeholder[] Eight =
    [
        new() { Id = "gm", Name = "general manager", Role = StakeholderRole.KDM, ManagementLevel = ManagementLevel.Top, Influence = 10,
            Ladder = LadderLevel.CR3 },
        new() { Id = "pd", Name = "purchasing director", Role = StakeholderRole.KDM, ManagementLevel = ManagementLevel.Top, Influence = 8,
            Ladder = LadderLevel.CR2 },
        new() { Id = "td", Name = "technical director", Role = StakeholderRole.KI, ManagementLevel = ManagementLevel.Middle, Influence = 7,
            Ladder = LadderLevel.CR1 },
        new() { Id = "fm", Name = "finance manager", Role = StakeholderRole.KI, ManagementLevel = ManagementLevel.Middle, Influence = 5 },
        new() { Id = "wh", Name = "workshop head", Role = StakeholderRole.KU, ManagementLevel = ManagementLevel.Middle, Influence = 4,
            Ladder = LadderLevel.CR2 },
        new() { Id = "pe", Name = "process engineer", Role = StakeholderRole.KU, ManagementLevel = ManagementLevel.Base, Influence = 3,
            Ladder = LadderLevel.CR1 },
        new() { Id = "qe", Name = "quality engineer", Role = StakeholderRole.KI, ManagementLevel = ManagementLevel.Base, Influence = 3,
            Ladder = LadderLevel.CR4 },
        new() { Id = "bu", Name = "buyer", Role = StakeholderRole.KI, ManagementLevel = ManagementLevel.Base, Influence = 2,
            Ladder = LadderLevel.CR5 },
    ];

    /// <summary>A map with the ladder of the library where no other is given.</summary>
    public static StakeholderMap Map(
        IReadOnlyList<Stakeholder> people, IReadOnlyList<Tie> ties, StakeholderModels? models = null, DecisionMode? decisionMode = null) =>
        new(people, ties, models ?? OnLadder, decisionMode);

    private static readonly Gen<Stakeholder> Anybody =
        from role in Gen.Elements<StakeholderRole?>([.. StakeholderRole.InOrder, null])
        from level in Gen.Elements<ManagementLevel?>([.. ManagementLevel.InOrder, null])
        from ladder in Gen.Elements<LadderLevel?>([.. LadderLevel.InOrder, null])
        from influence in Gen.Choose(0, 5)
        from coach in Gen.Choose(0, 5)
        from values in Gen.SubListOf<CustomerValue>([.. CustomerValue.InOrder])
        select new Stakeholder
        {
            Id = "", Role = role, ManagementLevel = level, Ladder = ladder, Influence = influence, IsCoach = coach == 0,
            Values = [.. values],
        };

    /// <summary>Maps of up to seven people with ties between some of them; strengths are powers of two, so that products are exact and
    /// often equal.</summary>
    public static Gen<(Stakeholder[] People, Tie[] Ties)> Maps { get; } =
        from count in Gen.Choose(0, 7)
        from people in Anybody.ArrayOf(count)
        from ties in TiesAmong(count)
        select (people.Select((person, i) => person with { Id = $"p{i}" }).ToArray(), ties);

    public static void ForAll<T>(Gen<T> cases, Action<T> holds, int tests = 1_000) =>
        Check.One(Seeded.Cases(tests), Prop.ForAll(cases.ToArbitrary(), holds));

    public static Stakeholder Person(string id, LadderLevel? ladder = null, double influence = 1) =>
        new() { Id = id, Influence = influence, Ladder = ladder };

    // Whoever reports, reports to somebody with a greater number: nobody reports in a circle.
    private static Gen<Tie[]> TiesAmong(int people)
    {
        var pairs = Enumerable.Range(0, people).SelectMany(
            from => Enumerable.Range(from + 1, people - from - 1).Select(to => (from, to))).ToArray();
        var tie =
            from pair in Gen.Elements(pairs)
            from kind in Gen.Elements<TieKind>([.. TieKind.InOrder])
            from strength in Gen.Elements(0.25, 0.5, 1.0)
            from turned in Gen.Elements(true, false)
            select turned && kind != TieKind.ReportsTo
                ? new Tie($"p{pair.to}", $"p{pair.from}", kind, strength)
                : new Tie($"p{pair.from}", $"p{pair.to}", kind, strength);
        return pairs.Length == 0
            ? Gen.Constant(Array.Empty<Tie>())
            : Gen.Choose(0, 12).SelectMany(size => tie.ArrayOf(size)).Select(ties => ties.DistinctBy(Identity).ToArray());
    }

    private static (string, string, TieKind) Identity(Tie tie) =>
        tie.Kind.IsMutual && string.CompareOrdinal(tie.From, tie.To) > 0 ? (tie.To, tie.From, tie.Kind) : (tie.From, tie.To, tie.Kind);
}
