namespace KeyAccount.Core.Loyalty;

/// <summary>What the kind of loyalty depends on.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record LoyaltyTypeFacts
{
    /// <summary>Whether it thinks better of us than of our competitors.</summary>
    public RelativeAttitude? Attitude { get; init; }

    /// <summary>Whether it buys much of what it needs from us.</summary>
    public RepeatPatronage? Patronage { get; init; }

    /// <summary>The two facts as the library reads them from the indicators.</summary>
    /// <param name="facts">The indicators.</param>
    /// <returns>The attitude is the band of <see cref="CustomerLoyalty.Attitude"/>, null while that is unrated; the patronage is high from
    /// a share of wallet of <see cref="CustomerLoyalty.HighShareOfWallet"/>, null while the share is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    public static LoyaltyTypeFacts From(LoyaltyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new()
        {
            Attitude = CustomerLoyalty.Attitude.BandOf(facts),
            Patronage = facts.ShareOfWallet is not { } share ? null
                : share >= CustomerLoyalty.HighShareOfWallet ? RepeatPatronage.High
                : RepeatPatronage.Low,
        };
    }
}
