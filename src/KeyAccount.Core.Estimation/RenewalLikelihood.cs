using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Estimation;

/// <summary>The likelihood of the shifted beta-geometric model. Parameters: α, β.</summary>
internal sealed class RenewalLikelihood : ILikelihood
{
    // At each renewal of all cohorts together: how many stayed, how many left.
    private readonly (double Stayed, double Left)[] _renewals;

    public RenewalLikelihood(IReadOnlyCollection<RenewalCohort> cohorts)
    {
        _renewals = new (double, double)[cohorts.Max(cohort => cohort.Customers.Count) - 1];
        foreach (var cohort in cohorts)
        {
            for (var i = 1; i < cohort.Customers.Count; i++)
            {
                ref var renewal = ref _renewals[i - 1];
                renewal = (
                    renewal.Stayed + cohort.Customers[i], renewal.Left + cohort.Customers[i - 1] - cohort.Customers[i]);
            }
        }

        Accounts = cohorts.Sum(cohort => cohort.Customers[0]);
    }

    public int Accounts { get; }

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (alpha, beta) = (parameters[0], parameters[1]);
        gradient.Clear();
        var sum = 0.0;
        for (var i = 0; i < _renewals.Length; i++)
        {
            var (stayed, left) = _renewals[i];
            var (stays, all) = (beta + i, alpha + beta + i);
            sum += (stayed * Math.Log(stays / all)) + (left * Math.Log(alpha / all));
            gradient[0] += (left / alpha) - ((stayed + left) / all);
            gradient[1] += (stayed / stays) - ((stayed + left) / all);
        }

        return sum;
    }

    public ILikelihood Sample() => this;
}
