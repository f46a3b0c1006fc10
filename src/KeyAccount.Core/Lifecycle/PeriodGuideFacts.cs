namespace KeyAccount.Core.Lifecycle;

/// <summary>The facts that select the guide to a period.</summary>
/// <remarks>Immutable; equal when the period is.</remarks>
public sealed record PeriodGuideFacts
{
    /// <summary>The period; null while it is not known.</summary>
    public LifecyclePeriod? Period { get; init; }
}
