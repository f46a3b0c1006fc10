namespace KeyAccount.Core.Relationships;

/// <summary>The trust equation: the trust of one person in another.</summary>
/// <remarks>T = (credibility + reliability + intimacy) / self-orientation. Source: Maister, Green &amp; Galford 2000, The Trusted
/// Advisor.</remarks>
public static class TrustEquation
{
    /// <summary>The trust of a person.</summary>
    /// <param name="credibility">Whether our words are believed, 1 … 10.</param>
    /// <param name="reliability">Whether we do what we said, 1 … 10.</param>
    /// <param name="intimacy">Whether people can tell us confidential things, 1 … 10.</param>
    /// <param name="selfOrientation">How far we think of ourselves first, 1 … 10; the higher, the less trust.</param>
    /// <returns>0.3 … 30; 3 where all four are alike.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Of(double credibility, double reliability, double intimacy, double selfOrientation)
    {
        Guard.Between(credibility, 1, 10);
        Guard.Between(reliability, 1, 10);
        Guard.Between(intimacy, 1, 10);
        Guard.Between(selfOrientation, 1, 10);
        return (credibility + reliability + intimacy) / selfOrientation;
    }
}
