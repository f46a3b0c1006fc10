using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Pricing;

/// <summary>The advice of <see cref="PricingPolicy.MarketCut"/>: what to do when the market cuts its prices.</summary>
/// <param name="Response">Hold, match or differentiate.</param>
/// <param name="Timing">Before or after the competitor.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record MarketCutAdvice(CutResponse Response, MoveTiming Timing) : IDescribed
{
    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Item("Pricing.Describe.marketCut", Run.Emphasis(writer.NameOf(Response)), Timing);
    }
}

