using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>What a user would write for one model and never change: eight facets in four costs that count the same, the weight of what is
/// missing shared, unrated below half.</summary>
public static class HandWrittenSwitchingCost
{
    public static double Score(SwitchingCostFacts facts)
    {
        double sum = 0, known = 0;
        Add(6, facts.EconomicRisk);
        Add(2, facts.Evaluation);
        Add(2, facts.Learning);
        Add(2, facts.SetUp);
        Add(3, facts.BenefitLoss);
        Add(3, facts.MonetaryLoss);
        Add(3, facts.PersonalRelationship);
        Add(3, facts.BrandRelationship);
        return known < 12 ? double.NaN : Math.Floor((sum / known * 1e6) + 0.5) / 1e6;

        void Add(double weight, double? points)
        {
            if (points is not { } those)
                return;
            sum += weight * those;
            known += weight;
        }
    }
}
