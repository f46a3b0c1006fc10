using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Relationships;

/// <summary>The level of a person on the ladder as it was observed, with the day and the evidence.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record LadderEntry
{
    /// <summary>An observation.</summary>
    /// <param name="level">The level.</param>
    /// <param name="date">The day.</param>
    /// <param name="evidence">The evidence, in the words of the observer; not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="evidence"/> is null or blank.</exception>
    public LadderEntry(LadderLevel level, LocalDate date, string evidence)
    {
        Guard.Iso(date);
        ArgumentNullException.ThrowIfNull(level);
        ArgumentException.ThrowIfNullOrWhiteSpace(evidence);
        Level = level;
        Date = date;
        Evidence = evidence;
    }

    /// <summary>The level.</summary>
    public LadderLevel Level { get; }

    /// <summary>The day of the observation.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Date { get; }

    /// <summary>The evidence.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string Evidence { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        $"LadderEntry {{ Level = {Level}, Date = {LocalDatePattern.Iso.Format(Date)}, Evidence = {Evidence} }}";
}
