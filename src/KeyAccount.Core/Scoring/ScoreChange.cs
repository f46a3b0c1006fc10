using System.Globalization;
using System.Text.Json.Serialization;

namespace KeyAccount.Core.Scoring;

/// <summary>The change between two assessments of an account, with its causes.</summary>
/// <remarks>
/// <para>The parts sum exactly to the change: each is rounded to six places, and the largest remainders take up the rest. A cap limits the
/// band and never the score, so a change of caps shows as a change of band with 0 points.</para>
/// <para>A value: immutable, equal when every part is equal.</para>
/// </remarks>
public sealed record ScoreChange
{
    private const decimal PerPoint = 1_000_000m;

    [JsonConstructor]
    internal ScoreChange(
        decimal? from, decimal? to, string? fromBand, string? toBand, IReadOnlyList<ChangePart> parts, IReadOnlyList<string> caps)
    {
        From = from;
        To = to;
        FromBand = fromBand;
        ToBand = toBand;
        Parts = ValueList.Of(parts);
        Caps = ValueList.Of(caps);
    }

    /// <summary>The earlier score; null for an unrated account.</summary>
    public decimal? From { get; }

    /// <summary>The later score; null for an unrated account.</summary>
    public decimal? To { get; }

    /// <summary>To − From, exactly; null if either is unrated.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal? Points => DecimalOverflow.Named(() => To - From, "ScoreChange.Points", (nameof(From), From), (nameof(To), To));

    /// <summary>The earlier band; null for an unrated account.</summary>
    public string? FromBand { get; }

    /// <summary>The later band; null for an unrated account.</summary>
    public string? ToBand { get; }

    /// <summary>Whether the band has changed.</summary>
    public bool BandChanged => FromBand != ToBand;

    /// <summary>The parts that are not 0, in the order of the later scorecard, with criteria that it no longer has at the end; empty if
    /// either is unrated.</summary>
    public IReadOnlyList<ChangePart> Parts { get; }

    /// <summary>The keys of the caps that hold in only one of the two.</summary>
    public IReadOnlyList<string> Caps { get; }

    /// <summary>Calculates the sum of the parts with one cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The points of the score; 0 if there are none.</returns>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal Of(ChangeCause cause) => DecimalOverflow.Named(
        () => Parts.Where(part => part.Cause == cause).Sum(part => part.Points), "ScoreChange.Of", (nameof(Parts), Parts));

    internal static ScoreChange Between<TBand>(Assessment<TBand> earlier, Assessment<TBand> later)
        where TBand : class
    {
        var parts = earlier.IsRated && later.IsRated
            ? Rounded(Parted(earlier, later), Exact(later.Score!.Value) - Exact(earlier.Score!.Value))
            : [];
        return new(
            earlier.Score is { } from ? Exact(from) : null,
            later.Score is { } to ? Exact(to) : null,
            earlier.Band?.ToString(),
            later.Band?.ToString(),
            parts,
            [
                .. later.Caps.Concat(earlier.Caps).Select(cap => cap.Key).Distinct(StringComparer.Ordinal)
                    .Where(key => Holds(earlier, key) != Holds(later, key)),
            ]);

        static bool Holds(Assessment<TBand> assessment, string key) => assessment.Caps.Any(cap => cap.Key == key && cap.Holds == true);
    }

    // A score has six places, and its shortest form names them.
    private static decimal Exact(double score) =>
        decimal.Parse(score.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IEnumerable<(string Key, ChangeCause Cause, double Points)> Parted<TBand>(
        Assessment<TBand> earlier, Assessment<TBand> later)
        where TBand : class
    {
        var isSameKnowledge = Known(earlier).SetEquals(Known(later));
        var areSameWeights = Weights(earlier).SequenceEqual(Weights(later));
        foreach (var key in later.Contributions.Concat(earlier.Contributions).Select(part => part.Key).Distinct(StringComparer.Ordinal))
        {
            var before = earlier.Contributions.FirstOrDefault(part => part.Key == key);
            var after = later.Contributions.FirstOrDefault(part => part.Key == key);
            if (before is null || after is null || before.IsKnown != after.IsKnown)
            {
                var cause = before is null || after is null ? ChangeCause.Model : ChangeCause.Coverage;
                yield return (key, cause, (after?.Value ?? 0) - (before?.Value ?? 0));
                continue;
            }

            // A value is weight · points over the known weight, and is taken to the later one factor by factor: first another weight, then
            // another known weight, then other points.
            var reweighted = before.Weight == after.Weight || before.Weight == 0
                ? before.Value
                : before.Value / before.Weight * after.Weight;
            var reshared = (areSameWeights && isSameKnowledge) || after.Points is null or 0
                ? reweighted
                : after.Value / after.Points.Value * (before.Points ?? 0);
            yield return (key, ChangeCause.Model, reweighted - before.Value);
            yield return (key, isSameKnowledge ? ChangeCause.Model : ChangeCause.Coverage, reshared - reweighted);
            yield return (key, before.Raw.Equals(after.Raw) ? ChangeCause.Model : ChangeCause.Facts, after.Value - reshared);
        }

        static IEnumerable<(string Key, double Weight)> Weights(Assessment<TBand> assessment) =>
            assessment.Contributions.Select(part => (part.Key, part.Weight));

        static HashSet<string> Known(Assessment<TBand> assessment) =>
            assessment.Contributions.Where(part => part.IsKnown).Select(part => part.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static List<ChangePart> Rounded(IEnumerable<(string Key, ChangeCause Cause, double Points)> parts, decimal total)
    {
        // In millionths of a point: the floors, and one more for the largest remainders until the sum is the change.
        var floors = parts
            .GroupBy(part => (part.Key, part.Cause))
            .Select(group => (group.Key.Key, group.Key.Cause, Points: group.Sum(part => part.Points) * ScoreRounding.PerUnit))
            .Select(part => (part.Key, part.Cause, Floor: Math.Floor(part.Points), Remainder: part.Points - Math.Floor(part.Points)))
            .ToArray();
        var missing = (long)(total * PerPoint) - floors.Sum(part => (long)part.Floor);
        var order = Enumerable.Range(0, floors.Length).OrderByDescending(i => floors[i].Remainder).ToArray();
        var more = new long[floors.Length];
        for (var i = 0; i < Math.Abs(missing); i++)
            more[order[missing > 0 ? i % order.Length : order.Length - 1 - (i % order.Length)]] += Math.Sign(missing);
        return
        [
            .. floors.Select((part, i) => new ChangePart(part.Key, part.Cause, ((long)part.Floor + more[i]) / PerPoint))
                .Where(part => part.Points != 0),
        ];
    }
}
