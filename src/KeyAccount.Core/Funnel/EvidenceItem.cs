using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>A piece of evidence for how far a deal has come.</summary>
/// <param name="Fact">The evidence.</param>
/// <param name="Date">The day since which it holds; null if not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
[method: JsonConstructor]
public sealed record EvidenceItem(
    StageEvidence Fact, LocalDate? Date)
{
    /// <summary>A piece of evidence whose day is not known.</summary>
    /// <param name="fact">The evidence.</param>
    public EvidenceItem(StageEvidence fact)
        : this(fact, null)
    {
    }

    /// <summary>The day since which it holds; null if not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); } = Guard.Iso(Date);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"EvidenceItem {{ Fact = {Fact}, Date = {Date:R} }}");
}
