using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>A share of wallet with its evidence and its range.</summary>
/// <param name="Category">The category, with its unit if it has one; null for the main business as a whole.</param>
/// <param name="Outcome">The outcome of the calculation.</param>
/// <param name="Share">The share, 0 … 1; null if not known, undefined or wrong.</param>
/// <param name="Low">The lowest share that the unknown facts allow; null if the share is undefined or wrong.</param>
/// <param name="High">The highest share that the unknown facts allow.</param>
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
