using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;

namespace KeyAccount.Core.Services;

/// <summary>The facts that decide the services of an account.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServicePackageFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>The stage of the relationship; null while it is not known.</summary>
    public DevelopmentStage? Stage { get; init; }

    /// <summary>Its level in the value pyramid; null while its value is not known.</summary>
    public ValuePyramidLevel? Value { get; init; }
}
