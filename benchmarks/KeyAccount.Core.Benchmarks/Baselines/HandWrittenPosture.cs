using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>The price posture by tier, barrier and price sensitivity as a switch, without a reason.</summary>
public static class HandWrittenPosture
{
    public static string Of(PostureFacts facts) => (facts.Tier?.Value, facts.Barrier?.Value, facts.Sensitivity?.Value) switch
    {
        (null, _, _) => "ungraded",
        (_, _, 1) => "otherReasons",
        (_, 3, null) => "held.sensitivityUnknown",
        (_, 3, not 3) => "held",
        (3, 1, 3) => "priceBuyer",
        (3, _, _) => "tail",
        (1, 1, 3) => "exposed.a",
        (2, 1, 3) => "exposed.b",
        (_, null, _) or (_, _, null) => "learnFirst",
        _ => "exchange",
    };
}
