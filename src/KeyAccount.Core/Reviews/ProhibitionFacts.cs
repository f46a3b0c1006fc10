using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Reviews;

/// <summary>What a prohibition is decided by: the action, and what the rooms' own tables say that bears on it.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record ProhibitionFacts
{
    /// <summary>The action somebody is about to be asked for.</summary>
    public required ActionKind Action { get; init; }

    /// <summary>What <see cref="BarrierPolicy"/> advises; null where neither barrier nor satisfaction is known.</summary>
    public BarrierAdvice? BarrierAdvice { get; init; }

    /// <summary>How we stand towards a lower price, by <see cref="PricingPolicy.Posture"/>.</summary>
    public PricePosture? Posture { get; init; }

    /// <summary>The next move that <see cref="Ladder.Moves"/> leaves; null where it leaves none.</summary>
    public LadderMove? NextMove { get; init; }

    /// <summary>Who must grant a quotation, by <see cref="PriceGuardrails"/>; null where none needs it.</summary>
    public ApprovalLevel? Approval { get; init; }
}
