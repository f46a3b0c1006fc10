using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Pricing;

/// <summary>The advice of <see cref="PricingPolicy.Posture"/>: our price posture for a customer who asks for a lower price, and who may
/// give way at all.</summary>
/// <param name="Posture">The posture.</param>
/// <param name="Authority">The lowest level that may grant a price step, however small; <see cref="PriceGuardrails"/> may require a higher
/// one.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record PostureAdvice(PricePosture Posture, ApprovalLevel Authority) : IDescribed
{
    /// <summary>Whether the posture allows a price step in exchange for something.</summary>
    [JsonIgnore]
    public bool AllowsStep => Posture == PricePosture.Trade || Posture == PricePosture.Defend;

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Item("Pricing.Describe.posture", Run.Emphasis(writer.NameOf(Posture)), Authority);
    }
}
