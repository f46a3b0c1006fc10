using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>What became of a cohort in one period.</summary>
/// <param name="Age">How many periods after its first one: 0, 1, 2 …</param>
/// <param name="From">The first day of the period.</param>
/// <param name="IsComplete">Whether the period is over; while it is not, shares in it can still rise.</param>
/// <param name="Accounts">How many accounts the cohort has; at least 1.</param>
/// <param name="Active">How many of them are active in the period.</param>
/// <param name="Amount">What they bring in the period, returns taken off.</param>
/// <param name="Revenue">How much of the revenue of the first period is left, account by account.</param>
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

    /// <summary>How many accounts the cohort has; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    [JsonPropertyOrder(1)]
    public int Accounts { get; init => field = AtLeastOne(value); } = AtLeastOne(Accounts);

    /// <summary>How much of the revenue of the first period is left, account by account.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [JsonPropertyOrder(1)]
    public RevenueRetention Revenue { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Revenue, nameof(Revenue));

    /// <summary>The share of the cohort that is active, 0 … 1; 1 in its first period. It may rise again, because accounts can come
    /// back.</summary>
    [JsonIgnore]
    public decimal Retention => Accounts == 0 ? 0 : (decimal)Active / Accounts;

    /// <summary>The share that is not.</summary>
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
