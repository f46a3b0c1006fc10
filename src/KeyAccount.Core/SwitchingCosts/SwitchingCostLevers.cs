using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The facets that each lever raises, and by how much per step: data that a company replaces with its own.</summary>
/// <remarks>Immutable and safe to share between threads; compared by reference.</remarks>
public sealed class SwitchingCostLevers : IModel
{
    private static readonly Provenance Main =
        Provenance.LibraryDefault(
            $"{SourceTitle.Selling} names the lever; that it mainly raises this facet, by a full step of 10 points, is ours");
    private static readonly Provenance Side =
        Provenance.LibraryDefault($"{SourceTitle.Selling} names the lever; that it also raises this facet, by half a step, is ours");

    private readonly ILookup<SwitchingCostLever, FacetEffect> _effects;

    /// <summary>Makes a set of effects.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="effects">The effects, at least one; each facet of a lever once. A lever may have none.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="effects"/> or an effect is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong; the exception holds every fault with its path.</exception>
    public SwitchingCostLevers(string id, params FacetEffect[] effects)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(effects);
        foreach (var effect in effects)
            ArgumentNullException.ThrowIfNull(effect, nameof(effects));
        var faults = FaultsOf(effects);
        if (faults.Count > 0)
            throw new InvalidModelException(id, faults);
        Id = id;
        Effects = [.. effects.OrderBy(effect => effect.Lever.Value).ThenBy(effect => effect.Facet.Value)];
        _effects = Effects.ToLookup(effect => effect.Lever);
    }

    /// <summary>The five levers of 《大客户销售技巧（客户关系管理篇）》 with the facets each raises; which, and by how much, is a
    /// <c>LibraryDefault</c>.</summary>
    public static SwitchingCostLevers Standard { get; } = new(
        "switchingCost.levers",
        Full(SwitchingCostLever.ProductAndTechnology, CostFacet.Learning),
        Full(SwitchingCostLever.ProductAndTechnology, CostFacet.SetUp),
        Half(SwitchingCostLever.ProductAndTechnology, CostFacet.EconomicRisk),
        Full(SwitchingCostLever.Service, CostFacet.BenefitLoss),
        Half(SwitchingCostLever.Service, CostFacet.EconomicRisk),
        Full(SwitchingCostLever.Process, CostFacet.SetUp),
        Half(SwitchingCostLever.Process, CostFacet.Evaluation),
        Half(SwitchingCostLever.Process, CostFacet.Learning),
        Full(SwitchingCostLever.DedicatedAssets, CostFacet.MonetaryLoss),
        Half(SwitchingCostLever.DedicatedAssets, CostFacet.SetUp),
        Full(SwitchingCostLever.EmotionAndBrand, CostFacet.PersonalRelationship),
        Full(SwitchingCostLever.EmotionAndBrand, CostFacet.BrandRelationship));

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>The version of the effects; <c>1</c> unless <see cref="WithVersion"/> has named another.</summary>
    public string Version { get; private init; } = "1";

    /// <summary>The effects, by lever and facet.</summary>
    public IReadOnlyList<FacetEffect> Effects { get; }

    /// <summary>The same effects under another version, which distinguishes them from the ready ones.</summary>
    /// <param name="version">The version; not blank.</param>
    /// <returns>The new effects; these stay as they are.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public SwitchingCostLevers WithVersion(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return new(Id, [.. Effects]) { Version = version };
    }

    /// <summary>Each effect with its provenance.</summary>
    public IEnumerable<ModelDefault> Defaults => Effects.Select(effect => new ModelDefault(
        $"levers[\"{effect.Lever}\"].{effect.Facet}", Invariant($"{effect.Points} points per step"), effect.Provenance));

    /// <summary>The main costs a lever raises.</summary>
    /// <param name="lever">The lever.</param>
    /// <returns>The costs of its facets, each once, in the order of the term; none where it has no effect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lever"/> is null.</exception>
    public IReadOnlyList<MainCost> CostsRaisedBy(SwitchingCostLever lever)
    {
        ArgumentNullException.ThrowIfNull(lever);
        return [.. _effects[lever].Select(effect => effect.Facet.MainCost).Distinct().OrderBy(cost => cost.Value)];
    }

    /// <summary>All levers with their present strength and what one more step of each would do to the barrier, the one that raises it most
    /// first: each step is scored by the scorecard itself.</summary>
    /// <param name="facts">The known facts of the customer.</param>
    /// <param name="model">The scorecard of the barrier; null for <see cref="SwitchingCost.Standard"/>.</param>
    /// <returns>The five levers; levers with the same gain are in the order of the term.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public IReadOnlyList<LeverStanding> Rank(SwitchingCostFacts facts, Scorecard<SwitchingCostFacts, BarrierLevel>? model = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        model ??= SwitchingCost.Standard;
        var now = model.Score(facts);
        return [.. SwitchingCostLever.InOrder
            .Select(lever => StandingOf(lever, facts, model, now))
            .OrderByDescending(standing => standing.Gain ?? 0)
            .ThenBy(standing => standing.Lever.Value)];
    }

    private static FacetEffect Full(SwitchingCostLever lever, CostFacet facet) => new(lever, facet, SwitchingCost.Step, Main);

    private static FacetEffect Half(SwitchingCostLever lever, CostFacet facet) => new(lever, facet, SwitchingCost.Step / 2, Side);

    private static List<ModelFault> FaultsOf(FacetEffect[] effects)
    {
        var faults = new List<ModelFault>();
        if (effects.Length == 0)
            faults.Add(new("effects", "it is empty; at least one effect is needed"));
        for (var i = 0; i < effects.Length; i++)
        {
            var effect = effects[i];
            var path = Invariant($"effects[{i}]");
            if (effect.Lever is null)
                faults.Add(new($"{path}.lever", "it is null"));
            if (effect.Facet is null)
                faults.Add(new($"{path}.facet", "it is null"));
            if (effects.Take(i).Any(other => other.Lever == effect.Lever && other.Facet == effect.Facet))
                faults.Add(new(path, $"the effect of {effect.Lever} on {effect.Facet} is duplicated"));
            if (effect.Points is not (> 0 and <= 100))
                faults.Add(new($"{path}.points", Invariant($"{effect.Points} is not above 0 and at most 100")));
        }

        return faults;
    }

    private LeverStanding StandingOf(
        SwitchingCostLever lever, SwitchingCostFacts facts, Scorecard<SwitchingCostFacts, BarrierLevel> model, double now)
    {
        var raised = _effects[lever].Aggregate(facts, (these, effect) => effect.Facet.Raised(these, effect.Points));
        var then = model.Score(raised);
        var strength =
            BarrierPart<SwitchingCostLever>.Of(lever, _effects[lever].Select(effect => (effect.Points, effect.Facet.PointsIn(facts))));
        return new(lever, strength.Score, strength.Range, double.IsNaN(now) ? null : ScoreRounding.Round(then - now), model.BandOf(raised));
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, version and how many effects.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id} {Version}: {Effects.Count} effects");
}
