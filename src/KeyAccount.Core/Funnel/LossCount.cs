namespace KeyAccount.Core.Funnel;

/// <summary>The number of deals lost for one reason.</summary>
/// <param name="Reason">The reason; null if not known.</param>
/// <param name="Deals">The number of deals.</param>
/// <param name="Amount">The total amount that they would have brought.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record LossCount(LossReason? Reason, long Deals, decimal Amount);
