using System.Text.Json.Serialization;

namespace KeyAccount.Core.Loyalty;

/// <summary>The shares of wallet of an account.</summary>
/// <param name="Categories">Each category, in the order given.</param>
/// <param name="MainBusiness">The categories of the main business together.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Categories"/> is null.</exception>
public sealed record WalletShares(IReadOnlyList<WalletShare> Categories, WalletShare MainBusiness)
{
    /// <summary>Each category, in the order given.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<WalletShare> Categories { get; init => field = ValueList.Of(value, nameof(Categories)); } =
        ValueList.Of(Categories);

    /// <summary>The categories whose data are wrong.</summary>
    [JsonIgnore]
    public IEnumerable<WalletShare> DataErrors => Categories.Where(category => category.IsDataError);

    /// <summary>Our share of the wallet for a person, as a whole and by category.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        LoyaltyDocuments.Of(this, language);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many categories, and the main business.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Categories.Count} categories; main business {MainBusiness}");
}
