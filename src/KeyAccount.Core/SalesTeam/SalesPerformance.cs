using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The management of sales performance: the nine pitfalls in the records, and the focus of each role.</summary>
/// <remarks>Pitfalls and roles come from 《B2B 大客户开发与管理》; the evidence for a pitfall and the focus of a role are a
/// <c>LibraryDefault</c>.</remarks>
public static class SalesPerformance
{
    /// <summary>The lowest acceptable weight of the process: a fifth. Provenance: <c>LibraryDefault</c>.</summary>
    public const double LeastProcessWeight = 0.2;

    /// <summary>The number of periods with the same targets from which targets count as fixed: 3. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int FixedFrom = 3;

    /// <summary>The number of days within which signing an unchanged proposal counts as a mere signature: 1. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const int SignatureDays = 1;

    /// <summary>Evidence in the records → every pitfall; none if there is no evidence.</summary>
    public static DecisionTable<PitfallFacts, Pitfall> Pitfalls { get; } = DecisionTable
        .For<PitfallFacts, Pitfall>("performance.pitfalls")
        .Domain(f => f.OnlyHumanResources, 0, 1)
        .Domain(f => f.OnlyDeductions, 0, 1)
        .Domain(f => f.WithoutCoaching, 0, 1)
        .Domain(f => f.LightOnProcess, 0, 1)
        .Domain(f => f.MerelySigned, 0, 1)
        .Domain(f => f.WithoutProcess, 0, 1)
        .Domain(f => f.Unchanged, FixedFrom - 1, FixedFrom)
        .Domain(f => f.Skipped, 0, 1)
        .Domain(f => f.WithoutFeedback, 0, 1)
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} names the nine pitfalls; what shows them is ours"))
        .Reasons(
            TextTable.Library, "SalesTeam.Pitfalls.",
            f =>
            [
                f.Periods, f.OnlyHumanResources, f.OnlyDeductions, f.WithoutCoaching, f.LightOnProcess, f.MerelySigned, f.WithoutProcess,
                f.Unchanged, f.Skipped, f.WithoutFeedback,
            ])
        .Rule("leftToHumanResources", f => f.OnlyHumanResources > 0, Pitfall.LeftToHumanResources)
        .Rule("faultFinding", f => f.OnlyDeductions > 0, Pitfall.FaultFinding)
        .Rule("noCoaching", f => f.WithoutCoaching > 0, Pitfall.NoCoaching)
        .Rule("onlyQuantities", f => f.LightOnProcess > 0, Pitfall.OnlyQuantities)
        .Rule("mereSignature", f => f.MerelySigned > 0, Pitfall.MereSignature)
        .Rule("onlyResults", f => f.WithoutProcess > 0, Pitfall.OnlyResults)
        .Rule("fixedTargets", f => f.Unchanged >= FixedFrom, Pitfall.FixedTargets)
        .Rule("notSustained", f => f.Skipped > 0, Pitfall.NotSustained)
        .Rule("noFeedback", f => f.WithoutFeedback > 0, Pitfall.NoFeedback)
        .Build(HitPolicy.Collect);

    /// <summary>Position → its concerns; complete.</summary>
    public static DecisionTable<RoleFocusFacts, RoleFocus> RoleFocuses { get; } = DecisionTable
        .For<RoleFocusFacts, RoleFocus>("performance.roleFocus")
        .Domain(f => f.Position, [.. SalesPosition.InOrder])
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} asks for the focus of four roles and does not give it"))
        .Reasons(TextTable.Library, "SalesTeam.RoleFocuses.")
        .Rule("vicePresident", f => f.Position == SalesPosition.VicePresident,
            new([PerformanceConcern.StrategyAndMarkets, PerformanceConcern.StructureOfPay, PerformanceConcern.ForecastAccuracy]))
        .Rule("director", f => f.Position == SalesPosition.Director,
            new([PerformanceConcern.FunnelHealth, PerformanceConcern.KeyDeals, PerformanceConcern.DevelopingManagers]))
        .Rule("manager", f => f.Position == SalesPosition.Manager,
            new([PerformanceConcern.WeeklyLogs, PerformanceConcern.CoachingPeople, PerformanceConcern.StageMoves]))
        .Rule("humanResources", f => f.Position == SalesPosition.HumanResources,
            new([PerformanceConcern.FairTargets, PerformanceConcern.PerformanceCalendar, PerformanceConcern.PersonalRecords]))
        .Rule("representative", f => f.Position == SalesPosition.Representative,
            new([PerformanceConcern.OwnFunnel, PerformanceConcern.WeeklyLogs]))
        .Build(HitPolicy.Unique);

    /// <summary>Finds the pitfalls in performance records, person by person, with the periods that show them.</summary>
    /// <param name="periods">The periods of one person or of many, in any order.</param>
    /// <param name="asOf">The day as of which the records are judged; later events do not count.</param>
    /// <returns>The findings, by person and then in the order of the nine pitfalls.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> or a period is null.</exception>
    public static IReadOnlyList<PitfallFinding> PitfallsIn(IReadOnlyList<PerformancePeriod> periods, LocalDate asOf)
    {
        Guard.NoNull(periods);
        Guard.Iso(asOf);
        return
        [
            .. periods.Where(period => period.Start <= asOf).GroupBy(period => period.Person, StringComparer.Ordinal)
                .OrderBy(person => person.Key, StringComparer.Ordinal)
                .SelectMany(person => PitfallsOf(
                    person.Key, [.. person.OrderBy(period => period.Start).ThenBy(period => period.End)], asOf)),
        ];
    }

    private static IEnumerable<PitfallFinding> PitfallsOf(string person, PerformancePeriod[] periods, LocalDate asOf)
    {
        var (unchanged, skipped) = (UnchangedIn(periods), SkippedIn(periods, asOf));
        var shown = new Dictionary<Pitfall, string[]>
        {
            [Pitfall.LeftToHumanResources] = Where(period => period.Authors.Count > 0
                && period.Authors.All(author => author == SalesPosition.HumanResources)),
            [Pitfall.FaultFinding] = Where(period => period is { Deductions: > 0, Rewards: 0 }),
            [Pitfall.NoCoaching] = Where(period => period.End < asOf && !period.CoachedOn.Any(day => day <= asOf)),
            [Pitfall.OnlyQuantities] = Where(IsLight),
            [Pitfall.MereSignature] = Where(period => period is { IsSignedAsProposed: true, ProposedOn: { } proposed, SignedOn: { } signed }
                && signed >= proposed && Period.DaysBetween(proposed, signed) <= SignatureDays),
            [Pitfall.OnlyResults] = Where(
                period => IsLight(period) || (period.End < asOf && !period.CheckedOn.Any(day => day <= period.End))),
            [Pitfall.FixedTargets] = unchanged,
            [Pitfall.NotSustained] = skipped.Evidence,
            [Pitfall.NoFeedback] = Where(period => ClosedLoop.IsDue(period, asOf) && !(period.FeedbackOn <= asOf)),
        };
        PitfallFacts facts = new()
        {
            Periods = periods.Length,
            OnlyHumanResources = shown[Pitfall.LeftToHumanResources].Length,
            OnlyDeductions = shown[Pitfall.FaultFinding].Length,
            WithoutCoaching = shown[Pitfall.NoCoaching].Length,
            LightOnProcess = shown[Pitfall.OnlyQuantities].Length,
            MerelySigned = shown[Pitfall.MereSignature].Length,
            WithoutProcess = shown[Pitfall.OnlyResults].Length,
            Unchanged = unchanged.Length,
            Skipped = skipped.Count,
            WithoutFeedback = shown[Pitfall.NoFeedback].Length,
        };
        return Pitfalls.Decide(facts).Hits.Select(hit => new PitfallFinding(hit.Advice, person, hit.Reason, shown[hit.Advice]));

        string[] Where(Func<PerformancePeriod, bool> isShown) => [.. periods.Where(isShown).Select(Named)];
    }

    private static bool IsLight(PerformancePeriod period) => period.ProcessWeight < LeastProcessWeight;

    // The longest row of periods with the same targets. A period that is missing, or has no targets, ends a row.
    private static string[] UnchangedIn(PerformancePeriod[] periods)
    {
        var (best, row) = (new List<PerformancePeriod>(), new List<PerformancePeriod>());
        foreach (var period in periods)
        {
            if (row.Count > 0
                && (MissingAfter(row[^1], period.Start) > 0 || !TargetsOf(row[^1]).SequenceEqual(TargetsOf(period))))
                row = [];
            if (period.Targets.Count == 0)
                continue;
            row.Add(period);
            if (row.Count > best.Count)
                best = row;
        }

        return [.. best.Select(Named)];
    }

    private static IEnumerable<(string Metric, double Target)> TargetsOf(PerformancePeriod period) =>
        period.Targets.Select(target => (target.Metric, target.Target)).OrderBy(target => target.Metric, StringComparer.Ordinal)
            .ThenBy(target => target.Target);

    // A gap as long as a period, between two or since the last, is a period that was skipped.
    private static (int Count, string[] Evidence) SkippedIn(PerformancePeriod[] periods, LocalDate asOf)
    {
        var (count, evidence) = (0, new List<string>());
        for (var i = 0; i < periods.Length; i++)
        {
            var until = i + 1 < periods.Length ? periods[i + 1].Start : asOf;
            var missing = MissingAfter(periods[i], until);
            if (missing == 0)
                continue;
            count += missing;
            evidence.Add(Invariant($"{periods[i].End.PlusDays(1):R} – {until.PlusDays(-1):R}"));
        }

        return (count, [.. evidence]);
    }

    // How many periods of the same length fit between the end of one and a day.
    private static int MissingAfter(PerformancePeriod period, LocalDate until)
    {
        var length = Period.DaysBetween(period.Start, period.End) + 1;
        var gap = until <= period.End ? 0 : Period.DaysBetween(period.End, until) - 1;

        // Quarters differ by two days, months by three.
        return (gap + Math.Min(3, (length + 9) / 10)) / length;
    }

    private static string Named(PerformancePeriod period) => Invariant($"{period.Start:R} – {period.End:R}");
}
