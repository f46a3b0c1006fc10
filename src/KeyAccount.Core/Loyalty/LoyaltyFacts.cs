namespace KeyAccount.Core.Loyalty;

/// <summary>What is known of an account's loyalty: S000's quantitative indicator and its four qualitative ones.</summary>
/// <remarks>Immutable; equal when every fact is. Null is not known.</remarks>
public sealed record LoyaltyFacts
{
    private readonly decimal? _shareOfWallet;
    private readonly double? _supplierRank;

    /// <summary>The share of wallet of the main business, 0 … 1; see <see cref="Loyalty.ShareOfWallet"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range: an error in the data.</exception>
    public decimal? ShareOfWallet
    {
        get => _shareOfWallet;
        init
        {
            if (value is { } share)
            {
                Guard.NotNegative(share, nameof(ShareOfWallet));
                Guard.AtMost(share, 1, nameof(ShareOfWallet));
            }

            _shareOfWallet = value;
        }
    }

    /// <summary>Our place among the customer's suppliers of what we sell: 1 is the first; where several share a place, its mean.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rank is below 1 or no number.</exception>
    public double? SupplierRank
    {
        get => _supplierRank;
        init
        {
            if (value is { } rank)
                Guard.FiniteAtLeast(rank, 1, nameof(SupplierRank));
            _supplierRank = value;
        }
    }

    /// <summary>How it takes a quality problem of ours.</summary>
    public QualityTolerance? QualityTolerance { get; init; }

    /// <summary>How little of a price difference moves it.</summary>
    public PriceSensitivity? PriceSensitivity { get; init; }

    /// <summary>How it meets our competitors.</summary>
    public CompetitorAttitude? CompetitorAttitude { get; init; }
}
