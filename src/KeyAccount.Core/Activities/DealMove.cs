using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>The move of a deal to a higher stage.</summary>
/// <param name="OpportunityId">The deal.</param>
/// <param name="On">The day.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DealMove(string OpportunityId, LocalDate On)
{
    /// <summary>The deal.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string OpportunityId { get; init => field = Guard.NotBlank(value); } = Guard.NotBlank(OpportunityId, nameof(OpportunityId));

    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); } = Guard.Iso(On);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"DealMove {{ OpportunityId = {OpportunityId}, On = {On:R} }}");
}
