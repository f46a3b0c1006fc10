using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>One step of a price change plan.</summary>
/// <param name="AnnounceBy">The last day on which the customer can be told in time.</param>
/// <param name="EffectiveOn">The first day at the price.</param>
/// <param name="Price">The price from then on.</param>
/// <param name="Change">By how much it differs from the one before.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PriceChangeStep(LocalDate AnnounceBy, LocalDate EffectiveOn, decimal Price, decimal Change)
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"PriceChangeStep {{ AnnounceBy = {AnnounceBy:R}, EffectiveOn = {EffectiveOn:R}, Price = {Price}, Change = {Change} }}");
}
