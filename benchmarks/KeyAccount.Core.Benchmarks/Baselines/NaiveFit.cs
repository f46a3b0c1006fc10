using KeyAccount.Core.LifetimeValue;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace KeyAccount.Core.Benchmarks.Baselines;

/// <summary>A BG/NBD fitted the obvious way: the log-likelihood of every account, and a simplex that needs no derivatives.</summary>
public static class NaiveFit
{
    public static double BgNbd(IReadOnlyList<RepeatPurchaseSummary> accounts)
    {
        var objective = ObjectiveFunction.Value(logs =>
        {
            var model = new BgNbd(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]));
            var sum = 0.0;
            foreach (var account in accounts)
                sum -= model.LogLikelihood(account.Orders, account.LastOrder, account.Age);
            return sum / accounts.Count;
        });

        // A simplex shrinks too soon: it is started again where it stopped, until that gains nothing.
        var found = new NelderMeadSimplex(1e-9, 5_000).FindMinimum(objective, Vector<double>.Build.Dense([0, 1, 0, 1]));
        while (true)
        {
            var again = new NelderMeadSimplex(1e-9, 5_000).FindMinimum(objective, found.MinimizingPoint);
            if (found.FunctionInfoAtMinimum.Value - again.FunctionInfoAtMinimum.Value < 1e-9)
                return -again.FunctionInfoAtMinimum.Value * accounts.Count;
            found = again;
        }
    }
}
