using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Prospects;

/// <summary>The facts that decide how to enter an account where a competitor has a firm hold.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record IncumbentFacts
{
    /// <summary>The customer's satisfaction with its present supplier.</summary>
    public SatisfactionLevel? Satisfaction { get; init; }

    /// <summary>The height of the barrier that binds the customer to it.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>The current event at the customer; null if there is none.</summary>
    public IncumbentEvent? Event { get; init; }
}
