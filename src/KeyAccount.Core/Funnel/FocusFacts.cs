namespace KeyAccount.Core.Funnel;

/// <summary>What the focus of management depends on.</summary>
/// <remarks>Immutable; equal when the fact is.</remarks>
public sealed record FocusFacts
{
    /// <summary>The stage of the deal; null where it is not known.</summary>
    public FunnelStage? Stage { get; init; }
}
