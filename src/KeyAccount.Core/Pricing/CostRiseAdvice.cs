using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Pricing;

/// <summary>The advice of <see cref="PricingPolicy.CostRise"/>: what to do when our cost rises.</summary>
/// <param name="Response">Raise, share or absorb.</param>
/// <param name="How">The way to do it.</param>
/// <param name="Timing">Before or after the competitor.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed record CostRiseAdvice(CostResponse Response, PassThroughWay How, MoveTiming Timing) : IDescribed
{
    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Item("Pricing.Describe.costRise", Run.Emphasis(writer.NameOf(Response)), How, Timing);
    }
}

