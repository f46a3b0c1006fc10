using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.CustomerStrategy;

/// <summary>How much of a customer's strategy we know, and how recent that knowledge is (客户的战略解码).</summary>
/// <remarks>Pure functions. The six areas are those of 《客户关系拓展与管理》; half-life, the weight from which an area counts as decoded, and
/// how many areas a plan needs are a <c>LibraryDefault</c>.</remarks>
public static class StrategyDecoding
{
    /// <summary>The half-life of a note in days: a year. Provenance: <c>LibraryDefault</c>.</summary>
    public const int HalfLifeDays = 365;

    /// <summary>The weight of its newest note from which an area counts as decoded: a half, which is a note at most a year old. Provenance:
    /// <c>LibraryDefault</c>.</summary>
    public const double DecodedFrom = 0.5;

    /// <summary>The number of the six areas that must be decoded before a plan is made: 4. Provenance: <c>LibraryDefault</c>.</summary>
    public const int RequiredAreas = 4;

    /// <summary>The decay of a note: a half-life of <see cref="HalfLifeDays"/>.</summary>
    public static EvidenceDecay Decay { get; } = new(HalfLifeDays);

    /// <summary>The current weight of a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="decay">The decay of a note; null for <see cref="Decay"/>.</param>
    /// <returns>2^(−age / half-life), 0 … 1; 0 for a note without a date, and for one whose horizon has passed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The note is dated in the future.</exception>
    public static double Weight(StrategyNote note, LocalDate asOf, EvidenceDecay? decay = null)
    {
        ArgumentNullException.ThrowIfNull(note);
        Guard.Iso(asOf);
        return note.Date is not { } date || note.Horizon < asOf ? 0 : (decay ?? Decay).Weight(date, asOf);
    }

    /// <summary>Whether a note is still valid evidence of what the customer wants: its weight is at least <see
    /// cref="DecodedFrom"/>.</summary>
    internal static bool IsDecoded(StrategyNote note, LocalDate asOf, EvidenceDecay? decay = null) =>
        Weight(note, asOf, decay) >= DecodedFrom;

    /// <summary>How much of the strategy is decoded: Σ weight of the newest note of each area / 6.</summary>
    /// <param name="notes">What we know.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="decay">The decay of a note; null for <see cref="Decay"/>.</param>
    /// <returns>0 (nothing) … 1 (every area, today).</returns>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A note is dated in the future.</exception>
    public static double Coverage(IReadOnlyList<StrategyNote> notes, LocalDate asOf, EvidenceDecay? decay = null)
    {
        Guard.NoNull(notes);
        Guard.Iso(asOf);
        return notes.GroupBy(note => note.Area).Sum(area => area.Max(note => Weight(note, asOf, decay)))
            / CustomerStrategyArea.InOrder.Count;
    }

    /// <summary>The areas that are decoded: the newest note of each weighs <see cref="DecodedFrom"/> or more.</summary>
    /// <param name="notes">What we know.</param>
    /// <param name="asOf">The reference date.</param>
    /// <param name="decay">The decay of a note; null for <see cref="Decay"/>.</param>
    /// <returns>The areas, in their order.</returns>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A note is dated in the future.</exception>
    public static IReadOnlyList<CustomerStrategyArea> Decoded(
        IReadOnlyList<StrategyNote> notes, LocalDate asOf, EvidenceDecay? decay = null)
    {
        Guard.NoNull(notes);
        Guard.Iso(asOf);
        return ValueList.Of(
            CustomerStrategyArea.InOrder.Where(area => notes.Any(note => note.Area == area && IsDecoded(note, asOf, decay))));
    }
}
