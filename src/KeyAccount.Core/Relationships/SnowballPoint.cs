using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>The size of the snowball on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="People">The number of people who support us: at CR2 or better.</param>
/// <param name="Departments">The number of their departments; people whose department is not known are not counted.</param>
/// <param name="Layers">The number of their layers; people whose layer is not known are not counted.</param>
/// <param name="OrganisationIndex">The share of those people's influence that is held by others than the most influential one, as a
/// fraction: 0 if everything depends on one person. Null if nobody supports us, or their influence is not known.</param>
/// <param name="Scope">The scope of the snowball; null if nobody supports us.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record SnowballPoint(
    LocalDate On, int People, int Departments, int Layers, double? OrganisationIndex, SnowballScope? Scope)
{
    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); } = Guard.Iso(On);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"SnowballPoint {{ On = {On:R}, People = {People}, Departments = {Departments}, Layers = {Layers}, ")
        + Invariant($"OrganisationIndex = {OrganisationIndex}, Scope = {Scope} }}");
}
