namespace KeyAccount.Core.Bidding;

/// <summary>The points that a bidder can expect.</summary>
/// <param name="Name">The bidder.</param>
/// <param name="Technical">The expected points without those for the price.</param>
/// <param name="Price">The expected points for the price; null for an invalid bid.</param>
/// <param name="Total">The weighted total of both; null for an invalid bid.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RankedBidder([property: Privacy(Privacy.NotPersonal)] string Name, double Technical, double? Price, double? Total)
{
    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"RankedBidder {{ Name = {Name}, Technical = {Technical}, Price = {Price}, Total = {Total} }}");
}
