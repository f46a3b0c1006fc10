using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

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
