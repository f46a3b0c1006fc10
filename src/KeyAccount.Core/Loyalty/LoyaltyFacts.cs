namespace KeyAccount.Core.Loyalty;

/// <summary>The known facts of an account's loyalty: 《大客户销售技巧（客户关系管理篇）》's quantitative indicator and its four qualitative ones.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record LoyaltyFacts
{
    /// <summary>The share of wallet of the main business, 0 … 1; see <see cref="Loyalty.ShareOfWallet"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range: an error in the data.</exception>
    [FactRange(0, 1, FactUnit.Fraction)]
    public decimal? ShareOfWallet
    {
        get;
        init => field = FactRange<LoyaltyFacts>.Checked(value);
    }

    /// <summary>The grade that the customer gives us as its supplier.</summary>
    public SupplierGrade? SupplierGrade { get; init; }

    /// <summary>How the customer reacts to a quality problem of ours.</summary>
    public QualityTolerance? QualityTolerance { get; init; }

    /// <summary>The customer's sensitivity to price.</summary>
    public PriceSensitivity? PriceSensitivity { get; init; }

    /// <summary>The customer's attitude to our competitors.</summary>
    public CompetitorAttitude? CompetitorAttitude { get; init; }
}
