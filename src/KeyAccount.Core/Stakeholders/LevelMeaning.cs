using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The meaning of one level of the ladder on a map: all that a map asks its models, and therefore what is stored of
/// them.</summary>
internal sealed record LevelMeaning(
    LadderLevel Level, double? Points, IReadOnlyList<Hit<Stance>> Stances, IReadOnlyList<Hit<LadderMove>> Moves)
{
    public IReadOnlyList<Hit<Stance>> Stances { get; init; } = ValueList.Of(Stances);

    public IReadOnlyList<Hit<LadderMove>> Moves { get; init; } = ValueList.Of(Moves);

    public static LevelMeaning Of(LadderLevel level, StakeholderModels models) => new(
        level,
        models.Points.Points(level.Value) is var points && double.IsNaN(points) ? null : points,
        models.StanceOn(level).Hits,
        models.MovesFrom(level).Hits);

    /// <summary>A scale that says what the levels say.</summary>
    public static Scale ScaleOf(IReadOnlyList<LevelMeaning> levels) =>
        Scale.Levels([.. levels.Select(each => (each.Level, each.Points ?? double.NaN))]);

    /// <summary>A table that answers what the levels say.</summary>
    public static DecisionTable<LadderFacts, TAdvice> TableOf<TAdvice>(
        ModelVersion model, IReadOnlyList<LevelMeaning> levels, Func<LevelMeaning, IReadOnlyList<Hit<TAdvice>>> hitsOf)
    {
        var table = DecisionTable.For<LadderFacts, TAdvice>(model.Id)
            .Version(model.Version)
            .Domain(f => f.Level, [.. LadderLevel.InOrder]);
        foreach (var rule in levels.SelectMany(level => hitsOf(level).Select(hit => (level.Level, Hit: hit)))
            .GroupBy(each => each.Hit.RuleId, StringComparer.Ordinal))
        {
            var reasons = rule.ToDictionary(each => each.Level, each => each.Hit.Reason);
            LadderLevel?[] matching = [.. reasons.Keys];
            table.Rule(
                rule.Key, f => Enumerable.Contains(matching, f.Level), rule.First().Hit.Advice, new Text("{0}", "{0}", "{0}"),
                f => [f.Level is { } level ? reasons[level] : null]);
        }

        return table.Build(HitPolicy.Collect);
    }
}

/// <summary>Which model it is.</summary>
internal sealed record ModelVersion(string Id, string Version)
{
    public static ModelVersion Of(IModel model) => new(model.Id, model.Version);
}
