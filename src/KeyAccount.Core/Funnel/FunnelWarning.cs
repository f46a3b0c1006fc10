using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>Something to be said about the funnel as a whole.</summary>
/// <param name="Id">The stable identifier: <c>coverageLow</c>, <c>fourthQuarterHeavy</c> or <c>quarterHeavy</c>.</param>
/// <param name="Reason">The same in words.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record FunnelWarning(string Id, Text Reason);
