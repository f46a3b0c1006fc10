namespace KeyAccount.Core.Funnel;

/// <summary>Deals that were given about the same odds, and what became of them.</summary>
/// <param name="From">The lowest odds of the class, as a fraction; included.</param>
/// <param name="To">The highest odds; not included, but in the last class.</param>
/// <param name="Deals">How many deals.</param>
/// <param name="Won">How many of them were won.</param>
/// <param name="MeanOdds">The mean of the odds they were given.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CalibrationClass(double From, double To, int Deals, int Won, double MeanOdds);
