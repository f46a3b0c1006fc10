namespace KeyAccount.Core.Scoring;

/// <summary>The settings for missing data.</summary>
/// <remarks>Immutable. A null keeps the setting of the model.</remarks>
public sealed record MissingDataSettings
{
    /// <summary>The policy.</summary>
    public MissingData? Policy { get; init; }

    /// <summary>The share of the weight that must be known for a score, 0 … 1.</summary>
    public double? MinimumCoverage { get; init; }
}
