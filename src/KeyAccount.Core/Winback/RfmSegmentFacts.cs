namespace KeyAccount.Core.Winback;

/// <summary>The facts that decide the segment of a customer.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record RfmSegmentFacts
{
    /// <summary>The score of recency; 1 … 5, 5 for the latest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public required int Recency { get; init => field = FactRange<RfmSegmentFacts>.Checked(value); }

    /// <summary>The score of frequency; 1 … 5, 5 for the most orders.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(1, 5, FactUnit.Number)]
    public required int Frequency { get; init => field = FactRange<RfmSegmentFacts>.Checked(value); }
}
