using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Reviews;

/// <summary>Facts that only people know about whether a customer is leaving, and why.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record WarningNotes
{
    /// <summary>Our share of its wallet a year ago, as a fraction; 0 … 1. Null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? PreviousShareOfWallet { get; init => field = FactRange<WarningNotes>.Checked(value); }

    /// <summary>Whether the next contract is being negotiated; null counts as no.</summary>
    public bool? HasContractTalks { get; init; }

    /// <summary>Whether the customer has blacklisted us; null counts as no.</summary>
    public bool? IsBlacklisted { get; init; }

    /// <summary>The cause of its departure; null while nobody has found it out.</summary>
    public DepartureCause? Cause { get; init; }

    /// <summary>The evidence for the cause; null if it is not stated.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? CauseEvidence { get; init; }
}
