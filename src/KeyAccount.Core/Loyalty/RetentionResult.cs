namespace KeyAccount.Core.Loyalty;

/// <summary>Retention of accounts and of their revenue between two times.</summary>
/// <param name="Accounts">The retention of accounts.</param>
/// <param name="Revenue">The retention of their revenue.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record RetentionResult(AccountRetention Accounts, RevenueRetention Revenue)
{
    /// <summary>The retention of accounts.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public AccountRetention Accounts { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Accounts, nameof(Accounts));

    /// <summary>The retention of their revenue.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public RevenueRetention Revenue { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Revenue, nameof(Revenue));

    /// <summary>The retention for a person: of accounts and of revenue.</summary>
    /// <param name="currency">The currency of its amounts, shown beside them; null for none.</param>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string? currency = null, string language = Terms.Language.English) =>
        LoyaltyDocuments.Of(this, currency, language);
}
