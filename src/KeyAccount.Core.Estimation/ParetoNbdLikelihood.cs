using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Estimation;

/// <summary>The likelihood of the Pareto/NBD. Parameters: r, α, s, β.</summary>
internal sealed class ParetoNbdLikelihood(OrderGroups groups) : ILikelihood
{
    public int Accounts => groups.Accounts;

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        gradient.Clear();
        var (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3]);

        // Γ(r + x)/Γ(r) is a product; each factor once, with the number of accounts that have it.
        var sum = 0.0;
        for (var i = 0; i < groups.MostOrders; i++)
        {
            sum += groups.AccountsAbove[i] * Math.Log(r + i);
            gradient[0] += groups.AccountsAbove[i] / (r + i);
        }

        return sum + groups.Sum(parameters, gradient, TermOf);
    }

    public ILikelihood Sample() => groups.Sample() is var sample && sample == groups ? this : new ParetoNbdLikelihood(sample);

    private static double TermOf(in OrderGroups.Group group, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        var (count, shape) = ((double)group.Count, r + group.Orders);
        var (aged, died) = (SpecialFunctions.Log1P(group.Age / alpha), SpecialFunctions.Log1P(group.Age / beta));
        var silence = SilenceIntegral.Of(shape, alpha, s, beta, group.LastOrder, group.Age);
        var odds = silence.Log;
        var silent = 1 / (1 + Math.Exp(-odds));
        gradient[0] += count * ((silent * silence.Shape) - aged);
        gradient[1] += count * ((silent * silence.Alpha) + (((r * group.Age / alpha) - group.Orders) / (alpha + group.Age)));
        gradient[2] += count * ((silent * silence.S) - died);
        gradient[3] += count * ((silent * silence.Beta) + (s * group.Age / beta / (beta + group.Age)));
        return count * (SpecialFunctions.LogOfOnePlusExp(odds) - (r * aged) - (group.Orders * Math.Log(alpha + group.Age)) - (s * died));
    }
}
