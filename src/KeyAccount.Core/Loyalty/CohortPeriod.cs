using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>A cohort in one period.</summary>
/// <param name="Age">The number of periods after the first one: 0, 1, 2 …</param>
/// <param name="From">The first day of the period.</param>
/// <param name="IsComplete">Whether the period is over; while it is not, shares in it can still rise.</param>
/// <param name="Accounts">The number of accounts in the cohort; at least 1.</param>
/// <param name="Active">The number of accounts that are active in the period.</param>
/// <param name="Amount">The revenue in the period, net of returns.</param>
/// <param name="Revenue">The revenue compared with that of the first period, account by account.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CohortPeriod(
    int Age,
    LocalDate From,
    [property: JsonPropertyOrder(1)] bool IsComplete,
    int Accounts,
    [property: JsonPropertyOrder(1)] int Active,
    [property: JsonPropertyOrder(1)] decimal Amount,
    RevenueRetention Revenue)
{
    /// <summary>The first day of the period.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); } = Guard.Iso(From);

    /// <summary>The number of accounts in the cohort; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    [JsonPropertyOrder(1)]
    public int Accounts { get; init => field = AtLeastOne(value); } = AtLeastOne(Accounts);

    /// <summary>The revenue compared with that of the first period, account by account.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [JsonPropertyOrder(1)]
    public RevenueRetention Revenue { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Revenue, nameof(Revenue));

    /// <summary>The share of the cohort that is active, 0 … 1; 1 in its first period. It may rise again, because accounts can come
    /// back.</summary>
    [JsonIgnore]
    public decimal Retention => (decimal)Active / Accounts;

    /// <summary>The share of the cohort that is not active.</summary>
    [JsonIgnore]
    public decimal Churn => 1 - Retention;

    private static int AtLeastOne(int accounts)
    {
        Guard.AtLeast(accounts, 1, nameof(Accounts));
        return accounts;
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"CohortPeriod {{ Age = {Age}, From = {From:R}, IsComplete = {IsComplete}, Accounts = {Accounts}, Active = {Active}, ")
        + Invariant($"Amount = {Amount}, Revenue = {Revenue} }}");
}
