using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>A share of wallet with what it rests on.</summary>
/// <param name="Category">The category, with the unit where it is that of one; null for the main business as a whole.</param>
/// <param name="Outcome">What can be said.</param>
/// <param name="Share">The share, 0 … 1; null if not known, undefined or wrong.</param>
/// <param name="Low">The lowest share that what is not known allows; null if the share is undefined or wrong.</param>
/// <param name="High">The highest one.</param>
/// <param name="Reason">The outcome in a sentence.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record WalletShare(string? Category, ShareOfWalletOutcome Outcome, decimal? Share, decimal? Low, decimal? High, Text Reason)
{
    /// <summary>Whether the data are wrong.</summary>
    [JsonIgnore]
    public bool IsDataError => Outcome is ShareOfWalletOutcome.SpendWithoutWallet
        or ShareOfWalletOutcome.SpendAboveWallet
        or ShareOfWalletOutcome.NegativeAmount
        or ShareOfWalletOutcome.ErrorInCategory;

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"WalletShare {{ Category = {Category}, Outcome = {Outcome}, Share = {Share}, Low = {Low}, High = {High}, Reason = {Reason} }}");
}
