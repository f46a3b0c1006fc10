using KeyAccount.Core.Grading;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Prospects;

/// <summary>The facts that decide the priority of a prospect.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record ProspectFacts
{
    /// <summary>The urgency of its need for what we supply.</summary>
    public FactorLevel? NeedUrgency { get; init; }

    /// <summary>The fit with our positioning; <see cref="FactorLevel.None"/> is outside of it.</summary>
    public FactorLevel? PositioningFit { get; init; }

    /// <summary>The ability to pay.</summary>
    public PayingAbility? AbilityToPay { get; init; }

    /// <summary>The expected yearly purchases.</summary>
    [FactRange(FactUnit.Money)]
    public decimal? ExpectedPurchases { get; init => field = FactRange<ProspectFacts>.Checked(value); }

    /// <summary>Our access: nobody known, somebody known, somebody on our side, a coach.</summary>
    public FactorLevel? Access { get; init; }

    /// <summary>The weakness of the present supplier's hold.</summary>
    public FactorLevel? IncumbentWeakness { get; init; }

    /// <summary>Derives the weakness of the present supplier's hold.</summary>
    /// <param name="satisfaction">The customer's satisfaction with its present supplier; null if not known.</param>
    /// <param name="barrier">The height of the barrier that binds the customer to it; null if not known.</param>
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
