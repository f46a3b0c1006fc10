using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>A step of a competitor at a customer.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">The kind of the step.</param>
/// <param name="Competitor">The competitor; null if not known.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CompetitorEvent(
    LocalDate On, CompetitorEventKind Kind, [property: Privacy(Privacy.NotPersonal)] string? Competitor = null)
{
    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); } = Guard.Iso(On);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"CompetitorEvent {{ On = {On:R}, Kind = {Kind}, Competitor = {Competitor} }}");
}
