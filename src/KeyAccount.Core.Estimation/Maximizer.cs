using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace KeyAccount.Core.Estimation;

/// <summary>Looks for the largest likelihood: by BFGS from several starting points, then by Newton's method to the last digits, over the
/// logarithms of the parameters, so that every parameter stays above 0.</summary>
internal static class Maximizer
{
    private const double LargestLog = 30;
    private const double DifferenceStep = 1e-4;
    private const int MostIterations = 200;
    private const int MostNewtonSteps = 60;
    private const double Agreement = 1e-8;
    private const double SteepEnough = 1e-12;

    /// <summary>The largest likelihood that is found from the starting points.</summary>
    public static Maximum Of(ILikelihood likelihood, IReadOnlyList<double[]> starts)
    {
        // Where there are many accounts a part of them shows the way from every start; all of them take only the last steps.
        var sample = likelihood.Sample();
        var ends = starts.Select(start => Climb(sample, Array.ConvertAll(start, Math.Log))).ToArray();
        var best = ends.MaxBy(end => end.Value);
        var agree = ends.Count(end => best.Value - end.Value <= Agreement);
        return Polished(likelihood, sample, best.Logs, starts.Count, agree);
    }

    // The best point that BFGS has come to, whatever ended it.
    private static (double[] Logs, double Value) Climb(ILikelihood likelihood, double[] start)
    {
        (double[] Logs, double Value) best = (start, double.NegativeInfinity);
        var objective = ObjectiveFunction.Gradient(logs =>
        {
            var point = logs.ToArray();
            var gradient = new double[point.Length];
            var value = ValueAt(likelihood, point, gradient);
            if (value > best.Value)
                best = (point, value);
            return (-value, -Vector<double>.Build.Dense(gradient));
        });
        try
        {
            new BfgsMinimizer(1e-6, 1e-8, 1e-13, MostIterations).FindMinimum(objective, Vector<double>.Build.Dense(start));
        }
        catch (OptimizationException)
        {
            // The line search gives up where nothing is left to gain in doubles, or where the likelihood has no maximum: what follows sees.
        }

        return best;
    }

    private static Maximum Polished(ILikelihood likelihood, ILikelihood sample, double[] logs, int starts, int agree)
    {
        var gradient = new double[logs.Length];
        var value = ValueAt(likelihood, logs, gradient);

        // The curvature is most of the work. That of the sample will do as long as the steps that it gives are good ones.
        var curvature = Curvature(sample, logs);
        for (var i = 0; i < MostNewtonSteps && Largest(gradient) > SteepEnough; i++)
        {
            if (Step(curvature, gradient) is not { } step || Next(likelihood, logs, gradient, value, step) is not { } next)
                break;
            if (Largest(next.Gradient) > Largest(gradient) / 10)
                curvature = Curvature(likelihood, next.Logs);
            (logs, gradient, value) = next;
        }

        return new(
            Array.ConvertAll(logs, Parameter),
            value * likelihood.Accounts,
            Largest(gradient),
            Errors(Curvature(likelihood, logs), likelihood.Accounts),
            starts,
            agree);
    }

    // A step, or half of it, or half of that, until the likelihood does not fall by more than rounding: near the maximum the derivatives
    // have more digits than the likelihood.
    private static (double[] Logs, double[] Gradient, double Value)? Next(
        ILikelihood likelihood, double[] logs, double[] gradient, double value, double[] step)
    {
        for (var scale = Math.Min(1, 1 / Largest(step)); scale > 1e-6; scale /= 2)
        {
            double[] next = [.. logs.Select((log, i) => log + (scale * step[i]))];
            var nextGradient = new double[logs.Length];
            var nextValue = ValueAt(likelihood, next, nextGradient);
            if (nextValue > value || (nextValue > value - (1e-10 * Math.Abs(value)) && Largest(nextGradient) < Largest(gradient)))
                return (next, nextGradient, nextValue);
        }

        return null;
    }

    // The log-likelihood of an account on average, and its derivatives by the logarithms.
    private static double ValueAt(ILikelihood likelihood, double[] logs, double[] gradient)
    {
        var parameters = Array.ConvertAll(logs, Parameter);
        var value = likelihood.At(parameters, gradient) / likelihood.Accounts;
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] *= parameters[i] / likelihood.Accounts;
        return double.IsNaN(value) ? double.NegativeInfinity : value;
    }

    private static double Parameter(double log) => Math.Exp(Math.Clamp(log, -LargestLog, LargestLog));

    // Minus the second derivatives, from differences of the exact first ones.
    private static Matrix<double> Curvature(ILikelihood likelihood, double[] logs)
    {
        var curvature = Matrix<double>.Build.Dense(logs.Length, logs.Length);
        var (above, below) = (new double[logs.Length], new double[logs.Length]);
        for (var i = 0; i < logs.Length; i++)
        {
            ValueAt(likelihood, Moved(i, DifferenceStep), above);
            ValueAt(likelihood, Moved(i, -DifferenceStep), below);
            for (var j = 0; j < logs.Length; j++)
                curvature[i, j] = (below[j] - above[j]) / (2 * DifferenceStep);
        }

        return (curvature + curvature.Transpose()) / 2;

        double[] Moved(int index, double by) => [.. logs.Select((log, i) => i == index ? log + by : log)];
    }

    // Newton's step; where the likelihood is not curved like a hill, one that leans to the steepest way up.
    private static double[]? Step(Matrix<double> curvature, double[] gradient)
    {
        var identity = Matrix<double>.Build.DenseIdentity(gradient.Length);
        for (var lean = 0.0; lean < 1e6; lean = Math.Max(1e-8, lean * 10))
        {
            if (Inverse(curvature + (lean * identity)) is { } inverse)
                return (inverse * Vector<double>.Build.Dense(gradient)).ToArray();
        }

        return null;
    }

    private static double[]? Errors(Matrix<double> curvature, int accounts)
    {
        if (Inverse(curvature) is not { } inverse)
            return null;
        return [.. inverse.Diagonal().Select(variance => Math.Sqrt(variance / accounts))];
    }

    // Null where the matrix is not positive definite, in doubles.
    private static Matrix<double>? Inverse(Matrix<double> matrix)
    {
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        return values.Minimum() > 1e-13 * Math.Max(1e-3, values.AbsoluteMaximum())
            ? eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(values.DivideByThis(1)) * eigen.EigenVectors.Transpose()
            : null;
    }

    private static double Largest(double[] values) => values.Max(Math.Abs);
}
