using NodaTime;

namespace KeyAccount.Core.Pricing;

/// <summary>One step of a price change.</summary>
/// <param name="AnnounceBy">The last day on which the customer can be told in time.</param>
/// <param name="EffectiveOn">The first day at the price.</param>
/// <param name="Price">The price from then on.</param>
/// <param name="Change">By how much it differs from the one before.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PriceChangeStep(LocalDate AnnounceBy, LocalDate EffectiveOn, decimal Price, decimal Change);
