namespace KeyAccount.Core.Lifecycle;

/// <summary>What the guide to a period depends on.</summary>
/// <remarks>Immutable; equal when the period is.</remarks>
public sealed record PeriodGuideFacts
{
    /// <summary>The period; null while it is not known.</summary>
    public LifecyclePeriod? Period { get; init; }
}
