using KeyAccount.Core.Terms;

namespace KeyAccount.Tool.Backtests;

/// <summary>The columns of the rows.</summary>
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

    /// <summary>Whether rows name their account: then one account may have several.</summary>
    public bool HasAccounts { get; init; }

    /// <summary>Whether the scores are on the scale of the model, whose bands they then have.</summary>
    public bool AreOnScale { get; init; } = true;

    /// <summary>What amounts are counted in, where they say so.</summary>
    public string? Currency { get; init; }

    /// <summary>The remarks about the columns.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];

    /// <summary>The titles of columns that are not read, for an error; empty if all are.</summary>
    public string Unread { get; init; } = "";

    /// <summary>Whether the scores are those stated at the time.</summary>
    public bool AreTold => HasScores && !IsModelAsked;

    /// <summary>Whether the scores are those of the model that was given, or that it has for the criteria.</summary>
    public bool AreOurs => !AreTold && HasCriteria;

    /// <summary>Whether the scores are those of the given model, and not those stated at the time.</summary>
    public bool IsModelAsked { get; init; }
}
