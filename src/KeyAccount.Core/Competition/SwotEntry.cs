using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>An entry of a SWOT analysis: a fact from another room, or a dated note with its origin; never a mere opinion.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record SwotEntry
{
    /// <summary>The part to which the entry belongs.</summary>
    public required SwotPart Part { get; init; }

    /// <summary>The text of the entry, for a person.</summary>
    public required Text Text { get; init; }

    /// <summary>The fact to which the entry refers, such as <c>satisfaction</c>; null for a note.</summary>
    public string? Fact { get; init; }

    /// <summary>The part of the environment that the entry is about; null for an internal one.</summary>
    public EnvironmentDimension? Dimension { get; init; }

    /// <summary>The date of the note; null for a fact.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>The origin of the note; null for a fact.</summary>
    public DataOrigin? Origin { get; init; }

    /// <summary>The weight of the entry, in points; 0 … 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Weight
    {
        get;
        init
        {
            Guard.Between(value, 0, 100, nameof(Weight));
            field = value;
        }
    }
    = SwotAnalysis.UsualWeight;

    /// <summary>Whether the entry has evidence: a fact, or a date and an origin.</summary>
    [JsonIgnore]
    public bool IsSupported => !string.IsNullOrWhiteSpace(Fact) || (Date is not null && Origin is not null);

    /// <summary>Turns a note about the environment into an entry.</summary>
    /// <param name="note">The note.</param>
    /// <returns>An opportunity or a threat.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is null.</exception>
    public static SwotEntry Of(EnvironmentNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return new()
        {
            Part = note.IsFavourable ? SwotPart.Opportunity : SwotPart.Threat, Text = note.Text, Dimension = note.Dimension,
            Date = note.Date, Origin = note.Origin, Weight = note.Weight ?? SwotAnalysis.UsualWeight,
        };
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"SwotEntry {{ Part = {Part}, Text = {Text}, Fact = {Fact}, Dimension = {Dimension}, ")
        + Invariant($"Date = {Date:R}, Origin = {Origin}, Weight = {Weight} }}");
}
