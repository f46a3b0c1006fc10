using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;

namespace KeyAccount.Core.Pricing;

/// <summary>The answer of <see cref="PricingPolicy.Posture"/>: the posture towards a customer who asks for a lower price, and who may give
/// way at all.</summary>
/// <param name="Posture">The posture.</param>
/// <param name="Authority">The lowest level that may grant a price step, however small; <see cref="PriceGuardrails"/> may ask for a higher
/// one.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record PostureAdvice(PricePosture Posture, ApprovalLevel Authority) : IDescribed
{
    /// <summary>Whether the posture lets a price step be given, in exchange.</summary>
    [JsonIgnore]
    public bool AllowsStep => Posture == PricePosture.Trade || Posture == PricePosture.Defend;

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Item("Pricing.Describe.posture", Run.Emphasis(writer.NameOf(Posture)), Authority);
    }
}
