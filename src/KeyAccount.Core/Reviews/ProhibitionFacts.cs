using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Reviews;

/// <summary>The facts that decide a prohibition: the action, and the relevant advice of the rooms' own tables.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record ProhibitionFacts
{
    /// <summary>The action that somebody would be asked to do.</summary>
    public required ActionKind Action { get; init; }

    /// <summary>The advice of <see cref="BarrierPolicy"/>; null if neither barrier nor satisfaction is known.</summary>
    public BarrierAdvice? BarrierAdvice { get; init; }

    /// <summary>Our price posture, by <see cref="PricingPolicy.Posture"/>.</summary>
    public PricePosture? Posture { get; init; }

    /// <summary>The next move that <see cref="Ladder.Moves"/> leaves; null if there is none.</summary>
    public LadderMove? NextMove { get; init; }

    /// <summary>The level that must grant a quotation, by <see cref="PriceGuardrails"/>; null if no quotation needs it.</summary>
    public ApprovalLevel? Approval { get; init; }
}
