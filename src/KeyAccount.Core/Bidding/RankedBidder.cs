namespace KeyAccount.Core.Bidding;

/// <summary>What a bidder may expect of the scoring.</summary>
/// <param name="Name">The bidder.</param>
/// <param name="Technical">Its expected points, price apart.</param>
/// <param name="Price">Its expected points for the price; null for an invalid bid.</param>
/// <param name="Total">Both, weighted; null for an invalid bid.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record RankedBidder([property: Privacy(Privacy.NotPersonal)] string Name, double Technical, double? Price, double? Total)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"RankedBidder {{ Name = {Name}, Technical = {Technical}, Price = {Price}, Total = {Total} }}");
}
