using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>One criterion of a random scorecard. <see cref="Level"/> is the place in <see cref="Measures.Terms"/> of one that takes a
/// term.</summary>
internal sealed record RandomCriterion(string Key, double Weight, Measure? Measure, int Level, Scale Scale)
{
    public double? RawInWords(Figures facts) => Measure is not null ? Measure.InWords(facts) : Measures.Terms[Level].InWords(facts)?.Value;
}

/// <summary>One case of a property: a scorecard of random parts and the accounts to score with it. Values on a knot and scores on a cut are
/// frequent, because that is where scores go wrong.</summary>
internal sealed record RandomCard(
    IReadOnlyList<(double? GroupWeight, RandomCriterion[] Criteria)> Sections,
    IReadOnlyList<(Condition When, string HighestBand)> Caps,
    MissingData Policy,
    double? MinimumCoverage,
    (double From, string Band)[] Bands,
    Figures[] Accounts)
{
    /// <summary>Gets the cases.</summary>
    /// <remarks>Every shape of measure, everything else random too.</remarks>
    public static Gen<RandomCard> Any { get; } = Cards(MeasuresOf(9), terms: 4, accounts: 40);

    /// <summary>Gets cases in which each criterion reads a member of its own, and nothing else.</summary>
    public static Gen<RandomCard> AnyPlain { get; } =
        Cards(
            Gen.Shuffle(Measures.Plain).SelectMany(all => Gen.Choose(1, all.Length).Select(count => all[..count])), terms: 2, accounts: 20);

    public Scorecard<Figures, string> Scorecard { get; } = Build(Sections, Caps, Policy, MinimumCoverage, Bands);

    public IReadOnlyList<RandomCriterion> Criteria { get; } = [.. Sections.SelectMany(section => section.Criteria)];

    /// <summary>The same scorecard with one account of the case, for each: what FsCheck tries to make a failure small.</summary>
    public IEnumerable<RandomCard> Smaller() => Accounts.Length == 1 ? [] : Accounts.Select(account => this with { Accounts = [account] });

    /// <summary>The same measures and caps with another weight and the opposite scale for each criterion, another policy and other cuts.</summary>
    public RandomCard WithOtherNumbers() => new(
        [
            .. Sections.Select(section => (
                section.GroupWeight * 3, section.Criteria.Select((each, i) => each with { Weight = each.Weight + i, Scale = Opposite(each.Scale) }).ToArray())),
        ],
        Caps,
        Policy == MissingData.Renormalize ? MissingData.AssumeMidpoint : MissingData.Renormalize,
        0.25,
        [.. Bands.Select(band => (band.From / 2, band.Band))],
        Accounts);

    private static Scale Opposite(Scale scale) => scale.Kind switch
    {
        ScaleKind.Linear => Scale.Linear([.. scale.Knots.Select(knot => (knot.Raw, 100 - knot.Points))]),
        ScaleKind.Steps => Scale.Steps([.. scale.Knots.Select(knot => (knot.Raw, 100 - knot.Points))]),
        _ => scale,
    };

    public override string ToString() =>
        $"{Policy} {MinimumCoverage:R}, bands {string.Join(' ', Bands.Select(band => $"{band.From:R}"))}, "
        + string.Join("; ", Sections.SelectMany(section => section.Criteria.Select(each =>
            $"{section.GroupWeight:R} {each.Weight:R} {each.Measure?.Name ?? Measures.Terms[each.Level].Name} {each.Scale.Kind} "
            + string.Join(' ', each.Scale.Knots.Select(knot => $"({knot.Raw:R}, {knot.Points:R})")))))
        + $"; caps {string.Join("; ", Caps.Select(cap => $"{cap.When.Name} {cap.HighestBand}"))}"
        + (Accounts is [var account] ? $": {account}" : "");

    private static Gen<Measure[]> MeasuresOf(int atMost) =>
        Gen.Choose(1, atMost).SelectMany(count => Gen.Elements(Measures.All).ArrayOf(count));

    private static Gen<RandomCard> Cards(Gen<Measure[]> measures, int terms, int accounts) =>
        from chosen in measures
        from criteria in chosen.Aggregate(
            Gen.Constant<RandomCriterion[]>([]),
            (before, measure) =>
                from some in before
                from one in RandomParts.Criterion($"c{some.Length}", measure, terms)
                select (RandomCriterion[])[.. some, one])
        from sections in RandomParts.Sections(criteria)
        from policy in RandomParts.Policy
        from coverage in RandomParts.Coverage
        from facts in RandomParts.Accounts(criteria, accounts)
        from bands in RandomParts.Bands(Scores(sections, policy, coverage, facts))
        from conditions in Gen.Choose(0, 3).SelectMany(count => Gen.Elements(Measures.Conditions).ArrayOf(count))
        from limits in Gen.Elements(bands).ArrayOf(conditions.Length)
        select new RandomCard(
            sections, [.. conditions.Zip(limits, (condition, limit) => (condition, limit.Band))], policy, coverage, bands, facts);

    // Cuts are taken from these, so that scores meet them.
    private static double[] Scores(
        IReadOnlyList<(double? GroupWeight, RandomCriterion[] Criteria)> sections, MissingData policy, double? coverage, Figures[] facts)
    {
        var scorecard = Build(sections, [], policy, coverage, [(0, "any")]);
        return [.. facts.Take(8).Select(scorecard.Assess).Where(each => each.IsRated).Select(each => each.Score!.Value)];
    }

    private static Scorecard<Figures, string> Build(
        IReadOnlyList<(double? GroupWeight, RandomCriterion[] Criteria)> sections,
        IReadOnlyList<(Condition When, string HighestBand)> caps,
        MissingData policy,
        double? coverage,
        (double From, string Band)[] bands)
    {
        var builder = Core.Scoring.Scorecard.For<Figures, string>("random").MissingData(policy, coverage).Bands(bands);
        for (var i = 0; i < sections.Count; i++)
        {
            var (groupWeight, criteria) = sections[i];
            if (groupWeight is null)
                Array.ForEach(criteria, each => Add(builder, each));
            else
                builder.Group($"g{i}", groupWeight.Value, group => Array.ForEach(criteria, each => Add(group, each)));
        }

        for (var i = 0; i < caps.Count; i++)
            builder.Cap($"cap{i}", caps[i].When.Expression, caps[i].HighestBand);
        return builder.Build();
    }

    private static void Add<TBuilder>(CriteriaBuilder<Figures, TBuilder> builder, RandomCriterion criterion)
        where TBuilder : CriteriaBuilder<Figures, TBuilder>
    {
        if (criterion.Measure is not null)
            builder.Criterion(criterion.Key, criterion.Weight, criterion.Measure.Expression, criterion.Scale);
        else
            builder.Criterion(criterion.Key, criterion.Weight, Measures.Terms[criterion.Level].Expression, criterion.Scale);
    }
}
