namespace KeyAccount.Core.Satisfaction;

/// <summary>The facts that decide the strategy to raise perceived service.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ServiceStrategyFacts
{
    /// <summary>The dimension in which the service falls short; null while that is not known.</summary>
    public ServiceDimension? Shortfall { get; init; }
}
