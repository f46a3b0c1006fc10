using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>What is to be done next with a deal.</summary>
/// <param name="Date">By when; null where nobody has said so.</param>
/// <param name="Text">What.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record NextStep(LocalDate? Date, [property: JsonPropertyOrder(1), Privacy(Privacy.PersonalNote)] string Text)
{
    /// <summary>By when; null where nobody has said so.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); } = Guard.Iso(Date);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"NextStep {{ Date = {Date:R}, Text = {Text} }}");
}
