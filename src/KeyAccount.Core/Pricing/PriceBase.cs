using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>A named price of a waterfall, which percentages can refer to.</summary>
/// <param name="Name">The name: <see cref="PriceWaterfall.List"/>, or one given by <see cref="PriceWaterfall.Named"/>.</param>
/// <param name="Price">The price.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record PriceBase(string Name, decimal Price)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"PriceBase {{ Name = {Name}, Price = {Price} }}");
}
