using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The gap of one dimension of a survey.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Weight">The share of the dimension in <see cref="ServQualResult.Weighted"/>, 0 … 1; the shares of the dimensions with
/// answers sum to 1, any other share is 0.</param>
/// <param name="Respondents">The number of respondents with at least one pair in the dimension.</param>
/// <param name="Gap">The means over these of the mean of their items, weighted by their influence; null if there are none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record DimensionGap(ServiceDimension Dimension, double Weight, int Respondents, ServiceGap? Gap)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() =>
        Invariant($"DimensionGap {{ Dimension = {Dimension}, Weight = {Weight}, Respondents = {Respondents}, Gap = {Gap} }}");
}
