namespace KeyAccount.Core.Satisfaction;

/// <summary>What the strategy that raises perceived service depends on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceStrategyFacts
{
    /// <summary>The dimension in which the service falls short; null while that is not known.</summary>
    public ServiceDimension? Shortfall { get; init; }
}
