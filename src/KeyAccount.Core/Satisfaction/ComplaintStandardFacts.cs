using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The facts that decide the deadlines of a complaint.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ComplaintStandardFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }
}
