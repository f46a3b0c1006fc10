namespace KeyAccount.Core.Estimation;

/// <summary>A logistic model of the event over the points, whose coefficients are not negative and are drawn towards the present
/// weights.</summary>
/// <remarks>Minimises −Σ log-likelihood / n + λ/2 · Σ (βᵢ − w⁰ᵢ·Σβ)², β ≥ 0: convex, so that there is one minimum. The weights are β/Σβ;
/// with a large λ they are the present ones, and only how steep the score is follows the data. Newton steps; each is a quadratic problem
/// with bounds, solved coordinate by coordinate.</remarks>
internal sealed class WeightLikelihood
{
    private const int MostSteps = 60;
    private const int MostSweeps = 2000;
    private const double Enough = 1e-9;

    // Keeps the steps finite where a sample is told apart without error.
    private const double Ridge = 1e-9;

    private readonly double[] _points;
    private readonly bool[] _events;
    private readonly int[] _rows;
    private readonly double[] _present;

    /// <summary>The likelihood of rows.</summary>
    /// <param name="points">Points / 100, row by row.</param>
    /// <param name="events">Whether the event happened, by row.</param>
    /// <param name="rows">The rows that are learnt from.</param>
    /// <param name="present">The present weights; they sum to 1.</param>
    public WeightLikelihood(double[] points, bool[] events, int[] rows, double[] present) =>
        (_points, _events, _rows, _present) = (points, events, rows, present);

    /// <summary>The intercept and the coefficients.</summary>
    public double[] Minimize(double strength, double[]? start)
    {
        var size = _present.Length + 1;
        var at = start is null ? Start() : (double[])start.Clone();
        var (gradient, curvature) = (new double[size], new double[size * size]);
        var (nextGradient, nextCurvature) = (new double[size], new double[size * size]);
        var value = At(at, strength, gradient, curvature);
        for (var step = 0; step < MostSteps; step++)
        {
            var direction = Direction(at, gradient, curvature);
            var next = at;
            var nextValue = value;
            for (var scale = 1.0; scale > 1e-6; scale /= 2)
            {
                next = [.. at.Select((each, i) => i == 0 ? each + (scale * direction[i]) : Math.Max(0, each + (scale * direction[i])))];
                nextValue = At(next, strength, nextGradient, nextCurvature);
                if (nextValue <= value)
                    break;
            }

            if (!(nextValue <= value))
                break;
            var gain = value - nextValue;
            (at, value) = (next, nextValue);
            (gradient, nextGradient) = (nextGradient, gradient);
            (curvature, nextCurvature) = (nextCurvature, curvature);
            if (gain < Enough * Math.Max(1e-3, Math.Abs(value)))
                break;
        }

        return at;
    }

    /// <summary>The mean of −log-likelihood over rows.</summary>
    public double Loss(double[] at, int[] rows)
    {
        var sum = 0.0;
        foreach (var row in rows)
            sum += LossOf(Linear(at, row), _events[row]);
        return sum / rows.Length;
    }

    private double[] Start()
    {
        var rate = Math.Clamp(_rows.Count(row => _events[row]) / (double)_rows.Length, 1e-6, 1 - 1e-6);
        return [Math.Log(rate / (1 - rate)), .. _present.Select(_ => 0.0)];
    }

    private double Linear(double[] at, int row)
    {
        var linear = at[0];
        var first = row * _present.Length;
        for (var i = 0; i < _present.Length; i++)
            linear += at[i + 1] * _points[first + i];
        return linear;
    }

    private static double LossOf(double linear, bool happened)
    {
        var against = happened ? -linear : linear;
        return against > 0 ? against + Math.Log(1 + Math.Exp(-against)) : Math.Log(1 + Math.Exp(against));
    }

    private double At(double[] at, double strength, double[] gradient, double[] curvature)
    {
        var (count, size) = (_present.Length, at.Length);
        Array.Clear(gradient);
        Array.Clear(curvature);
        var loss = 0.0;
        foreach (var row in _rows)
        {
            var linear = Linear(at, row);
            var chance = 1 / (1 + Math.Exp(-linear));
            loss += LossOf(linear, _events[row]);
            var (error, spread) = (chance - (_events[row] ? 1 : 0), chance * (1 - chance));
            gradient[0] += error;
            curvature[0] += spread;
            var points = _points.AsSpan(row * count, count);
            for (var i = 0; i < points.Length; i++)
            {
                gradient[i + 1] += error * points[i];
                var weighted = spread * points[i];
                var line = (i + 1) * size;
                curvature[line] += weighted;
                for (var j = 0; j <= i; j++)
                    curvature[line + j + 1] += weighted * points[j];
            }
        }

        for (var i = 0; i < size; i++)
        {
            gradient[i] /= _rows.Length;
            for (var j = 0; j <= i; j++)
                curvature[(j * size) + i] = curvature[(i * size) + j] /= _rows.Length;
        }

        return (loss / _rows.Length) + Pull(at, strength, gradient, curvature);
    }

    // λ/2·|Mβ|², M = I − w⁰·1ᵀ.
    private double Pull(double[] at, double strength, double[] gradient, double[] curvature)
    {
        var (count, size) = (_present.Length, at.Length);
        var sum = at.Skip(1).Sum();
        double[] away = [.. _present.Select((weight, i) => at[i + 1] - (weight * sum))];
        var drawn = away.Zip(_present, (one, weight) => one * weight).Sum();
        var squares = _present.Sum(weight => weight * weight);
        for (var i = 0; i < count; i++)
        {
            gradient[i + 1] += (strength * (away[i] - drawn)) + (Ridge * at[i + 1]);
            for (var j = 0; j < count; j++)
                curvature[((i + 1) * size) + j + 1] += strength * ((i == j ? 1 : 0) - _present[i] - _present[j] + squares);
            curvature[((i + 1) * size) + i + 1] += Ridge;
        }

        return (strength / 2 * away.Sum(each => each * each)) + (Ridge / 2 * at.Skip(1).Sum(each => each * each));
    }

    // The step that minimises the quadratic form within β ≥ 0.
    private static double[] Direction(double[] at, double[] gradient, double[] curvature)
    {
        var size = at.Length;
        var step = new double[size];
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var largest = 0.0;
            for (var i = 0; i < size; i++)
            {
                var slope = gradient[i];
                for (var j = 0; j < size; j++)
                    slope += curvature[(i * size) + j] * step[j];
                var moved = curvature[(i * size) + i] > 0 ? step[i] - (slope / curvature[(i * size) + i]) : step[i];
                if (i > 0)
                    moved = Math.Max(-at[i], moved);
                largest = Math.Max(largest, Math.Abs(moved - step[i]));
                step[i] = moved;
            }

            if (largest < 1e-10)
                break;
        }

        return step;
    }
}
