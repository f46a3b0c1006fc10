namespace KeyAccount.Core.Winback;

/// <summary>The facts that decide the state of a customer.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CustomerStateFacts
{
    /// <summary>Whether the customer has barred us.</summary>
    public bool IsBlacklisted { get; init; }

    /// <summary>Whether the customer's last contract has ended without a successor and it has bought nothing since.</summary>
    public bool IsContractGone { get; init; }

    /// <summary>Whether the customer was silent at the same time last year (<see cref="BuyingRhythm.IsSeasonalPause"/>).</summary>
    public bool IsSeasonalPause { get; init; }

    /// <summary>The length of the silence, in usual intervals (<see cref="BuyingRhythm.OverdueRatio"/>); at least 0. Null if the customer
    /// has no rhythm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(FactUnit.Number)]
    public double? OverdueRatio { get; init => field = FactRange<CustomerStateFacts>.Checked(value); }
}
