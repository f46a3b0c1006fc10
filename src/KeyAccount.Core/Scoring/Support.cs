using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>The support that a group of people gives us, each weighted by their influence.</summary>
/// <param name="Value">Σ influence · points / Σ influence over the people whose points are known, rounded to six places; null if none of
/// them has influence.</param>
/// <param name="Range">The possible values over all people: with unknown points at their worst, and at their best.</param>
/// <param name="Coverage">The known share of the influence, 0 … 1, rounded to six places.</param>
/// <param name="Weakest">The lowest known points, whatever the person's influence, because a mean can hide an enemy. Null if no points are
/// known.</param>
/// <remarks>Immutable; equal when every part is, and the same after a round trip through JSON. The support does not depend on the order of
/// the people nor, within 1e-6, on the unit of influence.</remarks>
public sealed record Support(double? Value, ScoreRange Range, double Coverage, double? Weakest)
{
    /// <summary>Calculates the support of people whose points are given.</summary>
    /// <param name="people">The influence of each person, finite and not negative in a unit of your own, and the points, 0 … 100; null if
    /// they are not known.</param>
    /// <returns>The support; its range is 0 to 100 if nobody has influence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="people"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An influence or points are outside their range.</exception>
    public static Support Of(IEnumerable<(double Influence, double? Points)> people) => Of(people, worst: 0, best: 100);

    /// <summary>Calculates the support of people whose levels of a term are given.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="people">The influence of each person, finite and not negative in a unit of your own, and the level; null if it is not
    /// known.</param>
    /// <param name="points">The points of each level: <see cref="Scale.Levels"/> of the same term.</param>
    /// <returns>The support; its range is that of the whole scale if nobody has influence.</returns>
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

        return Of(people.Select(each => (each.Influence, PointsOf(each.Level, points))), points.Minimum, points.Maximum);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
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

        return OfSorted(all, worst, best);
    }

    // A level that means "not known" has NaN points.
    private static double? PointsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(
        TTerm? level, Scale points)
        where TTerm : Term<TTerm> =>
        level is not null && points.Points(level.Value) is var known && !double.IsNaN(known) ? known : null;

    private static Support OfSorted(ReadOnlySpan<(double Influence, double? Points)> all, double worst, double best)
    {
        double? weakest = null;
        foreach (var (_, points) in all)
        {
            if (points is { } lower && !(weakest <= lower))
                weakest = lower;
        }

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

    /// <summary>The support of a group in which one person has left or moved. The result is the same as a new calculation, bit for bit,
    /// without adding everybody up again. For one thread.</summary>
    internal sealed class Others<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>
        where TTerm : Term<TTerm>
    {
        // Twice what the roundings of two sums can differ by, for each number that is added.
        private const double Precision = 1.0 / (1L << 51);

        private readonly Scale _points;
        private readonly (double Influence, double? Points)[] _sorted;
        private readonly int[] _places;
        private readonly (double Influence, double? Points)[] _changed;
        private readonly int _unit;
        private readonly Sums _all;
        private readonly double[] _lowest;

        /// <summary>Prepares a group whose support has been calculated, and which is therefore valid.</summary>
        public Others(IReadOnlyList<(double Influence, TTerm? Level)> people, Scale points)
        {
            _points = points;
            var order = people.Select((each, i) => (each.Influence, Points: PointsOf(each.Level, points), Index: i))
                .OrderBy(each => each.Influence).ThenBy(each => each.Points).ToArray();
            _sorted = [.. order.Select(each => (each.Influence, each.Points))];
            _places = new int[order.Length];
            for (var place = 0; place < order.Length; place++)
                _places[order[place].Index] = place;
            _changed = new (double, double?)[order.Length];
            _lowest = [.. _sorted.Select(each => each.Points).OfType<double>().Order().Take(2)];
            _unit = order is [.., { Influence: > 0 } largest] ? -Math.ILogB(largest.Influence) : 0;
            foreach (var (influence, reached) in _sorted)
                _all = _all.And(1, Math.ScaleB(influence, _unit), reached, points);
        }

        /// <summary>The support without a person.</summary>
        /// <param name="index">The index among the people.</param>
        public Support Without(int index)
        {
            var place = _places[index];

            // The largest influence is the unit of the others.
            var isUnit = place == _sorted.Length - 1 && _sorted[place].Influence > 0;
            if (!isUnit && OfSums(Left(place), LowestWithout(place), _sorted.Length - 1) is { } support)
                return support;
            _sorted.AsSpan(0, place).CopyTo(_changed);
            _sorted.AsSpan(place + 1).CopyTo(_changed.AsSpan(place));
            return OfSorted(_changed.AsSpan(0, _sorted.Length - 1), _points.Minimum, _points.Maximum);
        }

        /// <summary>The support with a person at another level.</summary>
        /// <param name="index">The index among the people.</param>
        /// <param name="level">The level.</param>
        public Support With(int index, TTerm? level)
        {
            var place = _places[index];
            var moved = (_sorted[place].Influence, Points: PointsOf(level, _points));
            var lowest = LowestWithout(place);
            if (OfSums(
                Left(place).And(1, Math.ScaleB(moved.Influence, _unit), moved.Points, _points),
                lowest <= moved.Points || moved.Points is null ? lowest : moved.Points,
                _sorted.Length) is { } support)
            {
                return support;
            }

            _sorted.CopyTo(_changed, 0);

            // Among those of the same influence, by points; who is not known comes first.
            for (; place > 0 && _changed[place - 1].Influence == moved.Influence
                && Nullable.Compare(_changed[place - 1].Points, moved.Points) > 0; place--)
                _changed[place] = _changed[place - 1];
            for (; place < _changed.Length - 1 && _changed[place + 1].Influence == moved.Influence
                && Nullable.Compare(_changed[place + 1].Points, moved.Points) < 0; place++)
                _changed[place] = _changed[place + 1];
            _changed[place] = moved;
            return OfSorted(_changed, _points.Minimum, _points.Maximum);
        }

        private Sums Left(int place) =>
            _all.And(-1, Math.ScaleB(_sorted[place].Influence, _unit), _sorted[place].Points, _points);

        private double? LowestWithout(int place) => _lowest switch
        {
            [var lowest, var next] => _sorted[place].Points == lowest ? next : lowest,
            [var only] when _sorted[place].Points is null => only,
            _ => null,
        };

        // What a new calculation gives, whose sums may differ from these in the last digits; null where these digits might decide. Rounded
        // operations keep the order of their operands: if both ends come to the same six places, so does everything between them.
        private Support? OfSums(Sums sums, double? weakest, int count)
        {
            var (worst, best) = (_points.Minimum, _points.Maximum);
            if (sums.Known == 0)
                return new(null, new(worst, best), 0, weakest);
            var error = (count + 8) * Precision;
            var total = Ends(sums.Total, error * _all.Total);
            var known = sums.Known == sums.People ? total : Ends(sums.KnownTotal, error * _all.Total);
            var above = Ends(sums.Above, error * _all.Total * (best - worst));
            var below = Ends(sums.Below, error * _all.Total * (best - worst));
            if (known.Low <= 0
                || Same(ScoreRounding.Round(worst + (above.Low / known.High)), ScoreRounding.Round(worst + (above.High / known.Low)))
                    is not { } value)
            {
                return null;
            }

            if (sums.Known == sums.People)
                return new(value, new(value, value), 1, weakest);
            return known.High < total.Low
                && Same(ScoreRounding.Round(worst + (above.Low / total.High)), ScoreRounding.Round(worst + (above.High / total.Low)))
                    is { } low
                && Same(ScoreRounding.Round(best - (below.High / total.Low)), ScoreRounding.Round(best - (below.Low / total.High)))
                    is { } high
                && Same(ScoreRounding.Round(known.Low / total.High), ScoreRounding.Round(known.High / total.Low)) is { } coverage
                ? new(value, new(low, Math.Max(value, high)), coverage, weakest)
                : null;

            static (double Low, double High) Ends(double sum, double error) => (sum - error, sum + error);
            static double? Same(double one, double other) => one == other ? one : null;
        }

        // Of those who have influence.
        private readonly record struct Sums(int People, int Known, double Total, double KnownTotal, double Above, double Below)
        {
            public Sums And(int sign, double weight, double? points, Scale scale)
            {
                if (weight == 0)
                    return this;
                var sums = this with { People = People + sign, Total = Total + (sign * weight) };
                return points is not { } reached ? sums : sums with
                {
                    Known = Known + sign,
                    KnownTotal = KnownTotal + (sign * weight),
                    Above = Above + (sign * (weight * (reached - scale.Minimum))),
                    Below = Below + (sign * (weight * (scale.Maximum - reached))),
                };
            }
        }
    }
}
