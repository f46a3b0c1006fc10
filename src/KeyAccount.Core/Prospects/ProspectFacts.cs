using KeyAccount.Core.Grading;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Prospects;

/// <summary>What the priority of a prospect depends on.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record ProspectFacts
{
    /// <summary>How urgently it needs what we supply.</summary>
    public FactorLevel? NeedUrgency { get; init; }

    /// <summary>How well it fits our positioning; <see cref="FactorLevel.None"/> is outside of it.</summary>
    public FactorLevel? PositioningFit { get; init; }

    /// <summary>Whether it can pay.</summary>
    public PayingAbility? AbilityToPay { get; init; }

    /// <summary>What it is expected to buy in a year.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? ExpectedPurchases { get; init => field = FactRange<ProspectFacts>.Checked(value); }

    /// <summary>How well we get in: nobody known, somebody known, somebody on our side, a coach.</summary>
    public FactorLevel? Access { get; init; }

    /// <summary>How weak the present supplier's hold is.</summary>
    public FactorLevel? IncumbentWeakness { get; init; }

    /// <summary>How weak the hold of a present supplier is.</summary>
    /// <param name="satisfaction">How satisfied the customer is with it; null if not known.</param>
    /// <param name="barrier">How high the barrier is that binds the customer to it; null if not known.</param>
    /// <returns>Null if nothing is known. High where the customer is neither satisfied nor bound; none where it is both; medium where it
    /// is unsatisfied or free, low in between. Of what is not known, the middle is taken.</returns>
    public static FactorLevel? WeaknessOf(SatisfactionLevel? satisfaction, BarrierLevel? barrier)
    {
        if (satisfaction is null && barrier is null)
            return null;
        var (happy, bound) = (satisfaction ?? SatisfactionLevel.Medium, barrier ?? BarrierLevel.Medium);
        return happy == SatisfactionLevel.High && bound == BarrierLevel.High ? FactorLevel.None
            : happy == SatisfactionLevel.Low && bound == BarrierLevel.Low ? FactorLevel.High
            : happy == SatisfactionLevel.Low || bound == BarrierLevel.Low ? FactorLevel.Medium
            : FactorLevel.Low;
    }
}
