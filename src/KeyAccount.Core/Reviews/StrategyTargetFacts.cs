using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Reviews;

/// <summary>What decides where a relationship is to be, where the strategic match is known.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record StrategyTargetFacts
{
    /// <summary>How far what the customer wants is what we are good at.</summary>
    public required MatchLevel Match { get; init => field = Guard.NotNull(value); }

    /// <summary>What we are to the customer as an organisation; null where that is not known.</summary>
    public OrganisationLevel? Organisation { get; init; }
}
