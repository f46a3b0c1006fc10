namespace KeyAccount.Core.Lifecycle;

/// <summary>What the guide to a development stage depends on.</summary>
/// <remarks>Immutable; equal when the stage is.</remarks>
public sealed record StageGuideFacts
{
    /// <summary>The stage; null while it is not known.</summary>
    public DevelopmentStage? Stage { get; init; }
}
