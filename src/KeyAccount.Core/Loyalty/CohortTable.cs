using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>Retention by cohort.</summary>
/// <remarks>Immutable, with value equality. Made by <see cref="Cohorts"/>.</remarks>
public sealed record CohortTable
{
    /// <summary>A table from its parts; what JSON reads back.</summary>
    /// <param name="monthsPerPeriod">The number of months in a period.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="cohorts">The cohorts, oldest first.</param>
    /// <param name="leftOut">The number of purchases or contracts left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cohorts"/> is null.</exception>
    [JsonConstructor]
    public CohortTable(int monthsPerPeriod, LocalDate asOf, IReadOnlyList<Cohort> cohorts, int leftOut)
    {
        Guard.Iso(asOf);
        MonthsPerPeriod = monthsPerPeriod;
        AsOf = asOf;
        Cohorts = ValueList.Of(cohorts);
        LeftOut = leftOut;
    }

    /// <summary>The number of months in a period: 1 a month, 3 a quarter, 12 a year.</summary>
    public int MonthsPerPeriod { get; }

    /// <summary>The reference date: later purchases and contracts do not count.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate AsOf { get; }

    /// <summary>The cohorts, oldest first; a period in which nobody joined has none. Empty without accounts.</summary>
    public IReadOnlyList<Cohort> Cohorts { get; }

    /// <summary>The number of purchases or contracts left out because they are later than <see cref="AsOf"/>.</summary>
    public int LeftOut { get; }

    /// <summary>All cohorts together, age by age, each over the cohorts whose period of that age is over; empty if none is.</summary>
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the cohorts their number.</returns>
    public override string ToString() => Invariant(
        $"CohortTable {{ MonthsPerPeriod = {MonthsPerPeriod}, AsOf = {AsOf:R}, Cohorts = {Cohorts.Count}, LeftOut = {LeftOut} }}");

    /// <summary>The cohorts for a person: who still buys, by age.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public Documents.Document Describe(string language = Terms.Language.English) =>
        LoyaltyDocuments.Of(this, language);
}
