using System.Text.Json.Serialization;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Relationships;

/// <summary>The history of the levels of one person on the ladder.</summary>
/// <remarks>
/// <para>A value: immutable, equal when the entries are, and the same after a round trip through JSON. The order in which entries are given
/// does not matter.</para>
/// <para>Of two entries of one day the worse level counts (<c>LibraryDefault</c>: what was seen last that day is not known, and a false
/// friend costs more than a false enemy).</para>
/// </remarks>
/// <example>
/// <code>
/// var history = LadderHistory.Empty.With(LadderLevel.CR4, new(2026, 5, 2), "wrote the tender to fit the competitor");
/// var today = history.AsOf(new LocalDate(2026, 6, 30))!;
/// foreach (var move in Ladder.Moves.Decide(new() { Level = today.Known }).Hits)
///     Console.WriteLine(move.Advice.DisplayName("en"));
/// </code>
/// </example>
public sealed record LadderHistory
{
    /// <summary>A history from its entries; what JSON reads back.</summary>
    /// <param name="entries">The entries in any order; there may be none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or one of them is null.</exception>
    [JsonConstructor]
    public LadderHistory(IReadOnlyList<LadderEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
            ArgumentNullException.ThrowIfNull(entry, nameof(entries));
        Entries = ValueList.Of(entries
            .OrderBy(entry => entry.Date)
            .ThenBy(entry => entry.Level.Value)
            .ThenBy(entry => entry.Evidence, StringComparer.Ordinal));
    }

    /// <summary>The history of a person who has not been judged yet.</summary>
    public static LadderHistory Empty { get; } = new([]);

    /// <summary>The entries by day, those of one day from the best level to the worst.</summary>
    public IReadOnlyList<LadderEntry> Entries { get; }

    /// <summary>The history with one more entry.</summary>
    /// <param name="level">The level.</param>
    /// <param name="date">The day.</param>
    /// <param name="evidence">The evidence; not blank.</param>
    /// <returns>The new history; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="evidence"/> is null or blank.</exception>
    public LadderHistory With(LadderLevel level, LocalDate date, string evidence) => new([.. Entries, new(level, date, evidence)]);

    /// <summary>The history as it was on an earlier day.</summary>
    /// <param name="date">The last day to keep.</param>
    /// <returns>The entries up to that day.</returns>
    public LadderHistory Until(LocalDate date)
    {
        Guard.Iso(date);
        return new([.. Entries.Where(entry => entry.Date <= date)]);
    }

    /// <summary>The standing of the person on a day.</summary>
    /// <param name="asOf">The reference date; no entry may be later. To look back: <see cref="Until"/>.</param>
    /// <param name="decay">How evidence ages; null for <see cref="Ladder.Decay"/>.</param>
    /// <param name="confirmedFrom">The confidence from which the level is confirmed, 0 … 1; null for
    /// <see cref="Ladder.ConfirmedFrom"/>.</param>
    /// <returns>The last level with its confidence; null if nobody has judged the person yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An entry is later than the reference date, or the threshold is outside its
    /// range.</exception>
    public LadderStanding? AsOf(LocalDate asOf, EvidenceDecay? decay = null, double? confirmedFrom = null)
    {
        Guard.Iso(asOf);
        var threshold = confirmedFrom ?? Ladder.ConfirmedFrom;
        Guard.Between(threshold, 0, 1, nameof(confirmedFrom));
        return (decay ?? Ladder.Decay).Confidence(Entries.Select(entry => entry.Date), asOf) is { } confidence
            ? new(Entries[^1], confidence, ScoreRounding.Round(confidence) >= ScoreRounding.Round(threshold))
            : null;
    }
}
