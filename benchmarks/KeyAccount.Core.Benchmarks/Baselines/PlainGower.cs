using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>The same means by a loop over items, others and features.</summary>
public static class PlainGower
{
    public static double[] Means(IReadOnlyList<GowerFeature> features, double[][] columns, int[] best)
    {
        var ranges = columns.Select(column => column.Where(x => !double.IsNaN(x)).Max() - column.Where(x => !double.IsNaN(x)).Min()).ToArray();
        var means = new double[columns[0].Length];
        for (var i = 0; i < means.Length; i++)
        {
            var (total, told) = (0.0, 0);
            foreach (var other in best)
            {
                var (sum, weight) = (0.0, 0.0);
                for (var f = 0; f < columns.Length; f++)
                {
                    var (x, y) = (columns[f][i], columns[f][other]);
                    if (double.IsNaN(x) || double.IsNaN(y))
                        continue;
                    sum += features[f].Weight
                        * (features[f].IsNominal ? (x == y ? 1 : 0) : 1 - (Math.Abs(x - y) / ranges[f]));
                    weight += features[f].Weight;
                }

                if (i != other && weight > 0)
                {
                    total += sum / weight;
                    told++;
                }
            }

            means[i] = told > 0 ? total / told : double.NaN;
        }

        return means;
    }
}
