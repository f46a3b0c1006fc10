namespace KeyAccount.Core.Grading;

/// <summary>What a service standard depends on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceStandardFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>Its level in the value pyramid; null while its value is not known.</summary>
    public ValuePyramidLevel? Value { get; init; }
}
