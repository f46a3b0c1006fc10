namespace KeyAccount.Core.CustomerStrategy;

/// <summary>The facts that decide our response: a challenge of the customer, and the area of its strategy that it concerns.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record StrategyResponseFacts
{
    /// <summary>The challenge.</summary>
    public CustomerChallenge? Challenge { get; init; }

    /// <summary>The area of the strategy.</summary>
    public CustomerStrategyArea? Area { get; init; }
}
