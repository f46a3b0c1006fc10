using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>An entry of a SWOT analysis: a fact of another room, or a dated note with its origin; never an opinion alone.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record SwotEntry
{
    /// <summary>The part it belongs to.</summary>
    public required SwotPart Part { get; init; }

    /// <summary>What it says, for a person.</summary>
    public required Text Text { get; init; }

    /// <summary>The fact it points to, such as <c>satisfaction</c>; null for a note.</summary>
    public string? Fact { get; init; }

    /// <summary>Where in the environment it comes from; null for what is our own.</summary>
    public EnvironmentDimension? Dimension { get; init; }

    /// <summary>Of which day the note is; null for a fact.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Date { get; init => field = Guard.Iso(value, nameof(Date)); }

    /// <summary>Where the note comes from; null for a fact.</summary>
    public DataOrigin? Origin { get; init; }

    /// <summary>How much it weighs, in points; 0 … 100.</summary>
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

    /// <summary>Whether something stands behind it: a fact, or a day and an origin.</summary>
    [JsonIgnore]
    public bool IsSupported => !string.IsNullOrWhiteSpace(Fact) || (Date is not null && Origin is not null);

    /// <summary>The entry of a note about the environment.</summary>
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
