namespace KeyAccount.Core.Grading;

/// <summary>The facts that decide the service standard.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceStandardFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>Its level in the value pyramid; null while its value is not known.</summary>
    public ValuePyramidLevel? Value { get; init; }
}
