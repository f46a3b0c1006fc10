namespace KeyAccount.Tool.Backtests;

/// <summary>Which columns rows have.</summary>
internal sealed record BacktestColumns
{
    public bool AreAmounts { get; init; }

    public bool HasScores { get; init; }

    public bool HasBands { get; init; }

    public bool HasCriteria { get; init; }

    public bool HasWeights { get; init; }

    public bool HasProbabilities { get; init; }

    public bool HasScoredOn { get; init; }

    public bool HasOutcomeOn { get; init; }

    /// <summary>Whether the scores are those of the model that was given, and not those that were told at the time.</summary>
    public bool IsModelAsked { get; init; }
}
