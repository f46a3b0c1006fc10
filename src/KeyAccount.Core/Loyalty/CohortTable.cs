using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>What became of a cohort in one period.</summary>
/// <param name="Age">How many periods after its first one: 0, 1, 2 …</param>
/// <param name="From">The first day of the period.</param>
/// <param name="IsComplete">Whether the period is over; while it is not, shares in it can still rise.</param>
/// <param name="Accounts">How many accounts the cohort has.</param>
/// <param name="Active">How many of them are active in the period.</param>
/// <param name="Amount">What they bring in the period, returns taken off.</param>
/// <param name="Revenue">How much of the revenue of the first period is there, account by account; for its rates, see <see cref="RevenueRetention"/>.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CohortPeriod(
    int Age, [property: JsonConverter(typeof(LocalDateJsonConverter))] LocalDate From, bool IsComplete, int Accounts, int Active, decimal Amount, RevenueRetention Revenue)
{
    /// <summary>The share of the cohort that is active, 0 … 1; 1 in its first period. It may rise again: who has been away can come back.</summary>
    [JsonIgnore]
    public decimal Retention => (decimal)Active / Accounts;

    /// <summary>The share that is not.</summary>
    [JsonIgnore]
    public decimal Churn => 1 - Retention;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"CohortPeriod {{ Age = {Age}, From = {From:R}, IsComplete = {IsComplete}, Accounts = {Accounts}, Active = {Active}, Amount = {Amount}, Revenue = {Revenue} }}");
}

/// <summary>The accounts that came in the same period.</summary>
/// <param name="From">The first day of that period.</param>
/// <param name="Accounts">How many they are.</param>
/// <param name="Periods">Each period from that one to the one of the day the table is made for.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record Cohort(
    [property: JsonConverter(typeof(LocalDateJsonConverter))] LocalDate From, int Accounts, IReadOnlyList<CohortPeriod> Periods)
{
    /// <summary>Whether every part is equal.</summary>
    /// <param name="other">The other cohort.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(Cohort? other) => other is not null && From == other.From && Accounts == other.Accounts && Periods.SequenceEqual(other.Periods);

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(From, Accounts, Periods.Count);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The parts by name, of the periods their number.</returns>
    public override string ToString() => Invariant($"Cohort {{ From = {From:R}, Accounts = {Accounts}, Periods = {Periods.Count} }}");
}

/// <summary>What became of all cohorts together at one age.</summary>
/// <param name="Age">How many periods after the first one of each cohort.</param>
/// <param name="Cohorts">How many cohorts have reached the age: their period of that age is over.</param>
/// <param name="Accounts">How many accounts these have.</param>
/// <param name="Active">How many of the accounts are active at that age.</param>
/// <param name="Revenue">How much of the revenue of the first periods is there.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CohortAge(int Age, int Cohorts, int Accounts, int Active, RevenueRetention Revenue)
{
    /// <summary>The share of the accounts that is active, 0 … 1.</summary>
    [JsonIgnore]
    public decimal Retention => (decimal)Active / Accounts;

    /// <summary>The share that is not.</summary>
    [JsonIgnore]
    public decimal Churn => 1 - Retention;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"CohortAge {{ Age = {Age}, Cohorts = {Cohorts}, Accounts = {Accounts}, Active = {Active}, Revenue = {Revenue} }}");
}

/// <summary>Retention by cohort.</summary>
/// <remarks>A value: immutable, equal when every part is equal. Made by <see cref="Cohorts"/>.</remarks>
public sealed record CohortTable
{
    /// <summary>A table from its parts; what JSON reads back.</summary>
    /// <param name="monthsPerPeriod">How many months a period has.</param>
    /// <param name="asOf">The day the table is made for.</param>
    /// <param name="cohorts">The cohorts, oldest first.</param>
    /// <param name="leftOut">How many purchases or contracts had no part.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cohorts"/> is null.</exception>
    [JsonConstructor]
    public CohortTable(int monthsPerPeriod, LocalDate asOf, IReadOnlyList<Cohort> cohorts, int leftOut)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        MonthsPerPeriod = monthsPerPeriod;
        AsOf = asOf;
        Cohorts = cohorts;
        LeftOut = leftOut;
    }

    /// <summary>How many months a period has: 1 a month, 3 a quarter, 12 a year.</summary>
    public int MonthsPerPeriod { get; }

    /// <summary>The day the table is made for: what is later has no part in it.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate AsOf { get; }

    /// <summary>The cohorts, oldest first; a period in which nobody came has none. Empty where there is nobody.</summary>
    public IReadOnlyList<Cohort> Cohorts { get; }

    /// <summary>How many purchases or contracts had no part, because they are after <see cref="AsOf"/>.</summary>
    public int LeftOut { get; }

    /// <summary>All cohorts together, age by age, each over the cohorts whose period of that age is over; empty where none is.</summary>
    [JsonIgnore]
    public IReadOnlyList<CohortAge> ByAge =>
    [
        .. Cohorts.SelectMany(cohort => cohort.Periods).Where(period => period.IsComplete)
            .GroupBy(period => period.Age).OrderBy(age => age.Key)
            .Select(age => new CohortAge(
                age.Key,
                age.Count(),
                age.Sum(period => period.Accounts),
                age.Sum(period => period.Active),
                new(
                    age.Sum(period => period.Revenue.AtStart),
                    age.Sum(period => period.Revenue.Expansion),
                    age.Sum(period => period.Revenue.Contraction),
                    age.Sum(period => period.Revenue.Lost)))),
    ];

    /// <summary>Whether every part is equal.</summary>
    /// <param name="other">The other table.</param>
    /// <returns>True when the two say the same.</returns>
    public bool Equals(CohortTable? other) => other is not null
        && MonthsPerPeriod == other.MonthsPerPeriod && AsOf == other.AsOf && LeftOut == other.LeftOut && Cohorts.SequenceEqual(other.Cohorts);

    /// <summary>A hash of the parts that differ most.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(MonthsPerPeriod, AsOf, LeftOut, Cohorts.Count);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The parts by name, of the cohorts their number.</returns>
    public override string ToString() => Invariant(
        $"CohortTable {{ MonthsPerPeriod = {MonthsPerPeriod}, AsOf = {AsOf:R}, Cohorts = {Cohorts.Count}, LeftOut = {LeftOut} }}");
}
