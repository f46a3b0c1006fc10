using static System.FormattableString;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The gap of one item of a survey.</summary>
/// <param name="Item">The key of the item.</param>
/// <param name="Dimension">The dimension to which the item belongs.</param>
/// <param name="Pairs">The number of respondents who gave both halves.</param>
/// <param name="Gap">The means over these, weighted by their influence; null if there are none.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ItemGap(string Item, ServiceDimension Dimension, int Pairs, ServiceGap? Gap)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"ItemGap {{ Item = {Item}, Dimension = {Dimension}, Pairs = {Pairs}, Gap = {Gap} }}");
}
