using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The days on which a complaint was made and solved.</summary>
/// <param name="OpenedOn">The day of the complaint.</param>
/// <param name="SolvedOn">The day on which it was solved; null while it is not solved.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ComplaintSpan(LocalDate OpenedOn, LocalDate? SolvedOn = null)
{
    /// <summary>The day of the complaint.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate OpenedOn { get; init => field = Guard.Iso(value, nameof(OpenedOn)); } = Guard.Iso(OpenedOn);

    /// <summary>The day on which it was solved; null while it is not solved.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? SolvedOn { get; init => field = Guard.Iso(value, nameof(SolvedOn)); } = Guard.Iso(SolvedOn);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ComplaintSpan {{ OpenedOn = {OpenedOn:R}, SolvedOn = {SolvedOn:R} }}");
}
