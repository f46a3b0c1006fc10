using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Reviews;

/// <summary>The facts that decide the target of a relationship if the strategic match is known.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record StrategyTargetFacts
{
    /// <summary>How well our strengths match what the customer wants.</summary>
    public required MatchLevel Match { get; init => field = Guard.NotNull(value); }

    /// <summary>Our level with the customer's organisation; null if it is not known.</summary>
    public OrganisationLevel? Organisation { get; init; }
}
