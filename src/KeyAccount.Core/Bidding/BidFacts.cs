namespace KeyAccount.Core.Bidding;

/// <summary>The facts that the decision to bid rests on. Null means unknown.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record BidFacts
{
    /// <summary>How strongly the decision makers support us, as the stakeholder map scores it; 0 … 100 points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? Support { get; init => field = FactRange<BidFacts>.Checked(value); }

    /// <summary>How much of the requirement our offer meets; 0 … 100 points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? RequirementFit { get; init => field = FactRange<BidFacts>.Checked(value); }

    /// <summary>The rank we may expect by the scoring criteria (<see cref="BidRanking.ExpectedRank"/>); 1 is the best.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(1, 1000, FactUnit.Rank, UsualMaximum = 20)]
    public double? ExpectedRank { get; init => field = FactRange<BidFacts>.Checked(value); }

    /// <summary>Our price as a multiple of the lowest price that we expect of a rival; 0.01 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0.01, 100, FactUnit.Number, UsualMinimum = 0.3, UsualMaximum = 3)]
    public double? PricePosition { get; init => field = FactRange<BidFacts>.Checked(value); }

    /// <summary>The margin after the cost of the bid, as a fraction of the price; at most 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(-10, 1, FactUnit.Fraction, UsualMinimum = -1)]
    public double? MarginRate { get; init => field = FactRange<BidFacts>.Checked(value); }

    /// <summary>The share of the work for which our people are free; 0 … 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? CapacityShare { get; init => field = FactRange<BidFacts>.Checked(value); }

    /// <summary>The worth of the deal beyond its margin; 0 … 100 points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 100, FactUnit.Points)]
    public double? StrategicWorth { get; init => field = FactRange<BidFacts>.Checked(value); }

    /// <summary>The time left as a multiple of the time the bid needs; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1000, FactUnit.Number, UsualMaximum = 20)]
    public double? TimeLeftShare { get; init => field = FactRange<BidFacts>.Checked(value); }

    /// <summary>Whether we meet every mandatory requirement.</summary>
    public bool? AreMandatoryMet { get; init; }

    /// <summary>Whether the price that we would have to offer is below the lowest that we may offer.</summary>
    public bool? IsBelowFloor { get; init; }

    /// <summary>Whether the bid costs more than it earns on average (<see cref="BidValue.Expected"/> is negative).</summary>
    public bool? IsWorthLessThanCost { get; init; }

    /// <summary>Whether the requirement is written for a rival.</summary>
    public bool? IsWrittenForRival { get; init; }

    /// <summary>Whether a key decision maker supports us.</summary>
    public bool? HasDecisionMaker { get; init; }

    /// <summary>Whether there is a <see cref="BidStop"/>.</summary>
    public bool HasStop { get; init; }
}
