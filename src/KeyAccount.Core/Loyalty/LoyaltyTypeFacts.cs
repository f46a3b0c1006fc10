namespace KeyAccount.Core.Loyalty;

/// <summary>The facts that decide the kind of loyalty.</summary>
/// <remarks>Immutable, with value equality. Null is not known.</remarks>
public sealed record LoyaltyTypeFacts
{
    /// <summary>Whether the customer prefers us to our competitors.</summary>
    public RelativeAttitude? Attitude { get; init; }

    /// <summary>Whether the customer buys a large share of its needs from us.</summary>
    public RepeatPatronage? Patronage { get; init; }

    /// <summary>Derives the two facts from the indicators.</summary>
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
