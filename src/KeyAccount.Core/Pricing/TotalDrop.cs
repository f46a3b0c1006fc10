using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A break at which the total falls although the quantity grows.</summary>
/// <param name="At">The break.</param>
/// <param name="TotalBelow">The total for one piece less; for measured quantities, the total just below the break.</param>
/// <param name="Total">The total at the break.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record TotalDrop(decimal At, decimal TotalBelow, decimal Total)
{
    /// <summary>The amount by which the total falls.</summary>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal Drop => DecimalOverflow.Named(
        () => TotalBelow - Total, "TotalDrop.Drop", (nameof(TotalBelow), TotalBelow), (nameof(Total), Total));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant($"TotalDrop {{ At = {At}, TotalBelow = {TotalBelow}, Total = {Total} }}");
}
