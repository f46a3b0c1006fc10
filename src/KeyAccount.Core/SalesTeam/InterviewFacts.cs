namespace KeyAccount.Core.SalesTeam;

/// <summary>The mean rating of each competence in an interview, 1 … 5; null = not asked.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record InterviewFacts
{
    /// <summary>The mean rating of customer insight, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? CustomerInsight { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The mean rating of discovering needs, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? NeedsDiscovery { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The mean rating of solution and value, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? SolutionValue { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The mean rating of building relationships, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? RelationshipBuilding { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The mean rating of negotiation, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? Negotiation { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The mean rating of bidding, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? Bidding { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The mean rating of managing the funnel, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? FunnelManagement { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The mean rating of learning, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? Learning { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The mean rating of resilience, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? Resilience { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The mean rating of integrity, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? Integrity { get; init => field = FactRange<InterviewFacts>.Checked(value); }

    /// <summary>The lowest rating of integrity that any interviewer gave, 1 … 5; null = not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 … 5.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public double? LowestIntegrity { get; init => field = FactRange<InterviewFacts>.Checked(value); }
}
