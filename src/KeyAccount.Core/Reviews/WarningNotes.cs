using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Reviews;

/// <summary>What only people know about whether a customer is leaving, and why.</summary>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record WarningNotes
{
    /// <summary>Our share of its wallet a year ago, as a fraction; 0 … 1. Null where that is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public double? PreviousShareOfWallet { get; init => field = FactRange<WarningNotes>.Checked(value); }

    /// <summary>Whether there are talks on the next contract; null counts as no.</summary>
    public bool? HasContractTalks { get; init; }

    /// <summary>Whether it has put us on its blacklist; null counts as no.</summary>
    public bool? IsBlacklisted { get; init; }

    /// <summary>Why it leaves or has left; null while nobody has found that out.</summary>
    public DepartureCause? Cause { get; init; }

    /// <summary>What shows the cause; null where nobody says it.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string? CauseEvidence { get; init; }
}
