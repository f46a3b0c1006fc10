using KeyAccount.Core.Statistics;

namespace KeyAccount.Core.Estimation;

/// <summary>The likelihood of the BG/CNBD-k for a k, and with k = 1 that of the BG/NBD. Parameters: r, α, a, b.</summary>
/// <param name="k">How many steps an order takes.</param>
/// <param name="groups">The accounts.</param>
/// <param name="logIntervals">The sum of the logarithms of all intervals; only k above 1 needs it.</param>
internal sealed class BetaGeometricLikelihood(int k, OrderGroups groups, double logIntervals) : ILikelihood
{
    public int Accounts => groups.Accounts;

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        gradient.Clear();
        var (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3]);

        // Γ(r + kx)/Γ(r) and B(a, b + x)/B(a, b) are products; each factor once, with the number of accounts that have it.
        var sum = 0.0;
        for (var i = 0; i < groups.MostOrders; i++)
        {
            var accounts = groups.AccountsAbove[i];
            for (var j = k * i; j < k * (i + 1); j++)
            {
                sum += accounts * Math.Log(r + j);
                gradient[0] += accounts / (r + j);
            }

            sum += accounts * Math.Log((b + i) / (a + b + i));
            gradient[2] -= accounts / (a + b + i);
            gradient[3] += accounts * a / ((b + i) * (a + b + i));
        }

        sum += ((k - 1) * logIntervals) - (groups.TotalOrders * SpecialFunctions.LogGamma(k)) + (groups.Accounts * r * Math.Log(alpha));
        gradient[0] += groups.Accounts * Math.Log(alpha);
        gradient[1] += groups.Accounts * r / alpha;
        return sum + groups.Sum(parameters, gradient, k == 1 ? RandomTerm : RegularTerm);
    }

    public ILikelihood Sample() => groups.Sample() is var sample && sample == groups
        ? this
        : new BetaGeometricLikelihood(k, sample, logIntervals * sample.TotalOrders / groups.TotalOrders);

    private static double RandomTerm(in OrderGroups.Group group, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        var (count, shape) = ((double)group.Count, r + group.Orders);
        var atEnd = Math.Log(alpha + group.Age);
        gradient[0] -= count * atEnd;
        gradient[1] -= count * shape / (alpha + group.Age);
        var value = -shape * atEnd;
        if (group.Orders > 0)
        {
            // That it fell silent after its last order, against that it did not.
            var since = atEnd - Math.Log(alpha + group.LastOrder);
            var odds = Math.Log(a / (b + group.Orders - 1)) + (shape * since);
            var silent = 1 / (1 + Math.Exp(-odds));
            value += SpecialFunctions.LogOfOnePlusExp(odds);
            var weight = count * silent;
            gradient[0] += weight * since;
            gradient[1] += weight * shape * ((1 / (alpha + group.Age)) - (1 / (alpha + group.LastOrder)));
            gradient[2] += weight / a;
            gradient[3] -= weight / (b + group.Orders - 1);
        }

        return count * value;
    }

    private double RegularTerm(in OrderGroups.Group group, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        var (count, shape) = ((double)group.Count, r + ((double)k * group.Orders));
        var atEnd = Math.Log(alpha + group.Age);
        gradient[0] -= count * atEnd;
        gradient[1] -= count * shape / (alpha + group.Age);

        // That it waits, with j of the k steps behind it: Γ(s + j)/Γ(s)·uʲ/j!; as multiples of the largest term.
        var u = (group.Age - group.LastOrder) / (alpha + group.Age);
        var (log, largest, waiting, byShape, byU, digamma) = (0.0, 0.0, 1.0, 0.0, 0.0, 0.0);
        for (var j = 1; j < k && u > 0; j++)
        {
            log += Math.Log(u * (shape + j - 1) / j);
            digamma += 1 / (shape + j - 1);
            if (log > largest)
            {
                var scale = Math.Exp(largest - log);
                (waiting, byShape, byU, largest) = (waiting * scale, byShape * scale, byU * scale, log);
            }

            var term = Math.Exp(log - largest);
            waiting += term;
            byShape += term * digamma;
            byU += term * j;
        }

        var logWaiting = largest + Math.Log(waiting);
        var (silent, since, value) = (0.0, 0.0, logWaiting);
        if (group.Orders > 0)
        {
            since = atEnd - Math.Log(alpha + group.LastOrder);
            var odds = Math.Log(a / (b + group.Orders - 1)) + (shape * since) - logWaiting;
            silent = 1 / (1 + Math.Exp(-odds));
            value += SpecialFunctions.LogOfOnePlusExp(odds);
            gradient[2] += count * silent / a;
            gradient[3] -= count * silent / (b + group.Orders - 1);
        }

        var alive = 1 - silent;
        gradient[0] += count * ((silent * since) + (alive * byShape / waiting));
        gradient[1] += count * ((silent * shape * ((1 / (alpha + group.Age)) - (1 / (alpha + group.LastOrder))))
            - (alive * byU / waiting / (alpha + group.Age)));
        return count * (value - (shape * atEnd));
    }
}
