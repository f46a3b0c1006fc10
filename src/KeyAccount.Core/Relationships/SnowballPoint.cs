using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>How large the snowball was on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="People">How many people were for us: at CR2 or better.</param>
/// <param name="Departments">In how many departments; people whose department is not known count in none.</param>
/// <param name="Layers">On how many layers; people whose layer is not known count on none.</param>
/// <param name="OrganisationIndex">Which part of the influence of those people is held by others than the most influential one, as a
/// fraction: 0 where everything hangs on one person. Null if nobody was for us, or their influence is not known.</param>
/// <param name="Scope">How far it had grown; null if nobody was for us.</param>
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
