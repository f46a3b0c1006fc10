using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Winback;

/// <summary>What the strategy to win a customer back depends on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WinbackStrategyFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>Why it leaves; null while that is not known.</summary>
    public DepartureCause? Cause { get; init; }

    /// <summary>Where it stands.</summary>
    public required CustomerState State { get; init; }
}
