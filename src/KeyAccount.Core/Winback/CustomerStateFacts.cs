namespace KeyAccount.Core.Winback;

/// <summary>What the state of a customer depends on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CustomerStateFacts
{
    /// <summary>Whether the customer has barred us.</summary>
    public bool IsBlacklisted { get; init; }

    /// <summary>Whether its last contract has ended without a successor and it has bought nothing since.</summary>
    public bool IsContractGone { get; init; }

    /// <summary>Whether it was silent at the same time last year (<see cref="BuyingRhythm.IsSeasonalPause"/>).</summary>
    public bool IsSeasonalPause { get; init; }

    /// <summary>How long it has been silent, in usual intervals (<see cref="BuyingRhythm.OverdueRatio"/>); at least 0. Null if it has no
    /// rhythm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(FactUnit.Number)]
    public double? OverdueRatio { get; init => field = FactRange<CustomerStateFacts>.Checked(value); }
}
