using System.Globalization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The models of pricing, listed once.</summary>
internal static class PricingRoom
{
    public static IReadOnlyList<IModel> Models { get; } =
    [
        new ModelConstants(
            "counterConcessions",
            new ModelDefault(
                nameof(CounterConcessions.DaysPerYear),
                CounterConcessions.DaysPerYear.ToString(CultureInfo.InvariantCulture),
                Provenance.LibraryDefault("simple interest on a year of 365 days"))),
        PricingPolicy.Strategy,
        PricingPolicy.Posture,
        PricingPolicy.CostRise,
        PricingPolicy.MarketCut,
        PricingPolicy.CostDown,
        PriceGuardrails.Standard,
        new ModelConstants(
            "priceReview",
            new ModelDefault(
                nameof(PriceReview.InterestGrain),
                PriceReview.InterestGrain.ToString(CultureInfo.InvariantCulture),
                Provenance.LibraryDefault("a millionth of the invoice price, so that the steps of the waterfall sum exactly"))),
    ];
}
