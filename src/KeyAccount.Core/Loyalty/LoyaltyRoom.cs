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
        WhiteSpace.States,
        new ModelConstants(
            "loyalty.whiteSpaceFacts",
            Ours(nameof(WhiteSpace.OwnFrom), WhiteSpace.OwnFrom, "a customer keeps a second supplier for about the rest"),
            Ours(nameof(WhiteSpace.FewestPeers), WhiteSpace.FewestPeers, "fewer are single stories"),
            Ours(nameof(WhiteSpace.FewestBuyers), WhiteSpace.FewestBuyers, "a median of fewer is one of them"),
            Ours(nameof(WhiteSpace.MissingFrom), WhiteSpace.MissingFrom, "what most peers buy is usual")),
        new ModelConstants(
            "loyaltyTypeFacts",
            new ModelDefault(
                nameof(CustomerLoyalty.HighShareOfWallet),
                CustomerLoyalty.HighShareOfWallet.ToString(CultureInfo.InvariantCulture),
                Provenance.LibraryDefault("half: no other supplier can have more"))),
    ];

    private static ModelDefault Ours(string name, IFormattable value, string reason) =>
        new(name, value.ToString(null, CultureInfo.InvariantCulture), Provenance.LibraryDefault(reason));
}
