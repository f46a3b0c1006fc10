namespace KeyAccount.Core.Estimation;

/// <summary>Where a likelihood was found to be largest.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="LogLikelihood">The log-likelihood there.</param>
/// <param name="Slope">The largest derivative of the log-likelihood of an account by the logarithm of a parameter.</param>
/// <param name="LogErrors">The standard errors of the logarithms of the parameters; null if it is not a maximum.</param>
/// <param name="Starts">From how many points it was looked for.</param>
/// <param name="StartsThatAgree">From how many it was found.</param>
internal sealed record Maximum(
    double[] Parameters, double LogLikelihood, double Slope, double[]? LogErrors, int Starts, int StartsThatAgree)
{
    private const double FlatEnough = 1e-7;

    // A standard error of e³: the parameter may as well be twenty times as large.
    private const double Untold = 3;

    /// <summary>Whether it is a maximum that tells every parameter.</summary>
    public bool IsMaximum => Slope <= FlatEnough && LogErrors is not null && Array.TrueForAll(LogErrors, error => error < Untold);

    /// <summary>The parameters that the data do not tell; all where there is no maximum.</summary>
    public IEnumerable<int> UntoldParameters =>
        Enumerable.Range(0, Parameters.Length).Where(i => LogErrors is null || !(LogErrors[i] < Untold));
}
