using System.Globalization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>The models of this room.</summary>
internal static class LoyaltyRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        CustomerLoyalty.Standard,
        CustomerLoyalty.Attitude,
        CustomerLoyalty.Types,
        CustomerLoyalty.Strategies,
        new ModelConstants(
            "loyaltyTypeFacts",
            new ModelDefault(
                nameof(CustomerLoyalty.HighShareOfWallet),
                CustomerLoyalty.HighShareOfWallet.ToString(CultureInfo.InvariantCulture),
                Provenance.LibraryDefault("half: no other supplier can have more"))),
    ];
}
