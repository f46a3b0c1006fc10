using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Pricing;

/// <summary>One step of a price change plan.</summary>
/// <param name="AnnounceBy">The last day to tell the customer in time.</param>
/// <param name="EffectiveOn">The first day at the new price.</param>
/// <param name="Price">The price from that day on.</param>
/// <param name="Change">The difference from the price before.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record PriceChangeStep(
    LocalDate AnnounceBy,
    LocalDate EffectiveOn,
    [property: JsonPropertyOrder(1)] decimal Price,
    [property: JsonPropertyOrder(1)] decimal Change)
{
    /// <summary>The last day to tell the customer in time.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate AnnounceBy { get; init => field = Guard.Iso(value, nameof(AnnounceBy)); } = Guard.Iso(AnnounceBy);

    /// <summary>The first day at the new price.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate EffectiveOn { get; init => field = Guard.Iso(value, nameof(EffectiveOn)); } = Guard.Iso(EffectiveOn);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"PriceChangeStep {{ AnnounceBy = {AnnounceBy:R}, EffectiveOn = {EffectiveOn:R}, Price = {Price}, Change = {Change} }}");
}
