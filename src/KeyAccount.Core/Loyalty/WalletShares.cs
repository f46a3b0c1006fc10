using System.Text.Json.Serialization;

namespace KeyAccount.Core.Loyalty;

/// <summary>The shares of wallet of an account.</summary>
/// <param name="Categories">Each category, in the order given.</param>
/// <param name="MainBusiness">Those of the main business together.</param>
/// <remarks>Immutable; compared by its parts, the list by reference.</remarks>
public sealed record WalletShares(IReadOnlyList<WalletShare> Categories, WalletShare MainBusiness)
{
    /// <summary>The categories whose data are wrong.</summary>
    [JsonIgnore]
    public IEnumerable<WalletShare> DataErrors => Categories.Where(category => category.IsDataError);
}
