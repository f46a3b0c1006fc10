using System.Text.Json.Serialization;

namespace KeyAccount.Core.Loyalty;

/// <summary>The outcome of calculating a share of wallet.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ShareOfWalletOutcome>))]
public enum ShareOfWalletOutcome
{
    /// <summary>Spend and wallet are known.</summary>
    Known,

    /// <summary>Of several categories, some are known: the share is theirs, the range is that of all.</summary>
    PartlyKnown,

    /// <summary>Spend or wallet is not known.</summary>
    NotKnown,

    /// <summary>The customer buys nothing in the category from anybody: the share is undefined.</summary>
    NoWallet,

    /// <summary>An error in the data: the wallet is 0, and yet something is spent with us.</summary>
    SpendWithoutWallet,

    /// <summary>An error in the data: more is spent with us than with everybody together.</summary>
    SpendAboveWallet,

    /// <summary>An error in the data: a negative amount.</summary>
    NegativeAmount,

    /// <summary>An error in the data of a category that is part of the whole.</summary>
    ErrorInCategory,
}
