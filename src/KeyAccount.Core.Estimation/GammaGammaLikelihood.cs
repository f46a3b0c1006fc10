using MathNet.Numerics;

namespace KeyAccount.Core.Estimation;

/// <summary>The likelihood of the gamma-gamma model. Parameters: p, q, γ.</summary>
internal sealed class GammaGammaLikelihood : ILikelihood
{
    private readonly (int Orders, int Accounts)[] _orders;
    private readonly (int Orders, double Total)[] _totals;

    // Σ ln m̄ and Σ x·ln(x·m̄), which no parameter changes.
    private readonly double _logMeans;
    private readonly double _logTotals;

    public GammaGammaLikelihood(IReadOnlyCollection<(int Orders, double Mean)> accounts)
    {
        _totals = [.. accounts.Select(account => (account.Orders, account.Orders * account.Mean))];
        _orders = [.. accounts.GroupBy(account => account.Orders).Select(group => (group.Key, group.Count()))];
        _logMeans = accounts.Sum(account => Math.Log(account.Mean));
        _logTotals = _totals.Sum(account => account.Orders * Math.Log(account.Total));
    }

    public int Accounts => _totals.Length;

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (p, q, gamma) = (parameters[0], parameters[1], parameters[2]);

        // p·x·ln(x·m̄) − ln m̄ + q·ln γ − (p·x + q)·ln(γ + x·m̄) + ln Γ(p·x + q) − ln Γ(p·x) − ln Γ(q).
        var (logGammaOfQ, digammaOfQ, logGamma) = (SpecialFunctions.GammaLn(q), SpecialFunctions.DiGamma(q), Math.Log(gamma));
        var sum = (p * _logTotals) - _logMeans;
        var (byP, byQ, byGamma) = (_logTotals, 0.0, Accounts * q / gamma);
        foreach (var (orders, accounts) in _orders)
        {
            var shape = p * orders;
            sum += accounts * (SpecialFunctions.GammaLn(shape + q) - SpecialFunctions.GammaLn(shape) - logGammaOfQ + (q * logGamma));
            var digamma = SpecialFunctions.DiGamma(shape + q);
            byP += accounts * orders * (digamma - SpecialFunctions.DiGamma(shape));
            byQ += accounts * (digamma - digammaOfQ + logGamma);
        }

        foreach (var (orders, total) in _totals)
        {
            var (shape, all) = ((p * orders) + q, gamma + total);
            var log = Math.Log(all);
            sum -= shape * log;
            byP -= orders * log;
            byQ -= log;
            byGamma -= shape / all;
        }

        (gradient[0], gradient[1], gradient[2]) = (byP, byQ, byGamma);
        return sum;
    }

    public ILikelihood Sample() => this;
}
