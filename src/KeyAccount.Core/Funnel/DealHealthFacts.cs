using KeyAccount.Core.Relationships;

namespace KeyAccount.Core.Funnel;

/// <summary>The facts by which the health of a deal is judged. Null is not known.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DealHealthFacts
{
    /// <summary>How many of the three roles KDM, KI and KU are filled by people we know; 0 … 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 3, FactUnit.Count)]
    public double? KnownRoles { get; init => field = FactRange<DealHealthFacts>.Checked(value); }

    /// <summary>The level on the ladder of the key decision maker who is least favourable to us.</summary>
    public LadderLevel? Support { get; init; }

    /// <summary>Whether the customer knows what it is worth to meet its need.</summary>
    public bool? IsNeedValued { get; init; }

    /// <summary>How many competitors for the deal are known; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(FactUnit.Count)]
    public double? KnownCompetitors { get; init => field = FactRange<DealHealthFacts>.Checked(value); }

    /// <summary>Whether the next step has a date that is not yet past.</summary>
    public bool? IsNextStepDated { get; init; }

    /// <summary>The time at the current stage, in multiples of the third quartile of the time that deals spend there; 0 … 1,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1000, FactUnit.Number)]
    public double? AgeInStage { get; init => field = FactRange<DealHealthFacts>.Checked(value); }

    /// <summary>How many people who take part in the decision are known; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(FactUnit.Count)]
    public double? KnownPeople { get; init => field = FactRange<DealHealthFacts>.Checked(value); }

    /// <summary>Whether a test, trial or reference visit was passed.</summary>
    public bool? IsProofPassed { get; init; }
}
