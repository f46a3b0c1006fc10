using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>One meeting with a customer.</summary>
/// <param name="On">The day.</param>
/// <param name="Contact">Whom we met, by the id of the contact; null if nobody wrote it down.</param>
/// <param name="Result">What came of it; null if nobody wrote it down.</param>
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
