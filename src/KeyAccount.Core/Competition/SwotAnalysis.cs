using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Competition;

/// <summary>Strengths, weaknesses, opportunities and threats with an account, each with its evidence.</summary>
/// <remarks>Immutable, with value equality, also after a round trip through JSON.</remarks>
public sealed record SwotAnalysis
{
    /// <summary>The weight of an entry if nothing else is stated, in points. Provenance: <c>LibraryDefault</c>.</summary>
    public const double UsualWeight = 50;

    /// <summary>The weight from which two entries make a strategy, in points. Provenance: <c>LibraryDefault</c>.</summary>
    public const double StrategyFrom = 50;

    /// <summary>An analysis.</summary>
    /// <param name="entries">The entries.</param>
    /// <exception cref="ArgumentNullException">The list or an entry is null, or an entry has no part or text.</exception>
    /// <exception cref="ArgumentException">An entry refers neither to a fact nor to a dated note with its origin.</exception>
    [JsonConstructor]
    public SwotAnalysis(IReadOnlyList<SwotEntry> entries)
    {
        Entries = ValueList.Of(entries);
        for (var i = 0; i < Entries.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(Entries[i].Part, Invariant($"entries[{i}].Part"));
            ArgumentNullException.ThrowIfNull(Entries[i].Text, Invariant($"entries[{i}].Text"));
            if (!Entries[i].IsSupported)
            {
                throw new ArgumentException(
                    Invariant($"entries[{i}] ('{Entries[i].Text}') is an opinion; it must point to a fact, or have a date and an origin."),
                    nameof(entries));
            }
        }
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<SwotEntry> Entries { get; }

    /// <summary>The entries of a part, in descending order of weight.</summary>
    /// <param name="part">The part.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="part"/> is null.</exception>
    public IReadOnlyList<SwotEntry> Of(SwotPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return [.. Entries.Where(entry => entry.Part == part).OrderByDescending(entry => entry.Weight)];
    }

    /// <summary>Candidates for strategies: each pair of an internal and an external entry with enough weight.</summary>
    /// <param name="from">The least weight, in points; 0 … 100, inclusive.</param>
    /// <returns>The pairs, in the order of <see cref="TowsPair"/>, the weightiest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is outside its range.</exception>
    public IReadOnlyList<TowsStrategy> Strategies(double from = StrategyFrom)
    {
        Guard.Between(from, 0, 100);
        return
        [
            .. TowsPair.InOrder.SelectMany(pair =>
                from inside in Of(InsideOf(pair))
                from outside in Of(OutsideOf(pair))
                where inside.Weight >= @from && outside.Weight >= @from
                orderby inside.Weight + outside.Weight descending
                select new TowsStrategy(pair, inside, outside)),
        ];
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The entries.</returns>
    public override string ToString() => Invariant($"SwotAnalysis {{ Entries = {Entries} }}");

    private static SwotPart InsideOf(TowsPair pair) =>
        pair == TowsPair.StrengthOpportunity || pair == TowsPair.StrengthThreat ? SwotPart.Strength : SwotPart.Weakness;

    private static SwotPart OutsideOf(TowsPair pair) =>
        pair == TowsPair.StrengthOpportunity || pair == TowsPair.WeaknessOpportunity ? SwotPart.Opportunity : SwotPart.Threat;
}
