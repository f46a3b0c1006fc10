namespace KeyAccount.Core.Funnel;

/// <summary>The facts that decide what management focuses on.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record FocusFacts
{
    /// <summary>The stage of the deal; null if not known.</summary>
    public FunnelStage? Stage { get; init; }
}
