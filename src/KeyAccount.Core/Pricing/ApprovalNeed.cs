using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>An approval that a price needs, and the reason.</summary>
/// <param name="Level">The lowest level that may grant it.</param>
/// <param name="Reason">Why this level must grant it.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ApprovalNeed(ApprovalLevel Level, Text Reason);
