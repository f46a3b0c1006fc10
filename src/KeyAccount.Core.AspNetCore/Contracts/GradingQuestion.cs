using KeyAccount.Core.Grading;

namespace KeyAccount.Core.AspNetCore;

/// <summary>Accounts to grade by revenue.</summary>
public sealed record GradingQuestion
{
    /// <summary>The accounts, each id once; their revenue in one currency.</summary>
    public required IReadOnlyList<AccountRevenue> Accounts { get; init; }

    /// <summary>How the cuts are read.</summary>
    public ParetoRule Rule { get; init; }

    /// <summary>Where A ends, above 0 and below <see cref="B"/>; null for the cuts of the rule.</summary>
    public decimal? A { get; init; }

    /// <summary>Where B ends, above <see cref="A"/> and at most 1; given together with <see cref="A"/>.</summary>
    public decimal? B { get; init; }
}
