using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>Something that shows how far a deal is.</summary>
/// <param name="Fact">What is shown.</param>
/// <param name="Date">Since when; null if the day is not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
[method: JsonConstructor]
public sealed record EvidenceItem(
    StageEvidence Fact, LocalDate? Date)
{
    /// <summary>Something that shows how far a deal is, since a day that is not known.</summary>
    /// <param name="fact">What is shown.</param>
    public EvidenceItem(StageEvidence fact)
        : this(fact, null)
    {
    }

    /// <summary>Since when; null if the day is not known.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); } = Guard.Iso(Date);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"EvidenceItem {{ Fact = {Fact}, Date = {Date:R} }}");
}
