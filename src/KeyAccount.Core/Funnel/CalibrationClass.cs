namespace KeyAccount.Core.Funnel;

/// <summary>A class of deals with about the same stated odds, and how many of them were won.</summary>
/// <param name="From">The lowest odds of the class, as a fraction; included.</param>
/// <param name="To">The highest odds; not included, but in the last class.</param>
/// <param name="Deals">The number of deals.</param>
/// <param name="Won">How many of them were won.</param>
/// <param name="MeanOdds">The mean of the stated odds.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record CalibrationClass(double From, double To, int Deals, int Won, double MeanOdds);
