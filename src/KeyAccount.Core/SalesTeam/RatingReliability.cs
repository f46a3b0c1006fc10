namespace KeyAccount.Core.SalesTeam;

/// <summary>The reliability of the mean rating of several interviewers, by the formula of Spearman and Brown.</summary>
/// <remarks>Literature: Spearman 1910 and Brown 1910, British Journal of Psychology 3.</remarks>
public static class RatingReliability
{
    /// <summary>Calculates the reliability of the mean of several interviewers: k·r / (1 + (k − 1)·r).</summary>
    /// <param name="one">The reliability of one interviewer, as a fraction; 0 … 1.</param>
    /// <param name="raters">The number of interviewers; 1 … 1,000.</param>
    /// <returns>The reliability, as a fraction; never below <paramref name="one"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Of(double one, int raters)
    {
        Guard.Between(one, 0, 1);
        Guard.Between(raters, 1, MostRaters);
        return raters * one / (1 + ((raters - 1) * one));
    }

    /// <summary>Calculates how many interviewers are needed for a reliability.</summary>
    /// <param name="one">The reliability of one interviewer, as a fraction; above 0, at most 1.</param>
    /// <param name="wanted">The required reliability, as a fraction; 0 … 0.999.</param>
    /// <returns>The smallest number that reaches it; at least 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or more than 1,000 interviewers are
    /// needed.</exception>
    public static int RatersFor(double one, double wanted)
    {
        Guard.Between(one, 1e-9, 1);
        Guard.Between(wanted, 0, 0.999);
        for (var raters = 1; raters <= MostRaters; raters++)
        {
            // The formula may miss the wanted figure by a grain of the doubles.
            if (Of(one, raters) >= wanted - 1e-12)
                return raters;
        }

        throw new ArgumentOutOfRangeException(
            nameof(one),
            FormattableString.Invariant($"one is {one}; to reach {wanted} with at most {MostRaters} interviewers it must be higher."));
    }

    private const int MostRaters = 1000;
}
