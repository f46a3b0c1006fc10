using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Funnel;

/// <summary>The next step of a deal.</summary>
/// <param name="Date">The due date; null if not stated.</param>
/// <param name="Text">What is to be done.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record NextStep(LocalDate? Date, [property: JsonPropertyOrder(1), Privacy(Privacy.PersonalNote)] string Text)
{
    /// <summary>The due date; null if not stated.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); } = Guard.Iso(Date);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"NextStep {{ Date = {Date:R}, Text = {Text} }}");
}
