using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>All cohorts together at one age.</summary>
/// <param name="Age">The age: the number of periods after the first one of each cohort.</param>
/// <param name="Cohorts">The number of cohorts that have reached the age: their period of that age is over.</param>
/// <param name="Accounts">The number of accounts in these cohorts; at least 1.</param>
/// <param name="Active">The number of these accounts that are active at that age.</param>
/// <param name="Revenue">The revenue compared with that of the first periods.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CohortAge(int Age, int Cohorts, int Accounts, int Active, RevenueRetention Revenue)
{
    /// <summary>The number of accounts in these cohorts; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Accounts { get; init => field = AtLeastOne(value); } = AtLeastOne(Accounts);

    /// <summary>The revenue compared with that of the first periods.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public RevenueRetention Revenue { get; init => field = Guard.NotNull(value); } = Guard.NotNull(Revenue, nameof(Revenue));

    /// <summary>The share of the accounts that is active, 0 … 1.</summary>
    [JsonIgnore]
    public decimal Retention => (decimal)Active / Accounts;

    /// <summary>The share of the accounts that is not active.</summary>
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
        Invariant($"CohortAge {{ Age = {Age}, Cohorts = {Cohorts}, Accounts = {Accounts}, Active = {Active}, Revenue = {Revenue} }}");
}
