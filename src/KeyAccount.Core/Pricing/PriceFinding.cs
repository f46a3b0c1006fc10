using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>A finding of a price review.</summary>
/// <param name="Kind">The subject of the finding.</param>
/// <param name="Text">The finding in a sentence.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record PriceFinding(PriceFindingKind Kind, Text Text);
