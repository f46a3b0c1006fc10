using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>How far a group of people supports us, each counted by their influence.</summary>
/// <param name="Value">Σ influence · points / Σ influence over those who are known, rounded to six places; null where nobody with influence
/// is.</param>
/// <param name="Range">What it could be over everybody: those who are not known at their worst, and at their best.</param>
/// <param name="Coverage">The share of the influence that is known, 0 … 1, rounded to six places.</param>
/// <param name="Weakest">The lowest points of anybody known, whatever their influence: a mean hides an enemy. Null where nobody is
/// known.</param>
/// <remarks>Immutable; equal when every part is, and the same after a round trip through JSON. It does not depend on the order of the
/// people nor, within 1e-6, on the unit of influence.</remarks>
public sealed record Support(double? Value, ScoreRange Range, double Coverage, double? Weakest)
{
    /// <summary>The support of people whose points are given.</summary>
    /// <param name="people">The influence of each, finite and not negative in a unit of your own, and their points, 0 … 100; null for
    /// points that are not known.</param>
    /// <returns>The support; its range reaches from 0 to 100 where nobody has influence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="people"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An influence or points are outside their range.</exception>
    public static Support Of(IEnumerable<(double Influence, double? Points)> people) => Of(people, worst: 0, best: 100);

    /// <summary>The support of people who stand at levels of a term.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="people">The influence of each, finite and not negative in a unit of your own, and their level; null for a level that is
    /// not known.</param>
    /// <param name="points">What each level counts: <see cref="Scale.Levels"/> of the same term.</param>
    /// <returns>The support; its range reaches over the whole scale where nobody has influence.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="points"/> is not a scale of the term.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An influence is outside its range.</exception>
    public static Support Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        IEnumerable<(double Influence, TTerm? Level)> people, Scale points)
        where TTerm : Term<TTerm>
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(points);
        if (points.Term != typeof(TTerm))
        {
            throw new ArgumentException(
                $"points is a scale of {points.Term?.Name ?? "numbers"}; it must be one of {typeof(TTerm).Name}.", nameof(points));
        }

        return Of(people.Select(each => (each.Influence, PointsOf(each.Level))), points.Minimum, points.Maximum);

        // A level that means "not known" has NaN points.
        double? PointsOf(TTerm? level) =>
            level is not null && points.Points(level.Value) is var known && !double.IsNaN(known) ? known : null;
    }

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"Support {{ Value = {Value}, Range = {Range}, Coverage = {Coverage}, Weakest = {Weakest} }}");

    private static Support Of(IEnumerable<(double Influence, double? Points)> people, double worst, double best)
    {
        ArgumentNullException.ThrowIfNull(people);

        // Sums of doubles depend on their order; this one is the same for every order of the input.
        var all = people.OrderBy(each => each.Influence).ThenBy(each => each.Points).ToArray();
        foreach (var (influence, points) in all)
        {
            Guard.FiniteNotNegative(influence);
            Guard.Between(points ?? worst, worst, best, nameof(points));
        }

        var weakest = all.Min(each => each.Points);
        if (all.Length == 0 || all[^1].Influence == 0)
            return new(null, new(worst, best), 0, weakest);

        // A power of two changes no digit, and keeps the sums from overflowing.
        var unit = -Math.ILogB(all[^1].Influence);
        double total = 0, known = 0, above = 0, below = 0;
        foreach (var (influence, points) in all)
        {
            var weight = Math.ScaleB(influence, unit);
            total += weight;
            if (points is not { } reached)
                continue;
            known += weight;
            above += weight * (reached - worst);
            below += weight * (best - reached);
        }

        if (known == 0)
            return new(null, new(worst, best), 0, weakest);

        // Each end from its own side: then somebody unknown adds to the total alone, and can only move the ends outwards.
        var value = ScoreRounding.Round(worst + (above / known));
        var range = known < total
            ? new ScoreRange(ScoreRounding.Round(worst + (above / total)), Math.Max(value, ScoreRounding.Round(best - (below / total))))
            : new ScoreRange(value, value);
        return new(value, range, ScoreRounding.Round(known / total), weakest);
    }
}
