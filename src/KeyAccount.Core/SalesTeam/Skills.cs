using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The skills of people compared with the standard of a position, and the ways to close gaps.</summary>
/// <remarks>The kinds (attitude, knowledge, skill) come from 《B2B 大客户开发与管理》; competences, standard and training are a
/// <c>LibraryDefault</c>.</remarks>
public static class Skills
{
    /// <summary>Position and competence → the required level; complete. The first rule that matches answers.</summary>
    public static DecisionTable<SkillFacts, SkillLevel> Standard { get; } = DecisionTable
        .For<SkillFacts, SkillLevel>("skills.standard")
        .Domain(f => f.Position, [.. SalesPosition.InOrder])
        .Domain(f => f.Competence, [.. Competence.InOrder])
        .From(Provenance.LibraryDefault("no source gives levels; integrity is asked of everybody, the rest by what a position does"))
        .Reasons(TextTable.Library, "SalesTeam.SkillStandard.", f => [f.Competence, f.Position])
        .Rule("integrity", f => f.Competence == Competence.Integrity, SkillLevel.Proficient)
        .Rule("humanResources", f => f.Position == SalesPosition.HumanResources, SkillLevel.Assisted)
        .Rule("leaders.customers",
            f => (f.Position == SalesPosition.Director || f.Position == SalesPosition.VicePresident)
                && (f.Competence == Competence.CustomerInsight || f.Competence == Competence.RelationshipBuilding
                    || f.Competence == Competence.Negotiation),
            SkillLevel.Expert)
        .Rule("leaders.funnel",
            f => f.Position != SalesPosition.Representative && f.Competence == Competence.FunnelManagement, SkillLevel.Expert)
        .Rule("leaders", f => f.Position != SalesPosition.Representative, SkillLevel.Proficient)
        .Rule("representative.daily",
            f => f.Competence == Competence.NeedsDiscovery || f.Competence == Competence.RelationshipBuilding
                || f.Competence == Competence.SolutionValue,
            SkillLevel.Proficient)
        .Rule("representative", f => true, SkillLevel.Independent)
        .Build(HitPolicy.First);

    /// <summary>Kind and size of a gap → the measure that closes it; complete.</summary>
    public static DecisionTable<TrainingFacts, TrainingMeasure> Training { get; } = DecisionTable
        .For<TrainingFacts, TrainingMeasure>("skills.training")
        .Domain(f => f.Kind, [.. CompetenceKind.InOrder])
        .Domain(f => f.Gap, 1, 2, 3, 4)
        .From(Provenance.LibraryDefault($"{SourceTitle.Development} names attitude, knowledge and skill; what closes a gap is ours"))
        .Reasons(TextTable.Library, "SalesTeam.Training.", f => [f.Gap])
        .Rule("attitude", f => f.Kind == CompetenceKind.Attitude, TrainingMeasure.Mentoring)
        .Rule("knowledge.small", f => f.Kind == CompetenceKind.Knowledge && f.Gap == 1, TrainingMeasure.SelfStudy)
        .Rule("knowledge.large", f => f.Kind == CompetenceKind.Knowledge && f.Gap > 1, TrainingMeasure.Course)
        .Rule("skill.small", f => f.Kind == CompetenceKind.Skill && f.Gap == 1, TrainingMeasure.JointVisit)
        .Rule("skill.large", f => f.Kind == CompetenceKind.Skill && f.Gap > 1, TrainingMeasure.RolePlay)
        .Build(HitPolicy.Unique);

    /// <summary>Compares the skills of a person with the standard of the position.</summary>
    /// <param name="position">The position.</param>
    /// <param name="ratings">The known levels, each competence once.</param>
    /// <param name="standard">The standard; null for <see cref="Standard"/>.</param>
    /// <returns>Every competence, the widest gap first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="position"/>, <paramref name="ratings"/> or a rating is null.</exception>
    /// <exception cref="ArgumentException">A competence is rated twice.</exception>
    /// <exception cref="InvalidOperationException">The standard has no answer for the position and a competence.</exception>
    public static IReadOnlyList<SkillGap> GapsOf(
        SalesPosition position, IReadOnlyList<SkillRating> ratings, DecisionTable<SkillFacts, SkillLevel>? standard = null)
    {
        ArgumentNullException.ThrowIfNull(position);
        Guard.NoNull(ratings);
        var known = new Dictionary<Competence, SkillLevel>();
        for (var i = 0; i < ratings.Count; i++)
        {
            if (!known.TryAdd(ratings[i].Competence, ratings[i].Level))
            {
                throw new ArgumentException(
                    Invariant($"ratings[{i}].Competence is {ratings[i].Competence.Name}, which is duplicated; ")
                    + "each competence must be rated once.",
                    nameof(ratings));
            }
        }

        return
        [
            .. Competence.InOrder.Select(competence =>
            {
                var required = (standard ?? Standard).Decide(new(position, competence)).Advice ?? throw new InvalidOperationException(
                    $"The standard has no level for {position.Name} and {competence.Name}; add a rule that covers them.");
                var actual = known.GetValueOrDefault(competence);
                var gap = actual is null ? 0 : required.Value - actual.Value;
                var hit = gap > 0 ? Training.Decide(new(competence.Kind, gap)).Hits[0] : null;
                return new SkillGap(competence, required, actual, hit?.Advice, hit?.Reason);
            }).OrderByDescending(gap => gap.Levels ?? 0).ThenBy(gap => gap.Competence.Value),
        ];
    }

    /// <summary>Calculates how much of the standard is met: Σ min(level, required) / Σ required, over the competences that were
    /// rated.</summary>
    /// <param name="gaps">The competences of one person or of many.</param>
    /// <returns>The share, as a fraction; null if nothing was rated.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="gaps"/> or an entry is null.</exception>
    public static double? ShareOf(IReadOnlyList<SkillGap> gaps)
    {
        Guard.NoNull(gaps);
        var rated = gaps.Where(gap => gap.Levels is not null).ToArray();
        return rated.Length == 0 ? null
            : rated.Sum(gap => Math.Min(gap.Actual!.Value, gap.Required.Value)) / (double)rated.Sum(gap => gap.Required.Value);
    }
}
