namespace KeyAccount.Core.Winback;

/// <summary>The severity of each warning sign, in multiples of its threshold: 0 is nothing, 1 is at the threshold, 10 is that or more. Null
/// is not known.</summary>
/// <remarks>Immutable, with value equality. <see cref="WarningReport.Of"/> computes them from data.</remarks>
public sealed record WarningFacts
{
    /// <summary><see cref="WarningSign.PurchasesFall"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? PurchasesFall { get; init => field = FactRange<WarningFacts>.Checked(value); }

    /// <summary><see cref="WarningSign.OrderOverdue"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? OrderOverdue { get; init => field = FactRange<WarningFacts>.Checked(value); }

    /// <summary><see cref="WarningSign.ShareFalls"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? ShareFalls { get; init => field = FactRange<WarningFacts>.Checked(value); }

    /// <summary><see cref="WarningSign.RangeNarrows"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? RangeNarrows { get; init => field = FactRange<WarningFacts>.Checked(value); }

    /// <summary><see cref="WarningSign.PaymentSlows"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? PaymentSlows { get; init => field = FactRange<WarningFacts>.Checked(value); }

    /// <summary><see cref="WarningSign.ComplaintsChange"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? ComplaintsChange { get; init => field = FactRange<WarningFacts>.Checked(value); }

    /// <summary><see cref="WarningSign.ContactFades"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? ContactFades { get; init => field = FactRange<WarningFacts>.Checked(value); }

    /// <summary><see cref="WarningSign.KeyPersonLeft"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? KeyPersonLeft { get; init => field = FactRange<WarningFacts>.Checked(value); }

    /// <summary><see cref="WarningSign.CompetitorTrial"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? CompetitorTrial { get; init => field = FactRange<WarningFacts>.Checked(value); }

    /// <summary><see cref="WarningSign.ContractNotRenewed"/>, in multiples of the threshold; 0 … 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    [FactRange(0, 10, FactUnit.Number)]
    public double? ContractNotRenewed { get; init => field = FactRange<WarningFacts>.Checked(value); }
}
