using System.Linq.Expressions;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>One of the eight facets of the cost of switching.</summary>
/// <remarks>Facets and types: Literature, Burnham, Frels &amp; Mahajan 2003, JAMS 31:109–126. The grouping into four main costs is a
/// <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CostFacet>))]
public sealed class CostFacet : Term<CostFacet>
{
    /// <summary>The uncertainty whether another supplier performs as well; value 1.</summary>
    public static readonly CostFacet EconomicRisk =
        new(nameof(EconomicRisk), 1, MainCost.Risk, CostType.Procedural, f => f.EconomicRisk,
            (f, points) => f with { EconomicRisk = points });

    /// <summary>The time and effort of searching and comparing; value 2.</summary>
    public static readonly CostFacet Evaluation =
        new(nameof(Evaluation), 2, MainCost.Procedural, CostType.Procedural, f => f.Evaluation,
            (f, points) => f with { Evaluation = points });

    /// <summary>The time and effort of learning to use another product; value 3.</summary>
    public static readonly CostFacet Learning =
        new(nameof(Learning), 3, MainCost.Procedural, CostType.Procedural, f => f.Learning,
            (f, points) => f with { Learning = points });

    /// <summary>The time and effort of starting with another supplier; value 4.</summary>
    public static readonly CostFacet SetUp =
        new(nameof(SetUp), 4, MainCost.Procedural, CostType.Procedural, f => f.SetUp,
            (f, points) => f with { SetUp = points });

    /// <summary>Rebates, terms and privileges that end with the relationship; value 5.</summary>
    public static readonly CostFacet BenefitLoss =
        new(nameof(BenefitLoss), 5, MainCost.Financial, CostType.Financial, f => f.BenefitLoss,
            (f, points) => f with { BenefitLoss = points });

    /// <summary>The one-time costs of switching; value 6.</summary>
    public static readonly CostFacet MonetaryLoss =
        new(nameof(MonetaryLoss), 6, MainCost.Financial, CostType.Financial, f => f.MonetaryLoss,
            (f, points) => f with { MonetaryLoss = points });

    /// <summary>The bonds with our people; value 7.</summary>
    public static readonly CostFacet PersonalRelationship =
        new(nameof(PersonalRelationship), 7, MainCost.Relational, CostType.Relational, f => f.PersonalRelationship,
            (f, points) => f with { PersonalRelationship = points });

    /// <summary>The bonds with our brand; value 8.</summary>
    public static readonly CostFacet BrandRelationship =
        new(nameof(BrandRelationship), 8, MainCost.Relational, CostType.Relational, f => f.BrandRelationship,
            (f, points) => f with { BrandRelationship = points });

    private readonly Func<SwitchingCostFacts, double?, SwitchingCostFacts> _with;
    private readonly Lazy<Func<SwitchingCostFacts, double?>> _points;

    private CostFacet(
        string name,
        int value,
        MainCost mainCost,
        CostType type,
        Expression<Func<SwitchingCostFacts, double?>> measure,
        Func<SwitchingCostFacts, double?, SwitchingCostFacts> with)
        : base(name, value)
    {
        MainCost = mainCost;
        Type = type;
        Measure = measure;
        _with = with;
        _points = new(measure.Compile);
    }

    /// <summary>The main cost to which the facet belongs. Provenance: <c>LibraryDefault</c>.</summary>
    public MainCost MainCost { get; }

    /// <summary>The type to which the literature assigns the facet.</summary>
    public CostType Type { get; }

    /// <summary>The key of the criterion: <c>economicRisk</c>.</summary>
    internal string Key => KeyOf(Name);

    internal Text Label => Texts.Name;

    internal Expression<Func<SwitchingCostFacts, double?>> Measure { get; }

    internal static string KeyOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    internal double? PointsIn(SwitchingCostFacts facts) => _points.Value(facts);

    /// <summary>The facts with the facet raised, to 100 at most; unknown facts stay unknown.</summary>
    internal SwitchingCostFacts Raised(SwitchingCostFacts facts, double by) =>
        PointsIn(facts) is { } points ? With(facts, Math.Min(100, points + by)) : facts;

    internal SwitchingCostFacts With(SwitchingCostFacts facts, double? points) => _with(facts, points);
}
