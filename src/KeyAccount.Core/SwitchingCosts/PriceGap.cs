using static System.FormattableString;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>A price difference for the rest of the contract.</summary>
/// <param name="Total">The total difference; exact.</param>
/// <param name="PerUnit">Over the units that are left: the one division, kept to 28 significant digits and not rounded further; null
/// without a contract, and once no day of it is left.</param>
/// <remarks>Immutable, with value equality. Where a price in whole cents is wanted, round a discount up and a premium down.</remarks>
public sealed record PriceGap(decimal Total, decimal? PerUnit)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Both parts by name.</returns>
    public override string ToString() => Invariant($"PriceGap {{ Total = {Total}, PerUnit = {PerUnit} }}");
}
