using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Rules;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Benchmarks;

/// <summary>The workload of the decision table benchmarks: the rules of <see cref="PricingPolicy.Posture"/> with their ids as advice, so
/// that a switch can give the same, and every combination of facts in random order.</summary>
public static class PostureTable
{
    public static DecisionTable<PostureFacts, string> Table { get; } = PricingPolicy.Posture.Rules
        .Aggregate(
            DecisionTable.For<PostureFacts, string>("posture")
                .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
                .Domain(f => f.Barrier, [.. BarrierLevel.InOrder, null])
                .Domain(f => f.Sensitivity, [.. PriceSensitivity.InOrder, null]),
            (table, rule) => table.Rule(rule.Id, rule.When, rule.Id))
        .Build(HitPolicy.First);

    public static PostureFacts[] Facts(int count)
    {
        var random = new Random(11_011);
        T? Perhaps<T>(IReadOnlyList<T> values)
            where T : class => random.Next(values.Count + 1) is var i && i < values.Count ? values[i] : null;
        return [.. Enumerable.Range(0, count).Select(_ => new PostureFacts
        {
            Tier = Perhaps(AccountTier.InOrder),
            Barrier = Perhaps(BarrierLevel.InOrder),
            Sensitivity = Perhaps(PriceSensitivity.InOrder),
        })];
    }

    /// <summary>The table and the switch do the same work.</summary>
    public static void AssertAgreement(PostureFacts[] facts)
    {
        if (!Array.TrueForAll(facts, each => Table.Decide(each).Advice == Baselines.HandWrittenPosture.Of(each)))
            throw new InvalidOperationException("The table and the switch say different things: they do not do the same work.");
    }
}
