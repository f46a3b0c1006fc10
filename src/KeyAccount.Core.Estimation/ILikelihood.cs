namespace KeyAccount.Core.Estimation;

/// <summary>The log-likelihood of data under a model, with its derivatives.</summary>
internal interface ILikelihood
{
    /// <summary>How many accounts the data have.</summary>
    int Accounts { get; }

    /// <summary>The log-likelihood at parameters, all above 0, and its derivatives by them.</summary>
    double At(ReadOnlySpan<double> parameters, Span<double> gradient);

    /// <summary>The same for a part of the data that is cheaper and leads to about the same maximum; itself where it is small.</summary>
    ILikelihood Sample();
}
