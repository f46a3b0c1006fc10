using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>The facets of switching costs that a customer would bear, in points: 0 none … 100 the highest of the scale.</summary>
/// <remarks>Immutable, with value equality. Null is not known, never zero. Where the facets are asked in a survey,
/// <see cref="SwitchingCostSurvey"/> makes them from the answers.</remarks>
public sealed record SwitchingCostFacts
{
    /// <summary>The uncertainty whether another supplier performs as well, 0 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? EconomicRisk { get; init => field = FactRange<SwitchingCostFacts>.Checked(value); }

    /// <summary>The time and effort of searching and comparing, 0 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? Evaluation { get; init => field = FactRange<SwitchingCostFacts>.Checked(value); }

    /// <summary>The time and effort of learning to use another product, 0 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? Learning { get; init => field = FactRange<SwitchingCostFacts>.Checked(value); }

    /// <summary>The time and effort of starting with another supplier, 0 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? SetUp { get; init => field = FactRange<SwitchingCostFacts>.Checked(value); }

    /// <summary>Rebates, terms and privileges that end with the relationship, 0 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? BenefitLoss { get; init => field = FactRange<SwitchingCostFacts>.Checked(value); }

    /// <summary>The one-time costs of switching, 0 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? MonetaryLoss { get; init => field = FactRange<SwitchingCostFacts>.Checked(value); }

    /// <summary>The bonds with our people, 0 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? PersonalRelationship { get; init => field = FactRange<SwitchingCostFacts>.Checked(value); }

    /// <summary>The bonds with our brand, 0 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 … 100.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? BrandRelationship { get; init => field = FactRange<SwitchingCostFacts>.Checked(value); }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All facts by name.</returns>
    public override string ToString() =>
        Invariant($"SwitchingCostFacts {{ EconomicRisk = {EconomicRisk}, Evaluation = {Evaluation}, Learning = {Learning}, ")
        + Invariant($"SetUp = {SetUp}, BenefitLoss = {BenefitLoss}, MonetaryLoss = {MonetaryLoss}, ")
        + Invariant($"PersonalRelationship = {PersonalRelationship}, BrandRelationship = {BrandRelationship} }}");
}
