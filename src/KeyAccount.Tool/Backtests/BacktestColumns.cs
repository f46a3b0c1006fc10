using KeyAccount.Core.Terms;

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

    /// <summary>Whether rows say of which account they are: then one account may have several.</summary>
    public bool HasAccounts { get; init; }

    /// <summary>Whether the scores are on the scale of the model, whose bands they then have.</summary>
    public bool AreOnScale { get; init; } = true;

    /// <summary>What amounts are counted in, where they say so.</summary>
    public string? Currency { get; init; }

    /// <summary>What is to be said of the columns.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];

    /// <summary>The titles of columns that are not read, for an error; empty if all are.</summary>
    public string Unread { get; init; } = "";

    /// <summary>Whether the scores are those that were told at the time.</summary>
    public bool AreTold => HasScores && !IsModelAsked;

    /// <summary>Whether the scores are those of the model that was given, or that it has for the criteria.</summary>
    public bool AreOurs => !AreTold && HasCriteria;

    /// <summary>Whether the scores are those of the model that was given, and not those that were told at the time.</summary>
    public bool IsModelAsked { get; init; }
}
