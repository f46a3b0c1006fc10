using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Prospects;

/// <summary>What the way in depends on where a competitor has a firm hold.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record IncumbentFacts
{
    /// <summary>How satisfied the customer is with its present supplier.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>How high the barrier is that binds the customer to it.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>What happens there; null if nothing does.</summary>
    public IncumbentEvent? Event { get; init; }
}
