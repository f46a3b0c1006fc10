using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Documents;

/// <summary>A date.</summary>
/// <param name="Value">The date.</param>
public sealed record DateCell(LocalDate Value) : Cell
{
    /// <summary>The date.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Value { get; init => field = Guard.Iso(value, nameof(Value)); } = Guard.Iso(Value);

    /// <summary>A cell for a date that may not be known.</summary>
    /// <param name="date">The date; null if it is not known.</param>
    /// <returns>The cell; null if the date is not known.</returns>
    public static Cell? Of(LocalDate? date) => date is { } known ? new DateCell(known) : null;

    /// <summary>The date in ISO 8601 format, which is the same in every language: <c>2026-03-01</c>.</summary>
    /// <param name="language">The language of the document.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public override string Display(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return LocalDatePattern.Iso.Format(Value);
    }
}
