using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>A meeting with a customer.</summary>
/// <param name="On">The day.</param>
/// <param name="Contact">The id of the contact; null if not recorded.</param>
/// <param name="Result">The result; null if not recorded.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CustomerVisit(
    LocalDate On,
    [property: Privacy(Privacy.PersonId)] string? Contact = null,
    [property: Privacy(Privacy.PersonalNote)] string? Result = null)
{
    /// <summary>The day.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate On { get; init => field = Guard.Iso(value, nameof(On)); } = Guard.Iso(On);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"CustomerVisit {{ On = {On:R}, Contact = {Contact}, Result = {Result} }}");
}
