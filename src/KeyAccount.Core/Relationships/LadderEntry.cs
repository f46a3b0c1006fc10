using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Relationships;

/// <summary>A level on the ladder that a person was seen at, with the day and what showed it.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record LadderEntry
{
    /// <summary>What was seen.</summary>
    /// <param name="level">The level.</param>
    /// <param name="date">The day.</param>
    /// <param name="evidence">What showed it, in the words of whoever saw it; not blank.</param>
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

    /// <summary>The day it was seen.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate Date { get; }

    /// <summary>What showed it.</summary>
    [Privacy(Privacy.PersonalNote)]
    public string Evidence { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        $"LadderEntry {{ Level = {Level}, Date = {LocalDatePattern.Iso.Format(Date)}, Evidence = {Evidence} }}";
}
