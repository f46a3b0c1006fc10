namespace KeyAccount.Core.Funnel;

/// <summary>How many deals were lost for one reason.</summary>
/// <param name="Reason">The reason; null if not known.</param>
/// <param name="Deals">How many.</param>
/// <param name="Amount">What they would have brought.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record LossCount(LossReason? Reason, long Deals, decimal Amount);
