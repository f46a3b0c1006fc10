using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>Somebody who must grant a price, and why.</summary>
/// <param name="Level">The lowest level that may grant it.</param>
/// <param name="Reason">Why it must be that level.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record ApprovalNeed(ApprovalLevel Level, Text Reason);
