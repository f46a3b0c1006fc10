namespace KeyAccount.Core.Scoring;

/// <summary>What happens to criteria that are not known.</summary>
/// <remarks>Immutable; what is null stays as the model has it.</remarks>
public sealed record MissingDataSettings
{
    /// <summary>The policy.</summary>
    public MissingData? Policy { get; init; }

    /// <summary>The share of the weight that must be known for a score, 0 … 1.</summary>
    public double? MinimumCoverage { get; init; }
}
