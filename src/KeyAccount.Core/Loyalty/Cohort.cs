using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>The accounts that joined in the same period.</summary>
/// <param name="From">The first day of that period.</param>
/// <param name="Accounts">How many accounts joined.</param>
/// <param name="Periods">The periods from the first one to the one that contains the reference date.</param>
/// <remarks>Immutable, with value equality.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Periods"/> is null.</exception>
public sealed record Cohort(
    LocalDate From, [property: JsonPropertyOrder(1)] int Accounts, IReadOnlyList<CohortPeriod> Periods)
{
    /// <summary>The first day of that period.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate From { get; init => field = Guard.Iso(value, nameof(From)); } = Guard.Iso(From);

    /// <summary>The periods from the first one to the one that contains the reference date.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<CohortPeriod> Periods { get; init => field = ValueList.Of(value, nameof(Periods)); } = ValueList.Of(Periods);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The parts by name, of the periods their number.</returns>
    public override string ToString() => Invariant($"Cohort {{ From = {From:R}, Accounts = {Accounts}, Periods = {Periods.Count} }}");
}
