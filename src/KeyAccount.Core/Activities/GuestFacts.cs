using KeyAccount.Core.Funnel;
using KeyAccount.Core.Stakeholders;

namespace KeyAccount.Core.Activities;

/// <summary>The facts that decide how soon a guest is invited.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record GuestFacts
{
    /// <summary>The role in the decision; null if not known.</summary>
    public StakeholderRole? Role { get; init; }

    /// <summary>Whether the person supports us; null if not known.</summary>
    public bool? IsWon { get; init; }

    /// <summary>The stage of the most advanced open deal; null if there is none.</summary>
    public FunnelStage? Stage { get; init; }
}
