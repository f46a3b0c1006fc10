namespace KeyAccount.Core.Lifecycle;

/// <summary>The facts that select the guide to a development stage.</summary>
/// <remarks>Immutable; equal when the stage is.</remarks>
public sealed record StageGuideFacts
{
    /// <summary>The stage; null while it is not known.</summary>
    public DevelopmentStage? Stage { get; init; }
}
