using System.Numerics;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace KeyAccount.Core.Statistics;

/// <summary>Gower's similarity of items whose features are numbers and names, some of them unknown.</summary>
/// <remarks>
/// <para>Similarity = Σ w·s / Σ w over the features that are known of both, 0 … 1. Of a number s = 1 − |x − y| / range, at least 0; of a
/// name 1 where both are equal, else 0. Source: Gower 1971, A General Coefficient of Similarity and Some of Its Properties, Biometrics
/// 27:857. A number beyond a given range has nothing in common: that is ours.</para>
/// <para>Not a value: it holds columns. Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Gower
{
    // Columns of so many items stay in the fastest cache together with their sums.
    private const int Block = 1_024;

    private readonly GowerFeature[] _features;
    private readonly double[][] _columns;

    // 1 / range; 0 for a feature that is the same for all.
    private readonly double[] _scales;

    /// <summary>Items to be compared.</summary>
    /// <param name="features">Their features; at least one.</param>
    /// <param name="columns">For each feature its value of every item, in the order of the items; NaN is not known. The values are
    /// copied.</param>
    /// <exception cref="ArgumentNullException">An argument, a feature or a column is null.</exception>
    /// <exception cref="ArgumentException">There is no feature, there are not as many columns as features, columns differ in length, or two
    /// features have one key.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is infinite; the message names feature and item.</exception>
    public Gower(IReadOnlyList<GowerFeature> features, IReadOnlyList<IReadOnlyList<double>> columns)
    {
        Guard.NoNull(features);
        Guard.NoNull(columns);
        if (features.Count == 0)
            throw new ArgumentException("features is empty; there must be at least one.", nameof(features));
        if (features.DistinctBy(feature => feature.Key, StringComparer.Ordinal).Count() < features.Count)
            throw new ArgumentException("features has a key twice; each must have its own.", nameof(features));
        if (columns.Count != features.Count)
        {
            throw new ArgumentException(
                Invariant($"columns has {columns.Count} entries; there must be one for each of the {features.Count} features."),
                nameof(columns));
        }

        _features = [.. features];
        _columns = [.. columns.Select(column => column.ToArray())];
        _scales = new double[_features.Length];
        for (var f = 0; f < _features.Length; f++)
        {
            if (_columns[f].Length != _columns[0].Length)
            {
                throw new ArgumentException(
                    Invariant($"columns[{f}] has {_columns[f].Length} values and columns[0] has {_columns[0].Length}; ")
                    + "every feature must have one for each item.",
                    nameof(columns));
            }

            _scales[f] = ScaleOf(f);
        }
    }

    /// <summary>The number of items.</summary>
    public int Count => _columns[0].Length;

    /// <summary>The features, in order.</summary>
    public IReadOnlyList<GowerFeature> Features => _features;

    /// <summary>The similarity of two items.</summary>
    /// <param name="one">The index of one item.</param>
    /// <param name="other">The index of the other item.</param>
    /// <returns>0 … 1; NaN where no feature that weighs anything is known of both.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public double Similarity(int one, int other)
    {
        CheckItem(one, nameof(one));
        CheckItem(other, nameof(other));
        var (sum, weight) = (0.0, 0.0);
        for (var f = 0; f < _features.Length; f++)
        {
            var part = PartOf(f, one, other);
            if (double.IsNaN(part))
                continue;
            sum += _features[f].Weight * part;
            weight += _features[f].Weight;
        }

        return weight > 0 ? sum / weight : double.NaN;
    }

    /// <summary>The average similarity of every item to some others: the mean of its similarities to each of them that is
    /// defined.</summary>
    /// <param name="best">The indexes of the others, such as the best customers. An item that is one of them is not compared with
    /// itself.</param>
    /// <param name="means">Receives the mean of each item, 0 … 1; NaN if none is defined. Its length is the number of items.</param>
    /// <exception cref="ArgumentNullException"><paramref name="best"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="means"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public void MeanSimilarity(IReadOnlyList<int> best, Span<double> means)
    {
        ArgumentNullException.ThrowIfNull(best);
        for (var i = 0; i < best.Count; i++)
            CheckItem(best[i], Invariant($"best[{i}]"));
        if (means.Length != Count)
            throw new ArgumentException(Invariant($"means has {means.Length} places; there must be {Count}."), nameof(means));
        Span<double> sums = stackalloc double[Block];
        Span<double> weights = stackalloc double[Block];
        Span<double> told = stackalloc double[Block];
        for (var from = 0; from < Count; from += Block)
        {
            var block = means.Slice(from, Math.Min(Block, Count - from));
            block.Clear();
            told.Clear();
            foreach (var other in best)
            {
                sums.Clear();
                weights.Clear();
                for (var f = 0; f < _features.Length; f++)
                    AddFeature(f, other, from, sums[..block.Length], weights[..block.Length]);
                for (var i = 0; i < block.Length; i++)
                {
                    if (weights[i] > 0 && from + i != other)
                    {
                        block[i] += sums[i] / weights[i];
                        told[i]++;
                    }
                }
            }

            for (var i = 0; i < block.Length; i++)
                block[i] = told[i] > 0 ? block[i] / told[i] : double.NaN;
        }
    }

    /// <summary>The features that separate an item most from some others: those with the largest average loss of similarity.</summary>
    /// <param name="item">The index of the item.</param>
    /// <param name="best">The indexes of the others.</param>
    /// <param name="count">The largest number of features; not negative.</param>
    /// <returns>The features with what is missing, weight · (1 − mean of s), the most first; those that miss nothing are left
    /// out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="best"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item, or <paramref name="count"/> is negative.</exception>
    public IReadOnlyList<(GowerFeature Feature, double Missing)> Separating(int item, IReadOnlyList<int> best, int count = 2)
    {
        ArgumentNullException.ThrowIfNull(best);
        CheckItem(item, nameof(item));
        Guard.NotNegative(count);
        for (var i = 0; i < best.Count; i++)
            CheckItem(best[i], Invariant($"best[{i}]"));
        var missing = new List<(GowerFeature Feature, double Missing)>();
        for (var f = 0; f < _features.Length; f++)
        {
            double[] parts =
            [
                .. best.Where(other => other != item).Select(other => PartOf(f, item, other)).Where(part => !double.IsNaN(part)),
            ];
            if (parts.Length > 0 && _features[f].Weight * (1 - parts.Average()) is > 0 and var lost)
                missing.Add((_features[f], lost));
        }

        return [.. missing.OrderByDescending(each => each.Missing).Take(count)];
    }

    // A comparison with what is not known is false, so that it adds nothing.
    private void AddFeature(int f, int other, int from, Span<double> sums, Span<double> weights)
    {
        var (value, weight) = (_columns[f][other], _features[f].Weight);
        if (double.IsNaN(value) || weight <= 0)
            return;
        var column = _columns[f].AsSpan(from, sums.Length);
        var (isNominal, scale) = (_features[f].IsNominal, _scales[f]);
        var done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var (values, scales) = (new Vector<double>(value), new Vector<double>(scale));
            var (w, one) = (new Vector<double>(weight), Vector<double>.One);
            var columns = MemoryMarshal.Cast<double, Vector<double>>(column);
            var sum = MemoryMarshal.Cast<double, Vector<double>>(sums);
            var all = MemoryMarshal.Cast<double, Vector<double>>(weights);
            for (var i = 0; i < columns.Length; i++)
            {
                var x = columns[i];
                var known = Vector.Equals(x, x);
                var part = isNominal
                    ? Vector.ConditionalSelect(Vector.Equals(x, values), one, Vector<double>.Zero)
                    : Vector.Max(Vector<double>.Zero, one - (Vector.Abs(x - values) * scales));
                sum[i] += Vector.ConditionalSelect(known, w * part, Vector<double>.Zero);
                all[i] += Vector.ConditionalSelect(known, w, Vector<double>.Zero);
            }

            done = columns.Length * Vector<double>.Count;
        }

        for (var i = done; i < column.Length; i++)
        {
            if (double.IsNaN(column[i]))
                continue;
            sums[i] += weight * PartOf(isNominal, scale, column[i], value);
            weights[i] += weight;
        }
    }

    private double PartOf(int f, int one, int other)
    {
        var (x, y) = (_columns[f][one], _columns[f][other]);
        return double.IsNaN(x) || double.IsNaN(y) ? double.NaN : PartOf(_features[f].IsNominal, _scales[f], x, y);
    }

    private static double PartOf(bool isNominal, double scale, double x, double y) =>
        isNominal ? (x == y ? 1 : 0) : Math.Max(0, 1 - (Math.Abs(x - y) * scale));

    private double ScaleOf(int f)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < _columns[f].Length; i++)
        {
            var value = _columns[f][i];
            if (double.IsInfinity(value))
            {
                throw new ArgumentOutOfRangeException(
                    "columns", Invariant($"{_features[f].Key} of item {i} is {value}; it must be finite, or NaN where it is not known."));
            }

            if (!double.IsNaN(value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        var range = _features[f].Range ?? high - low;
        return range > 0 ? Math.Min(1 / Math.Min(range, double.MaxValue), double.MaxValue) : 0;
    }

    private void CheckItem(int item, string name) => Guard.Between(item, 0, Count - 1, name);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many things and features.</returns>
    public override string ToString() => FormattableString.Invariant($"{Count} things, {Features.Count} features");
}
